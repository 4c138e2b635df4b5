import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginnings } from './beginnings.ts';
import type { ClosedRun } from './closed-run.ts';
import { leadOn, ordinary, runOn } from './closed-stories.ts';
import { stories } from './commands.ts';
import { holdingOne } from './held.ts';
import { exchangeMutants, truthMutants } from './machine-mutants.ts';
import { ModelRun } from './model-run.ts';
import { mutants } from './mutants.ts';
import type { Mutant } from './mutate.ts';
import { promises } from './promises.ts';

/** Where the mistakes show. */
const names = [
  'treatment',
  'treatment, some seconds before it is complete',
  'heat-up',
  'preheat',
  'prime with fluid of unknown volume in the cavity',
  'fill, found again by another console',
  'drain',
  'drain of an empty cavity, a rinse to come',
];
const where = fc.constantFrom(...beginnings().filter(({ name }) => names.includes(name)));

/** The first broken promise that stories find, or `null`. */
function found({ engine, breaks }: Mutant): string | null {
  const { errorInstance } = fc.check(
    fc.property(where, stories(30), ({ bench }, story) => {
      const real = new ModelRun(bench.fork(), holdingOne(engine, breaks));
      fc.modelRun(() => ({ model: real.memory, real }), story);
    }),
    { numRuns: 400, endOnFailure: true },
  );
  return errorInstance === null || errorInstance === undefined ? null : String(errorInstance);
}

const heatOff = (run: ClosedRun) => run.press({ type: 'heat-off' });
const kink = (run: ClosedRun) => run.inject({ fault: 'flow-blocked', line: 'inflow', openShare: 0.05 }, 20);

describe('a protocol with one mistake in it is caught', () => {
  it.each([...mutants, ...exchangeMutants])(
    '"$mistake" breaks "$breaks"',
    (mutant) => {
      expect(found(mutant)).toContain(`not kept: ${mutant.breaks}`);
    },
    120_000,
  );

  it.each(truthMutants)('"$mistake" breaks "$breaks" on the simulated rig', ({ engine, breaks }) => {
    const happens = () => {
      for (const goesWrong of [heatOff, kink]) {
        const run = runOn(ordinary, holdingOne(engine, breaks));
        const heats = () => run.rig.telemetry().heaterPowerPercent > 5;
        leadOn(run, ({ state }) => state.phase === 'preheat' && heats(), 6000);
        goesWrong(run);
        leadOn(run, () => false, 35);
      }
    };
    expect(happens).toThrow(`not kept: ${breaks}`);
  });

  it('of most promises there is one', () => {
    const thoughtOf = new Set(mutants.map(({ breaks }) => breaks));
    expect([...thoughtOf].filter((breaks) => !promises.some(({ says }) => says === breaks))).toEqual([]);
    expect(thoughtOf.size).toBeGreaterThanOrEqual(promises.length / 2);
  });
});
