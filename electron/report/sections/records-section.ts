import type { KeptEvent } from '../../domain/run-event.ts';
import { eventActor } from '../../domain/text/dictionary.ts';
import { minutesSeconds, missingText } from '../../domain/text/format.ts';
import { additionRecords } from '../figures/additions.ts';
import { html, type Markup, nothing } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { sessionTime } from './blocks.ts';

/** Drugs as they were given, beside what was planned, and values read off other devices. */
export function recordsSection(input: ReportInput): Markup {
  const { header, events, names, words, time } = input;
  const labels = words.records;
  const kept = events.filter(isRecord);
  const row = ({ wallMs, sessionMs, event }: KeptEvent) =>
    html`<tr><td class="n t">${time.time(wallMs)}</td><td class="n t">${sessionTime(sessionMs)}</td><td>${names.eventLine(event, header.case)}</td><td class="who">${eventActor(names, event)}</td></tr>`;
  return html`<section><h2>${labels.heading}</h2>${planned(input)}${
    kept.length === 0
      ? html`<p>${labels.none}</p>`
      : html`<table class="small"><thead><tr><th class="n">${words.timeline.time}</th><th class="n">${words.timeline.at}</th><th>${labels.what}</th><th>${words.timeline.who}</th></tr></thead><tbody>${kept.map(row)}</tbody></table>`
  }</section>`;
}

function isRecord({ event }: KeptEvent): boolean {
  if (event.type !== 'action' || event.refused !== null) return false;
  const { action } = event;
  return (
    action.type === 'record-drug' ||
    action.type === 'record-reading' ||
    (action.type === 'start-treatment' && action.drug !== null)
  );
}

/** Every planned addition with the minute of treatment it was recorded at. */
function planned({ header, events, words: { records: labels } }: ReportInput): Markup {
  const { additions } = header.preset;
  if (additions.length === 0) return nothing;
  const records = additionRecords(header, events);
  const givenAt = (index: number): string => {
    const minutes = records[index]?.recordedMinutes ?? null;
    if (records[index]?.notGiven === true) return labels.saidNotGiven;
    return minutes === null ? labels.notGiven : minutesSeconds(minutes * 60);
  };
  return html`<table class="small after"><thead><tr><th>${labels.addition}</th><th class="n">${labels.plannedAt}</th><th class="n">${labels.givenAt}</th></tr></thead><tbody>${additions.map(
    ({ label, atMinutes }, index) =>
      html`<tr><td>${index + 1}. ${label === '' ? missingText : label}</td><td class="n">${minutesSeconds(atMinutes * 60)}</td><td class="n">${givenAt(index)}</td></tr>`,
  )}</tbody></table>`;
}
