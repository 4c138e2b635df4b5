import type { RunView, SelfTestLine } from '../contract/view.ts';
import type { ActionResult, OperatorAction } from '../domain/action.ts';
import { type Actor, unattendedActor } from '../domain/actor.ts';
import type { TreatmentCase } from '../domain/case.ts';
import type { FluidAnswer } from '../domain/fluid-answer.ts';
import { isTesting } from '../domain/phase.ts';
import type { EnteredPreset } from '../domain/preset.ts';
import type { ConnectFault } from '../domain/rig-driver.ts';
import type { Clock } from '../domain/time.ts';
import { AutoOperator } from '../session/auto-operator.ts';
import type { Publisher } from '../session/publishers.ts';
import type { Recovered } from '../session/recovery.ts';
import { plainRunView } from '../session/run-view.ts';
import type { Snapshot } from '../session/snapshot.ts';
import { rigIsSilent } from '../session/start-refusal.ts';
import { exitCodes } from './exit-codes.ts';
import type { RecoverChoice } from './options.ts';
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
  if (fault === 'other-version' || fault === 'invalid') return patienceMs.refused;
  return fault === 'not-found' ? patienceMs.noPort : patienceMs.usual;
}

/** How long a demonstration waits for its first picture, ms. */
const screenComesWithinMs = 30_000;

export interface UnattendedOptions {
  readonly act: (by: Actor, action: OperatorAction) => ActionResult;
  readonly startRun: (treatmentCase: TreatmentCase, preset: EnteredPreset) => Promise<string | null>;
  readonly recover: (choice: RecoverChoice, by: Actor) => Promise<Recovered>;
  readonly answerFluid: (answer: FluidAnswer, by: Actor) => void;
  readonly prepared: Prepared;
  readonly clock: Clock;
  /** The screen is ready to be looked at. */
  readonly ready: () => boolean;
  /** What the last run on this rig left in a cavity is known, or cannot be. */
  readonly remembers: () => boolean;
  /** Why the last try to connect failed; `null`: it did not. */
  readonly linkFault: () => ConnectFault | null;
  readonly say: (line: string) => void;
  readonly giveUp: (exitCode: number, why: string) => void;
}

/** Starts and operates one treatment by itself; refused on a rig that is not a simulation. */
export class Unattended implements Publisher {
  readonly name = 'The unattended operator';
  readonly #options: UnattendedOptions;
  readonly #operator = new AutoOperator();
  readonly #sinceMs: number;
  #decided = false;
  #stopped = false;
  /** What stands in the way of taking up does not pass by waiting. */
  #lasts = false;
  /** The run had come to its end, and only its record had not. */
  #isOver = false;
  #saidSelfTest = false;

  constructor(options: UnattendedOptions) {
    this.#options = options;
    this.#sinceMs = options.clock.monotonicMs();
  }

  /** Nobody operates any more. */
  stop(): void {
    this.#stopped = true;
  }

  publish(snapshot: Snapshot): void {
    const { stage, run, fluid } = snapshot;
    if (this.#stopped) return;
    if (stage === 'setup' && fluid !== null) this.#answerFluid();
    else if (stage === 'setup') this.#look(snapshot);
    else if (stage === 'run' && run !== null) this.#operate(plainRunView(run));
  }

  /** Looks at the rig before the run: starts it, or says why it cannot. */
  #look({ link, machine, recovery }: Snapshot): void {
    const refusals = recovery()?.takeUpRefusals ?? [];
    this.#isOver = refusals.includes('run-over');
    this.#lasts = refusals.some((why) => why !== 'machine-not-heard');
    if (this.#decided) return;
    const { ready, remembers, linkFault, giveUp } = this.#options;
    const waitedMs = this.#waitedMs;
    if (!ready()) {
      if (waitedMs <= screenComesWithinMs) return;
      this.#decided = true;
      giveUp(exitCodes.failed, 'The screen did not come up within 30 s; the lines above say why.');
    } else if (link.state === 'up' && link.identity !== null && machine.isKnown) {
      if (!remembers()) return;
      this.#decided = true;
      void this.#start(link.identity.features.simulated, link.identity.serialNumber);
    } else if (waitedMs > patienceFor(linkFault())) {
      this.#decided = true;
      giveUp(exitCodes.rigRefused, link.problem ?? `No rig answers on ${link.port}. Check cable and power.`);
    }
  }

  /** A simulated cavity is another each time. */
  #answerFluid(): void {
    const { answerFluid, say } = this.#options;
    say('The last record of this rig left fluid in a cavity; unattended, this is another patient.');
    answerFluid('another-patient', unattendedActor);
  }

  #operate(view: RunView): void {
    const { act } = this.#options;
    const failed = view.selfTest.filter(({ state }) => state === 'failed');
    if (
      isTesting(view.phase) &&
      failed.length > 0 &&
      view.selfTest.every(({ state }) => state !== 'running')
    ) {
      this.#endAfterSelfTest(failed);
      return;
    }
    const action = this.#operator.next(view);
    if (action !== null) act(unattendedActor, action);
  }

  /** A person would look at the rig; unattended, doing it again would go on for ever. */
  #endAfterSelfTest(failed: readonly SelfTestLine[]): void {
    const what = failed.map(({ check, detail }) => `${check} (${detail})`).join(', ');
    if (!this.#saidSelfTest) this.#options.say(`The self-test failed: ${what}. The run is ended.`);
    this.#saidSelfTest = true;
    this.#options.act(unattendedActor, { type: 'end-run', reason: `The self-test failed: ${what}` });
  }

  async #start(simulated: boolean, serialNumber: string): Promise<void> {
    const { startRun, prepared, giveUp } = this.#options;
    const { draftCase, preset, store } = prepared;
    const chosen = preset ?? store.shelf.presets[0];
    const choice = prepared.options.recover;
    if (!simulated) {
      const why = `--operator auto is refused: rig ${serialNumber} is not a simulation. A person operates a real machine.`;
      return giveUp(exitCodes.rigRefused, why);
    }
    if (choice !== null) return this.#recover(choice);
    if (draftCase === null || chosen === undefined) {
      return giveUp(
        exitCodes.badInput,
        'There is no case or no preset to start with. Give --case and --preset.',
      );
    }
    const problem = await startRun(draftCase, chosen);
    if (problem === null) return;
    // One that is late just now is asked again, as long as one that is being switched on is waited for.
    if (problem === rigIsSilent && this.#waitedMs <= patienceMs.usual) this.#decided = false;
    else giveUp(exitCodes.rigRefused, problem);
  }

  /** A machine that fell silent just then is asked again, as long as one that is being switched on is waited for. */
  async #recover(choice: RecoverChoice): Promise<void> {
    const { recover, giveUp } = this.#options;
    const recovered = await recover(this.#isOver ? 'end' : choice, unattendedActor);
    if (recovered.ok) return;
    if (this.#lasts || this.#waitedMs > patienceMs.usual) giveUp(exitCodes.rigRefused, recovered.problem);
    else this.#decided = false;
  }

  get #waitedMs(): number {
    return this.#options.clock.monotonicMs() - this.#sinceMs;
  }
}
