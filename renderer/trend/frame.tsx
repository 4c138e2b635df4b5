import type { ReactNode } from 'react';
import { CartesianGrid, LineChart, ReferenceArea, ReferenceLine, XAxis, YAxis } from 'recharts';
import { bandCelsius, inflowCeilingCelsius } from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';
import { limitNamesRem } from './limits.tsx';
import type { ChartMark } from './marks.ts';
import { highCelsius, lowCelsius, temperatureTicks } from './scale.ts';
import type { LimitLine } from './trend-chart.tsx';
import type { Size } from './use-size.ts';
import { type TimeWindow, ticks } from './window.ts';

interface TrendFrameProps {
  readonly size: Size;
  readonly window: TimeWindow;
  readonly targetCelsius: number;
  readonly marks: readonly ChartMark[];
  readonly limits: readonly LimitLine[];
  readonly children: ReactNode;
}

const noData: readonly never[] = [];

/** All that stands still: axes, grid, band, ceiling, limits, and a line for every mark. Drawn by Recharts. */
export function TrendFrame({ size, window, targetCelsius, marks, limits, children }: TrendFrameProps) {
  const text = useText().run.trend;
  const { rem } = size;
  const inWindow = marks.filter(
    ({ seconds }) => seconds >= window.fromSeconds && seconds <= window.toSeconds,
  );
  const timeTicks = ticks(window);
  const axis = {
    axisLine: false,
    tickLine: false,
    allowDataOverflow: true,
    type: 'number',
    interval: 0,
  } as const;
  return (
    <LineChart
      width={size.width}
      height={size.height}
      data={[...noData]}
      margin={{ top: 0.375 * rem, right: limitNamesRem * rem, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--grid)" />
      <XAxis
        {...axis}
        dataKey="seconds"
        domain={[window.fromSeconds, window.toSeconds]}
        ticks={timeTicks}
        tickFormatter={(seconds: number) =>
          seconds === timeTicks[0] ? text.minutes(seconds / 60) : String(seconds / 60)
        }
        height={1.75 * rem}
        tickMargin={0.25 * rem}
      />
      <YAxis
        {...axis}
        domain={[lowCelsius, highCelsius]}
        ticks={[...temperatureTicks]}
        tickFormatter={text.degrees}
        width={2.75 * rem}
        tickMargin={0.25 * rem}
      />
      <ReferenceArea
        y1={targetCelsius - bandCelsius}
        y2={targetCelsius + bandCelsius}
        className="trend-band"
        ifOverflow="hidden"
      />
      <ReferenceLine y={targetCelsius} className="trend-line target" />
      <ReferenceLine y={inflowCeilingCelsius} className="trend-line ceiling" />
      {limits.map(({ limit, priority }) => (
        <ReferenceLine key={`${priority} ${limit}`} y={limit} className={`trend-line limit ${priority}`} />
      ))}
      {inWindow.map(({ seconds, kind, label }) => (
        <ReferenceLine
          key={`${kind} ${label} ${seconds}`}
          x={seconds}
          className={`trend-line ${kind} ${kind === 'alarm' ? label : ''}`}
        />
      ))}
      {children}
    </LineChart>
  );
}
