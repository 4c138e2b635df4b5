import { fullName, hospitalNumberOf } from '../../domain/patient.ts';
import { html, type Markup } from '../../report/markup.ts';
import { externalCodes } from '../codes.ts';
import { conceptOf, type Draft, type Line } from './draft.ts';
import { organization } from './patient.ts';
import { standing } from './plain.ts';
import { attesters, authors } from './said.ts';
import { sectionCodes } from './sections.ts';
import type { Field, Resource } from './types.ts';

/** The first page of the document: whose it is, who stands for it, and where everything is. */
export function composition(draft: Draft, date: string | undefined): Resource {
  const { status, header } = draft.source;
  return {
    resourceType: 'Composition',
    text: narrative(draft, [titleOf(draft), draft.label(`status-${status}`)], opening(draft)),
    language: draft.names.language,
    identifier: { system: 'urn:ietf:rfc3986', value: draft.recordUrn },
    // A composition has no `corrected`: FHIR calls both amended.
    status: status === 'corrected' ? 'amended' : status,
    type: conceptOf(externalCodes.procedureNote, draft.label('document')),
    category: [draft.concept(header.simulation ? 'simulation' : 'document')],
    ...draft.subject,
    encounter: draft.refIf('encounter'),
    date,
    author: authors(draft),
    title: titleOf(draft),
    attester: attesters(draft),
    custodian: organization(draft),
    event: [
      {
        period: draft.period(header.startedWallMs, draft.source.figures.endWallMs),
        detail: [draft.refTo('procedure')],
      },
    ],
    section: sectionCodes.map((code) => sectionOf(draft, code)),
  };
}

const titleOf = (draft: Draft): string =>
  [draft.source.header.simulation ? draft.label('simulation') : '', draft.label('document')]
    .filter((part) => part !== '')
    .join(': ');

function opening({ source, names }: Draft): Line[] {
  const { header, time, figures, language } = source;
  const { patient, procedure, diagnosis } = header.case;
  return [
    [fullName(patient, language), hospitalNumberOf(patient)],
    [names.sex[patient.sex], patient.birthDate],
    [procedure, diagnosis],
    [`${time.date(header.startedWallMs)} ${time.time(header.startedWallMs)}`, names.outcome[figures.outcome]],
  ];
}

function sectionOf(draft: Draft, code: (typeof sectionCodes)[number]): Field {
  const { entries, lines } = draft.section(code);
  const shown: readonly Line[] = lines.length === 0 ? [[draft.label('none-recorded'), '']] : lines;
  return {
    title: draft.label(code),
    code: draft.concept(code),
    text: narrative(draft, [], shown),
    entry: entries,
  };
}

/** XHTML as FHIR takes it: a namespace, tables and paragraphs, and text that can never become a tag. */
function narrative(draft: Draft, heads: readonly string[], lines: readonly Line[]): Field {
  const { language } = draft.names;
  const rows: Markup[] = lines.map(
    ([name, value]) => html`<tr><td>${standing(name)}</td><td>${standing(value)}</td></tr>`,
  );
  const paragraphs = heads.map((head) => html`<p>${standing(head)}</p>`);
  const { markup } =
    html`<div xmlns="http://www.w3.org/1999/xhtml" lang="${language}" xml:lang="${language}">${paragraphs}<table><tbody>${rows}</tbody></table></div>`;
  return { status: 'generated', div: markup };
}
