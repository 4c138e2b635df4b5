import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Language } from '../domain/text/language.ts';
import { closeJournal } from '../record/close-journal.ts';
import { isLogMissing } from '../record/read-only.ts';
import { readJournal, readRun } from '../record/read-run.ts';
import { unsigned } from '../report/standing.ts';
import { sealFiles } from '../seal/seal.ts';
import { type DocumentsJob, writeDocuments } from './documents.ts';
import { exitCodes } from './exit-codes.ts';
import { standingOf } from './issue.ts';
import { readSealed } from './sealing.ts';

export interface ReportOnly
  extends Pick<DocumentsJob, 'printPdf' | 'fontSheets' | 'clock' | 'makeChartFiles'> {
  /** Of the run. */
  readonly folder: string;
  /** Where the documents go; `null`: beside the journal. */
  readonly to: string | null;
  readonly language: Language;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Makes the documents of a run whose console was lost before it could, beside its journal or where they are wanted;
 * those that are there stay, and only what is missing is made. A folder that may not be written to is only read.
 * Resolves to the exit code.
 */
export async function reportOnly({ folder, to, say, signal, ...how }: ReportOnly): Promise<number> {
  const journal = join(resolve(folder), 'journal.sqlite');
  const problem = problemOf(journal) ?? (to === null ? notHere(resolve(folder)) : notThere(to));
  if (problem !== null) {
    say(problem);
    return exitCodes.badInput;
  }
  if (isLogMissing(journal)) say(logMissing(journal));
  const known = await knownOf(journal, to !== null);
  if (typeof known === 'string') say(known);
  const files = await writeDocuments({
    journalPath: journal,
    known: typeof known === 'string' ? unsigned : known,
    again: true,
    ...(to === null ? {} : { to: resolve(to) }),
    signal: signal ?? new AbortController().signal,
    ...how,
  });
  say(files.problem ?? `Report, data and summary are in ${files.folder}`);
  return files.problem === null ? exitCodes.completed : exitCodes.documentsFailed;
}

/**
 * Beside its journal a record has the documents that nobody had signed, as they were made at its end; elsewhere they are
 * made as it stands now. A sentence: what is wrong with its seal.
 */
async function knownOf(journal: string, asItStands: boolean): Promise<DocumentsJob['known'] | string> {
  const read = await readSealed(dirname(journal)).catch((error: Error) => ({
    ok: false as const,
    problem: error.message,
  }));
  if (!read.ok) return `${read.problem} The documents are made without it.`;
  return asItStands
    ? standingOf(read, wantsReview(journal))
    : { ...unsigned, recordSha256: read.recordSha256 };
}

/** By the rules that stand in the record; a rescue is signed by nobody. */
function wantsReview(journal: string): boolean {
  const read = readRun(journal);
  if (!read.ok) return false;
  read.record.close();
  return read.record.header.site.reviewSignature;
}

/** The log of a lost console is folded in where that may be written; one that is missing must not be forgotten. */
function problemOf(journal: string): string | null {
  const isSealed = existsSync(join(journal, '..', sealFiles.sums));
  if (!isSealed && mayWrite(journal) && mayWrite(join(journal, '..')) && !isLogMissing(journal))
    return closeJournal(journal);
  const read = readJournal(journal);
  if (!read.ok) return read.problem;
  read.record.close();
  return null;
}

const notHere = (folder: string): string | null =>
  mayWrite(folder)
    ? null
    : `${folder} cannot be written to. Say where the documents are to go: --report ${folder} --to <dir>`;

function notThere(to: string): string | null {
  try {
    mkdirSync(resolve(to), { recursive: true });
    accessSync(resolve(to), constants.W_OK);
    return null;
  } catch (error) {
    return `--to ${to}: cannot be written to (${(error as Error).message}). Choose another folder.`;
  }
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const logMissing = (journal: string): string =>
  `${journal} has no log ${journal}-wal beside it: what its console wrote last may be missing, ` +
  'and the report ends before it. Copy the whole folder of the run, then make the report again.';
