import type { Alarm } from '../../domain/alarm.ts';
import { actorName, priorityMarks } from '../../domain/text/dictionary.ts';
import { inUnit, minutesSeconds, withUnit } from '../../domain/text/format.ts';
import { alarmMark } from '../charts/marks.ts';
import { type AlarmGroup, alarmGroups } from '../figures/alarm-groups.ts';
import type { LoggedAlarm } from '../figures/alarm-log.ts';
import { html, type Markup, nothing } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { moment, sessionTime } from './blocks.ts';

/** Every alarm in the order it came, equal ones of many folded, what another explains indented under it. */
export function alarmTable(input: ReportInput): Markup {
  const { figures, words } = input;
  const labels = words.alarms;
  if (figures.alarms.length === 0) return nothing;
  const rows = alarmGroups(figures.alarms).flatMap((group) => [
    row(input, group, false),
    ...group.under.map((inner) => row(input, inner, true)),
  ]);
  return html`<table class="small alarm-log">
<thead><tr><th class="t">${labels.number}</th><th>${labels.onset}</th><th>${labels.priority}</th><th>${labels.alarm}</th><th>${labels.lasted}</th><th>${labels.acknowledged}</th></tr></thead>
<tbody>${rows}</tbody></table><p class="small soft after">${labels.explanation}</p>`;
}

type Same = AlarmGroup['same'];

function row(input: ReportInput, { same }: AlarmGroup, under: boolean): Markup {
  const [first] = same;
  const { names } = input;
  const { alarm } = first;
  const many = same.length > 1;
  return html`<tr class="${alarm.priority}${under ? ' under' : ''}"><td class="t">${numbersOf(input, same)}</td><td class="t">${moment(input, first.raised)}</td>
<td class="t"><span class="mark">${priorityMarks[alarm.priority]}</span> ${names.priority[alarm.priority].toLowerCase()}<br><span class="soft">${names.alarmKind[alarm.kind].toLowerCase()}</span></td>
<td class="what">${many ? whatOfMany(input, same) : whatOfOne(input, first)}</td>
<td>${many ? lastedOfMany(input, same) : lasted(input, first)}</td>
<td class="who">${many ? acknowledgedOfMany(input, same) : acknowledged(input, first)}</td></tr>`;
}

/** As in the curves; of many the first and the last. */
function numbersOf({ figures }: ReportInput, same: Same): Markup {
  const numbers = same.map(({ alarm }) => figures.alarms.findIndex((one) => one.alarm.id === alarm.id));
  const [first, ...more] = numbers.map(alarmMark);
  return html`<b>${first ?? ''}</b>${more.length === 0 ? '' : ` … ${more.at(-1) ?? ''}`}`;
}

function whatOfOne(input: ReportInput, logged: LoggedAlarm): Markup {
  const {
    header,
    names,
    words: { alarms: labels },
  } = input;
  const { alarm } = logged;
  const title = names.alarm[alarm.code].title(alarm, header.case);
  const worst = worstOf(alarm);
  return html`<span class="title">${title}${worst === null ? '' : labels.worst(worst, logged.cleared !== null)}</span>${below([didOf(input, logged), ...notes(input, logged)])}`;
}

const below = (lines: readonly string[]): Markup[] =>
  lines.filter((line) => line !== '').map((line) => html`<div class="soft">${line}</div>`);

const didOf = ({ names }: ReportInput, { alarm }: LoggedAlarm): string =>
  names.alarm[alarm.code].did ?? names.reaction[alarm.reaction];

/** Where it went further than its first value, as printed. */
function worstOf({ worst, value, unit }: LoggedAlarm['alarm']): string | null {
  if (worst === null || value === null) return null;
  return inUnit(worst, unit) === inUnit(value, unit) ? null : withUnit(worst, unit);
}

function notes(input: ReportInput, { raised, escalations, explained, under }: LoggedAlarm): string[] {
  const { figures, names, words, time } = input;
  const labels = words.alarms;
  const at = (wallMs: number): string => time.time(wallMs);
  const causes = new Map(figures.alarms.map((one) => [one.alarm.id, one.alarm.code]));
  const whole = under !== null && explained.length === 1 && explained[0]?.from.sessionMs === raised.sessionMs;
  return [
    ...escalations.map(({ to, wallMs }) =>
      labels.escalated(`${priorityMarks[to]} ${names.priority[to].toLowerCase()}`, at(wallMs)),
    ),
    ...(whole ? [] : explained).map(({ by, from, until }) => {
      const cause = causes.get(by);
      const name = cause === undefined ? by : names.alarm[cause].name;
      return labels.explainedBy(name, at(from.wallMs), until === null ? null : at(until.wallMs));
    }),
  ];
}

function lasted(
  { words: { alarms: labels }, time }: ReportInput,
  { alarm, cleared, unseen }: LoggedAlarm,
): Markup {
  if (cleared === null) return html`${labels.stillOn}`;
  const until = time.time(cleared.wallMs);
  return html`${minutesSeconds((cleared.sessionMs - alarm.raisedMs) / 1000)}<br><span class="soft">${unseen ? labels.unseen(until) : labels.untilTime(until)}</span>`;
}

function acknowledged(
  { names, words, time }: ReportInput,
  { acknowledgements, reminders }: LoggedAlarm,
): Markup {
  const labels = words.alarms;
  if (acknowledgements.length === 0) return html`${labels.notAcknowledged}`;
  const shown = reminders.slice(0, mostReminders).map(({ wallMs }) => time.time(wallMs));
  const rest = reminders.length > shown.length ? ' …' : '';
  return html`${acknowledgements.map(({ wallMs, by }) => html`<div>${time.time(wallMs)} ${actorName(names, by)}</div>`)}${
    reminders.length === 0
      ? null
      : html`<div class="soft">${labels.reminded(reminders.length, shown.join(words.comma) + rest)}</div>`
  }`;
}
const mostReminders = 3;

/** On paper; the timeline and summary.json have them all. */
const mostTimes = 24;

function whatOfMany(input: ReportInput, same: Same): Markup {
  const { header, names, words } = input;
  const labels = words.alarms;
  const { alarm } = same[0];
  const { worst, unit } = same.map((one) => one.alarm).reduce(worse);
  const times = same.slice(0, mostTimes).map(({ alarm: { raisedMs, clearedMs } }) => {
    const lasting = clearedMs === null ? labels.stillOn : minutesSeconds((clearedMs - raisedMs) / 1000);
    return `${sessionTime(raisedMs)}${words.aside(lasting)}`;
  });
  if (same.length > mostTimes) times.push(labels.more(same.length - mostTimes));
  const first = labels.first(names.alarm[alarm.code].title(alarm, header.case));
  const lines = [
    `${first}${
      worst === null
        ? ''
        : labels.worst(
            withUnit(worst, unit),
            same.every(({ cleared }) => cleared !== null),
          )
    }`,
    didOf(input, same[0]),
    labels.each(times.join(words.comma)),
  ];
  return html`<span class="title">${labels.times(same.length, names.alarmCalled(alarm, header.case))}</span>${below(lines)}`;
}

/** The one that went further past its limit. */
function worse(a: Alarm, b: Alarm): Alarm {
  const past = ({ worst, limit }: Alarm): number =>
    worst === null || limit === null ? 0 : Math.abs(worst - limit);
  return past(b) > past(a) ? b : a;
}

function lastedOfMany({ figures, words: { alarms: labels } }: ReportInput, same: Same): Markup {
  const endMs = figures.sessionSeconds * 1000;
  const ms = same.reduce((sum, { alarm }) => sum + (alarm.clearedMs ?? endMs) - alarm.raisedMs, 0);
  const open = same.some(({ cleared }) => cleared === null);
  return html`${labels.inAll(minutesSeconds(ms / 1000))}${open ? html`<br>${labels.stillOn}` : nothing}`;
}

function acknowledgedOfMany({ names, words }: ReportInput, same: Same): Markup {
  const seen = same.filter(({ acknowledgements }) => acknowledgements.length > 0);
  const people = new Set(
    seen.flatMap(({ acknowledgements }) => acknowledgements.map(({ by }) => actorName(names, by))),
  );
  return html`${words.alarms.acknowledgedOf(seen.length, same.length, [...people].join(words.comma))}`;
}
