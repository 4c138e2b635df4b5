import type { AlarmUnit } from './alarm.ts';
import type { Role } from './role.ts';

/** A limit that can be changed in a run, within the hard bounds of the site. */
export interface AlarmLimit {
  readonly unit: AlarmUnit;
  /** Outermost bounds, both included: no site goes beyond. */
  readonly lowest: number;
  readonly highest: number;
  /** Who may decide another value. */
  readonly changedBy: readonly Role[];
  /** Has to stay below that one. */
  readonly below?: AlarmLimitName;
}

export const alarmLimitNames = [
  'control-above-target',
  'cavity-above-target',
  'cavity-highest',
  'control-below-target',
  'control-far-below-target',
  'inflow-highest',
  'core-low',
  'core-medium',
  'core-high',
  'flow-off',
  'flow-far-off',
  'cavity-pressure-raised',
  'cavity-pressure-high',
  'volume-over-plan',
] as const;
export type AlarmLimitName = (typeof alarmLimitNames)[number];

const teamOrService: readonly Role[] = ['perfusionist', 'clinician', 'service'];
const clinical: readonly Role[] = ['clinician'];

/** All of them; bounds and roles are proposals of this project (docs/safety/limits.md), values a matter of the site. */
export const alarmLimits: Readonly<Record<AlarmLimitName, AlarmLimit>> = {
  'control-above-target': { unit: 'celsius', lowest: 0.3, highest: 1.0, changedBy: teamOrService },
  'cavity-above-target': { unit: 'celsius', lowest: 0.6, highest: 1.0, changedBy: clinical },
  'cavity-highest': { unit: 'celsius', lowest: 43.0, highest: 44.0, changedBy: clinical },
  'control-below-target': {
    unit: 'celsius',
    lowest: 0.3,
    highest: 1.5,
    changedBy: teamOrService,
    below: 'control-far-below-target',
  },
  'control-far-below-target': { unit: 'celsius', lowest: 1.0, highest: 3.0, changedBy: teamOrService },
  'inflow-highest': { unit: 'celsius', lowest: 44.0, highest: 45.8, changedBy: clinical },
  'core-low': {
    unit: 'celsius',
    lowest: 37.5,
    highest: 39.0,
    changedBy: teamOrService,
    below: 'core-medium',
  },
  'core-medium': {
    unit: 'celsius',
    lowest: 38.0,
    highest: 39.5,
    changedBy: clinical,
    below: 'core-high',
  },
  'core-high': { unit: 'celsius', lowest: 38.5, highest: 40.0, changedBy: clinical },
  'flow-off': {
    unit: 'percent',
    lowest: 5,
    highest: 20,
    changedBy: teamOrService,
    below: 'flow-far-off',
  },
  'flow-far-off': { unit: 'percent', lowest: 10, highest: 40, changedBy: teamOrService },
  'cavity-pressure-raised': {
    unit: 'mmHg',
    lowest: 10,
    highest: 25,
    changedBy: clinical,
    below: 'cavity-pressure-high',
  },
  'cavity-pressure-high': { unit: 'mmHg', lowest: 15, highest: 30, changedBy: clinical },
  'volume-over-plan': { unit: 'ml', lowest: 200, highest: 1000, changedBy: clinical },
};

/** Values in force, in the order of `alarmLimitNames`. */
export type AlarmLimitValues = readonly number[];

/** What a site sets of a limit: with what a run begins, and how far it may be changed then, both included. */
export interface SiteLimit {
  readonly initial: number;
  readonly lowest: number;
  readonly highest: number;
}
export type SiteLimits = Readonly<Record<AlarmLimitName, SiteLimit>>;

export const initialLimits = (limits: SiteLimits): AlarmLimitValues =>
  alarmLimitNames.map((name) => limits[name].initial);
export const limitIndex = (name: AlarmLimitName): number => alarmLimitNames.indexOf(name);

/** Why a value cannot be a limit. */
export type LimitProblem =
  | { readonly kind: 'bounds'; readonly lowest: number; readonly highest: number }
  /** Out of order with the limit `than`, whose value is `value`. */
  | { readonly kind: 'not-below' | 'not-above'; readonly than: AlarmLimitName; readonly value: number };

/** Within its hard bounds and in order with its neighbours; `inForce`: the limits as they are. */
export function limitProblem(
  name: AlarmLimitName,
  value: number,
  { lowest, highest }: Pick<SiteLimit, 'lowest' | 'highest'>,
  inForce: (name: AlarmLimitName) => number,
): LimitProblem | null {
  const { below } = alarmLimits[name];
  if (!(value >= lowest && value <= highest)) return { kind: 'bounds', lowest, highest };
  if (below !== undefined && value >= inForce(below))
    return { kind: 'not-below', than: below, value: inForce(below) };
  const above = alarmLimitNames.find((other) => alarmLimits[other].below === name && value <= inForce(other));
  return above === undefined ? null : { kind: 'not-above', than: above, value: inForce(above) };
}
