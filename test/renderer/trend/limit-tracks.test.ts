import { describe, expect, it } from 'vitest';
import { limitTracks } from '../../../renderer/trend/limit-tracks.ts';
import { limitsAfter } from '../samples/limits.ts';

const target = 42.5;
const treatment = 1530;
type Changes = Parameters<typeof limitsAfter>[0];
const tracks = (changes: Changes, startSeconds: number | null = treatment) =>
  limitTracks(limitsAfter(changes), target, startSeconds).map(({ of, side, steps, changed }) => [
    `${of} ${side}${changed ? ' changed' : ''}`,
    ...steps.map(({ fromSeconds, celsius }) => `${fromSeconds} s ${celsius}`),
  ]);

describe('limits on the trend', () => {
  it('are those of inflow, cavity and core from the start, and the one far below target from treatment on', () => {
    expect(tracks({})).toEqual([
      ['inflow above', '0 s 45.5'],
      ['cavity above', '0 s 43.5'],
      ['control below', '1530 s 41'],
      ['core above', '0 s 38.5'],
    ]);
    expect(tracks({}, null).map(([name]) => name)).toEqual(['inflow above', 'cavity above', 'core above']);
  });

  it('step where they were changed, and are marked while they are not as they were', () => {
    expect(tracks({ 'inflow-highest': [[45.2, 10]] })[0]).toEqual([
      'inflow above changed',
      '0 s 45.5',
      '600 s 45.2',
    ]);
    const back: Changes = {
      'inflow-highest': [
        [45.2, 10],
        [45.5, 20],
      ],
    };
    expect(tracks(back)[0]).toEqual(['inflow above', '0 s 45.5', '600 s 45.2', '1200 s 45.5']);
  });

  it('of the cavity are the lower of its two limits at every moment', () => {
    const both: Changes = { 'cavity-highest': [[43.2, 30]], 'cavity-above-target': [[0.6, 40]] };
    expect(tracks(both)[1]).toEqual(['cavity above changed', '0 s 43.5', '1800 s 43.2', '2400 s 43.1']);
    expect(tracks({ 'cavity-highest': [[43.8, 30]] })[1]).toEqual(['cavity above', '0 s 43.5']);
  });

  it('on the edge of the band are told by the band, elsewhere drawn', () => {
    const moved = tracks({ 'control-above-target': [[0.8, 30]], 'control-below-target': [[0.7, 20]] });
    expect(moved.slice(2, -1)).toEqual([
      ['control above changed', '0 s 43', '1800 s 43.3'],
      ['control below changed', '1530 s 41.8'],
      ['control below', '1530 s 41'],
    ]);
  });

  it('that nothing is known of are not drawn', () => {
    expect(limitTracks([], target, treatment)).toEqual([]);
  });
});
