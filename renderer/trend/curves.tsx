import { memo, useId, useState } from 'react';
import { ZIndexLayer } from 'recharts';
import { useConsole } from '../store.ts';
import { number } from '../text/format.ts';
import { type Text, useText } from '../text/text.ts';
import { coreCurve } from './columns.ts';
import type { CoreOnTrend } from './core-on-trend.ts';
import { CorePoints } from './core-points.tsx';
import { type DrawnCurves, LiveCurves, type PlotFrame, scaleOf } from './live-curves.ts';
import { curveLook } from './looks.ts';
import type { Piece } from './paths.ts';
import { spread } from './placing.ts';
import { highCelsius, lowCelsius, usePlotFrame } from './scale.ts';
import type { TimeWindow } from './window.ts';

interface TrendCurvesProps {
  readonly window: TimeWindow;
  readonly probesInUse: readonly number[];
  readonly core: CoreOnTrend;
  readonly rem: number;
}

const probeName = (probe: number): string => `T${probe + 1}`;
const curveName = (curve: number, text: Text): string =>
  curve === coreCurve ? text.run.trend.core : probeName(curve);

/** T1 to T4 and the core, folded as they grow; gaps hatched and named, values off the scale marked at its edge. */
export function TrendCurves({ window, probesInUse, core, rem }: TrendCurvesProps) {
  const trend = useConsole((state) => state.trend);
  const [live] = useState(() => new LiveCurves());
  const frame = usePlotFrame(window);
  const id = useId();
  if (frame === null) return null;
  const curves = core.byProbe ? [...probesInUse, coreCurve] : probesInUse;
  const drawn = live.draw(trend, frame, curves);
  return (
    <ZIndexLayer zIndex={450}>
      <defs>
        <clipPath id={`${id}-plot`}>
          <rect x={frame.left} y={frame.top} width={frame.width} height={frame.height} />
        </clipPath>
        <pattern
          id={`${id}-hatch`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className="trend-hatch" x1="0" x2="0" y1="0" y2="6" />
        </pattern>
      </defs>
      <g clipPath={`url(#${id}-plot)`}>
        <Gaps drawn={drawn} frame={frame} fill={`url(#${id}-hatch)`} inUse={probesInUse.length} rem={rem} />
        {curves.map((curve) => (
          <Curve key={curve} curve={curve} pieces={drawn.pieces[curve] ?? []} />
        ))}
        <OffScaleMarks drawn={drawn} frame={frame} rem={rem} />
      </g>
      <CurveEnds drawn={drawn} frame={frame} rem={rem} />
      <CorePoints core={core} frame={frame} nowSeconds={trend.rows.at(-1)?.[0] ?? 0} rem={rem} />
    </ZIndexLayer>
  );
}

function Curve({ curve, pieces }: { readonly curve: number; readonly pieces: readonly Piece[] }) {
  return (
    <g className="curve" data-curve={curve === coreCurve ? 'core' : probeName(curve)}>
      {pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place in the curve
        <CurvePiece key={index} piece={piece} curve={curve} />
      ))}
    </g>
  );
}

const CurvePiece = memo(function CurvePiece({
  piece,
  curve,
}: {
  readonly piece: Piece;
  readonly curve: number;
}) {
  const { colour, dash } = curveLook(curve);
  return (
    <path
      d={piece.d}
      style={{ stroke: colour }}
      strokeDasharray={dash}
      strokeDashoffset={piece.offset.toFixed(1)}
    />
  );
});

interface LayerProps {
  readonly drawn: DrawnCurves;
  readonly frame: PlotFrame;
  readonly rem: number;
}

function Gaps({
  drawn,
  frame,
  rem,
  fill,
  inUse,
}: LayerProps & { readonly fill: string; readonly inUse: number }) {
  const text = useText().run.trend;
  const { x } = scaleOf(frame);
  let labelEnd = Number.NEGATIVE_INFINITY;
  return drawn.gaps.map(({ fromSeconds, toSeconds, probes }) => {
    const left = x(fromSeconds);
    const width = Math.max(3, x(toSeconds) - left);
    if (left + width < frame.left) return null;
    const name = text.noData(probes.length === inUse ? '' : probes.map(probeName).join(' '));
    const fits = left > labelEnd;
    if (fits) labelEnd = left + width + name.length * 0.5 * rem;
    return (
      <g
        key={`${fromSeconds} ${probes.join()}`}
        className="trend-gap"
        data-gap={probes.map(probeName).join(' ')}
      >
        <rect x={left} y={frame.top} width={width} height={frame.height} fill={fill} />
        {fits && (
          <text x={left + width + 4} y={frame.top + frame.height} dy="-3.5em">
            {name}
          </text>
        )}
      </g>
    );
  });
}

/** Distance between two marks of a curve that stays off the scale, in rem. */
const markEvery = 3.5;

function OffScaleMarks({ drawn, frame, rem }: LayerProps) {
  const { x } = scaleOf(frame);
  return drawn.offScale.flatMap(({ probe, side, fromSeconds, toSeconds }) => {
    const end = x(toSeconds);
    const marks: number[] = [];
    for (let at = x(fromSeconds) + (0.4 + 0.75 * probe) * rem; at < end; at += markEvery * rem)
      marks.push(at);
    const y = side === 'below' ? frame.top + frame.height - 1 : frame.top + 1;
    const tip = (side === 'below' ? -0.45 : 0.45) * rem;
    return marks.map((at) => (
      <path
        key={`${probe} ${side} ${at}`}
        className="off-scale"
        d={`M${at - 0.25 * rem} ${y + tip}h${0.5 * rem}L${at} ${y}Z`}
        style={{ fill: curveLook(probe).colour }}
      />
    ));
  });
}

function CurveEnds({ drawn, frame, rem }: LayerProps) {
  const text = useText();
  const { x, y } = scaleOf(frame);
  const inside = (celsius: number) => Math.min(highCelsius, Math.max(lowCelsius, celsius));
  const heights = drawn.ends.map(({ celsius }) => y(inside(celsius)));
  const placed = spread(heights, 1.05 * rem, frame.top + rem / 2, frame.top + frame.height - rem / 2);
  return drawn.ends.map(({ curve, seconds, celsius }, index) => (
    <text
      key={curve}
      className="curve-end"
      x={x(seconds) + 0.45 * rem}
      y={placed[index]}
      dy="0.35em"
      style={{ fill: curveLook(curve).colour }}
    >
      {curveName(curve, text)}
      {celsius !== inside(celsius) && ` ${number(celsius, 1)}`}
    </text>
  ));
}
