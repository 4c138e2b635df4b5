import { describe, expect, it } from 'vitest';
import { defaultProbeSites } from '../../../electron/domain/case.ts';
import {
  coveredShare,
  flowVerdictOn,
  meterStanding,
  PrecisionFold,
  verdictOn,
  verdictOnMeasurement,
} from '../../../electron/domain/precision.ts';
import { stepTo } from '../../../electron/domain/sample-step.ts';
import { samplesBetween } from '../report/small-record.ts';

describe('the verdict on a promise', () => {
  it('is kept from 95 % of the treatment time on, and not judged without treatment', () => {
    expect([coveredShare, 1, 0.949_999, 0, null].map(verdictOn)).toEqual([
      'kept',
      'kept',
      'not-kept',
      'not-kept',
      'not-judged',
    ]);
  });

  it('on flow is held or not held at the same share, never kept', () => {
    expect([0.95, 0.949_999, null].map(flowVerdictOn)).toEqual(['held', 'not-held', 'not-judged']);
  });

  it('on measurement needs both, calibration on record and probes that were compared and agreed', () => {
    expect(verdictOnMeasurement(true, true, defaultProbeSites, null)).toBe('kept');
    expect(verdictOnMeasurement(false, true, defaultProbeSites, null)).toBe('not-judged');
    expect(verdictOnMeasurement(true, null, defaultProbeSites, null)).toBe('not-judged');
    expect(verdictOnMeasurement(true, false, defaultProbeSites, null)).toBe('not-kept');
    // Nothing was compared.
    const alone = ['inflow', 'outflow', 'cavity-upper', 'not-used'] as const;
    expect(verdictOnMeasurement(true, true, alone, null)).toBe('not-judged');
  });

  it('on measurement counts one vessel for all probes as a comparison, to 0.2 °C', () => {
    const dip = (spreadKelvin: number, ...meansCelsius: (number | null)[]) => ({
      by: 'P',
      atWallMs: 0,
      meansCelsius,
      spreadKelvin,
    });
    const alone = ['inflow', 'outflow', 'cavity-upper', 'not-used'] as const;
    const near = dip(37.3 - 37.1, 37.1, 37.2, 37.3, null);
    expect(verdictOnMeasurement(true, null, alone, near)).toBe('kept');
    expect(verdictOnMeasurement(true, true, alone, near)).toBe('kept');
    expect(verdictOnMeasurement(false, null, alone, near)).toBe('not-judged');
    expect(verdictOnMeasurement(true, false, alone, near)).toBe('not-kept');
    expect(verdictOnMeasurement(true, true, defaultProbeSites, dip(0.21, 37, 37.1, 37.2, 37.21))).toBe(
      'not-kept',
    );
    // T4 is in use and was not in the vessel, or gave nothing there.
    expect(verdictOnMeasurement(true, null, defaultProbeSites, near)).toBe('not-judged');
    expect(verdictOnMeasurement(true, true, defaultProbeSites, near)).toBe('kept');
    expect(verdictOnMeasurement(true, true, defaultProbeSites, dip(14, 30, 44, null, null))).toBe('not-kept');
    expect(verdictOnMeasurement(true, null, ['inflow', 'not-used', 'not-used', 'not-used'], near)).toBe(
      'not-judged',
    );
  });
});

describe('the calibration of the flow meter', () => {
  const calibration = { on: '2025-03-10', by: 'Calibration service', rigSerialNumber: 'HX-0477' };
  const known = { on: '2025-03-10', by: 'Calibration service' };
  const standing = (wallMs: number, serial = 'HX-0477', months: number | null = 12) =>
    meterStanding(calibration, serial, wallMs, months);

  it('is in force to the end of its day so many months later, then overdue', () => {
    expect(standing(Date.UTC(2026, 2, 10, 23, 59))).toEqual({ state: 'in-force', ...known });
    expect(standing(Date.UTC(2026, 2, 11))).toEqual({ state: 'overdue', ...known });
    expect(standing(Date.UTC(2040, 0, 1), 'HX-0477', null)).toEqual({ state: 'in-force', ...known });
  });

  it('is not known where nobody entered one, or of another machine', () => {
    expect(standing(Date.UTC(2025, 5, 1), 'HX-0478')).toEqual({ state: 'not-known' });
    expect(meterStanding(null, 'HX-0477', 0, 12)).toEqual({ state: 'not-known' });
  });
});

describe('precision so far', () => {
  it('says nothing before treatment', () => {
    const fold = new PrecisionFold(42.5);
    for (const sample of samplesBetween(0, 1000, () => ({ phase: 'heat-up' })))
      fold.add(sample, stepTo(sample.sessionMs - 100, sample.sessionMs));
    const { control, flow } = fold.finish();
    expect(new Set([...Object.values(control), ...Object.values(flow)])).toEqual(new Set([null]));
  });

  it('is the same while it runs as at the end of what ran', () => {
    const fold = new PrecisionFold(42.5);
    for (const sample of samplesBetween(0, 60_000, (at) => ({ inBand: at <= 45_000 }))) {
      fold.add(sample, stepTo(sample.sessionMs - 100, sample.sessionMs));
      if (sample.sessionMs === 30_000) expect(fold.finish().control.inBandShare).toBe(1);
    }
    expect(fold.finish().control.inBandShare).toBeCloseTo(0.75, 9);
    expect(fold.finish().flow.inBandShare).toBe(1);
  });
});
