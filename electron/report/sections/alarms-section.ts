import { priorityMarks } from '../../domain/text/dictionary.ts';
import { inUnit } from '../../domain/text/format.ts';
import type { LoggedAlarm } from '../figures/from-events.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { sessionTime } from './blocks.ts';

/** Every alarm of the run in the order it came. */
export function alarmsSection({ header, figures, names, words, time }: ReportInput): Markup {
  const labels = words.alarms;
  if (figures.alarms.length === 0) {
    return html`<section><h2>${labels.heading}</h2><p>${labels.none}</p></section>`;
  }
  const row = ({ alarm, raisedWallMs, acknowledgedWallMs }: LoggedAlarm) => {
    const { unit, value, worst } = alarm;
    const grew = worst !== null && value !== null && inUnit(worst, unit) !== inUnit(value, unit);
    return html`<tr class="${alarm.priority}"><td class="n t">${time.time(raisedWallMs)}</td><td class="n t">${sessionTime(alarm.raisedMs)}</td>
<td class="t"><span class="mark">${priorityMarks[alarm.priority]}</span> ${names.priority[alarm.priority].toLowerCase()}, ${names.alarmKind[alarm.kind].toLowerCase()}</td>
<td><span class="title">${names.alarm[alarm.code].title(alarm, header.case)}</span>${grew ? `, ${labels.worst(inUnit(worst, unit))}` : ''}. <span class="soft">${names.alarm[alarm.code].did ?? names.reaction[alarm.reaction]}</span></td>
<td class="n t">${alarm.clearedMs === null ? labels.never : sessionTime(alarm.clearedMs)}</td>
<td class="who">${acknowledgedWallMs === null ? labels.never : html`${time.time(acknowledgedWallMs)}<br>${alarm.acknowledgedBy}`}</td></tr>`;
  };
  return html`<section><h2>${labels.heading}</h2><table class="small">
<thead><tr><th class="n">${labels.time}</th><th class="n">${labels.at}</th><th>${labels.priority}</th><th>${labels.alarm}</th><th class="n">${labels.cleared}</th><th>${labels.acknowledged}</th></tr></thead>
<tbody>${figures.alarms.map(row)}</tbody></table></section>`;
}
