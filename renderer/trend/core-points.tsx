import { ZIndexLayer } from 'recharts';
import { number } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { coreCurve } from './columns.ts';
import type { CoreOnTrend } from './core-on-trend.ts';
import { type PlotFrame, scaleOf } from './live-curves.ts';
import { curveLook } from './looks.ts';
import { widthRem } from './placing.ts';

interface CorePointsProps {
  readonly core: CoreOnTrend;
  readonly frame: PlotFrame;
  readonly nowSeconds: number;
  readonly rem: number;
}

/**
 * The core as read by hand: a point each, never joined, because nobody knows what lay between. The newest is named with
 * its age; while limits are held against it a thin line says that it stands until now.
 */
export function CorePoints({ core, frame, nowSeconds, rem }: CorePointsProps) {
  const { x } = scaleOf(frame);
  const seen = core.points.filter(({ seconds }) => seconds >= frame.fromSeconds);
  const newest = core.points.at(-1);
  const { colour } = curveLook(coreCurve);
  const size = 0.375 * rem;
  return (
    <ZIndexLayer zIndex={460}>
      {core.standsMinutes !== null && newest !== undefined && (
        <path
          className="core-stands"
          d={`M${Math.max(frame.left, x(newest.seconds))} ${heightOf(newest.celsius, frame)}H${x(nowSeconds)}`}
          style={{ stroke: colour }}
        />
      )}
      {seen.map(({ seconds, celsius }) => (
        <path
          key={`${seconds} ${celsius}`}
          className="core-point"
          data-celsius={celsius}
          d={`M${x(seconds) - size} ${heightOf(celsius, frame)}l${size} ${-size}l${size} ${size}l${-size} ${size}Z`}
          style={{ stroke: colour }}
        />
      ))}
      {newest !== undefined && newest === seen.at(-1) && (
        <NewestName core={core} at={x(newest.seconds)} celsius={newest.celsius} frame={frame} rem={rem} />
      )}
    </ZIndexLayer>
  );
}

/** Above its point, within the plot. */
function NewestName({
  core: { standsMinutes },
  at,
  celsius,
  frame,
  rem,
}: {
  readonly core: CoreOnTrend;
  readonly at: number;
  readonly celsius: number;
  readonly frame: PlotFrame;
  readonly rem: number;
}) {
  const text = useText().run.trend;
  const said = text.coreByHand(number(celsius, 1), standsMinutes);
  const half = (widthRem(said) * rem) / 2;
  const middle = Math.min(frame.left + frame.width - half, Math.max(frame.left + half, at));
  return (
    <text className="core-name" x={middle} y={heightOf(celsius, frame)} dy="-0.75em" textAnchor="middle">
      {said}
    </text>
  );
}

/** What lies off the scale stands at its edge: its number is beside it. */
function heightOf(celsius: number, frame: PlotFrame): number {
  const inside = Math.min(frame.highCelsius, Math.max(frame.lowCelsius, celsius));
  return scaleOf(frame).y(inside);
}
