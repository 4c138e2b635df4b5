import {
  type BodySide,
  bodyDrawing,
  type Catheter,
  crosswise,
  inReadingOrder,
  type ListItem,
  type MapItem,
  type MapMark,
  mapHeight,
  mapLayout,
  mapSizes,
  type PlacedProbe,
  placeOfItem,
  placeWords,
  type TreatmentCase,
} from '../../electron/contract/words.ts';
import { usePreferences } from '../preferences.ts';
import { useText } from '../text/text.ts';
import { inWords, MapDrawing } from './map-drawing.tsx';
import './body-map.css';

export interface BodyMapProps {
  readonly cavity: TreatmentCase['cavity'];
  /** Of a pleural cavity; `null`: not entered, or no matter. */
  readonly side: BodySide | null;
  readonly catheters: readonly Catheter[];
  readonly probes: readonly PlacedProbe[];
  /** What this site calls the places of catheters and of probes. */
  readonly places: readonly ListItem[];
  readonly probePlaces: readonly ListItem[];
}

/** Large, for the set-up: every place of the site can be touched, drawn or not. */
export function BodyMap(props: BodyMapProps & { readonly onPlace: (placeId: string) => void }) {
  const { cavity, side, catheters, probes, places, onPlace } = props;
  const text = useText().placing.map;
  const words = useItemWords(props);
  const drawing = bodyDrawing(cavity, side);
  const placed = mapLayout({ cavity, side }, catheters, probes, mapSizes.full);
  const suggesting = catheters.length === 0 && crosswise[cavity].length > 0 ? cavity : null;
  return (
    <figure className="body-map">
      <div className="map-stage">
        <MapDrawing
          drawing={drawing}
          marks={placed.marks}
          size={mapSizes.full}
          worded
          suggesting={suggesting}
          name={words.all(placed.marks)}
        />
        <Places {...{ drawing, places, onPlace }} marks={placed.marks} />
      </div>
      <OtherPlaces {...{ drawing, places, onPlace }} />
      <Beside items={placed.beside} words={words.one} />
      <figcaption>
        {suggesting === null ? <Legend /> : <p className="map-note">{text.suggested}</p>}
        {cavity === 'pleural' && side === null && <p className="map-note">{text.sideMissing}</p>}
      </figcaption>
    </figure>
  );
}

interface PlacesProps {
  readonly drawing: ReturnType<typeof bodyDrawing>;
  readonly places: readonly ListItem[];
  readonly marks: readonly MapMark[];
  readonly onPlace: (placeId: string) => void;
}

/** The drawn places, each a target for a glove, in the order they are read. */
function Places({ drawing, places, marks, onPlace }: PlacesProps) {
  const language = usePreferences((preferences) => preferences.language);
  const { margin } = mapSizes.full;
  const percent = (share: number) => `${100 * share}%`;
  return inReadingOrder(drawing).map((id) => {
    const at = drawing.places[id];
    const item = places.find((one) => one.id === id);
    if (at === undefined || item === undefined) return null;
    const tips = marks.filter((mark) => placeOfItem(mark.item) === id).map(({ tip }) => tip.y - at.y);
    const spot = {
      left: percent((at.x + margin) / (100 + 2 * margin)),
      top: percent(at.y / mapHeight),
      '--below': Math.max(0, ...tips),
    };
    return (
      <button
        key={id}
        type="button"
        className="map-place"
        data-place={id}
        data-taken={tips.length > 0}
        style={spot}
        onClick={() => onPlace(id)}
      >
        <i aria-hidden="true" />
        <span>{item[language]}</span>
      </button>
    );
  });
}

/** Places of the site's list that are not drawn. */
function OtherPlaces({ drawing, places, onPlace }: Omit<PlacesProps, 'marks'>) {
  const text = useText().placing.map;
  const language = usePreferences((preferences) => preferences.language);
  const others = places.filter(({ id }) => !Object.hasOwn(drawing.places, id));
  if (others.length === 0) return null;
  return (
    <fieldset className="map-others">
      <legend>{text.otherPlaces}</legend>
      {others.map((item) => (
        <button key={item.id} type="button" data-place={item.id} onClick={() => onPlace(item.id)}>
          {item[language]}
        </button>
      ))}
    </fieldset>
  );
}

/** What lies where nothing is drawn. */
function Beside({
  items,
  words,
}: {
  readonly items: readonly MapItem[];
  readonly words: (item: MapItem) => string;
}) {
  const text = useText().placing.map;
  if (items.length === 0) return null;
  return (
    <ul className="map-beside" aria-label={text.beside}>
      {items.map((item) => (
        <li key={item.kind === 'catheter' ? item.catheter.number : item.probe.id}>
          <Sign item={item} />
          {words(item)}
        </li>
      ))}
    </ul>
  );
}

/** The label of the drawing, small, as a sign before words. */
export function Sign({ item }: { readonly item: MapItem }) {
  return item.kind === 'probe' ? (
    <i className="map-sign" data-sign="probe" data-probe={item.probe.id} aria-hidden="true" />
  ) : (
    <i className="map-sign" data-sign={item.catheter.direction} aria-hidden="true" />
  );
}

function Legend() {
  const { legend } = useText().placing.map;
  return (
    <p className="map-legend">
      {(['in', 'out', 'probe'] as const).map((sign) => (
        <span key={sign}>
          <i className="map-sign" data-sign={sign} aria-hidden="true" />
          {legend[sign]}
        </span>
      ))}
    </p>
  );
}

/** A catheter or probe in the words of the site, and the whole drawing for those who do not see it. */
export function useItemWords({ places, probePlaces }: Pick<BodyMapProps, 'places' | 'probePlaces'>) {
  const text = useText();
  const language = usePreferences((preferences) => preferences.language);
  const one = (item: MapItem) =>
    inWords(item, (place) => placeWords(place, item.kind === 'probe' ? probePlaces : places, language), text);
  const all = (marks: readonly MapMark[]) =>
    [text.placing.map.name, ...marks.map(({ item }) => one(item))].join('; ');
  return { one, all };
}
