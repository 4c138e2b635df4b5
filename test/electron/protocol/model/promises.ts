import { clockPromises } from './clock-promises.ts';
import { flowPromises } from './flow-promises.ts';
import type { Promised } from './happened.ts';
import { heatPromises } from './heat-promises.ts';
import { phasePromises } from './phase-promises.ts';

/** What the protocol promises of every step, whatever happened before. */
export const promises: readonly Promised[] = [
  ...heatPromises,
  ...flowPromises,
  ...phasePromises,
  ...clockPromises,
];
