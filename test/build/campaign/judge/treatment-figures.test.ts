import { describe, expect, test } from 'vitest';
import { treatmentFigures } from '../../../../build/campaign/judge/treatment-figures.ts';
import { repeated, traceOf } from '../traces.ts';

describe('what a treatment came to', () => {
  const heatUp = [-3, -2, -1, -0.6, -0.4];
  const treatment = [...repeated(-0.3, 10), ...repeated(0.1, 80), ...repeated(0.6, 10)];
  const trace = traceOf([...heatUp, ...treatment], heatUp.length, { hottestCelsius: 43.25 });
  const figures = treatmentFigures(trace, 4, []);

  test('share of treatment within each band, heat-up not counted', () => {
    expect(figures.inBandShare).toBeCloseTo(0.9);
    expect(figures.within02Share).toBeCloseTo(0.8);
  });

  test('mean error and SD', () => {
    expect(figures.meanErrorCelsius).toBeCloseTo(0.11);
    expect(figures.sdCelsius).toBeCloseTo(0.205, 2);
  });

  test('overshoot is of the hottest compartment, heat-up included', () =>
    expect(figures.overshootCelsius).toBeCloseTo(0.75));

  test('time to target −0.5 °C over the shortest possible', () => {
    expect(figures.secondsToBand).toBe(5);
    expect(figures.timeRatio).toBeCloseTo(5 / 4);
  });

  test('never reached: as long as it was tried, and a treatment that never began was never in band', () => {
    const never = treatmentFigures(traceOf(repeated(-1, 100), null), 50, []);
    expect(never).toMatchObject({ timeRatio: 2, inBandShare: 0, within02Share: 0, meanErrorCelsius: null });
  });

  test('nothing to hold a time against where nobody could reach it', () =>
    expect(treatmentFigures(trace, null, []).timeRatio).toBeNull());

  test('an hour begun as soon as it might be is counted from there', () => {
    const early = { ...trace, mayStartFrom: heatUp.length - 1 };
    expect(treatmentFigures(early, 4, []).startedAtOnce.inBandShare).toBeCloseTo(0.91);
  });
});
