import { describe, expect, test } from 'vitest';
import { excursionsOf } from '../../../../build/campaign/judge/recoveries.ts';
import { repeated, traceOf } from '../traces.ts';

describe('excursions from the band', () => {
  test('begin where the true mean leaves it and end where it is back', () => {
    const trace = traceOf(
      [...repeated(0, 10), ...repeated(-0.7, 5), ...repeated(0, 5), ...repeated(0.8, 3), 0.2],
      0,
    );
    expect(excursionsOf(trace)).toEqual([
      { side: 'below', leftAt: 10, backAt: 15 },
      { side: 'above', leftAt: 20, backAt: 23 },
    ]);
  });

  test('one that never ends says so', () =>
    expect(excursionsOf(traceOf([0, 0, -0.6, -0.7], 0))).toEqual([
      { side: 'below', leftAt: 2, backAt: null },
    ]));

  test('heat-up is none, nor a treatment that begins out of band', () => {
    expect(excursionsOf(traceOf([-3, -0.6, -0.6, -0.4, 0], 1))).toEqual([]);
    expect(excursionsOf(traceOf([-3, -2, 0], null))).toEqual([]);
  });

  test('at the very edge it is in band', () =>
    expect(excursionsOf(traceOf([0, 0.5, -0.5, 0], 0))).toEqual([]));
});
