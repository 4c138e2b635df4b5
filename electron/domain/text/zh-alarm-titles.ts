import type { Alarm } from '../alarm.ts';
import { type Phase, phases } from '../phase.ts';
import { type Placement, probeName } from './dictionary.ts';
import { inUnit, withUnit } from './format.ts';
import * as names from './zh-names.ts';

/** " 43.52 °C，限值 43.50"; "" where the alarm has no value. */
export function figures({ value, limit, unit }: Alarm): string {
  if (value === null || unit === 'none') return '';
  const broken = limit === null ? '' : `，限值 ${inUnit(limit, unit)}`;
  return ` ${withUnit(value, unit)}${broken}`;
}

/** No space after Chinese punctuation, which has its own. */
const joined = (what: string, alarm: Alarm) =>
  `${what}${/[：）]$/.test(what) ? figures(alarm).trimStart() : figures(alarm)}`;

export const fixed = (what: string) => (alarm: Alarm) => joined(what, alarm);
export const ofProbe = (after: string) => (alarm: Alarm, placement: Placement) =>
  `${probeName(names, alarm.subject, placement)}${after}${figures(alarm)}`;
export const core = (alarm: Alarm, placement: Placement) =>
  joined(`核心体温${placement.coreSite === '' ? '' : `（${placement.coreSite}）`}`, alarm);
export const flow = (alarm: Alarm) =>
  `${alarm.unit === 'percent' ? '流量偏离设定值' : '流量'}${figures(alarm)}`;

const isPhase = (name: string): name is Phase => phases.some((one) => one === name);
export const phaseTitle = (alarm: Alarm) =>
  `${isPhase(alarm.subject) ? names.phase[alarm.subject] : alarm.subject}阶段时间过长${figures(alarm)}`;
