import { type Phase, phases } from '../domain/phase.ts';

/**
 * Every way from one phase to another. There is no transition without a row here;
 * the diagram in docs/ is drawn from this table.
 */
export interface Transition {
  readonly from: Phase;
  readonly on: Trigger;
  readonly guard: Guard;
  readonly to: Phase;
}

/** Operator actions that move the phase, and the two volumes that end a filling by themselves. */
export type Trigger =
  | 'advance'
  | 'start-treatment'
  | 'start-treatment-early'
  | 'end-treatment'
  | 'end-treatment-early'
  | 'drain-now'
  | 'end-run'
  | 'volume-reached';

export type Guard =
  | 'none'
  | 'self-test-passed'
  | 'circulating'
  | 'inflow-settled'
  | 'may-start'
  | 'control-temperature-known'
  | 'minutes-complete'
  | 'named-reason'
  | 'fluid-in-cavity'
  | 'drained-rinses-left'
  | 'drained-no-rinse-left';

const filled: readonly Phase[] = ['fill', 'heat-up', 'treatment', 'rinse', 'disconnect'];
const open: readonly Phase[] = phases.filter((phase) => phase !== 'complete');

export const transitions: readonly Transition[] = [
  { from: 'self-test', on: 'advance', guard: 'self-test-passed', to: 'prime' },
  { from: 'prime', on: 'advance', guard: 'circulating', to: 'preheat' },
  { from: 'preheat', on: 'advance', guard: 'inflow-settled', to: 'fill' },
  { from: 'fill', on: 'volume-reached', guard: 'none', to: 'heat-up' },
  { from: 'heat-up', on: 'start-treatment', guard: 'may-start', to: 'treatment' },
  { from: 'heat-up', on: 'start-treatment-early', guard: 'control-temperature-known', to: 'treatment' },
  { from: 'treatment', on: 'end-treatment', guard: 'minutes-complete', to: 'drain' },
  { from: 'treatment', on: 'end-treatment-early', guard: 'named-reason', to: 'drain' },
  { from: 'drain', on: 'advance', guard: 'drained-rinses-left', to: 'rinse' },
  { from: 'drain', on: 'advance', guard: 'drained-no-rinse-left', to: 'disconnect' },
  { from: 'rinse', on: 'volume-reached', guard: 'none', to: 'rinse-drain' },
  { from: 'rinse-drain', on: 'advance', guard: 'drained-rinses-left', to: 'rinse' },
  { from: 'rinse-drain', on: 'advance', guard: 'drained-no-rinse-left', to: 'disconnect' },
  { from: 'disconnect', on: 'advance', guard: 'none', to: 'complete' },
  ...filled.map((from): Transition => ({ from, on: 'drain-now', guard: 'fluid-in-cavity', to: 'drain' })),
  ...open.map((from): Transition => ({ from, on: 'end-run', guard: 'named-reason', to: 'complete' })),
];
