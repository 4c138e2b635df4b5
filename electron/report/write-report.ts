import { setImmediate } from 'node:timers/promises';
import { en } from '../domain/text/en.ts';
import type { Language } from '../domain/text/language.ts';
import { zh } from '../domain/text/zh.ts';
import type { Clock } from '../domain/time.ts';
import type { RunRecord } from '../record/run-record.ts';
import { sampleLines } from './csv.ts';
import type { Curves } from './curves.ts';
import { type Figures, FiguresFold } from './figures.ts';
import { withFonts } from './fonts.ts';
import { documentTitle, reportHtml } from './html.ts';
import { type FileKind, fileKinds, fileNames, MadeFiles, type ReportFiles } from './made-files.ts';
import type { Paper } from './page.ts';
import { type PrintedDocument, type PrintPdf, printWithin } from './print-within.ts';
import { claimNames } from './publish.ts';
import { curveValues, newReportCurves, type ReportInput } from './report-input.ts';
import { type Standing, unsigned } from './standing.ts';
import { summaryOf } from './summary.ts';
import { wallTime } from './wall-time.ts';
import { reportEn } from './words/en.ts';
import { reportZh } from './words/zh.ts';

/** How and where documents are made. */
export interface PrintJob {
  /** Made if it is not there. */
  readonly folder: string;
  readonly language: Language;
  readonly printPdf: PrintPdf;
  /** Style sheets whose fonts are embedded; none: the fonts of the system. */
  readonly fontSheets: readonly string[];
  /** A4 unless said otherwise. */
  readonly paper?: Paper;
  readonly clock: Pick<Clock, 'after'>;
  readonly signal: AbortSignal;
}

export interface ReportJob extends PrintJob {
  /** Read, not closed. */
  readonly record: RunRecord;
  /** Neither sealed nor signed unless said otherwise. */
  readonly standing?: Standing;
  /** All three unless said otherwise. */
  readonly asked?: readonly FileKind[];
  readonly onProgress: (progress: ReportProgress) => void;
}

export interface ReportProgress {
  readonly step: 'reading' | 'publishing' | 'printing';
  /** Samples read so far. */
  readonly samples: number;
}

export const dictionaries = {
  en: { names: en, words: reportEn },
  zh: { names: zh, words: reportZh },
} as const satisfies Record<Language, Pick<ReportInput, 'names' | 'words'>>;
/** After so many samples the lines are written, progress is told and others have their turn. */
const samplesPerTurn = 2000;

/**
 * Writes report.pdf, samples.csv and summary.json into `folder`, each complete and on disk before it has its name,
 * never over a file that is there. Data and summary come first: a printer that fails or hangs takes neither with it,
 * and what was not made is said with why. Rejects where one of the names is taken or the record cannot be read, with
 * what, where and how to mend it, or with the reason of `signal`; then no part of a file is left behind.
 */
export async function writeReport(job: ReportJob): Promise<ReportFiles> {
  const { folder, signal, asked = fileKinds } = job;
  signal.throwIfAborted();
  await claimNames(
    folder,
    asked.map((kind) => fileNames[kind]),
  );
  const made = new MadeFiles(folder, asked, signal);
  try {
    const { figures, curves } = await readRecord(job, (lines) => made.write('samples', () => lines));
    const { header } = job.record;
    await made.write('summary', () => `${JSON.stringify(summaryOf(header, figures), null, 2)}\n`);
    job.onProgress({ step: 'publishing', samples: figures.samples });
    await made.publish('samples');
    await made.publish('summary');
    job.onProgress({ step: 'printing', samples: figures.samples });
    await made.write('report', () =>
      printWithin(job.printPdf, documentOf(job, figures, curves), job.clock, signal),
    );
    await made.publish('report');
  } finally {
    await made.discard();
  }
  return made.files;
}

/** One pass over the samples: figures and curves are folded, the lines of the CSV written. */
async function readRecord(
  { record, onProgress, signal }: ReportJob,
  write: (lines: string) => Promise<void>,
): Promise<{ figures: Figures; curves: Curves }> {
  const figuresFold = new FiguresFold(record.header, record.events);
  const curves = newReportCurves();
  const { head, line } = sampleLines(record.header);
  let lines = [head];
  let samples = 0;
  for (const sample of record.samples()) {
    figuresFold.add(sample);
    curves.add(sample.sessionMs, curveValues(sample));
    lines.push(line(sample));
    samples += 1;
    if (samples % samplesPerTurn !== 0) continue;
    await write(lines.join(''));
    lines = [];
    onProgress({ step: 'reading', samples });
    await setImmediate();
    signal.throwIfAborted();
  }
  await write(lines.join(''));
  return { figures: figuresFold.finish(), curves: curves.finish() };
}

function documentOf(job: ReportJob, figures: Figures, curves: Curves): PrintedDocument {
  const { record, language, fontSheets, paper = 'A4', standing = unsigned } = job;
  const { header, events } = record;
  const time = wallTime(header);
  const input = { header, events, figures, curves, ...dictionaries[language], time, paper, ...standing };
  return {
    html: withFonts(reportHtml(input), fontSheets),
    paper,
    facts: {
      title: documentTitle(input),
      program: programName(header),
      recordedWallMs: header.startedWallMs,
      changedWallMs: standing.addenda.at(-1)?.atWallMs ?? figures.endWallMs,
    },
  };
}

export const programName = ({ consoleVersion }: { readonly consoleVersion: string }): string =>
  `Isotherm ${consoleVersion}`;
