import {
  type Alarm,
  bodyDrawing,
  type MapMark,
  mapHeight,
  mapLayout,
  mapSizes,
  type ProbeId,
  type Reading,
} from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';
import { type BodyMapProps, useItemWords } from './body-map.tsx';
import { Figure } from './figure.tsx';
import { MapDrawing } from './map-drawing.tsx';
import './compact-map.css';

/** What a probe on the map reads now. */
export interface ProbeNow {
  readonly reading: Reading;
  readonly alarm: Alarm | undefined;
  /** Why it is missing, where more is to be said than the reason alone. */
  readonly reason: string | undefined;
}

export interface CompactMapProps extends BodyMapProps {
  readonly now: Readonly<Partial<Record<ProbeId, ProbeNow>>>;
}

const size = mapSizes.compact;

/** Small and read-only, for the run screen: each probe with its temperature, each catheter with its way and size. */
export function CompactMap(props: CompactMapProps) {
  const { cavity, side, catheters, probes, now } = props;
  const { marks } = mapLayout({ cavity, side }, catheters, probes, size);
  const words = useItemWords(props);
  return (
    <figure className="compact-map">
      <div className="compact-stage">
        <MapDrawing
          drawing={bodyDrawing(cavity, side)}
          marks={marks}
          size={size}
          worded={false}
          suggesting={null}
          name={words.all(marks)}
        />
        {marks.map((mark) => (
          <Said key={keyOf(mark)} mark={mark} now={now} alone={isAlone(mark, marks)} />
        ))}
      </div>
    </figure>
  );
}

const keyOf = ({ item }: MapMark): string =>
  item.kind === 'catheter' ? `catheter-${item.catheter.number}` : item.probe.id;

const percent = (share: number): string => `${100 * share}%`;
/** From the outer edge of the drawing to where the words beside a label end, as a share of its width. */
const wordsShare = (mark: MapMark): number => {
  const half = mark.item.kind === 'probe' ? 1.5 * size.radius : size.radius;
  const inner = mark.margin === 'left' ? mark.label.x - half : 100 - mark.label.x - half;
  return (size.margin + inner - 2) / (100 + 2 * size.margin);
};

/** Room for three lines, in units of the drawing: a reason may take two. */
const roomForReason = 18;
const isAlone = (mark: MapMark, marks: readonly MapMark[]): boolean =>
  marks.every(
    (other) =>
      other === mark ||
      other.margin !== mark.margin ||
      Math.abs(other.label.y - mark.label.y) >= roomForReason,
  );

interface SaidProps {
  readonly mark: MapMark;
  readonly now: CompactMapProps['now'];
  /** Otherwise a reason stands in the list beside the drawing only. */
  readonly alone: boolean;
}

/** Beside the label in its margin. */
function Said({ mark, now, alone }: SaidProps) {
  const text = useText();
  const { map } = text.placing;
  const { item, margin, label } = mark;
  const style = { top: percent(label.y / mapHeight), width: percent(wordsShare(mark)) };
  if (item.kind === 'probe') {
    const shown = now[item.probe.id];
    return (
      <div className="map-said" data-margin={margin} data-probe={item.probe.id} style={style}>
        {shown !== undefined && (
          <Figure
            reading={shown.reading}
            decimals={2}
            unit={map.celsius}
            alarm={shown.alarm}
            reason={alone ? shown.reason : ''}
          />
        )}
      </div>
    );
  }
  const { number, direction, frenchSize } = item.catheter;
  return (
    <div className="map-said" data-margin={margin} data-catheter={number} style={style}>
      <b>{map.ways[direction]}</b>
      {frenchSize !== null && <span>{map.french(frenchSize)}</span>}
    </div>
  );
}
