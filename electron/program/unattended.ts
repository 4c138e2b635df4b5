import type { ConnectFault } from '../../native-bridge/rig/identify.ts';
import type { ConsoleView } from '../contract/view.ts';
import type { OperatorAction } from '../domain/action.ts';
import type { Clock } from '../domain/time.ts';
import { AutoOperator } from '../session/auto-operator.ts';
import type { Console } from '../session/console.ts';
import type { TreatmentRun } from '../session/treatment-run.ts';
import { exitCodes } from './exit-codes.ts';
import type { Prepared } from './prepare.ts';

/** How long an unattended start waits for its rig, ms. */
const patienceMs = {
  /** For one that is being switched on. */
  usual: 15_000,
  /** For a port that is being plugged in, or made. */
  noPort: 5_000,
  /** For one that has said what it is, and will not become another. */
  refused: 0,
} as const;

function patienceFor(fault: ConnectFault | null): number {
  if (fault === 'map-version' || fault === 'invalid') return patienceMs.refused;
  return fault === 'not-found' ? patienceMs.noPort : patienceMs.usual;
}

/** How long a demonstration waits for its first picture, ms. */
const screenComesWithinMs = 30_000;

export interface UnattendedOptions {
  readonly console: Console;
  readonly prepared: Prepared;
  readonly clock: Clock;
  /** The screen is ready to be looked at. */
  readonly ready: () => boolean;
  /** Why the last try to connect failed; `null`: it did not. */
  readonly linkFault: () => ConnectFault | null;
  readonly giveUp: (exitCode: number, why: string) => void;
}

/** Starts and operates one treatment by itself; refused on a rig that is not a simulation. */
export class Unattended {
  readonly #options: UnattendedOptions;
  readonly #operator = new AutoOperator();
  readonly #sinceMs: number;
  #decided = false;

  constructor(options: UnattendedOptions) {
    this.#options = options;
    this.#sinceMs = options.clock.monotonicMs();
  }

  /** Looks at the screen before the run: starts it, or says why it cannot. */
  look(view: ConsoleView): void {
    if (this.#decided || view.stage !== 'setup') return;
    const { clock, ready, linkFault, giveUp } = this.#options;
    const waitedMs = clock.monotonicMs() - this.#sinceMs;
    if (!ready()) {
      if (waitedMs <= screenComesWithinMs) return;
      this.#decided = true;
      giveUp(exitCodes.failed, 'The screen did not come up within 30 s; the lines above say why.');
    } else if (view.rig.link === 'up' && view.rig.identity !== null) {
      this.#decided = true;
      void this.#start(view.rig.identity.features.simulated, view.rig.identity.serialNumber);
    } else if (waitedMs > patienceFor(linkFault())) {
      this.#decided = true;
      giveUp(
        exitCodes.rigRefused,
        view.rig.problem ?? `No rig answers on ${view.rig.port}. Check cable and power.`,
      );
    }
  }

  /** What the operator does after a tick of the run. */
  operate(run: TreatmentRun): void {
    const view = run.view(0);
    const action: OperatorAction | null = this.#operator.next(view);
    if (action !== null) this.#options.console.act(view.case.perfusionist, action);
  }

  async #start(simulated: boolean, serialNumber: string): Promise<void> {
    const { console, prepared, giveUp } = this.#options;
    const { draftCase, preset, store } = prepared;
    const chosen = preset ?? store.shelf.presets[0];
    if (!simulated) {
      const why = `--operator auto is refused: rig ${serialNumber} is not a simulation. A person operates a real machine.`;
      return giveUp(exitCodes.rigRefused, why);
    }
    if (draftCase === null || chosen === undefined) {
      return giveUp(
        exitCodes.badInput,
        'There is no case or no preset to start with. Give --case and --preset.',
      );
    }
    const problem = await console.startRun(draftCase, chosen);
    if (problem !== null) giveUp(exitCodes.rigRefused, problem);
  }
}
