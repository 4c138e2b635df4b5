import type { Figures } from '../judge/figures.ts';
import { goals } from '../judge/goals.ts';

/** What a perfect controller comes to, where that is not 0. */
const perfect: Partial<Record<keyof Figures, number>> = { timeRatioMedian: 1, timeRatioP95: 1 };
/** A goal of 100 % leaves no room to divide by: a hundredth counts as one goal missed. */
const leastRoom = 0.01;

/**
 * How far the nominal figures of control are from perfect, each as a multiple of the room its goal leaves, summed. The
 * baseline is tuned to the very figures it is judged by.
 */
export function costOf(figures: Partial<Figures>): number {
  return goals
    .filter(({ of }) => of === 'nominal')
    .reduce((sum, { figure, side, limit }) => {
      const value = figures[figure];
      if (value === undefined || value === null) return sum;
      const best = side === 'at least' ? 1 : (perfect[figure] ?? 0);
      const room = Math.max(Math.abs(limit - best), side === 'at least' ? leastRoom : 0);
      return sum + Math.max(0, side === 'at least' ? best - value : value - best) / room;
    }, 0);
}
