import type { RescueRecord } from '../../record/run-record.ts';
import { sampleLines } from '../csv.ts';
import { withFonts } from '../fonts.ts';
import { type FileKind, fileNames, MadeFiles, type ReportFiles } from '../made-files.ts';
import { type PrintedDocument, printWithin } from '../print-within.ts';
import { claimNames } from '../publish.ts';
import { wallTime } from '../wall-time.ts';
import { dictionaries, type PrintJob, programName } from '../write-report.ts';
import { endWallMs, rescueHtml, rescueTitle } from './rescue-html.ts';
import { StretchFold } from './stretches.ts';

export interface RescueJob extends PrintJob {
  /** Read, not closed. */
  readonly record: RescueRecord;
  readonly asked?: readonly FileKind[];
}

/** It has no figures of a treatment, so it has no summary. */
export const rescueFiles: readonly FileKind[] = ['report', 'samples'];
/** So many lines are written at once. */
const linesAtOnce = 2000;

/** Writes samples.csv, then report.pdf of one page, by the rules of `writeReport`. */
export async function writeRescueReport(job: RescueJob): Promise<ReportFiles> {
  const { record, folder, signal, asked = rescueFiles } = job;
  signal.throwIfAborted();
  await claimNames(
    folder,
    asked.map((kind) => fileNames[kind]),
  );
  const made = new MadeFiles(folder, asked, signal);
  try {
    const fold = await readSamples(record, (lines) => made.write('samples', () => lines));
    await made.publish('samples');
    await made.write('report', () => printWithin(job.printPdf, pageOf(job, fold), job.clock, signal));
    await made.publish('report');
  } finally {
    await made.discard();
  }
  return made.files;
}

async function readSamples(
  record: RescueRecord,
  write: (lines: string) => Promise<void>,
): Promise<StretchFold> {
  const fold = new StretchFold();
  const { head, line } = sampleLines(record.header);
  let lines = [head];
  for (const sample of record.samples()) {
    fold.add(sample);
    lines.push(line(sample));
    if (lines.length < linesAtOnce) continue;
    await write(lines.join(''));
    lines = [];
  }
  await write(lines.join(''));
  return fold;
}

function pageOf(
  { record: { header, events }, language, fontSheets, paper = 'A4' }: RescueJob,
  fold: StretchFold,
): PrintedDocument {
  const input = { header, events, fold, ...dictionaries[language], time: wallTime(header), paper };
  return {
    html: withFonts(rescueHtml(input), fontSheets),
    paper,
    facts: {
      title: rescueTitle(input),
      program: programName(header),
      recordedWallMs: header.startedWallMs,
      changedWallMs: endWallMs(input),
    },
  };
}
