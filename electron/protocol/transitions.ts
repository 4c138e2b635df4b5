import { type Phase, phases } from '../domain/phase.ts';
import { type Exit, phasePlans } from './phase-plan.ts';

export type { Guard, Trigger } from './phase-plan.ts';

/** One way from a phase to another. */
export interface Transition extends Exit {
  readonly from: Phase;
}

/** Every way there is, phase by phase as the table of phases has them. There is no transition without a row here. */
export const transitions: readonly Transition[] = phases.flatMap((from) =>
  phasePlans[from].exits.map((exit): Transition => ({ from, ...exit })),
);
