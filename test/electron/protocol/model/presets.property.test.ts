import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { phases } from '../../../../electron/domain/phase.ts';
import { presetProblems } from '../../../../electron/domain/preset-problems.ts';
import { Bench, benchPreset, benchRig, instillationPreset } from '../bench.ts';
import { hastyAction } from './careful.ts';
import { makeWell, stories } from './commands.ts';
import { holdingAll } from './held.ts';
import { ModelRun } from './model-run.ts';
import { anyPreset, anySites } from './presets.ts';
import { Tally } from './tally.ts';

const tally = new Tally();

/** A hasty operator leads the run on, a second at a time, until it comes to a phase or past it. */
function leadTo(run: ModelRun, phase: number): void {
  for (let second = 0; second < 10_000 && phases.indexOf(run.state.phase) < phase; second += 1) {
    makeWell(run);
    run.exchange(1000);
    const action = hastyAction(run.state);
    if (action !== null) run.act(action);
  }
}

describe('with any preset and any placing of the probes that the rules let pass', () => {
  it('the rules let these presets pass', () => {
    fc.assert(fc.property(anyPreset, (preset) => presetProblems(preset, benchRig).length === 0));
  });

  it('every promise is kept, whatever happens, in whatever order', () => {
    const from = fc.integer({ min: 0, max: phases.length - 1 });
    fc.assert(
      fc.property(anyPreset, anySites, from, stories(25), (preset, sites, phase, story) => {
        const real = new ModelRun(new Bench(preset, sites), holdingAll(tally));
        leadTo(real, phase);
        fc.modelRun(() => ({ model: real.memory, real }), story);
      }),
      { numRuns: 25 },
    );
  }, 240_000);

  it.each([benchPreset, instillationPreset])('a run as $mode is led to its end', (preset) => {
    const run = new ModelRun(new Bench(preset), holdingAll(tally));
    leadTo(run, phases.indexOf('complete'));
    expect(run.state.phase).toBe('complete');
  });

  it('those runs came to every phase', () => {
    expect(phases.filter((phase) => tally.times(`phase ${phase}`) === 0)).toEqual([]);
    expect(tally.steps).toBeGreaterThan(30_000);
  });
  afterAll(() => console.log(tally.statement()));
});
