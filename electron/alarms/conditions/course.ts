import { additionLateMinutes } from '../../domain/preset.ts';
import { absolute, body, type Condition, exactly, proposal, quiet } from './condition.ts';

/** A phase or a treatment that takes longer than it should. */
export const courseConditions: readonly Condition[] = [
  {
    ...body,
    ...quiet,
    // A slow patient on the way to target needs nobody at once; what still waits half an hour later does.
    code: 'phase-time-limit',
    priority: 'low',
    escalation: { afterMs: 1_800_000, priority: 'medium' },
    signal: 'phase-time',
    is: '>',
    limit: exactly('phase-limit'),
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
  {
    ...body,
    ...quiet,
    is: 'true',
    limit: null,
    code: 'addition-due',
    priority: 'low',
    escalation: { afterMs: 60_000 * additionLateMinutes, priority: 'medium' },
    signal: 'addition-due',
    delayMs: 0,
    source: 'planned additions of the preset',
  },
  {
    ...body,
    ...quiet,
    is: 'true',
    limit: null,
    code: 'core-reading-due',
    priority: 'low',
    signal: 'core-reading-due',
    delayMs: 0,
    source: 'every 10 min where no core probe is fitted; proposal',
  },
];
