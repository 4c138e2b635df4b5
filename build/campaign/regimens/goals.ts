import { against } from '../judge/goals.ts';
import type { RegimenFigures } from './figures.ts';
import { type RegimenName, regimens } from './regimens.ts';

/** A figure of a regimen that must not be above (or below) its limit. */
export interface RegimenGoal {
  readonly figure: keyof RegimenFigures;
  readonly words: string;
  readonly unit: '%' | '';
  readonly limit: number;
  readonly side: 'at least' | 'at most';
}

const ofAll: readonly RegimenGoal[] = [
  goal('inBandShareP1', 'time within ±0.5 °C at its own control site, worst 1 %', '%', 'at least', 0.99),
  goal('falseHigh', 'false alarms of high priority', '', 'at most', 0),
  goal('falseMediumIn50h', 'false alarms of medium priority in 50 h', '', 'at most', 1),
];

/** Where the fill is small what is left of it is judged as well. */
const ofSmall: readonly RegimenGoal[] = [
  goal('leftShareWorst', 'truly left of the fill where it can be had, worst', '%', 'at most', 0.1),
  goal('leftMoreSaidShare', 'said, where more than a tenth is left', '%', 'at least', 0.95),
  goal('leftLessSaidShare', 'said, where no more than a tenth is left', '%', 'at most', 0.05),
];
const small: readonly string[] = ['bladder', 'children'];

export const goalsOf = (name: RegimenName): readonly RegimenGoal[] =>
  small.includes(regimens[name].cohort) ? [...ofAll, ...ofSmall] : ofAll;

function goal(
  figure: keyof RegimenFigures,
  words: string,
  unit: RegimenGoal['unit'],
  side: RegimenGoal['side'],
  limit: number,
): RegimenGoal {
  return { figure, words, unit, side, limit };
}

export const judged = (goal: RegimenGoal, figures: RegimenFigures) => against(goal, figures[goal.figure]);
