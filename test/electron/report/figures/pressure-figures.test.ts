import { describe, expect, it } from 'vitest';
import { measured, missing } from '../../../../electron/domain/reading.ts';
import { computeFigures } from '../../../../electron/report/figures.ts';
import { recordOf, sampleAt, samplesBetween } from '../small-record.ts';

const pressuresOf = (samples: Parameters<typeof recordOf>[0]) =>
  computeFigures(recordOf(samples, [])).pressures;

describe('pressures', () => {
  it('are the highest of line and cavity with when, and the minutes above 20 mmHg', () => {
    const samples = samplesBetween(0, 300_000, (at) => ({
      inflowLinePressureMmHg: measured(at === 90_000 ? 140 : 60),
      // Two minutes above; 20 itself is not above.
      cavityPressureMmHg: measured(at > 60_000 && at <= 180_000 ? 24 : 20),
    }));
    expect(pressuresOf(samples)).toEqual({
      line: { mmHg: 140, atSeconds: 90 },
      cavity: { mmHg: 24, atSeconds: 60.1 },
      cavityHighMinutes: 2,
      cavityByHand: null,
    });
  });

  it('below zero are still measured; never measured they are not nought', () => {
    const below = sampleAt(100, { inflowLinePressureMmHg: measured(-3) });
    expect(pressuresOf([below]).line).toEqual({ mmHg: -3, atSeconds: 0.1 });
    const none = sampleAt(100, { inflowLinePressureMmHg: missing('not-fitted') });
    expect(pressuresOf([none])).toEqual({
      line: null,
      cavity: null,
      cavityHighMinutes: null,
      cavityByHand: null,
    });
  });

  it('of a cavity that nobody recorded for a while count no time of that', () => {
    const high = { cavityPressureMmHg: measured(30) };
    const samples = [sampleAt(100, high), sampleAt(60_000, high), sampleAt(60_100, high)];
    expect((pressuresOf(samples).cavityHighMinutes ?? 0) * 60).toBeCloseTo(0.2, 5);
  });
});
