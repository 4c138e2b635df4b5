import type { DocumentStatus } from '../domain/addendum.ts';
import { fullName, hospitalNumberOf } from '../domain/patient.ts';
import type { RunHeader } from '../domain/run-event.ts';
import type { Words } from '../domain/text/dictionary.ts';
import { cssString } from './markup.ts';
import type { ReportWords } from './words/report-words.ts';

/** On which a report can be printed. */
export const papers = ['A4', 'Letter'] as const;
export type Paper = (typeof papers)[number];

/** What a Chromium page is printed with; the shape of Electron's `printToPDF` options. */
export interface PrintOptions {
  readonly pageSize: Paper;
  readonly preferCSSPageSize: true;
  readonly printBackground: true;
  readonly generateTaggedPDF: true;
  readonly generateDocumentOutline: true;
}

/** Paper and margins stand in the document itself, so that every printer gets the same pages. */
export const printOptionsOn = (paper: Paper): PrintOptions => ({
  pageSize: paper,
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
});

/** What the marks of a page depend on. */
export interface Marked {
  readonly simulation: boolean;
  readonly status: DocumentStatus;
}

/** The marks that stand on every page: SIMULATION on a simulated rig, and the status of the document. */
export const pageMarks = ({ simulation, status }: Marked, { frame, standing }: ReportWords): string[] => [
  ...(simulation ? [frame.simulation] : []),
  standing.mark[status],
];

/** Across every page: what must not be taken for a signed record of a patient. */
export const watermarks = ({ simulation, status }: Marked, { frame, standing }: ReportWords): string[] => [
  ...(simulation ? [frame.simulation] : []),
  ...(status === 'preliminary' ? [standing.mark.preliminary] : []),
];

/** So that nothing can push the other identifier off the page; whole on the first page. */
const shortened = (text: string, most: number): string => {
  const chars = [...text];
  return chars.length > most ? `${chars.slice(0, most - 1).join('')}…` : text;
};
/** Two lines, and the better part of one. */
const mostName = 130;
const mostNumber = 40;

/** A frame: its marks, and on which paper. */
export interface Framed extends Marked {
  readonly runId: string;
  readonly paper: Paper;
}

/**
 * Margin boxes of every page (CSS Paged Media): two patient identifiers, session and marks above; record id,
 * what this is not, and page x of y below. They stand in the document because the browser's header templates
 * cannot use its fonts, and outside the tags of the PDF, so that nobody has them read out page by page.
 */
export function pageFrame(
  { case: { patient, sessionNumber, sessionsPlanned } }: RunHeader,
  framed: Framed,
  { spoken }: Pick<Words, 'spoken'>,
  words: ReportWords,
): string {
  const { frame } = words;
  const identifiers = [
    `${frame.born} ${patient.birthDate}`,
    `${frame.hospitalNumber} ${shortened(hospitalNumberOf(patient), mostNumber)}`,
    frame.session(sessionNumber, sessionsPlanned),
  ].join('   ');
  return frameAround(framed, words, shortened(fullName(patient, spoken), mostName), identifiers);
}

/** The same frame around whatever stands in its two upper lines. */
export function frameAround(framed: Framed, words: ReportWords, first: string, second: string): string {
  const { frame } = words;
  const marks = pageMarks(framed, words).join('   ');
  const meaning = words.standing.meaning[framed.status];
  const colour = watermarks(framed, words).length === 0 ? '#16191d' : '#a3180f';
  const id = `${frame.record} ${framed.runId}`;
  return `@page {
  size: ${framed.paper};
  margin: 25mm 15mm 21mm 15mm;
  @top-left { content: ${cssString(first)} "\\A" ${cssString(second)}; width: 72%; text-align: left; font: 600 8.5pt/1.35 var(--face); color: #16191d; ${upper} }
  @top-right { content: ${cssString(marks)} "\\A" ${cssString(meaning)}; width: 28%; text-align: right; font: 600 8.5pt/1.35 var(--face); color: ${colour}; ${upper} }
  @bottom-left { content: ${cssString(id)} "\\A" ${cssString(frame.notADevice)}; width: 78%; text-align: left; font: 400 7.5pt/1.5 var(--face); color: #565d66; ${lower} }
  @bottom-right { content: ${cssString(frame.page)} " " counter(page) " " ${cssString(frame.of)} " " counter(pages) ${cssString(frame.pagesEnd)}; width: 22%; text-align: right; font: 400 7.5pt/1.5 var(--face); color: #16191d; ${lower} }
}`;
}

const upper =
  'white-space: pre-wrap; vertical-align: bottom; padding-bottom: 2mm; margin-bottom: 4mm; border-bottom: .6pt solid #16191d;';
const lower =
  'white-space: pre; vertical-align: top; padding-top: 2mm; margin-top: 3mm; border-top: .4pt solid #9aa1a9;';
