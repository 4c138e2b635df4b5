import type { ReactNode } from 'react';
import { celsius } from '../../electron/contract/text.ts';
import type { ProbeView, RunView } from '../../electron/contract/view.ts';
import {
  type Alarm,
  bodySide,
  type MapItem,
  mapLayout,
  mapSizes,
  type PlacedProbe,
  type ProbeId,
  placedProbes,
} from '../../electron/contract/words.ts';
import { type BodyMapProps, Sign } from '../parts/body-map.tsx';
import { CompactMap, type ProbeNow } from '../parts/compact-map.tsx';
import { Figure } from '../parts/figure.tsx';
import { type Text, useText } from '../text/text.ts';
import type { Place } from './alarm-order.ts';
import { placeName } from './places.ts';
import './map-panel.css';

interface MapPanelProps {
  readonly run: RunView;
  readonly alarms: ReadonlyMap<Place, Alarm>;
}

/** Where catheters and probes lie, with what each probe reads now: the drawing, and beside it all of them by name. */
export function MapPanel({ run, alarms }: MapPanelProps) {
  const words = useText();
  const text = words.placing.map;
  const map = mapOf(run);
  const { cavity, side, catheters, probes } = map;
  const { marks } = mapLayout({ cavity, side }, catheters, probes, mapSizes.compact);
  const now = nowOf(run, alarms, words);
  const saysPlace = catheters.length > 0 || probes.some(({ place }) => place !== '');
  return (
    <div className="map-panel" data-drawn={marks.length > 0}>
      {marks.length === 0 ? (
        <p className="map-nothing">{saysPlace ? text.noneDrawn : text.nonePlaced}</p>
      ) : (
        <div className="map-picture">
          <CompactMap {...map} now={now} />
          {cavity === 'pleural' && side === null && <p className="map-note">{text.sideMissing}</p>}
        </div>
      )}
      <MapList run={run} map={map} now={now} core={alarms.get('core')} />
    </div>
  );
}

function mapOf({ case: of, lists }: RunView): BodyMapProps {
  return {
    cavity: of.cavity,
    side: bodySide(of.side),
    catheters: [...of.catheters].sort((one, other) => one.number - other.number),
    probes: placedProbes(of.probeSites, of.probePlaces),
    places: lists.catheterPlaces[of.cavity],
    probePlaces: lists.probePlaces[of.cavity],
  };
}

const nowOf = (
  run: RunView,
  alarms: ReadonlyMap<Place, Alarm>,
  words: Text,
): Readonly<Partial<Record<ProbeId, ProbeNow>>> =>
  Object.fromEntries(
    run.probes.map((probe) => [
      probe.id,
      { reading: probe.celsius, alarm: alarms.get(probe.id), reason: reasonOf(probe, words) },
    ]),
  );

/** While it counts for nothing it is told what it reads all the same. */
const reasonOf = ({ ignored }: ProbeView, { placing }: Text): string | undefined =>
  ignored === null || ignored.celsius === null ? undefined : placing.map.ignored(celsius(ignored.celsius));

interface MapListProps {
  readonly run: RunView;
  readonly map: BodyMapProps;
  readonly now: Readonly<Partial<Record<ProbeId, ProbeNow>>>;
  readonly core: Alarm | undefined;
}

/** Every probe in use and the core, which change; below them every catheter. */
function MapList({ run, map, now, core }: MapListProps) {
  const words = useText();
  const { placing, records, domain } = words;
  const { map: text } = placing;
  const site = (items: BodyMapProps['places'], place: string) =>
    place === '' ? records.places.notSaid : placeName(items, place, domain.spoken);
  return (
    <ul className="list map-list" aria-label={records.places.title}>
      {map.probes.map((probe) => (
        <li className="map-row" key={probe.id} data-probe={probe.id}>
          <RowName item={{ kind: 'probe', probe }}>
            <b>{probe.id}</b> {domain.probeSite[probe.site]}
          </RowName>
          <Reads now={now[probe.id]} />
          {!isInLine(probe) && <span className="map-where">{site(map.probePlaces, probe.place)}</span>}
        </li>
      ))}
      <li className="map-row" data-core="true">
        <span className="map-name">{records.places.core}</span>
        <Figure reading={run.coreCelsius} decimals={1} unit={text.celsius} alarm={core} />
        <span className="map-where">{run.case.coreSite || records.places.notSaid}</span>
      </li>
      {map.catheters.length === 0 && <li className="map-row">{text.noCatheter}</li>}
      {map.catheters.map((catheter) => (
        <li className="map-row" key={catheter.number} data-catheter={catheter.number}>
          <RowName item={{ kind: 'catheter', catheter }}>
            {text.catheterRow(catheter.number, catheter.direction, catheter.frenchSize)}
          </RowName>
          <span className="map-where">{site(map.places, catheter.place)}</span>
        </li>
      ))}
    </ul>
  );
}

/** In the machine's own lines there is no place in the body to say. */
const isInLine = ({ site, place }: PlacedProbe): boolean =>
  (site === 'inflow' || site === 'outflow') && place === '';

function RowName({ item, children }: { readonly item: MapItem; readonly children: ReactNode }) {
  return (
    <span className="map-name">
      <Sign item={item} />
      <span>{children}</span>
    </span>
  );
}

function Reads({ now }: { readonly now: ProbeNow | undefined }) {
  const { celsius: unit } = useText().placing.map;
  if (now === undefined) return null;
  const { reading, alarm, reason } = now;
  return <Figure reading={reading} decimals={2} unit={unit} alarm={alarm} reason={reason} />;
}
