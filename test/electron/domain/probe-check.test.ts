import { describe, expect, it } from 'vitest';
import { dipCheck, type ProbeReadings, warmCheck } from '../../../electron/domain/probe-check.ts';
import { type MissingReason, measured, missing } from '../../../electron/domain/reading.ts';

type Values = readonly [
  number | MissingReason,
  number | MissingReason,
  number | MissingReason,
  number | MissingReason,
];
const reading = (value: number | MissingReason) =>
  typeof value === 'number' ? measured(value) : missing(value);
const at = (atMs: number, [t1, t2, t3, t4]: Values): ProbeReadings => ({
  atMs,
  celsius: [reading(t1), reading(t2), reading(t3), reading(t4)],
});
/** A sample a second, from `fromS` to `toS`. */
const lasting = (fromS: number, toS: number, values: Values): ProbeReadings[] =>
  Array.from({ length: toS - fromS + 1 }, (_, second) => at((fromS + second) * 1000, values));

describe('warm one, see which moves', () => {
  const start = at(0, [21, 21.2, 21.1, 21.3]);

  it('waits while nothing moves, and before anything was read', () => {
    expect(warmCheck([])).toMatchObject({ state: 'waiting' });
    expect(warmCheck([start])).toMatchObject({ state: 'waiting', changes: [0, 0, 0, 0] });
    expect(warmCheck([start, at(1000, [21, 21.2, 22.09, 21.3])])).toMatchObject({ state: 'waiting' });
  });

  it('tells the one that moved by 1.0 °C while the others stayed below 0.3', () => {
    expect(warmCheck([start, at(1000, [21, 21.2, 22.1, 21.59])])).toEqual({
      state: 'moved',
      probe: 'T3',
      changes: [0, 0, 1, 0.29],
    });
    expect(warmCheck([start, at(1000, [19.9, 21.2, 21.1, 21.3])])).toMatchObject({
      state: 'moved',
      probe: 'T1',
    });
  });

  it('cannot tell where another did not rest', () => {
    expect(warmCheck([start, at(1000, [21, 21.2, 22.1, 21.6])])).toMatchObject({
      state: 'several',
      probes: ['T3', 'T4'],
    });
    expect(warmCheck([start, at(1000, [21, 23.2, 23.1, 21.3])])).toMatchObject({
      state: 'several',
      probes: ['T2', 'T3'],
    });
  });

  it('says which gives no reading; one that is not fitted takes no part', () => {
    expect(warmCheck([start, at(1000, [21, 'open', 22.5, 21.3])])).toEqual({
      state: 'missing',
      probes: ['T2'],
      changes: [0, null, 1.4, 0],
    });
    const three = at(0, [21, 21.2, 21.1, 'not-fitted']);
    expect(warmCheck([three, at(1000, [21, 21.2, 22.5, 'not-fitted'])])).toMatchObject({
      state: 'moved',
      probe: 'T3',
    });
    const none = at(0, ['not-fitted', 'not-fitted', 'not-fitted', 'not-fitted']);
    expect(warmCheck([none])).toMatchObject({ state: 'missing', probes: ['T1', 'T2', 'T3', 'T4'] });
  });

  it('measures each against its own first reading', () => {
    const late = at(1000, [21, 21.2, 24, 21.3]);
    expect(warmCheck([at(0, [21, 21.2, 'open', 21.3]), late])).toMatchObject({ state: 'waiting' });
    expect(warmCheck([late, at(2000, [21, 21.2, 25, 21.3])])).toMatchObject({ state: 'moved', probe: 'T3' });
  });
});

describe('all in one vessel', () => {
  const alike: Values = [36.4, 36.5, 36.3, 36.45];

  it('runs until all have rested for 30 s', () => {
    expect(dipCheck([])).toMatchObject({ state: 'running', restedSeconds: 0 });
    expect(dipCheck(lasting(0, 29, alike))).toEqual({
      state: 'running',
      restedSeconds: 29,
      unsettled: [],
      missing: [],
    });
    expect(dipCheck(lasting(0, 30, alike)).state).toBe('passed');
  });

  it('passes up to 0.2 °C between the means, and fails beyond', () => {
    expect(dipCheck(lasting(0, 30, alike))).toEqual({
      state: 'passed',
      spreadCelsius: 0.2,
      meansCelsius: [expect.closeTo(36.4), expect.closeTo(36.5), expect.closeTo(36.3), expect.closeTo(36.45)],
    });
    expect(dipCheck(lasting(0, 30, [36.4, 36.51, 36.3, 36.45]))).toMatchObject({
      state: 'failed',
      spreadCelsius: 0.21,
    });
  });

  it('judges means, not single readings', () => {
    const noisy = lasting(0, 30, [36.4, 36.5, 36.3, 36.4]).map((sample, second) =>
      second % 2 === 0 ? sample : at(sample.atMs, [36.4, 36.6, 36.2, 36.4]),
    );
    const result = dipCheck(noisy);
    // 16 × 36.5 and 15 × 36.6 against 16 × 36.3 and 15 × 36.2
    expect(result).toMatchObject({ state: 'failed', spreadCelsius: expect.closeTo(0.2968, 3) });
  });

  it('begins anew where one moves by more than 0.1 °C, and says which', () => {
    const moved = [...lasting(0, 20, alike), ...lasting(21, 31, [36.4, 36.5, 36.41, 36.45])];
    expect(dipCheck(moved)).toEqual({ state: 'running', restedSeconds: 10, unsettled: ['T3'], missing: [] });
    const within = [...lasting(0, 20, alike), ...lasting(21, 31, [36.4, 36.5, 36.4, 36.45])];
    expect(dipCheck(within).state).toBe('passed');
    const again = [...moved, ...lasting(32, 51, [36.4, 36.5, 36.41, 36.45])];
    expect(dipCheck(again).state).toBe('passed');
  });

  it('begins anew where one gives no reading, or samples stay away', () => {
    const broken = [
      ...lasting(0, 20, alike),
      at(21_000, [36.4, 36.5, 'open', 36.45]),
      ...lasting(22, 40, alike),
    ];
    expect(dipCheck(broken)).toEqual({ state: 'running', restedSeconds: 18, unsettled: [], missing: ['T3'] });
    const gap = [...lasting(0, 20, alike), ...lasting(24, 40, alike)];
    expect(dipCheck(gap)).toMatchObject({ state: 'running', restedSeconds: 16 });
    expect(dipCheck(lasting(0, 60, [36.4, 36.5, 'open', 36.4]))).toMatchObject({
      state: 'running',
      restedSeconds: 0,
      missing: ['T3'],
    });
  });

  it('never passes with fewer than two probes; one that is not fitted takes no part', () => {
    const one = lasting(0, 60, [36.4, 'not-fitted', 'not-fitted', 'not-fitted']);
    expect(dipCheck(one)).toEqual({ state: 'too-few' });
    const two = lasting(0, 60, [36.4, 36.5, 'not-fitted', 'not-fitted']);
    expect(dipCheck(two)).toMatchObject({
      state: 'passed',
      meansCelsius: [expect.anything(), expect.anything(), null, null],
    });
  });
});
