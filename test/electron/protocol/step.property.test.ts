import fc from 'fast-check';
import { describe, it } from 'vitest';
import { type Phase, phases } from '../../../electron/domain/phase.ts';
import { type Bench, runIn } from './bench.ts';
import { HeldRun, happening } from './happenings.ts';

const beginnings = new Map<Phase, Bench>(phases.map((phase) => [phase, runIn(phase)]));

describe('whatever happens to a run, in whatever order', () => {
  it.each(phases)('from %s on, every promise is kept', (phase) => {
    const beginning = beginnings.get(phase) as Bench;
    fc.assert(
      fc.property(fc.array(happening, { minLength: 1, maxLength: 40 }), (happenings) => {
        const run = new HeldRun(beginning.fork());
        for (const happens of happenings) run.take(happens);
      }),
      { numRuns: 200 },
    );
  });
});
