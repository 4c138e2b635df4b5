import {
  type BodySide,
  bodyDrawing,
  type Catheter,
  crosswise,
  inReadingOrder,
  type ListItem,
  type MapItem,
  mapHeight,
  mapLayout,
  mapSizes,
  type PlacedProbe,
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
  /** What this site calls its places. */
  readonly places: readonly ListItem[];
}

/** Small and read-only, for the run screen: it fills the box it is given. */
export function CompactMap({ cavity, side, catheters, probes, places }: BodyMapProps) {
  const placed = mapLayout({ cavity, side }, catheters, probes, mapSizes.compact);
  const name = useMapName(places);
  return (
    <figure className="body-map" data-compact="true">
      <MapDrawing
        drawing={bodyDrawing(cavity, side)}
        marks={placed.marks}
        size={mapSizes.compact}
        worded={false}
        suggesting={null}
        name={name(placed.marks.map(({ item }) => item))}
      />
      <Beside items={placed.beside} places={places} />
    </figure>
  );
}

/** Large, for the set-up: every place of the site can be touched, drawn or not. */
export function BodyMap(props: BodyMapProps & { readonly onPlace: (placeId: string) => void }) {
  const { cavity, side, catheters, probes, places, onPlace } = props;
  const text = useText().placing.map;
  const name = useMapName(places);
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
          name={name(placed.marks.map(({ item }) => item))}
        />
        <Places {...{ drawing, places, onPlace }} taken={placed.marks.map(({ item }) => placeOf(item))} />
      </div>
      <OtherPlaces {...{ drawing, places, onPlace }} />
      <Beside items={placed.beside} places={places} />
      <figcaption>
        {suggesting === null ? <Legend /> : <p className="map-note">{text.suggested}</p>}
        {cavity === 'pleural' && side === null && <p className="map-note">{text.sideMissing}</p>}
      </figcaption>
    </figure>
  );
}

const placeOf = (item: MapItem): string | null =>
  item.kind === 'catheter' ? item.catheter.place : item.probe.place;

interface PlacesProps {
  readonly drawing: ReturnType<typeof bodyDrawing>;
  readonly places: readonly ListItem[];
  readonly taken: readonly (string | null)[];
  readonly onPlace: (placeId: string) => void;
}

/** The drawn places, each a target for a glove, in the order they are read. */
function Places({ drawing, places, taken, onPlace }: PlacesProps) {
  const language = usePreferences((preferences) => preferences.language);
  const { margin } = mapSizes.full;
  const percent = (share: number) => `${100 * share}%`;
  return inReadingOrder(drawing).map((id) => {
    const at = drawing.places[id];
    const item = places.find((one) => one.id === id);
    if (at === undefined || item === undefined) return null;
    const spot = { left: percent((at.x + margin) / (100 + 2 * margin)), top: percent(at.y / mapHeight) };
    return (
      <button
        key={id}
        type="button"
        className="map-place"
        data-place={id}
        data-taken={taken.includes(id)}
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
function OtherPlaces({ drawing, places, onPlace }: Omit<PlacesProps, 'taken'>) {
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
  places,
}: {
  readonly items: readonly MapItem[];
  readonly places: readonly ListItem[];
}) {
  const text = useText();
  const language = usePreferences((preferences) => preferences.language);
  if (items.length === 0) return null;
  return (
    <ul className="map-beside" aria-label={text.placing.map.beside}>
      {items.map((item) => (
        <li key={item.kind === 'catheter' ? item.catheter.number : item.probe.id}>
          <Sign item={item} />
          {inWords(item, (place) => placeWords(place, places, language), text)}
        </li>
      ))}
    </ul>
  );
}

/** The label of the drawing, small, as a sign before words. */
function Sign({ item }: { readonly item: MapItem }) {
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

/** The whole drawing in words, for those who do not see it. */
function useMapName(places: readonly ListItem[]): (items: readonly MapItem[]) => string {
  const text = useText();
  const language = usePreferences((preferences) => preferences.language);
  return (items) =>
    [
      text.placing.map.name,
      ...items.map((item) => inWords(item, (place) => placeWords(place, places, language), text)),
    ].join('; ');
}
