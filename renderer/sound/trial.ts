import { create } from 'zustand';
import type { AudioState } from '../../electron/contract/view.ts';
import { type Priority, priorities } from '../../electron/contract/words.ts';
import { lengthOf } from './burst-plan.ts';
import { bursts, usualVolume } from './bursts.ts';
import { soundBurst } from './voice.ts';

/** What the screen says of the sound of the console. */
export interface SoundState {
  /** What the self-test found; `null`: it runs for the first time. */
  readonly audio: AudioState | null;
  /** The priority whose burst is being played for trial. */
  readonly tries: Priority | null;
  /** The bursts were played to their end since the page was loaded. */
  readonly tried: boolean;
  /** How often a person, or the start of a run, asked for a trial. */
  readonly asked: number;
}

export const useSound = create<SoundState>()(() => ({ audio: null, tries: null, tried: false, asked: 0 }));
export const askForTrial = (): void => useSound.setState(({ asked }) => ({ asked: asked + 1 }));

/** Silence between two bursts of a trial, s. */
const pauseSeconds = 0.8;
/** A burst begins this long after it was ordered, s, so that its first ramp is whole. */
export const leadSeconds = 0.02;

/** When a burst of a trial begins, and the next could, s after the beginning of the first. */
interface TrialBurst {
  readonly priority: Priority;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** The least urgent first: each sounds more urgent than the one before. */
export function trialPlan(): TrialBurst[] {
  const plan: TrialBurst[] = [];
  let fromSeconds = 0;
  for (const priority of priorities) {
    const toSeconds = fromSeconds + lengthOf(bursts[priority]) + pauseSeconds;
    plan.push({ priority, fromSeconds, toSeconds });
    fromSeconds = toSeconds;
  }
  return plan;
}

/** One burst of each priority, one after another, for a person to hear. An alarm ends it. */
export class Trial {
  readonly #output: () => AudioContext | null;
  #beganSeconds: number | null = null;
  readonly #plan = trialPlan();
  #stops: readonly (() => void)[] = [];

  constructor(output: () => AudioContext | null) {
    this.#output = output;
  }

  begin(): void {
    this.end();
    const context = this.#output();
    if (context === null) return;
    const began = context.currentTime + leadSeconds;
    this.#beganSeconds = began;
    this.#stops = this.#plan.map(({ priority, fromSeconds }) =>
      soundBurst(context, bursts[priority], began + fromSeconds, usualVolume),
    );
  }

  /** Says what sounds now. */
  look(): void {
    const context = this.#output();
    if (this.#beganSeconds === null || context === null) return;
    const seconds = context.currentTime - this.#beganSeconds;
    const now = this.#plan.find(({ toSeconds }) => seconds < toSeconds);
    if (now === undefined) this.#beganSeconds = null;
    const tries = now?.priority ?? null;
    if (tries !== useSound.getState().tries) {
      useSound.setState(tries === null ? { tries, tried: true } : { tries });
    }
  }

  end(): void {
    if (this.#beganSeconds === null) return;
    this.#beganSeconds = null;
    for (const stop of this.#stops) stop();
    useSound.setState({ tries: null });
  }
}
