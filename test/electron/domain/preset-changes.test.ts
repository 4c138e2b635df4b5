import { describe, expect, it } from 'vitest';
import { basedOn, presetChanges } from '../../../electron/domain/preset-changes.ts';
import { benchPreset } from '../protocol/bench.ts';

describe('the changes of a copy', () => {
  it('are none where nothing differs but its name and version', () => {
    expect(presetChanges(benchPreset, { ...benchPreset, name: 'ours', version: 7 })).toEqual([]);
  });

  it('name each field with its old and its new value, in the order of the fields', () => {
    const edited = {
      ...benchPreset,
      rinses: { count: 2, volumeMl: 400 },
      minutes: 30,
      additions: [{ atMinutes: 5, label: 'as entered' }],
      mode: 'single-instillation' as const,
    };
    expect(presetChanges(benchPreset, edited)).toEqual([
      { field: 'mode', from: 'circulation', to: 'single-instillation' },
      { field: 'minutes', from: 15, to: 30 },
      { field: 'rinses.count', from: 1, to: 2 },
      { field: 'rinses.volumeMl', from: 300, to: 400 },
      { field: 'additions', from: '', to: '5 min as entered' },
    ]);
  });

  it('tell a blank that was filled', () => {
    expect(presetChanges({ ...benchPreset, flowMlPerMin: null }, benchPreset)).toEqual([
      { field: 'flowMlPerMin', from: null, to: 1500 },
    ]);
  });

  it('are kept with the copy, and who made it', () => {
    expect(basedOn(benchPreset, { ...benchPreset, name: 'ours', minutes: 20 }, 'A. Person').basedOn).toEqual({
      name: 'bench',
      version: 1,
      by: 'A. Person',
      changes: [{ field: 'minutes', from: 15, to: 20 }],
    });
  });
});
