import { absolute, body, type Condition, proposal, quiet } from './condition.ts';

/** A phase or a treatment that takes longer than it should. */
export const courseConditions: readonly Condition[] = [
  {
    ...body,
    ...quiet,
    code: 'phase-time-limit',
    priority: 'medium',
    signal: 'phase-time',
    is: '>',
    limit: { basis: 'phase-limit', plus: 0 },
    delayMs: 0,
    source: 'preheat and heat-up 30 min, others 15 min; default proposed by this project',
  },
  {
    ...body,
    ...quiet,
    code: 'treatment-beyond-plan',
    priority: 'medium',
    signal: 'time-beyond-plan',
    is: '>',
    limit: absolute(600),
    delayMs: 0,
    source: proposal,
  },
];
