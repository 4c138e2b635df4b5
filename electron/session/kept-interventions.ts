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

/** The stronger of what was kept and what is pressed now; of equals the first. */
export function stronger(kept: KeptIntervention | null, pressed: KeptIntervention): KeptIntervention {
  const strength = ({ action }: KeptIntervention): number => turningOff.indexOf(action.type);
  return kept !== null && strength(kept) >= strength(pressed) ? kept : pressed;
}
