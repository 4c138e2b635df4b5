import { priorities } from '../../domain/alarm.ts';
import { alarmLimits } from '../../domain/alarm-limits.ts';
import { actorName, priorityMarks } from '../../domain/text/dictionary.ts';
import { minutesSeconds, number, withUnit } from '../../domain/text/format.ts';
import type { LoggedAlarm } from '../figures/alarm-log.ts';
import type { AudioPause, LimitChange } from '../figures/alarm-people.ts';
import { html, type Markup, nothing } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { alarmTable } from './alarm-table.ts';
import { moment } from './blocks.ts';

/** The alarm log: what it came to, every alarm with its end, audio pauses, changes of limits. */
export function alarmsSection(input: ReportInput): Markup {
  const { figures, words } = input;
  const labels = words.alarms;
  const head =
    figures.alarms.length === 0
      ? html`<h2>${labels.heading}</h2><p>${labels.none}</p>`
      : html`<div class="keep"><h2>${labels.heading}</h2>${totals(input)}<p class="after">${ends(input)}</p></div>`;
  return html`<section>${head}${alarmTable(input)}${pauses(input)}${limits(input)}</section>`;
}

function totals({ figures, names, words: { alarms: labels } }: ReportInput): Markup {
  const { alarmTotals, audioPauses, audioPausedSeconds } = figures;
  const cells: [string, string, string][] = [
    ...priorities
      .toReversed()
      .map((priority): [string, string, string] => [
        `${priorityMarks[priority]} ${names.priority[priority]}`,
        number(alarmTotals.byPriority[priority]),
        labels.explained(alarmTotals.explained[priority]),
      ]),
    [labels.highOn, minutesSeconds(alarmTotals.highSeconds), ''],
    [
      labels.audioPaused,
      minutesSeconds(audioPausedSeconds),
      audioPauses.length === 0 ? labels.neverPaused : labels.pausedTimes(audioPauses.length),
    ],
  ];
  return html`<div class="glance small">${cells.map(
    ([label, value, below]) =>
      html`<div><div class="label">${label}</div><div class="value">${value}</div><div class="label">${below}</div></div>`,
  )}</div>`;
}

/** So many are named; the table has them all. */
const mostNamed = 5;

/** What is over and what is not. */
function ends({ header, figures, names, words }: ReportInput): string {
  const labels = words.alarms;
  const told = (alarms: readonly LoggedAlarm[]): string => {
    const urgentFirst = priorities
      .toReversed()
      .flatMap((priority) => alarms.filter(({ alarm }) => alarm.priority === priority));
    const each = [...new Set(urgentFirst.map(({ alarm }) => names.alarmCalled(alarm, header.case)))];
    const rest = each.length - mostNamed;
    const shown = each.slice(0, mostNamed);
    return [...shown, ...(rest > 0 ? [labels.andOthers(rest)] : [])].join(words.semicolon);
  };
  const open = figures.alarms.filter(({ cleared }) => cleared === null);
  if (open.length === 0) return labels.allOver;
  const cutMs =
    open.find(({ alarm }) => alarm.code === 'link-lost')?.alarm.raisedMs ?? Number.POSITIVE_INFINITY;
  const unseen = figures.alarms.filter((one) => one.unseen && (one.alarm.clearedMs ?? 0) >= cutMs);
  return `${labels.open(told(open))}${unseen.length === 0 ? '' : ` ${labels.unseenToTheEnd(told(unseen))}`}`;
}

function pauses(input: ReportInput): Markup {
  const { figures, names, words } = input;
  const labels = words.alarms;
  if (figures.audioPauses.length === 0) return nothing;
  const row = ({ by, from, until }: AudioPause) => html`<tr>
<td class="t">${moment(input, from)}</td><td class="t">${until === null ? '' : moment(input, until)}</td>
<td class="n t">${minutesSeconds(((until?.sessionMs ?? figures.sessionSeconds * 1000) - from.sessionMs) / 1000)}</td>
<td>${actorName(names, by)}</td><td>${until === null ? labels.recordEnds : names.audioOn[until.cause]}${until === null || until.by.how === 'program' ? '' : `${words.comma}${actorName(names, until.by)}`}</td></tr>`;
  return html`<h3>${labels.pauses}</h3><table class="small dense">
<thead><tr><th>${labels.from}</th><th>${labels.until}</th><th class="n">${labels.lasted}</th><th>${labels.by}</th><th>${labels.ended}</th></tr></thead>
<tbody>${figures.audioPauses.map(row)}</tbody></table>`;
}

function limits(input: ReportInput): Markup {
  const { figures, names, words } = input;
  const labels = words.alarms;
  if (figures.limitChanges.length === 0) return nothing;
  const row = ({ limit, from, to, by, role, ...at }: LimitChange) => {
    const { unit } = alarmLimits[limit];
    return html`<tr><td class="t">${moment(input, at)}</td><td>${names.alarmLimit[limit]}</td>
<td class="n t">${withUnit(from, unit)}</td><td class="n t">${withUnit(to, unit)}</td><td>${actorName(names, by)}${words.comma}${names.role[role].toLowerCase()}</td></tr>`;
  };
  return html`<h3>${labels.limits}</h3><table class="small dense">
<thead><tr><th>${labels.onset}</th><th>${labels.limit}</th><th class="n">${labels.old}</th><th class="n">${labels.new}</th><th>${labels.by}</th></tr></thead>
<tbody>${figures.limitChanges.map(row)}</tbody></table>`;
}
