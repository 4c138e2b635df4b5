import { minutesSeconds } from '../../domain/text/format.ts';
import { type Deviation, deviationsOf } from '../figures/deviations.ts';
import { html, type Markup, nothing } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import { sessionTime } from './blocks.ts';
import { type DeviationInput, deviationText } from './deviation-text.ts';
import { personText, whoText } from './person-text.ts';

/** All that went otherwise than planned, numbered in the order it came, with what was said of it after the run. */
export function deviationsSection(input: ReportInput): Markup {
  const { header, events, figures, words } = input;
  const labels = words.deviations;
  const found = deviationsOf(header, events, figures);
  if (found.length === 0) return html`<section><h2>${labels.heading}</h2><p>${labels.none}</p></section>`;
  const lasting = found.some(({ lasted }) => lasted !== null);
  return html`<section><h2>${labels.heading}</h2>
<table class="small"><thead><tr><th>${labels.number}</th><th class="n">${words.timeline.time}</th><th class="n">${words.timeline.at}</th><th>${labels.what}</th>${lasting ? html`<th>${labels.over}</th>` : nothing}<th>${labels.who}</th></tr></thead><tbody>${found.map(
    (one, index) => row(input, one, deviationNumber(index), lasting),
  )}</tbody></table></section>`;
}

/** What it is called in a document: "D1" is the first. */
export const deviationNumber = (index: number): string => `D${index + 1}`;

function row(input: ReportInput, deviation: Deviation, number: string, lasting: boolean): Markup {
  const { time, words } = input;
  const { at, what } = deviation;
  const when =
    at === null
      ? html`<td colspan="2">${words.deviations.before}</td>`
      : html`<td class="n t">${time.time(at.wallMs)}</td><td class="n t">${sessionTime(at.sessionMs)}</td>`;
  const who = what.kind === 'event' ? whoText(input, what.kept.event) : nothing;
  return html`<tr><td>${number}</td>${when}<td>${deviationText(input, deviation)}${explanations(input, deviation)}</td>${lasting ? html`<td class="over">${over(input, deviation)}</td>` : nothing}<td class="who">${who}</td></tr>`;
}

/** Why it came about, as people said once the record was closed. */
function explanations(input: ReportInput, { key }: Deviation): Markup {
  const { addenda, time, words } = input;
  return html`${addenda.map(({ said, by, atWallMs }) =>
    said.type === 'explanation' && said.deviation === key
      ? html`<div class="explained">${words.deviations.explained(said.text, personText(input, by), time.time(atWallMs))}</div>`
      : nothing,
  )}`;
}

/** How long it lasted, and when it was over; nothing for what has no length. */
export function lastedText(
  { words: { deviations: labels }, time }: DeviationInput,
  { lasted }: Deviation,
): readonly string[] {
  if (lasted === null) return [];
  if (lasted === 'not-over') return [labels.notOver];
  const { seconds, until } = lasted;
  const length = minutesSeconds(seconds);
  return until === null ? [length] : [length, labels.until(time.time(until.wallMs))];
}

function over(input: ReportInput, deviation: Deviation): Markup {
  const [length = '', until] = lastedText(input, deviation);
  return until === undefined ? html`${length}` : html`${length}<br><span class="soft whole">${until}</span>`;
}
