import { describe, expect, it } from 'vitest';
import type { PresetTemplate } from '../../../electron/domain/preset.ts';
import {
  chosen,
  editedPreset,
  editedToStart,
  formOf,
  type PresetForm,
} from '../../../renderer/setup/preset-form.ts';
import { identity, preset } from '../support/sample-run.ts';

const template: PresetTemplate = {
  ...preset,
  name: 'Pleural',
  flowMlPerMin: null,
  fillVolumeMl: null,
  largestCavityVolumeMl: null,
  fillFlowMlPerMin: null,
  drainFlowMlPerMin: null,
};
const setup = { presets: [preset], templates: [template] };
const form = (change: Partial<PresetForm['values']>, of: PresetTemplate = preset): PresetForm => ({
  ...formOf(of),
  values: { ...formOf(of).values, ...change },
});
const choose = (presetForm: PresetForm | null, presetName = preset.name) =>
  chosen(setup, { presetName, presetForm }, identity);

describe('a preset in the editor', () => {
  it('comes back as it was when nothing is changed', () => {
    expect(editedPreset(preset, formOf(preset))).toEqual(preset);
    expect(choose(formOf(preset))).toMatchObject({ changes: [], problems: [] });
  });

  it('is started as it is unless a value differs', () => {
    const same = choose(formOf(preset));
    const other = choose(form({ flowMlPerMin: '1 200'.replace(' ', '') }));
    expect(same === null ? '' : editedToStart(same)).toBeNull();
    expect(other === null ? '' : editedToStart(other)).toMatchObject({ flowMlPerMin: 1200 });
  });

  it('tells each change with what it was', () => {
    expect(choose(form({ targetCelsius: '43', minutes: '45' }))?.changes).toEqual([
      { field: 'targetCelsius', from: 42.5, to: 43 },
      { field: 'minutes', from: 60, to: 45 },
    ]);
  });

  it('takes a comma for a point', () => {
    expect(choose(form({ targetCelsius: '42,3' }))?.preset?.targetCelsius).toBe(42.3);
  });

  it('says how long a text may be, and takes a number that could be two as the one that is possible', () => {
    expect(choose(form({ carrier: 'x'.repeat(205) }))?.problems).toEqual([
      { kind: 'text', field: 'carrier', problem: { kind: 'too-long', most: 200, tooMany: 5 } },
    ]);
    for (const flowMlPerMin of ['1,200', '1.200', '1 200'])
      expect(choose(form({ flowMlPerMin }))?.preset?.flowMlPerMin).toBe(1200);
    expect(choose(form({ targetCelsius: '42.300' }))?.preset?.targetCelsius).toBe(42.3);
    const additions = [{ atMinutes: '1', label: 'x'.repeat(201) }];
    expect(choose({ ...formOf(preset), additions })?.problems).toEqual([
      { kind: 'text', field: 'additions', problem: { kind: 'too-long', most: 200, tooMany: 1 } },
    ]);
  });

  it('names the field of everything that is wrong, and is then no preset', () => {
    const wrong = choose(form({ targetCelsius: '44', minutes: '', flowMlPerMin: 'fast' }));
    expect(wrong?.preset).toBeNull();
    expect(wrong?.problems.map(({ field }) => field)).toEqual(['targetCelsius', 'minutes', 'flowMlPerMin']);
  });

  it('is held to what the rig can pump', () => {
    expect(choose(form({ flowMlPerMin: '3500' }))?.problems.map(({ field }) => field)).toEqual([
      'flowMlPerMin',
    ]);
  });

  it('with blanks cannot be run before the site has entered them', () => {
    expect(choose(null, 'Pleural')?.problems.map(({ field }) => field)).toEqual([
      'flowMlPerMin',
      'fillVolumeMl',
      'largestCavityVolumeMl',
      'fillFlowMlPerMin',
      'drainFlowMlPerMin',
    ]);
    const entered = form(
      {
        flowMlPerMin: '800',
        fillVolumeMl: '1500',
        largestCavityVolumeMl: '2000',
        fillFlowMlPerMin: '500',
        drainFlowMlPerMin: '500',
      },
      template,
    );
    const ready = choose(entered, 'Pleural');
    expect(ready?.preset).toMatchObject({ flowMlPerMin: 800, fillVolumeMl: 1500 });
    expect(ready?.changes[0]).toEqual({ field: 'flowMlPerMin', from: null, to: 800 });
  });

  it('says within which bounds a value has to lie here, or that the largest is below the fill', () => {
    expect(choose(form({ flowMlPerMin: '9999' }))?.problems).toEqual([
      { kind: 'range', field: 'flowMlPerMin', low: 100, high: 3000 },
    ]);
    expect(choose(form({ largestCavityVolumeMl: '2000' }))?.problems).toEqual([
      { kind: 'below-fill', field: 'largestCavityVolumeMl' },
    ]);
  });

  it('keeps planned additions in order, and finds one without a minute', () => {
    const additions = [
      { atMinutes: '0', label: 'first part' },
      { atMinutes: '30', label: ' second part ' },
    ];
    expect(choose({ ...formOf(preset), additions })?.preset?.additions).toEqual([
      { atMinutes: 0, label: 'first part' },
      { atMinutes: 30, label: 'second part' },
    ]);
    const blank = choose({ ...formOf(preset), additions: [{ atMinutes: '', label: 'x' }] });
    expect(blank?.problems.map(({ field }) => field)).toEqual(['additions']);
  });
});
