import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { beginnings } from './model/beginnings.ts';
import { stories } from './model/commands.ts';
import { holdingAll } from './model/held.ts';
import { ModelRun } from './model/model-run.ts';
import { Tally } from './model/tally.ts';
import { toldStories } from './model/told-stories.ts';

/** Of these stories; the closed runs of `model/closed-run.property.test.ts` come on top. */
const stepsPromised = 100_000;
/** Taken by anybody at any time, even after the run. */
const neverRefused = ['record-note', 'acknowledge'];
const tally = new Tally();
const all = beginnings();

describe('whatever happens to a run, in whatever order', () => {
  it.each(all)(
    'from $name on, every promise is kept',
    ({ bench }) => {
      fc.assert(
        fc.property(stories(40), (story) => {
          const real = new ModelRun(bench.fork(), holdingAll(tally));
          fc.modelRun(() => ({ model: real.memory, real }), story);
        }),
        { numRuns: 50 },
      );
    },
    120_000,
  );
});

describe.each(toldStories)('whenever $name', ({ tell }) => {
  it.each(all)('from $name on, every promise is kept', ({ bench }) => {
    expect(() => tell(new ModelRun(bench.fork(), holdingAll(tally)))).not.toThrow();
  });
});

describe('what those runs came through', () => {
  afterAll(() => console.log(tally.statement()));

  it(`is more than ${stepsPromised} steps`, () => {
    expect(tally.steps).toBeGreaterThan(stepsPromised);
  });

  it('took every row of the transition table', () => {
    expect(tally.rows().filter(([, times]) => times === 0)).toEqual([]);
  });

  it('took every action, and refused every action that can be refused', () => {
    const missing = tally
      .actions()
      .filter(({ type, taken, refused }) => taken === 0 || (refused === 0 && !neverRefused.includes(type)));
    expect(missing).toEqual([]);
  });
});
