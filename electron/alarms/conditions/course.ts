import { found } from '../detection.ts';
import { body, type Condition, proposal, quiet } from './condition.ts';

/** A phase or a treatment that takes longer than it should. */
export const courseConditions: readonly Condition[] = [
  {
    ...body,
    ...quiet,
    unit: 'seconds',
    code: 'phase-time-limit',
    priority: 'medium',
    delayMs: 0,
    source: 'preheat and heat-up 30 min, others 15 min; default proposed by this project',
    detect: (s) => {
      const limit = s.phaseLimitSeconds;
      return limit !== null && s.phaseSeconds > limit
        ? [{ subject: s.phase, value: s.phaseSeconds, limit }]
        : [];
    },
  },
  {
    ...body,
    ...quiet,
    unit: 'seconds',
    code: 'treatment-beyond-plan',
    priority: 'medium',
    delayMs: 0,
    source: proposal,
    detect: (s) => found(s.beyondPlanSeconds > 600, s.beyondPlanSeconds, 600),
  },
];
