import type { RunFiles } from '../contract/view.ts';
import type { Outcome } from '../domain/phase.ts';
import type { Language } from '../domain/text/language.ts';
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
    const { say, printPdf, fontSheets, clock } = this.#around;
    const making = writeDocuments({
      journalPath: path,
      language: this.#language(),
      printPdf,
      fontSheets,
      clock,
      signal: new AbortController().signal,
    });
    this.#underWay.add(making);
    const made = await making.finally(() => this.#underWay.delete(making));
    const files = { ...made, problem: journalProblem ?? made.problem };
    const what = outcome === undefined ? 'Rescue recorded.' : `Run ${outcome}.`;
    say(files.problem ?? `${what} Report and data are in ${files.folder}`);
    return files;
  }
}
