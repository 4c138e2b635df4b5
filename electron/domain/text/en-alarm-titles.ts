import type { Alarm } from '../alarm.ts';
import { type Phase, phases } from '../phase.ts';
import { type Placement, probeName } from './dictionary.ts';
import * as names from './en-names.ts';
import { inUnit, withUnit } from './format.ts';

/** " 43.52 °C, limit 43.50"; "" where the alarm has no value. */
export function figures({ value, limit, unit }: Alarm): string {
  if (value === null || unit === 'none') return '';
  const broken = limit === null ? '' : `, limit ${inUnit(limit, unit)}`;
  return ` ${withUnit(value, unit)}${broken}`;
}

export const fixed = (what: string) => (alarm: Alarm) => `${what}${figures(alarm)}`;
export const ofProbe = (after: string) => (alarm: Alarm, placement: Placement) =>
  `${probeName(names, alarm.subject, placement)}${after}${figures(alarm)}`;
export const core = (alarm: Alarm, placement: Placement) =>
  `Patient core${placement.coreSite === '' ? '' : ` (${placement.coreSite})`}${figures(alarm)}`;
export const flow = (alarm: Alarm) =>
  alarm.unit === 'percent' ? `Flow off its set-point by${figures(alarm)}` : `Flow${figures(alarm)}`;

const isPhase = (name: string): name is Phase => phases.some((one) => one === name);
export const phaseTitle = (alarm: Alarm) =>
  `${isPhase(alarm.subject) ? names.phase[alarm.subject] : alarm.subject} takes long,${figures(alarm)}`;
