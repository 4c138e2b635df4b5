import { inflowLimitCelsius } from '../../../electron/domain/command.ts';
import type { FigureName, Figures } from './figures.ts';

/** One row of the goals: the figure must not be above (or below) the limit. */
export interface Goal {
  readonly figure: FigureName;
  readonly words: string;
  readonly unit: '%' | '°C' | '×';
  readonly limit: number;
  readonly side: 'at least' | 'at most';
  /** Kind of campaign it is a goal of. */
  readonly of: 'nominal' | 'disturbed';
}

export const goals: readonly Goal[] = [
  row('inBandShareMedian', 'time within ±0.5 °C, median', '%', 'at least', 1, 'nominal'),
  row('inBandShareP1', 'time within ±0.5 °C, worst 1 %', '%', 'at least', 0.995, 'nominal'),
  row('within02ShareMedian', 'time within ±0.2 °C, median', '%', 'at least', 0.99, 'nominal'),
  row('absMeanErrorMedian', 'size of the mean error, median', '°C', 'at most', 0.05, 'nominal'),
  row('sdMedian', 'SD, median', '°C', 'at most', 0.1, 'nominal'),
  row('overshootP99', 'overshoot of any compartment, 99 %', '°C', 'at most', 0.3, 'nominal'),
  row('timeRatioMedian', 'time to target −0.5 °C ÷ shortest, median', '×', 'at most', 1.15, 'nominal'),
  row('timeRatioP95', 'time to target −0.5 °C ÷ shortest, 95 %', '×', 'at most', 1.3, 'nominal'),
  row('worstCavityAboveTarget', 'hottest compartment above target, all', '°C', 'at most', 1, 'disturbed'),
  row('worstInflow', 'inflow, all', '°C', 'at most', inflowLimitCelsius, 'disturbed'),
  row('recoveryRatioP95', 'time back into band ÷ shortest, 95 %', '×', 'at most', 1.3, 'disturbed'),
  row('unreachableFoundShare', 'unreachable named within 6 min', '%', 'at least', 0.95, 'nominal'),
  row('unreachableFalseShare', 'reachable ever named unreachable', '%', 'at most', 0.01, 'nominal'),
];

function row(
  figure: FigureName,
  words: string,
  unit: Goal['unit'],
  side: Goal['side'],
  limit: number,
  of: Goal['of'],
): Goal {
  return { figure, words, unit, side, limit, of };
}

export type Verdict = 'met' | 'MISSED' | 'no goal here' | 'nothing to judge';

export function judgeGoal(goal: Goal, figures: Figures, disturbed: boolean): Verdict {
  if ((goal.of === 'disturbed') !== disturbed) return 'no goal here';
  return against(goal, figures[goal.figure]);
}

/** A figure held against its limit. */
export function against(
  { side, limit }: Pick<Goal, 'side' | 'limit'>,
  value: number | null,
): Exclude<Verdict, 'no goal here'> {
  if (value === null) return 'nothing to judge';
  return (side === 'at least' ? value >= limit : value <= limit) ? 'met' : 'MISSED';
}

/** Engine of one treatment, times real time on one core. */
export const speedGoal = 20_000;
/** 1 000 undisturbed patients on two threads, s. */
export const thousandPatientsSeconds = 300;
