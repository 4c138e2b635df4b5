import { dirname } from 'node:path';
import type { RunFiles } from '../contract/view.ts';
import type { Outcome } from '../domain/phase.ts';
import type { Language } from '../domain/text/language.ts';
import { diskAnswers, diskAnswersWithinMs } from './disk-answers.ts';
import { writeDocuments } from './documents.ts';
import type { Surrounding } from './surrounding.ts';

/** Makes the documents of journals that are closed, says what came of it, and knows which are under way. */
export class DocumentMaker {
  readonly #around: Pick<Surrounding, 'say' | 'printPdf' | 'fontSheets' | 'clock'>;
  readonly #language: () => Language;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(
    around: Pick<Surrounding, 'say' | 'printPdf' | 'fontSheets' | 'clock'>,
    language: () => Language,
  ) {
    this.#around = around;
    this.#language = language;
  }

  /** Resolves once none is under way. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#underWay]);
  }

  /** `journalProblem`: what of it is not on disk. Without an outcome it is of a rescue. */
  async of(path: string, journalProblem: string | null, outcome?: Outcome): Promise<RunFiles> {
    const { say } = this.#around;
    const making = this.#make(path);
    this.#underWay.add(making);
    const made = await making.finally(() => this.#underWay.delete(making));
    const files = { ...made, problem: journalProblem ?? made.problem };
    const what = outcome === undefined ? 'Rescue recorded.' : `Run ${outcome}.`;
    say(files.problem ?? `${what} Report and data are in ${files.folder}`);
    return files;
  }

  /** A record is read here, in the program that ticks: not from a disk that hangs. */
  async #make(path: string): Promise<RunFiles> {
    const { printPdf, fontSheets, clock } = this.#around;
    if (!(await diskAnswers(path, clock))) return notAnswered(path);
    return writeDocuments({
      journalPath: path,
      language: this.#language(),
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
