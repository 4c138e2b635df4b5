import { describe, expect, it } from 'vitest';
import { alone, typedActor } from '../../../../electron/domain/actor.ts';
import type { RunEvent } from '../../../../electron/domain/run-event.ts';
import { computeFigures } from '../../../../electron/report/figures.ts';
import { drugNamed } from '../../../support/drug.ts';
import { phaseEvent, recordOf, sampleAt } from '../small-record.ts';

const by = typedActor('P');
const drug = (name: string, refused: 'not-ready' | null = null): RunEvent => ({
  type: 'action',
  by,
  ...alone,
  action: {
    type: 'record-drug',
    drug: { ...drugNamed(name), doseMg: 60 },
    addition: 1,
    checkedBy: ['A', 'B'],
  },
  refused,
});
const start = (name: string | null): RunEvent => ({
  type: 'action',
  by,
  ...alone,
  action: {
    type: 'start-treatment',
    drug: name === null ? null : drugNamed(name),
    early: null,
    checkedBy: null,
  },
  refused: null,
});
const volumes = (...each: readonly (readonly [sessionMs: number, cavityVolumeMl: number])[]) =>
  each.map(([sessionMs, cavityVolumeMl]) => sampleAt(sessionMs, { cavityVolumeMl }));

describe('drugs given', () => {
  it('take the volume of the nearest sample, before or after', () => {
    const samples = volumes([59_800, 2800], [60_000, 3000], [60_200, 3200], [90_000, 2500], [90_100, 2600]);
    const { drugs } = computeFigures(
      recordOf(samples, [
        [60_090, drug('x')],
        [60_150, drug('y')],
        [90_090, drug('z')],
      ]),
    );
    expect(drugs.map(({ drug: { name }, inCavityMl }) => [name, inCavityMl])).toEqual([
      ['x', 3000],
      ['y', 3200],
      ['z', 2600],
    ]);
  });

  it('know no volume where no sample lies within a second', () => {
    const samples = volumes([10_000, 3000], [14_000, 3000]);
    const { drugs } = computeFigures(recordOf(samples, [[12_000, drug('x')]]));
    expect(drugs.map(({ inCavityMl }) => inCavityMl)).toEqual([null]);
  });

  it('count their minute from the start of treatment; what started it is at 0, what came before has none', () => {
    const { drugs } = computeFigures(
      recordOf(
        [],
        [
          [50_000, drug('before')],
          [59_900, start('first')],
          [60_000, phaseEvent('treatment')],
          [150_000, drug('second')],
        ],
      ),
    );
    expect(drugs.map(({ treatmentMinutes, addition }) => [treatmentMinutes, addition])).toEqual([
      [null, 1],
      [0, 0],
      [1.5, 1],
    ]);
  });

  it('are none that was refused, and none where treatment started without', () => {
    const { drugs } = computeFigures(
      recordOf(
        [],
        [
          [1000, drug('x', 'not-ready')],
          [2000, start(null)],
        ],
      ),
    );
    expect(drugs).toEqual([]);
  });
});
