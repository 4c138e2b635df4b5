import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EnteredPreset } from '../../../electron/domain/preset.ts';
import { PresetStore } from '../../../electron/program/preset-store.ts';
import { defaultPresetName, onShelf } from '../../../electron/program/presets.ts';
import { benchRig } from '../protocol/bench.ts';

const shipped = join(import.meta.dirname, '../../../assets/presets');
let site: string;
beforeEach(() => {
  site = join(mkdtempSync(join(tmpdir(), 'isotherm-store-')), 'presets');
});
afterEach(() => rmSync(join(site, '..'), { recursive: true, force: true, maxRetries: 10 }));

const usual = (store: PresetStore): EnteredPreset => onShelf(store.shelf, defaultPresetName) as EnteredPreset;

describe('a preset that is saved', () => {
  it('is the next version of its name, with every change and who made it, and is on offer at once', () => {
    const store = new PresetStore(shipped, site);
    const edited = { ...usual(store), minutes: 75, flowMlPerMin: 1200 };
    const saved = store.save(usual(store), edited, 'A. Person', benchRig);
    expect(saved).toMatchObject({
      ok: true,
      preset: {
        version: 3,
        minutes: 75,
        basedOn: {
          name: defaultPresetName,
          version: 2,
          by: 'A. Person',
          changes: [
            { field: 'minutes', from: 60, to: 75 },
            { field: 'flowMlPerMin', from: 2400, to: 1200 },
          ],
        },
      },
    });
    expect(usual(store)).toMatchObject({ version: 3, minutes: 75 });
    expect(usual(new PresetStore(shipped, site))).toMatchObject({ version: 3, minutes: 75 });
  });

  it('keeps what it controls, which clock rules, what starts it, and a fill that waits for the body', () => {
    const store = new PresetStore(shipped, site);
    const ways = { rulingClock: 'elapsed', clockStartsOn: 'first-drug', controlSite: 'inflow' } as const;
    const edited = { ...usual(store), ...ways, fillVolumeMl: null, fillMlPerKg: 40 };
    expect(store.save(usual(store), edited, 'P', benchRig)).toMatchObject({ ok: true });
    const kept = usual(new PresetStore(shipped, site));
    expect(kept).toMatchObject({ ...ways, fillVolumeMl: null, fillMlPerM2: null, fillMlPerKg: 40 });
    expect(kept.basedOn?.changes).toHaveLength(5);
    expect(kept.basedOn?.changes).toEqual(
      expect.arrayContaining([
        { field: 'rulingClock', from: 'in-band', to: 'elapsed' },
        { field: 'clockStartsOn', from: 'in-band', to: 'first-drug' },
        { field: 'controlSite', from: 'cavity', to: 'inflow' },
        { field: 'fillVolumeMl', from: 3000, to: null },
        { field: 'fillMlPerKg', from: null, to: 40 },
      ]),
    );
  });

  it('is never written over: every edit is a file of its own', () => {
    const store = new PresetStore(shipped, site);
    for (const minutes of [61, 62, 63]) store.save(usual(store), { ...usual(store), minutes }, 'P', null);
    expect(readdirSync(site).sort()).toEqual([
      '42.5-C-60-min-v3.json',
      '42.5-C-60-min-v4.json',
      '42.5-C-60-min-v5.json',
    ]);
    writeFileSync(join(site, '42.5-C-60-min-v6.json'), 'left by somebody');
    expect(store.save(usual(store), { ...usual(store), minutes: 64 }, 'P', null).ok).toBe(true);
    expect(readFileSync(join(site, '42.5-C-60-min-v6.json'), 'utf8')).toBe('left by somebody');
  });

  it('under a new name begins with version 1, in any script', () => {
    const store = new PresetStore(shipped, site);
    const saved = store.save(usual(store), { ...usual(store), name: '本院方案', version: 9 }, 'P', null);
    expect(saved).toMatchObject({ ok: true, preset: { name: '本院方案', version: 1 } });
    expect(readdirSync(site)).toEqual(['本院方案-v1.json']);
  });

  it('under the longest name there may be is kept, though no file system takes it whole', () => {
    const store = new PresetStore(shipped, site);
    const name = '腹腔热灌注'.repeat(24);
    for (const minutes of [61, 62]) {
      expect(store.save(usual(store), { ...usual(store), name, minutes }, 'P', null)).toMatchObject({
        ok: true,
      });
    }
    expect(onShelf(new PresetStore(shipped, site).shelf, name)).toMatchObject({ version: 2, minutes: 62 });
  });

  it.each([
    ['percutaneous', { fillVolumeMl: 1500 }],
    ['post-operative', { fillMlPerM2: 1000 }],
  ])('out of the %s template is complete with %j, and takes the place of its blanks', (setting, fill) => {
    const store = new PresetStore(shipped, site);
    const template = store.shelf.templates.find((one) => one.setting === setting);
    if (template === undefined) throw new Error(`no ${setting} template is shipped`);
    const entered = {
      flowMlPerMin: 800,
      largestCavityVolumeMl: 2000,
      fillFlowMlPerMin: 500,
      drainFlowMlPerMin: 500,
      ...fill,
    };
    expect(store.save(template, { ...template, ...entered }, 'P', benchRig).ok).toBe(true);
    expect(store.shelf.templates.map(({ name }) => name)).not.toContain(template.name);
    expect(store.shelf.presets.map(({ name }) => name)).toContain(template.name);
  });
});

describe('a preset that is refused', () => {
  it('says why, field by field, and leaves nothing behind', () => {
    const store = new PresetStore(shipped, site);
    const bad = { ...usual(store), targetCelsius: 44, flowMlPerMin: 2600 };
    expect(store.save(usual(store), bad, 'P', benchRig)).toMatchObject({
      ok: false,
      problems: [{ field: 'targetCelsius' }],
    });
    expect(store.save(usual(store), { ...bad, targetCelsius: 42 }, 'P', benchRig)).toMatchObject({
      ok: false,
      problems: [{ field: 'flowMlPerMin' }],
    });
    expect(store.save(usual(store), usual(store), 'P', null)).toMatchObject({
      ok: false,
      problems: [{ field: 'name', message: expect.stringMatching(/kept like this already/) }],
    });
    expect(store.save(usual(store), { ...usual(store), fillMlPerM2: 2000 }, 'P', benchRig)).toMatchObject({
      ok: false,
      problems: [{ field: 'fillVolumeMl', message: expect.stringMatching(/^the fill is given 2 times/) }],
    });
    expect(existsSync(site)).toBe(false);
    expect(new PresetStore(shipped, site).shelf.problems).toEqual([]);
    expect(usual(store).version).toBe(2);
  });

  it('because the folder cannot be written says which folder', () => {
    writeFileSync(site, 'a file, no folder');
    const store = new PresetStore(shipped, join(site, 'below'));
    const saved = store.save(usual(store), { ...usual(store), minutes: 61 }, 'P', null);
    expect(saved.ok ? '' : saved.problems[0]?.message).toContain(join(site, 'below'));
  });
});
