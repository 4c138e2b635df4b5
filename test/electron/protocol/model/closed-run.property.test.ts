import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { anyMachine, leadOn, live, ordinary, runOn } from './closed-stories.ts';
import { holdingAll } from './held.ts';
import { anyIncident } from './incidents.ts';
import { Tally } from './tally.ts';

const stepsPromised = 50_000;
const tally = new Tally();
describe('a whole run on the simulated rig', () => {
  it('keeps every promise, and those of machine and patient, whatever is pressed and whatever fails', () => {
    const incidents = fc.array(anyIncident, { minLength: 3, maxLength: 20, size: 'max' });
    fc.assert(
      fc.property(anyMachine, incidents, fc.boolean(), (on, happens, hasty) =>
        live(runOn(on, holdingAll(tally)), happens, hasty),
      ),
      { numRuns: 35 },
    );
  }, 240_000);

  it('is completed by a careful operator when nothing fails', () => {
    const run = runOn(ordinary, holdingAll(tally));
    leadOn(run, ({ state }) => state.phase === 'complete');
    expect(run.state).toMatchObject({ phase: 'complete', endingAs: 'completed' });
  });
});

describe('what those runs came through', () => {
  afterAll(() => console.log(tally.statement()));

  it(`is more than ${stepsPromised} steps`, () => {
    expect(tally.steps).toBeGreaterThan(stepsPromised);
  });

  it('is every phase of a circulation', () => {
    const phases = [
      'self-test',
      'prime',
      'preheat',
      'fill',
      'heat-up',
      'treatment',
      'drain',
      'rinse',
      'complete',
    ];
    expect(phases.filter((phase) => tally.times(`phase ${phase}`) === 0)).toEqual([]);
  });
});
