import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultPresetName, findPreset, readPresets } from '../../../electron/program/presets.ts';
import { benchPreset } from '../protocol/bench.ts';

const shipped = join(import.meta.dirname, '../../../assets/presets');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-presets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

const write = (file: string, content: unknown): string => {
  const path = join(folder, file);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

describe('the presets', () => {
  it('that are shipped are all good, the default one first', () => {
    const shelf = readPresets(shipped);
    expect(shelf.problems).toEqual([]);
    expect(shelf.presets.map(({ name, version }) => `${name} v${version}`)).toEqual([
      '42.5 °C × 60 min v2',
      '40.0 °C × 90 min v1',
      '41.5 °C × 90 min, from the inflow v1',
      '42.0 °C × 60 min, pleural v1',
      '42.0 °C × 90 min v2',
      '43.0 °C × 30 min v2',
      '43.0 °C × 60 min, bladder v1',
      '43.0 °C × 60 min, ward v1',
      '43.0 °C × 60 min v2',
    ]);
    expect(shelf.templates.map(({ name, version }) => `${name} v${version}`)).toEqual([
      '42.5 °C × 60 min, percutaneous v2',
      '42.5 °C × 60 min, post-operative v1',
    ]);
    expect(defaultPresetName).toBe('42.5 °C × 60 min');
  });

  it('of a folder are offered but for bad ones, each of which is named with what is wrong', () => {
    write('a-good.json', { ...benchPreset, name: 'ours' });
    write('b-hot.json', { ...benchPreset, targetCelsius: 60 });
    write('c-torn.json', '{');
    write('notes.txt', 'not a preset');
    const shelf = readPresets(folder);
    expect(shelf.presets.map(({ name }) => name)).toEqual(['ours']);
    expect(shelf.problems).toHaveLength(2);
    expect(shelf.problems[0]).toMatch(
      /^preset \/.*b-hot\.json: targetCelsius: target must lie between 40 and 43\.5 °C, but is 60 °C/,
    );
    expect(shelf.problems[1]).toMatch(/^preset \/.*c-torn\.json: not valid JSON/);
  });
});

describe('a preset of the command line', () => {
  const shelf = readPresets(shipped);

  it('is found by its name or by its file', () => {
    expect(findPreset('43.0 °C × 30 min', shelf)).toMatchObject({ ok: true, preset: { minutes: 30 } });
    const path = write('mine.json', { ...benchPreset, name: 'mine' });
    expect(findPreset(path, shelf)).toMatchObject({ ok: true, preset: { name: 'mine' } });
  });

  it('whose fill is by the body is complete, and keeps it unreckoned', () => {
    expect(findPreset('43.0 °C × 30 min', shelf)).toMatchObject({
      ok: true,
      preset: { fillVolumeMl: null, fillMlPerM2: 2000 },
    });
    const path = write('by-weight.json', { ...benchPreset, fillVolumeMl: null, fillMlPerKg: 40 });
    expect(findPreset(path, shelf)).toMatchObject({
      ok: true,
      preset: { fillVolumeMl: null, fillMlPerKg: 40 },
    });
  });

  it.each(['42.5 °C × 60 min, percutaneous', '42.5 °C × 60 min, post-operative'])(
    'that is a template is told to be entered: %s',
    (name) => {
      const result = findPreset(name, shelf);
      expect(result.ok ? '' : result.problem).toContain('its flow and volumes are blank. Enter them');
    },
  );

  it('that is neither is told with the names there are', () => {
    const result = findPreset('42.5', shelf);
    expect(result.ok ? '' : result.problem).toMatch(
      /^preset "42\.5": neither a file nor one of "42\.5 °C × 60 min", .*Check the spelling/,
    );
  });

  it('with a target of 60 °C is refused with field and bound', () => {
    const path = write('hot.json', { ...benchPreset, targetCelsius: 60 });
    const result = findPreset(path, shelf);
    expect(result.ok ? '' : result.problem).toContain(
      `preset ${path}: targetCelsius: target must lie between 40 and 43.5 °C, but is 60 °C: enter a value in that range. Mend`,
    );
  });

  it('that is a folder cannot be read', () => {
    const result = findPreset(folder, shelf);
    expect(result.ok ? '' : result.problem).toMatch(/cannot be read/);
  });
});
