import { describe, expect, it } from 'vitest';
import { operatorAction } from '../../../electron/contract/action-schema.ts';
import { requests } from '../../../electron/contract/channels.ts';
import { drugNamed } from '../../support/drug.ts';
import { benchPreset } from '../protocol/bench.ts';

const wrong = (
  schema: { safeParse(value: unknown): { success: boolean; error?: unknown } },
  value: unknown,
) => {
  const result = schema.safeParse(value);
  return result.success ? '' : String((result.error as Error).message);
};

describe('an action through the door', () => {
  it('that records a drug names whoever checked it: two people, not one twice', () => {
    const drug = { type: 'record-drug', drug: drugNamed('as typed', 50), addition: 0 };
    expect(wrong(operatorAction, { ...drug, checkedBy: ['Ann', 'Bo'] })).toBe('');
    expect(wrong(operatorAction, { ...drug, checkedBy: null })).toBe('');
    expect(wrong(operatorAction, { ...drug, checkedBy: ['Ann', 'ann'] })).toContain('two different people');
    expect(wrong(operatorAction, { ...drug, checkedBy: ['Ann'] })).not.toBe('');
  });

  it('that changes the flow carries a number, and a reading its kind', () => {
    expect(wrong(operatorAction, { type: 'change-flow', mlPerMin: 1800 })).toBe('');
    expect(wrong(operatorAction, { type: 'change-flow', mlPerMin: null })).not.toBe('');
    const reading = { type: 'record-reading', kind: 'drained-volume', value: 1500 };
    expect(wrong(operatorAction, reading)).toBe('');
    expect(wrong(operatorAction, { ...reading, kind: 'urine' })).not.toBe('');
  });

  it('that leaves the plan carries a reason', () => {
    expect(wrong(operatorAction, { type: 'leave-retained', from: 'drain', reason: ' ' })).not.toBe('');
    expect(wrong(operatorAction, { type: 'skip-rinses', from: 'drain', reason: 'air in the line' })).toBe('');
    expect(wrong(operatorAction, { type: 'skip-rinses', from: 'drain', reason: ' ' })).not.toBe('');
    expect(wrong(operatorAction, { type: 'leave-bypass', reason: 'flushed', clinician: '' })).not.toBe('');
  });
});

describe('a preset through the door', () => {
  const save = (preset: unknown) => wrong(requests.savePreset, { copyOf: 'bench', preset });

  it('is held to the rules of every preset, field by field', () => {
    expect(save(benchPreset)).toBe('');
    expect(save({ ...benchPreset, targetCelsius: 44 })).toContain(
      'target must lie between 40 and 43.5 °C, but is 44 °C',
    );
    expect(save({ ...benchPreset, flowMlPerMin: null })).toContain('flow must be a number in mL/min');
    expect(save(null)).toContain('must be an object');
  });
});
