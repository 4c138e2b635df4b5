import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RunFiles } from '../contract/view.ts';
import type { MakeChartFiles } from '../documents/ask-thread.ts';
import { chartFiles } from '../documents/chart-files.ts';
import type { Clock } from '../domain/time.ts';
import { isRescue, readJournal } from '../record/read-run.ts';
import { type FileKind, fileKinds, fileNames, type MissingFile } from '../report/made-files.ts';
import { rescueFiles, writeRescueReport } from '../report/rescue/write-rescue-report.ts';
import type { Standing } from '../report/standing.ts';
import { type ReportJob, writeReport } from '../report/write-report.ts';

export interface DocumentsJob
  extends Pick<ReportJob, 'language' | 'printPdf' | 'fontSheets' | 'clock' | 'signal'> {
  readonly journalPath: string;
  readonly known: Standing;
  readonly makeChartFiles: MakeChartFiles;
  /** Those that are there already stay, and only what is missing is made. */
  readonly again?: boolean;
  /** Where they go; left out: beside the journal. */
  readonly to?: string;
}

/** The longest run is read and printed in a fraction of it; a disk that has not answered by then hangs, ms. */
const documentsLimitMs = 300_000;
/** What is called off has this long to clean up after itself, ms. */
const cleanUpMs = 1_000;

/**
 * Makes the documents of a run, or of a rescue, from its journal. Never rejects and always ends: a problem is said in the
 * result, with what is missing and how to make it again; so is that it was called off.
 */
export async function writeDocuments(job: DocumentsJob): Promise<RunFiles> {
  const { clock, signal } = job;
  const limit = new AbortController();
  const tooLong = new Error(`the disk did not answer within ${documentsLimitMs / 1000} s.`);
  const cancel = clock.after(documentsLimitMs, () => limit.abort(tooLong));
  const either = AbortSignal.any([signal, limit.signal]);
  try {
    return await Promise.race([make({ ...job, signal: either }), calledOff(job, either, clock)]);
  } finally {
    cancel();
  }
}

async function make(job: DocumentsJob): Promise<RunFiles> {
  const { journalPath, again = false, to: _, known, makeChartFiles: __, ...how } = job;
  const folder = folderOf(job);
  const read = readJournal(journalPath);
  if (!read.ok) return { ...noFiles(folder), problem: read.problem };
  try {
    const { record } = read;
    const kinds = isRescue(record) ? rescueFiles : fileKinds;
    const others = isRescue(record) ? [] : chartFiles.map(({ name }) => name);
    const asked = again ? missingIn(folder, kinds, others) : kinds;
    const to = { ...how, folder, asked };
    const { missing, ...files } = isRescue(record)
      ? await writeRescueReport({ ...to, record })
      : await writeReport({ ...to, record, standing: known, onProgress: () => {} });
    const notMadeOthers = await othersMissing(job, folder);
    return {
      folder,
      ...(again ? { ...thereIn(folder), ...made(files) } : files),
      problem: notMade([...missing, ...notMadeOthers], job),
    };
  } catch (error) {
    const files = how.signal.aborted ? thereIn(folder) : noFiles(folder);
    return { folder, ...files, problem: notWritten(error as Error, journalPath) };
  } finally {
    read.record.close();
  }
}

/** What the files of the chart lack; where none could be made, that stands for all of them. */
async function othersMissing(job: DocumentsJob, folder: string): Promise<readonly MissingFile[]> {
  const { journalPath, known, makeChartFiles, language, signal } = job;
  try {
    return await makeChartFiles({ journalPath, folder, known: { ...known, language } }, signal);
  } catch (error) {
    signal.throwIfAborted();
    return [{ name: 'What else goes to the chart', why: (error as Error).message }];
  }
}

/** Nothing of it was made. */
export const noFiles = (folder: string) => ({ folder, report: null, samples: null, summary: null });

const pathOf = (folder: string, kind: FileKind): string => join(folder, fileNames[kind]);

/** All, where nothing is missing, nor one of `others`: then the first that is there is named as not written over. */
function missingIn(
  folder: string,
  kinds: readonly FileKind[],
  others: readonly string[],
): readonly FileKind[] {
  const missing = kinds.filter((kind) => !existsSync(pathOf(folder, kind)));
  const isWhole = missing.length === 0 && others.every((name) => existsSync(join(folder, name)));
  return isWhole ? kinds : missing;
}

/** Where each document of a folder lies; `null`: it is not there. */
export const thereIn = (folder: string) =>
  Object.fromEntries(
    fileKinds.map((kind) => [kind, existsSync(pathOf(folder, kind)) ? pathOf(folder, kind) : null]),
  ) as Record<FileKind, string | null>;

const made = (files: Record<FileKind, string | null>) =>
  Object.fromEntries(Object.entries(files).filter(([, path]) => path !== null));

const folderOf = ({ journalPath, to }: DocumentsJob): string => to ?? dirname(journalPath);

const again = ({ journalPath, to }: DocumentsJob): string =>
  `Make it again with: npm start -- --report ${dirname(journalPath)}${to === undefined ? '' : ` --to ${to}`}`;

function notMade(missing: readonly MissingFile[], job: DocumentsJob): string | null {
  if (missing.length === 0) return null;
  const each = missing.map(({ name, why }) => `${name} was not made: ${why}.`);
  return `${each.join(' ')} ${again(job)}`;
}

const notWritten = (error: Error, journalPath: string): string =>
  `The report was not written: ${error.message} The journal ${journalPath} holds the whole run.`;

/** Whatever does not answer is not waited for. */
function calledOff(job: DocumentsJob, signal: AbortSignal, clock: Pick<Clock, 'after'>): Promise<RunFiles> {
  const folder = folderOf(job);
  return new Promise((resolve) => {
    const end = (): void => {
      const problem = `${notWritten(signal.reason as Error, job.journalPath)} ${again(job)}`;
      clock.after(cleanUpMs, () => resolve({ ...noFiles(folder), ...thereIn(folder), problem }));
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
