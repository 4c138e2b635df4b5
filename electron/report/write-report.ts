import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { en } from '../domain/text/en.ts';
import type { Language } from '../domain/text/language.ts';
import { zh } from '../domain/text/zh.ts';
import type { RunRecord } from '../record/run-record.ts';
import { sampleLines } from './csv.ts';
import { type Figures, FiguresFold } from './figures.ts';
import { withFonts } from './fonts.ts';
import { reportHtml } from './html.ts';
import { type PrintOptions, reportPrintOptions } from './page.ts';
import { claimNames, openPart, type PartFile, syncFolder } from './publish.ts';
import { curveValues, newReportCurves, type ReportInput } from './report-input.ts';
import { summaryOf } from './summary.ts';
import { wallTime } from './wall-time.ts';
import { reportEn } from './words/en.ts';
import { reportZh } from './words/zh.ts';

export interface ReportJob {
  /** Read, not closed. */
  readonly record: RunRecord;
  /** Made if it is not there. */
  readonly folder: string;
  readonly language: Language;
  /** HTML in, bytes of a PDF out; the options are those of Electron's `printToPDF`. */
  readonly printPdf: (html: string, options: PrintOptions) => Promise<Uint8Array>;
  /** Style sheets whose fonts are embedded; none: the fonts of the system. */
  readonly fontSheets: readonly string[];
  readonly onProgress: (progress: ReportProgress) => void;
  readonly signal: AbortSignal;
}

export interface ReportProgress {
  readonly step: 'reading' | 'printing' | 'publishing';
  /** Samples read so far. */
  readonly samples: number;
}

export interface ReportFiles {
  readonly report: string;
  readonly samples: string;
  readonly summary: string;
}

const dictionaries = {
  en: { names: en, words: reportEn },
  zh: { names: zh, words: reportZh },
} as const satisfies Record<Language, Pick<ReportInput, 'names' | 'words'>>;
const names = { report: 'report.pdf', samples: 'samples.csv', summary: 'summary.json' };
/** After so many samples the lines are written, progress is told and others have their turn. */
const samplesPerTurn = 2000;

/**
 * Writes report.pdf, samples.csv and summary.json into `folder`: all of them or none, each complete and on disk
 * before it has its name, never over a file that is there. Rejects with a message that says what, where and how
 * to mend it, or with the reason of `signal`; then nothing is left behind.
 */
export async function writeReport(job: ReportJob): Promise<ReportFiles> {
  const { folder, signal } = job;
  signal.throwIfAborted();
  await claimNames(folder, Object.values(names));
  const parts: PartFile[] = [];
  const part = async (name: string): Promise<PartFile> => {
    const opened = await openPart(join(folder, name));
    parts.push(opened);
    return opened;
  };
  try {
    const { figures, html } = await readRecord(job, await part(names.samples));
    const summary = await part(names.summary);
    await summary.write(`${JSON.stringify(summaryOf(job.record.header, figures), null, 2)}\n`);
    job.onProgress({ step: 'printing', samples: figures.samples });
    const pdf = await job.printPdf(html, reportPrintOptions);
    signal.throwIfAborted();
    const report = await part(names.report);
    await report.write(pdf);
    job.onProgress({ step: 'publishing', samples: figures.samples });
    await publishAll(parts, folder);
  } finally {
    for (const one of parts) await one.discard();
  }
  return {
    report: join(folder, names.report),
    samples: join(folder, names.samples),
    summary: join(folder, names.summary),
  };
}

/** One pass over the samples: figures and curves are folded, the lines of the CSV written. */
async function readRecord(job: ReportJob, csv: PartFile): Promise<{ figures: Figures; html: string }> {
  const { header, events } = job.record;
  const figuresFold = new FiguresFold(header, events);
  const curves = newReportCurves();
  const { head, line } = sampleLines(header);
  let lines = [head];
  let samples = 0;
  for (const sample of job.record.samples()) {
    figuresFold.add(sample);
    curves.add(sample.sessionMs, curveValues(sample));
    lines.push(line(sample));
    samples += 1;
    if (samples % samplesPerTurn !== 0) continue;
    await csv.write(lines.join(''));
    lines = [];
    job.onProgress({ step: 'reading', samples });
    await setImmediate();
    job.signal.throwIfAborted();
  }
  await csv.write(lines.join(''));
  const figures = figuresFold.finish();
  const time = wallTime(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const input = { header, events, figures, curves: curves.finish(), ...dictionaries[job.language], time };
  return { figures, html: withFonts(reportHtml(input), job.fontSheets) };
}

/** Every file is on disk before the first one takes its name; where one cannot, none keeps it. */
async function publishAll(parts: readonly PartFile[], folder: string): Promise<void> {
  for (const one of parts) await one.finish();
  const published: PartFile[] = [];
  try {
    for (const one of parts) {
      await one.publish();
      published.push(one);
    }
  } catch (error) {
    for (const one of published) await rm(one.target);
    throw error;
  }
  await syncFolder(folder);
}
