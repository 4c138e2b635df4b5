import {
  type BodyDrawing,
  crosswise,
  type MapMark,
  type MapSize,
  mapViewBox,
  type Point,
  strokeWidths,
  type TreatmentCase,
} from '../../electron/contract/words.ts';
import { type Text, useText } from '../text/text.ts';

interface MapDrawingProps {
  readonly drawing: BodyDrawing;
  readonly marks: readonly MapMark[];
  readonly size: MapSize;
  /** Way and size beside each number. */
  readonly worded: boolean;
  /** The cavity whose crosswise placement is suggested; `null`: none is. */
  readonly suggesting: TreatmentCase['cavity'] | null;
  /** The drawing in words. */
  readonly name: string;
}

/** The body, the cavity in it, and lines from the labels in the margins to where catheters and probes lie. */
export function MapDrawing({ drawing, marks, size, worded, suggesting, name }: MapDrawingProps) {
  const { letters } = useText().placing.map;
  return (
    <svg className="map-drawing" viewBox={mapViewBox(size)} role="img" aria-label={name}>
      {drawing.strokes.map(({ kind, d }) => (
        <path key={d} className={`map-${kind}`} d={d} strokeWidth={strokeWidths[kind]} />
      ))}
      {drawing.letters.map(({ side, at }) => (
        <text key={side} className="map-letter" {...at}>
          {letters[side]}
        </text>
      ))}
      {suggesting !== null && <Suggestion cavity={suggesting} />}
      {marks.map((mark) => (
        <Line key={keyOf(mark)} mark={mark} />
      ))}
      {marks.map((mark) => (
        <Label key={keyOf(mark)} mark={mark} size={size} worded={worded} />
      ))}
    </svg>
  );
}

const keyOf = ({ item }: MapMark): string =>
  item.kind === 'catheter' ? `catheter-${item.catheter.number}` : item.probe.id;

/** A full tube leads in, a hollow one out; a dotted line goes to a probe. */
function Line({ mark: { item, line, tip } }: { readonly mark: MapMark }) {
  if (item.kind === 'probe') {
    return (
      <g className="map-probe" data-probe={item.probe.id}>
        <path className="map-thread" d={line} />
        <path className="map-diamond" d={diamond(tip, 1.6, 1.9)} />
      </g>
    );
  }
  const { direction } = item.catheter;
  return (
    <g className="map-catheter" data-direction={direction}>
      <path className="map-tube" d={line} />
      {direction === 'out' && <path className="map-bore" d={line} />}
      <circle className="map-tip" cx={tip.x} cy={tip.y} r="1.6" />
    </g>
  );
}

interface LabelProps {
  readonly mark: MapMark;
  readonly size: MapSize;
  readonly worded: boolean;
}

function Label({ mark, size: { radius }, worded }: LabelProps) {
  const text = useText().placing.map;
  const { item, label, arrow, margin } = mark;
  const at = { x: label.x, y: label.y };
  if (item.kind === 'probe') {
    return (
      <g className="map-probe" data-probe={item.probe.id}>
        <path className="map-diamond" d={diamond(label, radius * 1.5, radius)} />
        <text {...at} fontSize={radius * 0.95}>
          {item.probe.id}
        </text>
      </g>
    );
  }
  const { number, direction, frenchSize } = item.catheter;
  const away = (margin === 'left' ? -1 : 1) * (radius + 1.4);
  return (
    <g className="map-catheter" data-direction={direction}>
      <circle cx={label.x} cy={label.y} r={radius} />
      <path className="map-arrow" d={arrow ?? ''} />
      <text {...at} fontSize={radius * 1.25}>
        {number}
      </text>
      {worded && (
        <g className="map-words" textAnchor={margin === 'left' ? 'end' : 'start'}>
          <text className="map-way" x={label.x + away} y={label.y - (hasSize(frenchSize) ? 2.1 : 0)}>
            {text.ways[direction]}
          </text>
          {hasSize(frenchSize) && (
            <text x={label.x + away} y={label.y + 2.3}>
              {text.french(frenchSize)}
            </text>
          )}
        </g>
      )}
    </g>
  );
}

const hasSize = (frenchSize: number | null): frenchSize is number =>
  frenchSize !== null && !Number.isNaN(frenchSize);

const diamond = ({ x, y }: Point, wide: number, high: number): string =>
  `M${x - wide} ${y} L${x} ${y - high} L${x + wide} ${y} L${x} ${y + high} Z`;

/** Two faint lines crosswise: full arrow-heads where fluid would come in, hollow ones where it would leave. */
function Suggestion({ cavity }: { readonly cavity: TreatmentCase['cavity'] }) {
  const { suggestion } = useText().placing.map;
  return (
    <g className="map-suggestion">
      {crosswise[cavity].map(([from, to]) => (
        <g key={from.x}>
          <path className="map-crossing" d={`M${from.x} ${from.y} L${to.x} ${to.y}`} />
          <path className="map-coming" d={head} transform={along(from, to, 0.28)} />
          <path className="map-leaving" d={head} transform={along(from, to, 0.87)} />
        </g>
      ))}
      <text x="50" y="16">
        {suggestion}
      </text>
    </g>
  );
}

const head = 'M2.4 0 L-2 -2 L-2 2 Z';

function along(from: Point, to: Point, share: number): string {
  const [wide, high] = [to.x - from.x, to.y - from.y];
  const degrees = (Math.atan2(high, wide) * 180) / Math.PI;
  return `translate(${from.x + wide * share} ${from.y + high * share}) rotate(${degrees})`;
}

/** One catheter or probe in words. */
export function inWords(
  item: MapMark['item'],
  place: (id: string) => string,
  { placing, domain }: Text,
): string {
  const { map } = placing;
  if (item.kind === 'probe') {
    const { id, site, place: lies } = item.probe;
    return map.probe(id, lies === '' ? domain.probeSite[site] : place(lies));
  }
  const { number, direction, place: lies, frenchSize } = item.catheter;
  const words = map.catheter(number, direction, lies === '' ? map.placeMissing : place(lies));
  return hasSize(frenchSize) ? `${words}, ${map.french(frenchSize)}` : words;
}
