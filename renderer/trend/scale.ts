import { usePlotArea } from 'recharts';
import type { PlotFrame } from './live-curves.ts';
import type { TimeWindow } from './window.ts';

/** The temperature scale never changes: an axis that moves by itself was found confusing at the bedside. */
export const lowCelsius = 34;
export const highCelsius = 46;
export const temperatureTicks: readonly number[] = [34, 36, 38, 40, 42, 44, 46];

/** Where Recharts has put the plot, for what is drawn inside it; `null` before it has been laid out. */
export function usePlotFrame({ fromSeconds, toSeconds }: TimeWindow): PlotFrame | null {
  const plot = usePlotArea();
  if (plot === undefined || plot.width <= 0 || plot.height <= 0) return null;
  return {
    fromSeconds,
    toSeconds,
    lowCelsius,
    highCelsius,
    left: plot.x,
    top: plot.y,
    width: plot.width,
    height: plot.height,
  };
}
