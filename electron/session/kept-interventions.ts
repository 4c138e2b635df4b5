import type { OperatorAction } from '../domain/action.ts';
import type { Actor } from '../domain/actor.ts';

/** Interventions that turn something off, weakest first: they are kept where the engine cannot take them at once. */
const turningOff = ['heat-off', 'pause-flow', 'stop-run'] as const;
export type TurnsOff = (typeof turningOff)[number];

/** Pressed, and not yet taken. */
export interface KeptIntervention {
  readonly by: Actor;
  readonly action: { readonly type: TurnsOff };
}

export function turnsOff(action: OperatorAction): action is KeptIntervention['action'] {
  return (turningOff as readonly string[]).includes(action.type);
}

/** A press that was kept waits so many ticks for the machine; then it is taken as one on a lost link is (1 s, chosen). */
const waitsTicks = 10;

/** What is pressed while the engine stands: the strongest of it is the first act once the machine is heard again. */
export class KeptInterventions {
  #kept: KeptIntervention | null = null;
  #waited = 0;

  /** Of equals the first stays. */
  keep(pressed: KeptIntervention): void {
    const strength = ({ action }: KeptIntervention): number => turningOff.indexOf(action.type);
    if (this.#kept === null || strength(this.#kept) < strength(pressed)) this.#kept = pressed;
  }

  /**
   * One tick: takes it, where it is due; one whose taking throws is taken again in the next. An engine that stood has lost
   * its link: `heard`, the press reaches the machine, and needs no other.
   */
  take(heard: boolean, act: (kept: KeptIntervention) => void): void {
    if (this.#kept === null) return;
    this.#waited += 1;
    if (!heard && this.#waited <= waitsTicks) return;
    act(this.#kept);
    this.#kept = null;
    this.#waited = 0;
  }
}
