import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Preset } from '../../../electron/domain/preset.ts';
import { presetBounds } from '../../../electron/domain/preset-fields.ts';
import { isComplete, presetProblems } from '../../../electron/domain/preset-problems.ts';
import { parsePreset, parseTemplate } from '../../../electron/protocol/preset-file.ts';
import { benchPreset, benchRig } from './bench.ts';

const parse = (changes: Partial<Record<keyof Preset, unknown>>) =>
  parsePreset(JSON.stringify({ ...benchPreset, ...changes }), 'preset ours.json');
const problemOf = (changes: Partial<Record<keyof Preset, unknown>>): string => {
  const result = parse(changes);
  return result.ok ? '' : result.problem;
};

const folder = join(import.meta.dirname, '../../../assets/presets');

describe('the presets we ship', () => {
  const shipped = readdirSync(folder).map((file) => {
    const result = parseTemplate(readFileSync(join(folder, file), 'utf8'), file);
    if (!result.ok) throw new Error(result.problem);
    return result.preset;
  });
  const complete = shipped.filter(isComplete);
  const blank = shipped.filter((preset) => !isComplete(preset));

  it('are the four of the brief, with 1 500 mL/min and 3 000 mL', () => {
    expect(complete.map(({ targetCelsius, minutes }) => `${targetCelsius} × ${minutes}`).sort()).toEqual([
      '42 × 90',
      '42.5 × 60',
      '43 × 30',
      '43 × 60',
    ]);
    for (const preset of complete) expect(preset).toMatchObject({ flowMlPerMin: 1500, fillVolumeMl: 3000 });
  });

  it('name their source and ask of the rig what it can do', () => {
    for (const preset of shipped) expect(preset.source).not.toBe('');
    for (const preset of complete) expect(presetProblems(preset, benchRig)).toEqual([]);
  });

  it('leave flow and volumes of percutaneous, pleural and bladder use for the site to enter', () => {
    expect(blank.map(({ cavity, setting }) => `${cavity} ${setting}`).sort()).toEqual([
      'bladder intra-operative',
      'peritoneal percutaneous',
      'pleural intra-operative',
    ]);
    const nothing = { flowMlPerMin: null, fillVolumeMl: null, largestCavityVolumeMl: null };
    for (const preset of blank)
      expect(preset).toMatchObject({ ...nothing, fillFlowMlPerMin: null, drainFlowMlPerMin: null });
  });

  it('of before modes and additions are circulations without planned additions', () => {
    const { mode: _mode, additions: _additions, basedOn: _basedOn, ...old } = benchPreset;
    expect(parsePreset(JSON.stringify(old), 'preset old.json')).toEqual({ ok: true, preset: benchPreset });
  });
});

describe('a preset out of bounds', () => {
  it('a target of 60 °C is refused with field and bound', () => {
    const problem = problemOf({ targetCelsius: 60 });
    expect(problem).toContain('preset ours.json');
    expect(problem).toContain('targetCelsius');
    expect(problem).toContain('between 40 and 43.5 °C');
    expect(problem).toMatch(/Mend the file/);
  });

  it.each([
    ['targetCelsius', 39.9, 'target must lie between 40 and 43.5 °C'],
    ['targetCelsius', 43.6, 'target must lie between 40 and 43.5 °C'],
    ['minutes', 14, 'treatment time must lie between 15 and 120 min'],
    ['minutes', 121, 'treatment time must lie between 15 and 120 min'],
    ['flowMlPerMin', 99, 'flow must lie between 100 and 5000 mL/min'],
    ['fillFlowMlPerMin', 0, 'fill flow must lie between 100 and 5000 mL/min'],
    ['drainFlowMlPerMin', 5001, 'drain flow must lie between 100 and 5000 mL/min'],
    ['fillVolumeMl', 49, 'fill volume must lie between 50 and 8000 mL'],
    ['largestCavityVolumeMl', 400, 'largest cavity volume is below the fill volume'],
    ['targetCelsius', '42.5', 'target must be a number in °C'],
    ['minutes', null, 'treatment time must be a number in min'],
  ] as const)('%s %s: %s', (field, value, message) => {
    const problem = problemOf({ [field]: value });
    expect(problem).toContain(field);
    expect(problem).toContain(message);
  });

  it('names everything that is wrong, not the first thing only', () => {
    const problem = problemOf({ targetCelsius: 60, minutes: 1 });
    expect(problem).toContain('targetCelsius');
    expect(problem).toContain('minutes');
  });

  it('names a field it does not know: a typo is not left out silently', () => {
    const { targetCelsius: _, ...rest } = benchPreset;
    const result = parsePreset(JSON.stringify({ ...rest, targetCelcius: 42.5 }), 'preset typo.json');
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? '' : result.problem).toContain('targetCelcius');
  });

  it('that is no JSON says so', () => {
    const result = parsePreset('{ "name": ', 'preset half.json');
    expect(result.ok ? '' : result.problem).toMatch(/^preset half.json: not valid JSON .* Mend the file/);
  });

  it('no number passes that lies outside, none is refused that lies inside', () => {
    const [low, high] = presetBounds.targetCelsius;
    fc.assert(
      fc.property(fc.double({ min: 30, max: 60, noNaN: true }), (targetCelsius) => {
        expect(parse({ targetCelsius }).ok).toBe(targetCelsius >= low && targetCelsius <= high);
      }),
    );
  });
});
