import { describe, expect, it } from 'vitest';
import { defaultProbeSites } from '../../../electron/domain/case.ts';
import {
  keptShare,
  PrecisionFold,
  verdictOn,
  verdictOnMeasurement,
} from '../../../electron/domain/precision.ts';
import { stepTo } from '../../../electron/domain/sample-step.ts';
import { samplesBetween } from '../report/small-record.ts';

describe('the verdict on a promise', () => {
  it('is kept from 95 % of the treatment time on, and not judged without treatment', () => {
    expect([keptShare, 1, 0.949_999, 0, null].map(verdictOn)).toEqual([
      'kept',
      'kept',
      'not-kept',
      'not-kept',
      'not-judged',
    ]);
  });

  it('on measurement needs both, calibration on record and probes that agreed at rest', () => {
    expect(verdictOnMeasurement(true, true, defaultProbeSites)).toBe('kept');
    expect(verdictOnMeasurement(false, true, defaultProbeSites)).toBe('not-judged');
    expect(verdictOnMeasurement(true, null, defaultProbeSites)).toBe('not-judged');
    expect(verdictOnMeasurement(true, false, defaultProbeSites)).toBe('not-kept');
    // Nothing was compared.
    const alone = ['inflow', 'outflow', 'cavity-upper', 'not-used'] as const;
    expect(verdictOnMeasurement(true, true, alone)).toBe('not-judged');
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
