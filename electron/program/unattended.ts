import type { ConsoleView } from '../contract/view.ts';
import type { OperatorAction } from '../domain/action.ts';
import type { Clock } from '../domain/time.ts';
import { AutoOperator } from '../session/auto-operator.ts';
import type { Console } from '../session/console.ts';
import type { TreatmentRun } from '../session/treatment-run.ts';
import { exitCodes } from './exit-codes.ts';
import type { Prepared } from './prepare.ts';

/** How long the rig may take to answer before an unattended start gives up, ms. */
const rigAnswersWithinMs = 15_000;
/** How long a demonstration waits for its first picture, ms. */
const screenComesWithinMs = 30_000;

/** Starts and operates one treatment by itself; refused on a rig that is not a simulation. */
export class Unattended {
  readonly #console: Console;
  readonly #prepared: Prepared;
  readonly #giveUp: (exitCode: number, why: string) => void;
  readonly #clock: Clock;
  /** The screen is ready to be looked at. */
  readonly #ready: () => boolean;
  readonly #operator = new AutoOperator();
  readonly #sinceMs: number;
  #decided = false;

  constructor(
    console: Console,
    prepared: Prepared,
    clock: Clock,
    ready: () => boolean,
    giveUp: (exitCode: number, why: string) => void,
  ) {
    this.#console = console;
    this.#prepared = prepared;
    this.#giveUp = giveUp;
    this.#clock = clock;
    this.#ready = ready;
    this.#sinceMs = clock.monotonicMs();
  }

  /** Looks at the screen before the run: starts it, or says why it cannot. */
  look(view: ConsoleView): void {
    if (this.#decided || view.stage !== 'setup') return;
    const waitedMs = this.#clock.monotonicMs() - this.#sinceMs;
    if (!this.#ready()) {
      if (waitedMs <= screenComesWithinMs) return;
      this.#decided = true;
      this.#giveUp(exitCodes.failed, 'The screen did not come up within 30 s; the lines above say why.');
    } else if (view.rig.link === 'up' && view.rig.identity !== null) {
      this.#decided = true;
      void this.#start(view.rig.identity.features.simulated, view.rig.identity.serialNumber);
    } else if (waitedMs > rigAnswersWithinMs) {
      this.#decided = true;
      this.#giveUp(
        exitCodes.rigRefused,
        view.rig.problem ?? `No rig answers on ${view.rig.port}. Check cable and power.`,
      );
    }
  }

  /** What the operator does after a tick of the run. */
  operate(run: TreatmentRun): void {
    const view = run.view(0);
    const action: OperatorAction | null = this.#operator.next(view);
    if (action !== null) this.#console.act(view.case.perfusionist, action);
  }

  async #start(simulated: boolean, serialNumber: string): Promise<void> {
    const { draftCase, preset, store } = this.#prepared;
    const chosen = preset ?? store.shelf.presets[0];
    if (!simulated) {
      const why = `--operator auto is refused: rig ${serialNumber} is not a simulation. A person operates a real machine.`;
      return this.#giveUp(exitCodes.rigRefused, why);
    }
    if (draftCase === null || chosen === undefined) {
      return this.#giveUp(
        exitCodes.badInput,
        'There is no case or no preset to start with. Give --case and --preset.',
      );
    }
    const problem = await this.#console.startRun(draftCase, chosen);
    if (problem !== null) this.#giveUp(exitCodes.rigRefused, problem);
  }
}
