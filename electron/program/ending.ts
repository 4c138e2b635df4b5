import type { RunFiles } from '../contract/view.ts';
import type { Clock } from '../domain/time.ts';
import type { OpenRun } from '../record/open-runs.ts';
import { outcomeOf } from '../session/run-view.ts';
import type { TreatmentRun } from '../session/treatment-run.ts';
import type { DocumentMaker } from './document-maker.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import type { Pictures } from './pictures.ts';
import type { ProgressPublisher } from './progress.ts';

export interface EndingOptions {
  readonly clock: Pick<Clock, 'after'>;
  readonly documents: DocumentMaker;
  readonly pictures: Pictures | null;
  readonly progress: ProgressPublisher | null;
  /** Nobody is at the screen: the program leaves by itself once its run is over. */
  readonly unattended: boolean;
  readonly somethingIsOpen: () => boolean;
  readonly close: () => Promise<void>;
  readonly exit: (code: number) => void;
}

/** What comes of a run at last: its documents, the exit code, and with nobody at the screen the end of the program. */
export class Ending {
  readonly #options: EndingOptions;
  /** What the program says of itself when it is left now. */
  exitCode: number = exitCodes.noTreatment;

  constructor(options: EndingOptions) {
    this.#options = options;
  }

  async ofRun(run: TreatmentRun, journalProblem: string | null): Promise<RunFiles> {
    const { clock, documents, progress, unattended } = this.#options;
    progress?.end();
    const outcome = outcomeOf(run.state) ?? 'interrupted';
    const files = await documents.of(run.journal.path, journalProblem, outcome);
    this.exitCode = files.problem === null ? exitCodeOf(outcome) : exitCodes.documentsFailed;
    if (unattended) clock.after(0, () => void this.#leaveAfterPictures());
    return files;
  }

  async ofLostRun({ path }: OpenRun, journalProblem: string | null): Promise<void> {
    const files = await this.#options.documents.of(path, journalProblem, 'interrupted');
    this.exitCode = files.problem === null ? exitCodes.interrupted : exitCodes.documentsFailed;
    if (this.#options.unattended) this.#leaveOnceIdle();
  }

  async leave(code: number): Promise<void> {
    this.exitCode = code;
    await this.#options.close();
    this.#options.exit(code);
  }

  /** A drain that was ordered with the end of a lost run is waited for. */
  #leaveOnceIdle(): void {
    const { clock, somethingIsOpen } = this.#options;
    if (somethingIsOpen()) clock.after(500, () => this.#leaveOnceIdle());
    else clock.after(0, () => void this.#leaveAfterPictures());
  }

  async #leaveAfterPictures(): Promise<void> {
    const { clock, pictures } = this.#options;
    if (pictures !== null) await new Promise((resolve) => clock.after(1500, () => resolve(null)));
    await pictures?.done();
    await this.leave(this.exitCode);
  }
}
