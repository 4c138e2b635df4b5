import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowToSample, sampleToRow } from '../../../electron/record/sample-row.ts';
import { sampleColumns } from '../../../electron/record/schema.ts';
import { sampleAt } from './example-run.ts';
import { sample } from './journals.ts';

describe('a sample as a row', () => {
  it('comes back as it was, every missing value with its reason', () => {
    fc.assert(fc.property(sample, (each) => void expect(rowToSample(sampleToRow(each))).toEqual(each)));
  });

  it('has a cell for every column of the table', () => {
    expect(sampleToRow(sampleAt(0))).toHaveLength(sampleColumns.length);
  });

  it('keeps times to the millisecond', () => {
    const [sessionMs, wallMs] = sampleToRow({ ...sampleAt(0), sessionMs: 100.4, wallMs: 200.6 });
    expect([sessionMs, wallMs]).toEqual([100, 201]);
  });
});
