import type { AlarmLimitView } from '../../electron/contract/view.ts';
import {
  type AlarmLimitName,
  type AlarmUnit,
  type LimitProblem,
  limitProblem,
} from '../../electron/contract/words.ts';
import { type NumberRule, typedNumber } from '../text/typed-number.ts';

/** Another value than the run began with. */
export const isChanged = ({ value, initial }: AlarmLimitView): boolean => value !== initial;

/** `limits`: as they are in force. Main judges once more, by the same rule. */
export const problemOf = (
  value: number,
  limit: AlarmLimitView,
  limits: readonly AlarmLimitView[],
): LimitProblem | null =>
  limitProblem(
    limit.name,
    value,
    limit,
    (other) => limits.find((one) => one.name === other)?.value ?? Number.NaN,
  );

interface Steps {
  readonly small: number;
  readonly large: number;
  /** Digits after the point that a limit can have. */
  readonly decimals: number;
}
const whole: Steps = { small: 1, large: 5, decimals: 0 };
const steps: Readonly<Partial<Record<AlarmUnit, Steps>>> = {
  celsius: { small: 0.1, large: 0.5, decimals: 2 },
  percent: { ...whole, decimals: 1 },
  ml: { small: 50, large: 100, decimals: 0 },
};
const stepsOf = (unit: AlarmUnit): Steps => steps[unit] ?? whole;

/** What the buttons add to a limit. */
export function limitSteps({ unit }: AlarmLimitView): readonly number[] {
  const { small, large } = stepsOf(unit);
  return [-large, -small, small, large];
}

/** A limit has the digits its unit is shown with, no more: what is looked at is what is sent. */
export const asLimit = (value: number, { unit }: AlarmLimitView): number =>
  Number(value.toFixed(stepsOf(unit).decimals));

export const limitRule = ({ lowest, highest, unit }: AlarmLimitView): NumberRule => ({
  bounds: [lowest, highest],
  whole: stepsOf(unit).decimals === 0,
});

/** What was typed, `null` where it is no number. */
export function typedLimit(typed: string, limit: AlarmLimitView): number | null {
  const value = typedNumber(typed, limitRule(limit));
  return value !== null && Number.isFinite(value) ? asLimit(value, limit) : null;
}

/** The figure on the screen that a limit watches. */
export type Watched = 'control' | 'cavity' | 'inflow' | 'core' | 'flow' | 'cavity-pressure' | 'volume';
const watchedBy: Readonly<Record<AlarmLimitName, Watched>> = {
  'control-above-target': 'control',
  'control-below-target': 'control',
  'control-far-below-target': 'control',
  'cavity-above-target': 'cavity',
  'cavity-highest': 'cavity',
  'inflow-highest': 'inflow',
  'core-low': 'core',
  'core-medium': 'core',
  'core-high': 'core',
  'flow-off': 'flow',
  'flow-far-off': 'flow',
  'cavity-pressure-raised': 'cavity-pressure',
  'cavity-pressure-high': 'cavity-pressure',
  'volume-over-plan': 'volume',
};

/** Figures that are watched by another limit than the run began with. */
export const watchedOtherwise = (limits: readonly AlarmLimitView[]): ReadonlySet<Watched> =>
  new Set(limits.filter(isChanged).map(({ name }) => watchedBy[name]));

/** By how much the flow may be off before it alarms, share of the set flow. */
export const flowLimitShares = (limits: readonly AlarmLimitView[]): number[] =>
  limits.filter(({ name }) => watchedBy[name] === 'flow').map(({ value }) => value / 100);
