import { ZIndexLayer } from 'recharts';
import { bandCelsius, inflowCeilingCelsius } from '../../electron/contract/words.ts';
import { type Text, useText } from '../text/text.ts';
import type { LimitTrack } from './limit-tracks.ts';
import { type PlotFrame, scaleOf } from './live-curves.ts';
import type { ChartMark } from './marks.ts';
import { clearOf, gather, intoRows, type Label, widthRem } from './placing.ts';
import { usePlotFrame } from './scale.ts';
import type { LimitLine } from './trend-chart.tsx';
import type { TimeWindow } from './window.ts';

interface TrendLabelsProps {
  readonly window: TimeWindow;
  readonly targetCelsius: number;
  readonly marks: readonly ChartMark[];
  readonly limits: readonly LimitLine[];
  readonly tracks: readonly LimitTrack[];
  readonly rem: number;
}

/** The names of what stands still: phases below, marks above, band, ceiling and broken limits at their lines. */
export function TrendLabels({ window, targetCelsius, marks, limits, tracks, rem }: TrendLabelsProps) {
  const text = useText().run.trend;
  const frame = usePlotFrame(window);
  if (frame === null) return null;
  const { y } = scaleOf(frame);
  const right = frame.left + frame.width - 4;
  const lines = [
    ...limits.map(({ limit }) => limit),
    ...tracks.flatMap(({ steps }) => steps.map(({ celsius }) => celsius)),
  ].map(y);
  const em = labelRem * rem;
  const above = (celsius: number) => y(celsius) - 0.4 * em;
  const below = (celsius: number) => y(celsius) + 1.1 * em;
  return (
    <ZIndexLayer zIndex={2000}>
      <g className="trend-labels">
        <text
          x={frame.left + 5}
          y={clearOf([above(inflowCeilingCelsius), below(inflowCeilingCelsius)], lines, em)}
        >
          {text.ceiling(inflowCeilingCelsius)}
        </text>
        <text
          className="band-label"
          x={frame.left + 5}
          y={clearOf([above(targetCelsius + bandCelsius), below(targetCelsius - bandCelsius)], lines, em)}
        >
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
        <FootNames frame={frame} marks={marks} rem={rem} />
        <Badges frame={frame} marks={marks} rem={rem} />
        <PlannedDrugs frame={frame} marks={marks} rem={rem} />
      </g>
    </ZIndexLayer>
  );
}

/** Font of the labels (trend.css), rem. */
const labelRem = 0.8125;

interface LayerProps {
  readonly frame: PlotFrame;
  readonly marks: readonly ChartMark[];
  readonly rem: number;
}

/**
 * Phases and the planned end in two rows, because short phases stand close; a phase that fits in neither is on the
 * phase strip anyway.
 */
function FootNames({ frame, marks, rem }: LayerProps) {
  const text = useText();
  const phaseNames: Readonly<Record<string, string>> = text.domain.phase;
  const { x } = scaleOf(frame);
  const phases = marks.filter((mark) => mark.kind === 'phase');
  const names = phases.flatMap(({ seconds, label }, index) => {
    const next = phases[index + 1]?.seconds ?? Number.POSITIVE_INFINITY;
    if (next <= frame.fromSeconds || seconds >= frame.toSeconds) return [];
    const name = (phaseNames[label] ?? label).toLowerCase();
    return [{ text: name, x: Math.max(frame.left, x(seconds)) + 4, width: widthRem(name) * rem }];
  });
  const labels = [...names, ...plannedEnd(frame, marks, rem, text.run.trend)].sort((a, b) => a.x - b.x);
  return intoRows(labels, 2, frame.left + frame.width).map(({ text: name, x: at, row }) => (
    <text
      key={`${at} ${name}`}
      className="foot-name"
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

/** Left of its line, or at the right edge as long as it lies beyond. */
function plannedEnd(
  frame: PlotFrame,
  marks: readonly ChartMark[],
  rem: number,
  text: Text['run']['trend'],
): Label[] {
  const end = marks.find((mark) => mark.kind === 'planned-end');
  if (end === undefined || end.seconds < frame.fromSeconds) return [];
  const later = end.seconds > frame.toSeconds;
  const name = later ? text.plannedEndLater(Math.round(end.seconds / 60)) : text.plannedEnd;
  const width = widthRem(name) * rem;
  const right = later ? frame.left + frame.width : scaleOf(frame).x(end.seconds);
  return [{ text: name, x: right - 4 - width, width }];
}
