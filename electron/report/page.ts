import { fullName, hospitalNumberOf } from '../domain/patient.ts';
import type { RunHeader } from '../domain/run-event.ts';
import type { Words } from '../domain/text/dictionary.ts';
import { cssString } from './markup.ts';
import type { ReportWords } from './words/report-words.ts';

/** What a Chromium page is printed with; the shape of Electron's `printToPDF` options. */
export interface PrintOptions {
  readonly pageSize: 'A4';
  readonly preferCSSPageSize: true;
  readonly printBackground: true;
  readonly generateTaggedPDF: true;
  readonly generateDocumentOutline: true;
}

/** Paper and margins stand in the document itself, so that every printer gets the same pages. */
export const reportPrintOptions: PrintOptions = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
};

/** The marks that stand on every page: SIMULATION on a simulated rig, DRAFT while unsigned. */
export function pageMarks(header: Pick<RunHeader, 'simulation'>, { frame }: ReportWords): string[] {
  return [...(header.simulation ? [frame.simulation] : []), frame.draft];
}

/** So that nothing can push the other identifier off the page; whole on the first page. */
const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
/** Two lines, and the better part of one. */
const mostName = 130;
const mostNumber = 40;

/**
 * Margin boxes of every page (CSS Paged Media): two patient identifiers, session and marks above; record id,
 * what this is not, and page x of y below. They stand in the document because the browser's header templates
 * cannot use its fonts.
 */
export function pageFrame(header: RunHeader, { spoken }: Pick<Words, 'spoken'>, words: ReportWords): string {
  const { frame } = words;
  const { patient, sessionNumber, sessionsPlanned } = header.case;
  const identifiers = [
    `${frame.born} ${patient.birthDate}`,
    `${frame.hospitalNumber} ${shortened(hospitalNumberOf(patient), mostNumber)}`,
    frame.session(sessionNumber, sessionsPlanned),
  ].join('   ');
  return frameAround(header, words, shortened(fullName(patient, spoken), mostName), identifiers);
}

/** The same frame around whatever stands in its two upper lines. */
export function frameAround(
  header: Pick<RunHeader, 'simulation' | 'runId'>,
  words: ReportWords,
  first: string,
  second: string,
): string {
  const { frame } = words;
  const marks = pageMarks(header, words).join('   ');
  const id = `${frame.record} ${header.runId}`;
  return `@page {
  size: A4;
  margin: 25mm 15mm 21mm 15mm;
  @top-left { content: ${cssString(first)} "\\A" ${cssString(second)}; width: 72%; text-align: left; font: 600 8.5pt/1.35 var(--face); color: #16191d; ${upper} }
  @top-right { content: ${cssString(marks)}; width: 28%; text-align: right; font: 600 8.5pt var(--face); letter-spacing: .06em; color: #a3180f; ${upper} }
  @bottom-left { content: ${cssString(id)} "\\A" ${cssString(frame.notADevice)}; width: 78%; text-align: left; font: 400 7.5pt/1.5 var(--face); color: #565d66; ${lower} }
  @bottom-right { content: ${cssString(frame.page)} " " counter(page) " " ${cssString(frame.of)} " " counter(pages) ${cssString(frame.pagesEnd)}; width: 22%; text-align: right; font: 400 7.5pt/1.5 var(--face); color: #16191d; ${lower} }
}`;
}

const upper =
  'white-space: pre-wrap; vertical-align: bottom; padding-bottom: 2mm; margin-bottom: 4mm; border-bottom: .6pt solid #16191d;';
const lower =
  'white-space: pre; vertical-align: top; padding-top: 2mm; margin-top: 3mm; border-top: .4pt solid #9aa1a9;';
