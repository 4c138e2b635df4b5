import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EnteredPreset, Preset } from '../../../electron/domain/preset.ts';
import { presetBounds } from '../../../electron/domain/preset-fields.ts';
import { presetFor } from '../../../electron/domain/preset-fill.ts';
import { isComplete, presetProblems } from '../../../electron/domain/preset-problems.ts';
import { type Site, siteRefusals } from '../../../electron/domain/site.ts';
import { parsePreset, parseTemplate } from '../../../electron/protocol/preset-file.ts';
import { benchPreset, benchRig } from './bench.ts';

const parse = (changes: Partial<Record<keyof Preset, unknown>>) =>
  parsePreset(JSON.stringify({ ...benchPreset, ...changes }), 'preset ours.json');
const problemOf = (changes: Partial<Record<keyof Preset, unknown>>): string => {
  const result = parse(changes);
  return result.ok ? '' : result.problem;
};

const assets = join(import.meta.dirname, '../../../assets');
const folder = join(assets, 'presets');
const siteNamed = (name: string): Site =>
  JSON.parse(readFileSync(join(assets, 'sites', `${name}.json`), 'utf8'));

describe('the presets we ship', () => {
  const shipped = readdirSync(folder).map((file) => {
    const result = parseTemplate(readFileSync(join(folder, file), 'utf8'), file);
    if (!result.ok) throw new Error(result.problem);
    return result.preset;
  });
  const complete = shipped.filter(isComplete);
  const blank = shipped.filter((preset) => !isComplete(preset));
  const named = (name: string): EnteredPreset => {
    const [found, ...others] = complete.filter((preset) => preset.name === name);
    if (found === undefined || others.length > 0) throw new Error(`not one complete "${name}" is shipped`);
    return found;
  };

  // As the regimens are published, written down by hand: target, minutes, clock, start, control, flow and fill.
  it.each([
    ['42.5 °C × 60 min', 42.5, 60, 'in-band', 'in-band', 'cavity', 2400, '3000 mL'],
    ['40.0 °C × 90 min', 40, 90, 'elapsed', 'in-band', 'cavity', 1000, '3000 mL'],
    ['41.5 °C × 90 min, from the inflow', 41.5, 90, 'elapsed', 'inflow', 'inflow', 1500, '3000 mL'],
    ['42.0 °C × 60 min, pleural', 42, 60, 'in-band', 'in-band', 'cavity', 1200, '2000 mL'],
    ['42.0 °C × 90 min', 42, 90, 'elapsed', 'in-band', 'cavity', 2000, '3000 mL'],
    ['43.0 °C × 30 min', 43, 30, 'in-band', 'in-band', 'cavity', 2000, '2000 mL/m²'],
    ['43.0 °C × 60 min', 43, 60, 'in-band', 'in-band', 'cavity', 2400, '3000 mL'],
    ['43.0 °C × 60 min, ward', 43, 60, 'elapsed', 'inflow', 'inflow', 500, '2000 mL'],
    ['43.0 °C × 60 min, bladder', 43, 60, 'elapsed', 'inflow', 'inflow', 200, '80 mL'],
  ] as const)('%s: %f °C, %d min %s, from %s, of the %s, %d mL/min, %s', (name, ...figures) => {
    const [targetCelsius, minutes, rulingClock, clockStartsOn, controlSite, flowMlPerMin, fill] = figures;
    const { fillVolumeMl, fillMlPerM2, ...preset } = named(name);
    expect(preset).toMatchObject({ targetCelsius, minutes, rulingClock, clockStartsOn, controlSite });
    expect(preset).toMatchObject({ flowMlPerMin, fillMlPerKg: null, mode: 'circulation', basedOn: null });
    expect(fillVolumeMl === null ? `${fillMlPerM2} mL/m²` : `${fillVolumeMl} mL`).toBe(fill);
    expect(fillVolumeMl === null || fillMlPerM2 === null).toBe(true);
  });

  it('are those nine and two blank ones, each of its cavity and setting', () => {
    const elsewhere = complete
      .filter(({ cavity, setting }) => cavity !== 'peritoneal' || setting !== 'intra-operative')
      .map(({ name, cavity, setting }) => `${name}: ${cavity}, ${setting}`);
    expect(complete).toHaveLength(9);
    expect(elsewhere.sort()).toEqual([
      '42.0 °C × 60 min, pleural: pleural, intra-operative',
      '43.0 °C × 60 min, bladder: bladder, percutaneous',
      '43.0 °C × 60 min, ward: peritoneal, percutaneous',
    ]);
    expect(blank.map(({ name }) => name).sort()).toEqual([
      '42.5 °C × 60 min, percutaneous',
      '42.5 °C × 60 min, post-operative',
    ]);
  });

  it.each([
    ['42.5 °C × 60 min', 4000, 1000, 2, 1000],
    ['40.0 °C × 90 min', 4500, 1000, 2, 1000],
    ['41.5 °C × 90 min, from the inflow', 4500, 1000, 2, 1000],
    ['42.0 °C × 60 min, pleural', 3000, 500, 1, 1000],
    ['42.0 °C × 90 min', 4500, 1000, 2, 1000],
    ['43.0 °C × 30 min', 5000, 1000, 2, 1000],
    ['43.0 °C × 60 min', 4000, 1000, 2, 1000],
    ['43.0 °C × 60 min, ward', 3000, 500, 0, 0],
    ['43.0 °C × 60 min, bladder', 160, 100, 0, 0],
  ])('%s: at most %d mL, filled and drained at %d mL/min, %d rinses of %d mL', (name, ...figures) => {
    const [largestCavityVolumeMl, flow, count, volumeMl] = figures;
    expect(named(name)).toMatchObject({
      largestCavityVolumeMl,
      fillFlowMlPerMin: flow,
      drainFlowMlPerMin: flow,
      rinses: { count, volumeMl },
    });
  });

  it('plan fractions of what is prescribed in two of them, at 0, 30 and 60 min, and nothing else', () => {
    const thirds = [
      { atMinutes: 0, label: 'First fraction (one half)' },
      { atMinutes: 30, label: 'Second fraction (one quarter)' },
      { atMinutes: 60, label: 'Third fraction (one quarter)' },
    ];
    const planned = shipped.filter(({ additions }) => additions.length > 0);
    expect(planned.map(({ name, additions }) => [name, additions])).toEqual([
      ['40.0 °C × 90 min', thirds],
      ['41.5 °C × 90 min, from the inflow', thirds],
    ]);
  });

  it('name their source and ask of the rig what it can do', () => {
    for (const preset of shipped) expect(preset.source).not.toBe('');
    for (const preset of complete) expect(presetProblems(preset, benchRig)).toEqual([]);
  });

  it('are refused nowhere by the sites we ship, for an adult whose fill can be reckoned', () => {
    const adult = { heightCm: 170, weightKg: 68 };
    for (const preset of complete)
      for (const site of [siteNamed('theatre'), siteNamed('ward')])
        expect(siteRefusals(site, { ...adult, setting: preset.setting }, preset)).toEqual([]);
    // 2 000 mL/m² × 1.7875 m² (Du Bois, 170 cm, 68 kg) = 3 575.1 mL, to 10 mL.
    expect(presetFor(named('43.0 °C × 30 min'), adult, 'du-bois')?.fillVolumeMl).toBe(3580);
    const unknown = { heightCm: null, weightKg: 68, setting: 'intra-operative' } as const;
    expect(siteRefusals(siteNamed('theatre'), unknown, named('43.0 °C × 30 min'))).toEqual([
      { kind: 'body-not-entered', per: 'm2' },
    ]);
  });

  it('leave flow and volumes of percutaneous and post-operative use for the site to enter', () => {
    expect(blank.map(({ cavity, setting }) => `${cavity} ${setting}`).sort()).toEqual([
      'peritoneal percutaneous',
      'peritoneal post-operative',
    ]);
    for (const preset of blank) {
      expect(preset).toMatchObject({ flowMlPerMin: null, fillFlowMlPerMin: null, drainFlowMlPerMin: null });
      expect(preset).toMatchObject({ fillVolumeMl: null, fillMlPerM2: null, fillMlPerKg: null });
      expect(preset).toMatchObject({ largestCavityVolumeMl: null, rinses: { count: 0, volumeMl: 0 } });
      expect(preset).toMatchObject({ targetCelsius: 42.5, minutes: 60, rulingClock: 'in-band' });
      expect(preset).toMatchObject({ clockStartsOn: 'in-band', controlSite: 'cavity' });
    }
  });

  it('of before modes and additions are circulations without planned additions', () => {
    const { mode: _mode, additions: _additions, basedOn: _basedOn, ...old } = benchPreset;
    expect(parsePreset(JSON.stringify(old), 'preset old.json')).toEqual({ ok: true, preset: benchPreset });
  });

  it('of before clocks and fills by the body count in band from in band, with a fill as a volume', () => {
    const { rulingClock: _clock, clockStartsOn: _start, ...without } = benchPreset;
    const { fillMlPerM2: _m2, fillMlPerKg: _kg, ...old } = without;
    expect(parsePreset(JSON.stringify(old), 'preset old.json')).toMatchObject({
      ok: true,
      preset: { rulingClock: 'in-band', clockStartsOn: 'in-band', fillMlPerM2: null, fillMlPerKg: null },
    });
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
    ['fillMlPerM2', 3001, 'fill volume must lie between 200 and 3000 mL/m²'],
    ['fillMlPerKg', 1, 'fill volume must lie between 2 and 100 mL/kg'],
    ['fillMlPerKg', 40, 'the fill is given 2 times'],
    ['fillVolumeMl', null, 'fill volume must be a number in mL, but is blank'],
    ['rulingClock', 'wall', 'ruling clock must be one of in-band, elapsed'],
    ['clockStartsOn', 'fill', 'start of the clock must be one of in-band, inflow, first-drug'],
    ['controlSite', 'core', 'control site must be one of inflow, outflow, cavity'],
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
