import { dirname } from 'node:path';
import type { RunFiles } from '../contract/view.ts';
import type { Outcome } from '../domain/phase.ts';
import type { Language } from '../domain/text/language.ts';
import { diskAnswers, diskAnswersWithinMs } from './disk-answers.ts';
import { writeDocuments } from './documents.ts';
import { ReportCopies } from './report-copies.ts';
import type { Surrounding } from './surrounding.ts';

/** A treatment run whose documents are made. */
export interface EndedRun {
  readonly runId: string;
  readonly outcome: Outcome;
  /** Hears of the files once they are there, before they are copied elsewhere. */
  readonly onMade?: (files: RunFiles) => void;
}

export interface DocumentMakerOptions {
  readonly around: Pick<Surrounding, 'say' | 'printPdf' | 'fontSheets' | 'clock'>;
  readonly language: () => Language;
  /** Where copies of the documents of a run go as the site has it now; "": nowhere. */
  readonly reportFolder: () => string;
}

/** Makes the documents of journals that are closed, says what came of it, and knows which are under way. */
export class DocumentMaker {
  readonly #options: DocumentMakerOptions;
  readonly #copies: ReportCopies;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(options: DocumentMakerOptions) {
    this.#options = options;
    this.#copies = new ReportCopies(options.around.clock);
  }

  /** Resolves once none is under way. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#underWay]);
  }

  /** `journalProblem`: what of it is not on disk. Without `run` it is of a rescue. */
  of(path: string, journalProblem: string | null, run?: EndedRun): Promise<RunFiles> {
    const making = this.#of(path, journalProblem, run);
    this.#underWay.add(making);
    return making.finally(() => this.#underWay.delete(making));
  }

  async #of(path: string, journalProblem: string | null, run: EndedRun | undefined): Promise<RunFiles> {
    const { around, reportFolder } = this.#options;
    // Of the rules as they are now: they may be changed while the documents are made.
    const folder = reportFolder();
    const made = await this.#make(path);
    const files = { ...made, problem: journalProblem ?? made.problem };
    const what = run === undefined ? 'Rescue recorded.' : `Run ${run.outcome}.`;
    around.say(files.problem ?? `${what} Report and data are in ${files.folder}`);
    if (run === undefined || folder === '') return files;
    run.onMade?.(files);
    return this.#copied(run.runId, files, folder);
  }

  async #copied(runId: string, files: RunFiles, folder: string): Promise<RunFiles> {
    const problem = await this.#copies.copy(runId, files, folder);
    if (problem === null) return files;
    this.#options.around.say(problem);
    return { ...files, problem: files.problem === null ? problem : `${files.problem} ${problem}` };
  }

  /** A record is read here, in the program that ticks: not from a disk that hangs. */
  async #make(path: string): Promise<RunFiles> {
    const { around, language } = this.#options;
    const { printPdf, fontSheets, clock } = around;
    if (!(await diskAnswers(path, clock))) return notAnswered(path);
    return writeDocuments({
      journalPath: path,
      language: language(),
      printPdf,
      fontSheets,
      clock,
      signal: new AbortController().signal,
    });
  }
}

const notAnswered = (path: string): RunFiles => {
  const folder = dirname(path);
  const problem =
    `The documents were not made: the disk of ${folder} has not answered for ${diskAnswersWithinMs / 1000} s. ` +
    `Make them, once it does, with: npm start -- --report ${folder}`;
  return { folder, report: null, samples: null, summary: null, problem };
};
