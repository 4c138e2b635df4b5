import encodeQr from 'qr';
import type { Addendum } from '../../domain/addendum.ts';
import { deviationsOf } from '../figures/deviations.ts';
import { html, type Markup, nothing } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';
import type { WallTime } from '../wall-time.ts';
import { fieldName } from '../words/field-words.ts';
import { deviationNumber } from './deviations-section.ts';
import { personText } from './person-text.ts';

/** Record id and sum of the seal as a square code (ISO/IEC 18004), to be read off paper. */
export function recordCode({ header, recordSha256, words }: ReportInput): Markup {
  const sum = recordSha256 === null ? '' : `?sha256=${recordSha256}`;
  const drawing = encodeQr(`isotherm:record:${header.runId}${sum}`, 'svg', { ecc: 'medium', border: 2 });
  const [, viewBox = '', path = ''] = /viewBox="([^"]+)".*?d="([^"]+)"/.exec(drawing) ?? [];
  return html`<div class="code"><svg viewBox="${viewBox}" role="img" aria-label="${words.standing.code}"><path d="${path}"/></svg></div>`;
}

/** What the document is worth, who has signed, and by which sum the record can be told. */
export function statusLines(input: ReportInput): Markup {
  const { status, recordSha256, words } = input;
  const labels = words.standing;
  const signed = signatures(input).map((one) => html`<div>${signedText(input, one)}</div>`);
  const seal =
    recordSha256 === null
      ? html`${labels.notSealed}`
      : html`${labels.seal}${words.colon}<span class="sum">${recordSha256}</span>`;
  return html`<div class="status"><div><b>${labels.status}${words.colon}${labels.mark[status]}</b>${words.aside(labels.meaning[status])}</div>${signed}<div class="soft small">${seal}</div></div>`;
}

/** Who signed what, and lines for a pen while it is a draft. */
export function signatureSection(input: ReportInput): Markup {
  const { status, names, words } = input;
  const labels = words.standing;
  const rows = signatures(input).map(
    ({ by, atWallMs, said }) =>
      html`<tr><td>${said.type === 'signature' ? labels.signature[said.meaning] : nothing}</td><td><b>${personText({ names, words }, by)}</b></td><td class="n t">${dated(input.time, atWallMs)}</td></tr>`,
  );
  const table =
    rows.length === 0
      ? nothing
      : html`<table class="dense ruled"><thead><tr><th>${labels.meaningHead}</th><th>${labels.name}</th><th class="n">${labels.at}</th></tr></thead><tbody>${rows}</tbody></table>`;
  const pen =
    status === 'preliminary'
      ? html`<p class="after">${labels.nobody}</p><div class="signature">${[
          labels.name,
          labels.meaningHead,
          labels.pen,
          labels.at,
        ].map((label) => html`<div>${label}</div>`)}</div>`
      : nothing;
  return html`<section class="keep"><h2>${labels.signatures}</h2>${table}${pen}</section>`;
}

/** All that was said since the seal, in order, without a hole in its numbers. */
export function addendaSection(input: ReportInput): Markup {
  const { addenda, names, words, time } = input;
  const labels = words.standing;
  if (addenda.length === 0) return nothing;
  const row = (one: Addendum) =>
    html`<tr><td class="n t">${one.number}</td><td class="n t">${dated(time, one.atWallMs)}</td><td class="text">${addendumText(input, one)}</td><td class="who">${personText({ names, words }, one.by)}</td></tr>`;
  return html`<section><h2>${labels.addenda}</h2><table class="small dense ruled"><thead><tr><th class="n">${labels.number}</th><th class="n">${labels.at}</th><th>${labels.what}</th><th>${labels.who}</th></tr></thead><tbody>${addenda.map(row)}</tbody></table></section>`;
}

const signatures = ({ addenda }: ReportInput): Addendum[] =>
  addenda.filter(({ said }) => said.type === 'signature');

function signedText({ names, words, time }: ReportInput, { by, atWallMs, said }: Addendum): string {
  const meaning = said.type === 'signature' ? words.standing.signature[said.meaning] : '';
  return words.standing.signed(meaning, personText({ names, words }, by), dated(time, atWallMs));
}

function addendumText(input: ReportInput, { said }: Addendum): string {
  const { names, words } = input;
  const labels = words.standing;
  switch (said.type) {
    case 'explanation':
      return labels.explanation(deviationCalled(input, said.deviation), said.text);
    case 'signature':
      return `${labels.signatures}${words.colon}${labels.signature[said.meaning]}`;
    case 'late-entry':
      return labels.lateEntry(fieldName(names.spoken, said.field), said.value, said.reason);
    case 'correction':
      return labels.correction(fieldName(names.spoken, said.field), said.old, said.new, said.reason);
    case 'note':
      return labels.note(said.text);
    case 'released-unsigned':
      return labels.releasedUnsigned(said.reason);
  }
}

/** "D3", as in the table of deviations; else its key. */
function deviationCalled({ header, events, figures }: ReportInput, key: string): string {
  const at = deviationsOf(header, events, figures).findIndex((one) => one.key === key);
  return at === -1 ? key : deviationNumber(at);
}

/** With its day always: it may be signed weeks later. */
function dated(time: WallTime, wallMs: number): string {
  const [day, at] = [time.date(wallMs), time.time(wallMs)];
  return at.startsWith(day) ? at : `${day} ${at}`;
}
