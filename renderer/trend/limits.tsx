import { ZIndexLayer } from 'recharts';
import { asSet } from '../text/format.ts';
import { useText } from '../text/text.ts';
import type { LimitTrack } from './limit-tracks.ts';
import { type PlotFrame, scaleOf } from './live-curves.ts';
import { spread } from './placing.ts';
import { usePlotFrame } from './scale.ts';
import type { TimeWindow } from './window.ts';

interface TrendLimitsProps {
  readonly window: TimeWindow;
  readonly tracks: readonly LimitTrack[];
  readonly rem: number;
}

/** Room to the right of the plot for the names and values of limits, in rem. */
export const limitNamesRem = 3.5;

/** Alarm limits in force: thin steps below the curves, named right of the plot, where no curve comes. */
export function TrendLimits({ window, tracks, rem }: TrendLimitsProps) {
  const text = useText().run.trend;
  const frame = usePlotFrame(window);
  if (frame === null) return null;
  const { y } = scaleOf(frame);
  const seen = tracks.filter(({ steps }) => (steps[0]?.fromSeconds ?? 0) < frame.toSeconds);
  const placed = spread(
    seen.map(({ steps }) => y(steps.at(-1)?.celsius ?? frame.lowCelsius)),
    1.9 * rem,
    frame.top + 0.7 * rem,
    frame.top + frame.height - rem,
  );
  const x = frame.left + frame.width + 0.375 * rem;
  return (
    <>
      <ZIndexLayer zIndex={400}>
        {seen.map((track) => (
          <g key={keyOf(track)}>
            <path className={`limit-track ${track.of}`} d={pathOf(track, frame)} />
            {track.changed && <path className="limit-changed" d={lozenge(track, frame, 0.25 * rem)} />}
          </g>
        ))}
      </ZIndexLayer>
      <ZIndexLayer zIndex={2000}>
        {seen.map((track, at) => (
          <text key={keyOf(track)} className={`limit-track-name ${track.of}`} x={x} y={placed[at]}>
            <tspan x={x} dy="-0.15em">
              {text.limitOf[track.of]}
            </tspan>
            <tspan x={x} dy="1.05em">
              {text.limitIs(track.side, asSet(track.steps.at(-1)?.celsius ?? Number.NaN))}
            </tspan>
          </text>
        ))}
      </ZIndexLayer>
    </>
  );
}

const keyOf = ({ of, side, steps }: LimitTrack): string => `${of} ${side} ${steps.at(-1)?.celsius}`;

/** At the right end of a limit that is another than the run began with, as beside the figure it watches. */
function lozenge({ steps }: LimitTrack, frame: PlotFrame, size: number): string {
  const y = scaleOf(frame).y(steps.at(-1)?.celsius ?? frame.lowCelsius);
  return `M${frame.left + frame.width - 2 * size} ${y}l${size} ${-size}l${size} ${size}l${-size} ${size}Z`;
}

/** Steps from where a limit begins to the right edge, within the plot. */
function pathOf({ steps }: LimitTrack, frame: PlotFrame): string {
  const { x, y } = scaleOf(frame);
  const right = frame.left + frame.width;
  return steps
    .map(({ fromSeconds, celsius }, at) => {
      const start = Math.min(right, Math.max(frame.left, x(fromSeconds)));
      return at === 0
        ? `M${start.toFixed(1)} ${y(celsius).toFixed(1)}`
        : `H${start.toFixed(1)}V${y(celsius).toFixed(1)}`;
    })
    .concat(`H${right.toFixed(1)}`)
    .join('');
}
