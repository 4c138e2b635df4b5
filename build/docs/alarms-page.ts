/** The page on alarms, generated from the limits table, the texts and the bursts. Pure. */

import type { Condition, LimitRule } from '../../electron/alarms/conditions/condition.ts';
import { explains } from '../../electron/alarms/conditions/explains.ts';
import { conditions } from '../../electron/alarms/conditions.ts';
import { signalTable } from '../../electron/alarms/signal-table.ts';
import { type AlarmCode, type AlarmUnit, priorities } from '../../electron/domain/alarm.ts';
import { type AlarmLimitName, alarmLimitNames, alarmLimits } from '../../electron/domain/alarm-limits.ts';
import { en } from '../../electron/domain/text/en.ts';
import { number, unitSymbol } from '../../electron/domain/text/format.ts';
import { zh } from '../../electron/domain/text/zh.ts';
import { lengthOf } from '../../renderer/sound/burst-plan.ts';
import { bursts } from '../../renderer/sound/bursts.ts';
import { theatre } from '../shipped-site.ts';

const basisWords: Readonly<Record<LimitRule['basis'], string>> = {
  zero: '',
  target: 'target',
  'set-flow': 'set flow',
  'last-set-flow': 'last set flow',
  'plan-volume': 'planned volume',
  'retained-volume': 'a tenth of the fill, 8 to 500 mL',
  'largest-volume': 'largest volume of the preset',
  'line-pressure-limit': 'limit of the site',
  'phase-limit': 'time limit of the phase (docs/phases.md)',
};

const whenWords: Readonly<Record<Condition['when'], string>> = {
  always: 'always',
  controlled: 'heat-up, treatment',
  'cavity-has-target': 'cavity or outflow controlled',
  'perfusate-controlled': 'inflow controlled',
  treatment: 'treatment',
  heats: 'heated phases',
  'closed-technique': 'closed technique',
  'heater-asked-off': 'heater asked off',
  'pump-asked-off': 'pump asked off, and more than runs down',
  'steady-flow': 'flow asked for, 15 s after a change, not draining',
  'flow-near-set': 'the same, flow still at least 80 %',
  'flow-with-heat': 'heat wanted, flow asked for, 5 s after a change',
  'flow-without-heat': 'no heat wanted, flow asked for, 5 s after a change, not draining',
  'cavity-above-target': 'heat-up, treatment, cavity 0.3 °C above target',
};

const signs = {
  plus: '+',
  'plus-of-fill': '+',
  minus: '−',
  times: '×',
  'percent-above': '+',
  'percent-below': '−',
} as const;

const figure = (value: number, unit: AlarmUnit): string => {
  const fine = unit === 'celsius' || unit === 'kelvin';
  const decimals = fine ? (Math.round(value * 10) === value * 10 ? 1 : 2) : 0;
  return `${number(value, decimals)} ${unitSymbol(unit)}`.trim();
};

function limitWords({ is, limit, signal }: Condition): string {
  if (limit === null || is === 'true') return '–';
  const { unit } = signalTable[signal];
  const named = typeof limit.by === 'string';
  const by = typeof limit.by === 'string' ? theatre.alarmLimits[limit.by].initial : limit.by;
  const amount =
    limit.as === 'times' ? number(by, 1) : limit.as.startsWith('percent') ? `${by} %` : figure(by, unit);
  const basis = basisWords[limit.basis];
  const above = basis === '' ? amount : by === 0 ? basis : `${basis} ${signs[limit.as]} ${amount}`;
  return `${{ '>': '>', '>=': '≥', '<': '<' }[is]} ${above}${named ? ' *' : ''}`;
}

function priorityWords({ priority, kind, escalation }: Condition): string {
  const grows =
    escalation === null ? '' : `, ${escalation.priority} after ${escalation.afterMs / 60_000} min`;
  return `${priority}${grows}${kind === 'technical' ? ', technical' : ''}`;
}

const hysteresisWords = ({ hysteresis, signal }: Condition): string =>
  hysteresis === 0 ? '–' : figure(hysteresis, signalTable[signal].unit);

const cell = (text: string): string => text.replaceAll('|', '\\|');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const conditionRow = (condition: Condition): string =>
  row(
    `\`${condition.code}\``,
    whenWords[condition.when],
    limitWords(condition),
    `${condition.delayMs / 1000} s`,
    hysteresisWords(condition),
    priorityWords(condition),
    en.reaction[condition.reaction] === '' ? '–' : en.reaction[condition.reaction],
    condition.source,
  );

const codes: readonly AlarmCode[] = [...new Set(conditions.map(({ code }) => code))];

const stepsRow = (code: AlarmCode): string =>
  row(
    `\`${code}\``,
    `${en.alarm[code].name}<br>${zh.alarm[code].name}`,
    en.alarm[code].steps.join('<br>'),
    zh.alarm[code].steps.join('<br>'),
  );

function limitRow(name: AlarmLimitName): string {
  const { unit, changedBy } = alarmLimits[name];
  const { initial, lowest, highest } = theatre.alarmLimits[name];
  const who = changedBy.map((role) => en.role[role].toLowerCase()).join(', ');
  return row(
    en.alarmLimit[name],
    figure(initial, unit),
    `${figure(lowest, unit)} to ${figure(highest, unit)}`,
    who,
  );
}

const burstRow = (priority: (typeof priorities)[number]): string => {
  const burst = bursts[priority];
  const repeats = burst.repeatSeconds === null ? 'once' : `again after ${burst.repeatSeconds} s`;
  const gaps = [...new Set(burst.gapsSeconds.map((gap) => `${Math.round(gap * 1000)}`))].join(', ');
  return row(
    priority,
    `${burst.gapsSeconds.length + 1}`,
    `${burst.pulseSeconds * 1000} ms`,
    `${gaps} ms`,
    `${burst.fundamentalHertz} Hz`,
    `${number(lengthOf(burst), 1)} s`,
    repeats,
  );
};

const causeRow = ([cause, effects]: [string, readonly AlarmCode[]]): string =>
  row(`\`${cause}\``, effects.map((effect) => `\`${effect}\``).join(', '));

const between = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n');

/** `prose`: the page as committed; what stands between the marks of each table is written anew. */
export function alarmsPage(prose: string): string {
  const tables: Readonly<Record<string, string>> = {
    conditions: between(
      ['condition', 'judged', 'limit', 'lasting', 'over by', 'priority', 'the console does', 'source'],
      conditions.map(conditionRow),
    ),
    limits: between(['limit (*)', 'default', 'hard bounds', 'changed by'], alarmLimitNames.map(limitRow)),
    causes: between(['alarm', 'explains'], Object.entries(explains).map(causeRow)),
    bursts: between(
      ['priority', 'pulses', 'length', 'gaps', 'fundamental', 'burst', 'repeats'],
      [...priorities].reverse().map(burstRow),
    ),
    steps: between(['condition', 'name', 'what to do now', '现在应做什么'], codes.map(stepsRow)),
  };
  return Object.entries(tables).reduce((page, [name, table]) => {
    const marks = new RegExp(`(<!-- ${name} -->\\n)[^]*?(\\n<!-- end of ${name} -->)`);
    if (!marks.test(page)) throw new Error(`docs/alarms.md holds no place for the table "${name}".`);
    return page.replace(marks, (_, from: string, to: string) => `${from}${table}${to}`);
  }, prose);
}
