import { describe, expect, it } from 'vitest';
import { noDrug } from '../../../../electron/domain/drug.ts';
import { enteredFields, enteredKeys, missingOf } from '../../../../electron/report/figures/entered-fields.ts';
import { computeFigures } from '../../../../electron/report/figures.ts';
import { type Summary, summaryOf } from '../../../../electron/report/summary.ts';
import { fieldName } from '../../../../electron/report/words/field-words.ts';
import { syntheticHeader } from '../../../support/synthetic-header.ts';
import { syntheticRecord } from '../../../support/synthetic-record.ts';

const record = syntheticRecord();
const whole = summaryOf(record.header, computeFigures(record));
const valueAt = (summary: Summary, path: string): unknown =>
  path.split('.').reduce<unknown>((at, name) => Object(at)[name], summary);

describe('what people enter', () => {
  it('has the path and the value that summary.json has', () => {
    const fields = enteredFields(whole).filter(({ value, field }) => value !== null && field !== 'timeOut');
    expect(fields.length).toBeGreaterThan(40);
    for (const { field, value } of fields) expect(String(valueAt(whole, field)), field).toBe(value);
    const paths = fields.map(({ field }) => field);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('lacks in a record of care only what it lacks', () => {
    expect(missingOf(whole)).toEqual(['catheters.2.frenchSize', 'volumes.drainMeasuredMl']);
  });

  it('lacks in an empty one all that minimal reporting wants, and nothing that no run had', () => {
    const { case: one } = syntheticHeader;
    const bare: Summary = {
      ...whole,
      phases: [],
      case: {
        ...whole.case,
        procedure: '',
        diagnosis: ' ',
        patient: { ...whole.case.patient, weightKg: null, allergies: { answer: 'none-known', text: '' } },
      },
      carrier: null,
      catheters: [],
      timeOut: null,
      drugs: { planned: [], given: [] },
    };
    expect(one.catheters).not.toEqual([]);
    expect(missingOf(bare)).toEqual([
      'case.patient.weightKg',
      'case.diagnosis',
      'case.procedure',
      'timeOut',
      'catheters',
      'carrier.name',
      'carrier.volumeMl',
    ]);
  });

  it('asks for the drug that was planned and not recorded, and for dose and lot of each that was', () => {
    const [given] = whole.drugs.given;
    if (given === undefined) throw new Error('no drug');
    const nameless = { ...given, ...noDrug, name: '𠮷 | ^ & ~ \\' };
    const asked = (drugs: Summary['drugs']) =>
      missingOf({ ...whole, drugs }).filter((path) => path.startsWith('drugs'));
    expect(asked({ ...whole.drugs, given: [] })).toEqual(['drugs.given']);
    expect(asked({ ...whole.drugs, given: [given, nameless] })).toEqual([
      'drugs.given.1.doseMg',
      'drugs.given.1.volumeMl',
      'drugs.given.1.lot',
    ]);
  });

  it('has a name in both languages, with its number', () => {
    expect(fieldName('en', 'drugs.given.1.lot')).toBe('Drug 2, lot');
    expect(fieldName('zh', 'drugs.given.1.lot')).toBe('药物 2 批号');
    expect(fieldName('en', 'case.procedure')).toBe('Procedure');
    expect(fieldName('zh', 'of.another.console')).toBe('of.another.console');
    for (const key of enteredKeys)
      expect(fieldName('zh', key.replace('*', '0')), key).not.toMatch(/\*|^[a-z]+[.A-Z]/);
  });
});
