import { ZIndexLayer } from 'recharts';
import { bandCelsius, inflowCeilingCelsius } from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';
import { type PlotFrame, scaleOf } from './live-curves.ts';
import type { ChartMark } from './marks.ts';
import { gather, intoRows, widthRem } from './placing.ts';
import { usePlotFrame } from './scale.ts';
import type { LimitLine } from './trend-chart.tsx';
import type { TimeWindow } from './window.ts';

interface TrendLabelsProps {
  readonly window: TimeWindow;
  readonly targetCelsius: number;
  readonly marks: readonly ChartMark[];
  readonly limits: readonly LimitLine[];
  readonly rem: number;
}

/** The names of what stands still: phases below, marks above, band, ceiling and broken limits at their lines. */
export function TrendLabels({ window, targetCelsius, marks, limits, rem }: TrendLabelsProps) {
  const text = useText().run.trend;
  const frame = usePlotFrame(window);
  if (frame === null) return null;
  const { y } = scaleOf(frame);
  const right = frame.left + frame.width - 4;
  return (
    <ZIndexLayer zIndex={2000}>
      <g className="trend-labels">
        <text x={frame.left + 5} y={y(inflowCeilingCelsius)} dy="-0.4em">
          {text.ceiling(inflowCeilingCelsius)}
        </text>
        <text className="band-label" x={frame.left + 5} y={y(targetCelsius + bandCelsius)} dy="-0.4em">
          {text.band(targetCelsius - bandCelsius, targetCelsius + bandCelsius)}
        </text>
        {limits.map(({ limit, priority }) => (
          <text
            key={`${priority} ${limit}`}
            className={`limit-label ${priority}`}
            x={right}
            y={y(limit)}
            dy="-0.4em"
            textAnchor="end"
          >
            {text.limit(limit)}
          </text>
        ))}
        <PhaseNames frame={frame} marks={marks} rem={rem} />
        <Badges frame={frame} marks={marks} rem={rem} />
        <PlannedDrugs frame={frame} marks={marks} rem={rem} />
        <PlannedEnd frame={frame} marks={marks} rem={rem} />
      </g>
    </ZIndexLayer>
  );
}

interface LayerProps {
  readonly frame: PlotFrame;
  readonly marks: readonly ChartMark[];
  readonly rem: number;
}

/** Two rows, because short phases stand close; a name that fits in neither is on the phase strip anyway. */
function PhaseNames({ frame, marks, rem }: LayerProps) {
  const phaseNames: Readonly<Record<string, string>> = useText().domain.phase;
  const { x } = scaleOf(frame);
  const phases = marks.filter((mark) => mark.kind === 'phase');
  const labels = phases.flatMap(({ seconds, label }, index) => {
    const next = phases[index + 1]?.seconds ?? Number.POSITIVE_INFINITY;
    if (next <= frame.fromSeconds || seconds >= frame.toSeconds) return [];
    const name = (phaseNames[label] ?? label).toLowerCase();
    return [{ text: name, x: Math.max(frame.left, x(seconds)) + 4, width: widthRem(name) * rem }];
  });
  return intoRows(labels, 2, frame.left + frame.width).map(({ text: name, x: at, row }) => (
    <text
      key={`${at} ${name}`}
      className="phase-name-mark"
      x={at}
      y={frame.top + frame.height}
      dy={`${-1.05 - 1.15 * row}em`}
    >
      {name}
    </text>
  ));
}

/** D for a drug, A for an alarm, at the top of their lines; close ones share a badge that counts. */
function Badges({ frame, marks, rem }: LayerProps) {
  const text = useText().run.trend;
  const { x } = scaleOf(frame);
  const size = 1.125 * rem;
  const shown = marks.flatMap((mark) =>
    (mark.kind === 'drug' || mark.kind === 'alarm') &&
    mark.seconds >= frame.fromSeconds &&
    mark.seconds <= frame.toSeconds
      ? [{ kind: mark.kind, label: mark.label, x: x(mark.seconds) }]
      : [],
  );
  return (['drug', 'alarm'] as const).flatMap((kind) =>
    gather(
      shown.filter((mark) => mark.kind === kind),
      1.5 * size,
    ).map((group) => {
      const first = group[0];
      if (first === undefined) return null;
      const letter = kind === 'drug' ? text.drug : text.alarm;
      const width = group.length === 1 ? size : 1.6 * size;
      const top = frame.top + (kind === 'drug' ? size + 2 : 0);
      const priority =
        ['high', 'medium', 'low'].find((one) => group.some(({ label }) => label === one)) ?? '';
      return (
        <g key={`${kind} ${first.x}`} className={`badge ${kind} ${priority}`}>
          <rect x={first.x - width / 2} y={top} width={width} height={size} rx={size / 5} />
          <text x={first.x} y={top + size / 2} dy="0.36em">
            {group.length === 1 ? letter : text.several(letter, group.length)}
          </text>
        </g>
      );
    }),
  );
}

/** Planned additions ahead, named at the top of their lines. */
function PlannedDrugs({ frame, marks, rem }: LayerProps) {
  const text = useText().run.trend;
  const { x } = scaleOf(frame);
  const labels = marks.flatMap(({ kind, seconds, label }) => {
    if (kind !== 'planned-drug' || seconds < frame.fromSeconds || seconds > frame.toSeconds) return [];
    const name = text.plannedDrug(label);
    return [{ text: name, x: x(seconds) + 4, width: widthRem(name) * rem }];
  });
  return intoRows(labels, 2, frame.left + frame.width).map(({ text: name, x: at, row }) => (
    <text key={`${at} ${name}`} x={at} y={frame.top} dy={`${1.05 + 1.15 * row}em`}>
      {name}
    </text>
  ));
}

function PlannedEnd({ frame, marks }: LayerProps) {
  const text = useText().run.trend;
  const end = marks.find((mark) => mark.kind === 'planned-end');
  if (end === undefined || end.seconds < frame.fromSeconds) return null;
  const later = end.seconds > frame.toSeconds;
  const at = later ? frame.left + frame.width : scaleOf(frame).x(end.seconds);
  return (
    <text x={at - 4} y={frame.top + frame.height} dy="-1.05em" textAnchor="end">
      {later ? text.plannedEndLater(Math.round(end.seconds / 60)) : text.plannedEnd}
    </text>
  );
}
