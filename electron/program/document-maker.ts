import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RunFiles } from '../contract/view.ts';
import { documentNames } from '../documents/document-names.ts';
import type { Outcome } from '../domain/phase.ts';
import type { Language } from '../domain/text/language.ts';
import { unsigned } from '../report/standing.ts';
import { sealFilesOf } from '../seal/seal.ts';
import { diskAnswers, diskAnswersWithinMs } from './disk-answers.ts';
import { type DocumentsJob, noFiles, thereIn, writeDocuments } from './documents.ts';
import { issueFolder, issueName, issueOf, standingOf } from './issue.ts';
import { ReportCopies } from './report-copies.ts';
import type { Sealing } from './sealing.ts';
import type { Surrounding } from './surrounding.ts';
import { UnderWay } from './under-way.ts';

export interface DocumentMakerOptions {
  readonly around: Pick<Surrounding, 'say' | 'printPdf' | 'fontSheets' | 'clock' | 'makeChartFiles'>;
  readonly sealing: Pick<Sealing, 'sealRecord' | 'sealDocuments' | 'read'>;
  readonly language: () => Language;
  /** Where copies of the documents of a run go as the site has it now; "": nowhere. */
  readonly reportFolder: () => string;
}

type Known = Pick<DocumentsJob, 'known' | 'to' | 'again'>;

/**
 * Makes the documents of journals that are closed: preliminary ones as a run ends, and others as its record is signed or
 * something is said of it later. Says what came of it, and knows which are under way.
 */
export class DocumentMaker {
  readonly #options: DocumentMakerOptions;
  readonly #copies: ReportCopies;
  readonly #underWay = new UnderWay();

  constructor(options: DocumentMakerOptions) {
    this.#options = options;
    this.#copies = new ReportCopies(options.around.clock);
  }

  /** Resolves once none is under way. */
  settled(): Promise<void> {
    return this.#underWay.settled();
  }

  /** Seals the journal and makes what nobody has signed. `journalProblem`: what of it is not on disk. Without `outcome` it is of a rescue. */
  of(path: string, journalProblem: string | null, outcome?: Outcome): Promise<RunFiles> {
    return this.#underWay.watched(this.#of(path, journalProblem, outcome));
  }

  /**
   * Makes the documents of a record as it stands after what was said of it, in a folder of their own beside the journal,
   * and hands copies of them to the site. What nobody has signed is handed over on somebody's word alone.
   */
  issue(path: string, runId: string, wantsReview: boolean): Promise<RunFiles> {
    return this.#underWay.watched(this.#issue(path, runId, wantsReview));
  }

  async #of(path: string, journalProblem: string | null, outcome: Outcome | undefined): Promise<RunFiles> {
    const { say, clock } = this.#options.around;
    if (!(await diskAnswers(path, clock))) return this.#said(notAnswered(path));
    const sealProblem = journalProblem === null ? await this.#options.sealing.sealRecord(path) : null;
    const made = await this.#make(path, { known: { ...unsigned, recordSha256: await this.#sumOf(path) } });
    const files = { ...made, problem: journalProblem ?? sealProblem ?? made.problem };
    const what = outcome === undefined ? 'Rescue recorded.' : `Run ${outcome}.`;
    say(files.problem ?? `${what} Report and data are in ${files.folder}`);
    return files;
  }

  async #sumOf(path: string): Promise<string | null> {
    const read = await this.#options.sealing.read(dirname(path));
    return read.ok ? read.recordSha256 : null;
  }

  async #issue(path: string, runId: string, wantsReview: boolean): Promise<RunFiles> {
    const { sealing, reportFolder, around } = this.#options;
    // Of the rules as they are now: they may be changed while the documents are made.
    const copies = reportFolder();
    if (!(await diskAnswers(path, around.clock))) return this.#said(notAnswered(path));
    const read = await sealing.read(dirname(path));
    if (!read.ok) return this.#said({ ...noFiles(dirname(path)), problem: read.problem });
    const known = standingOf(read, wantsReview);
    const issue = issueOf(runId, read.addenda, wantsReview);
    const name = known.status === 'preliminary' ? runId : issueName(issue);
    const to = issueFolder(issue, path);
    const files = (await wholeIn(to)) ?? (await this.#make(path, { known, to, again: true }));
    around.say(files.problem ?? `Documents, ${known.status}, are in ${files.folder}`);
    return copies === '' ? files : this.#copied(name, files, copies);
  }

  async #copied(name: string, files: RunFiles, folder: string): Promise<RunFiles> {
    const names = await namesIn(files.folder, [...documentNames, ...Object.values(sealFilesOf('documents'))]);
    const problem = await this.#copies.copy(name, { folder: files.folder, names }, folder);
    if (problem === null) return files;
    return this.#said({
      ...files,
      problem: files.problem === null ? problem : `${files.problem} ${problem}`,
    });
  }

  #said(files: RunFiles): RunFiles {
    if (files.problem !== null) this.#options.around.say(files.problem);
    return files;
  }

  /** A record is read here, in the program that ticks: not from a disk that hangs. */
  async #make(path: string, job: Known): Promise<RunFiles> {
    const { around, language, sealing } = this.#options;
    const { printPdf, fontSheets, clock, makeChartFiles } = around;
    const files = await writeDocuments({
      journalPath: path,
      language: language(),
      printPdf,
      fontSheets,
      clock,
      makeChartFiles,
      signal: new AbortController().signal,
      ...job,
    });
    const made = await namesIn(files.folder, documentNames);
    // Without a seal of the record there is none of what was made of it.
    if (job.known.recordSha256 === null || made.length === 0) return files;
    const problem = await sealing.sealDocuments(files.folder, made);
    return { ...files, problem: files.problem ?? problem };
  }
}

/** Those of `wanted` that are there. */
async function namesIn(folder: string, wanted: readonly string[]): Promise<string[]> {
  const names: readonly string[] = await readdir(folder).catch(() => []);
  return wanted.filter((name) => names.includes(name));
}

/** The documents of a folder where none is missing. */
async function wholeIn(folder: string): Promise<RunFiles | null> {
  const there = await namesIn(folder, documentNames);
  return there.length < documentNames.length ? null : { folder, ...thereIn(folder), problem: null };
}

const notAnswered = (path: string): RunFiles => {
  const folder = dirname(path);
  const problem =
    `The documents were not made: the disk of ${folder} has not answered for ${diskAnswersWithinMs / 1000} s. ` +
    `Make them, once it does, with: npm start -- --report ${folder}`;
  return { ...noFiles(folder), problem };
};
