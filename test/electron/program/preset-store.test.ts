import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Preset } from '../../../electron/domain/preset.ts';
import { PresetStore } from '../../../electron/program/preset-store.ts';
import { defaultPresetName, onShelf } from '../../../electron/program/presets.ts';
import { benchRig } from '../protocol/bench.ts';

const shipped = join(import.meta.dirname, '../../../assets/presets');
let site: string;
beforeEach(() => {
  site = join(mkdtempSync(join(tmpdir(), 'isotherm-store-')), 'presets');
});
afterEach(() => rmSync(join(site, '..'), { recursive: true, force: true }));

const usual = (store: PresetStore): Preset => onShelf(store.shelf, defaultPresetName) as Preset;

describe('a preset that is saved', () => {
  it('is the next version of its name, with every change and who made it, and is on offer at once', () => {
    const store = new PresetStore(shipped, site);
    const edited = { ...usual(store), minutes: 75, flowMlPerMin: 1200 };
    const saved = store.save(usual(store), edited, 'A. Person', benchRig);
    expect(saved).toMatchObject({
      ok: true,
      preset: {
        version: 2,
        minutes: 75,
        basedOn: {
          name: defaultPresetName,
          version: 1,
          by: 'A. Person',
          changes: [
            { field: 'minutes', from: 60, to: 75 },
            { field: 'flowMlPerMin', from: 1500, to: 1200 },
          ],
        },
      },
    });
    expect(usual(store)).toMatchObject({ version: 2, minutes: 75 });
    expect(usual(new PresetStore(shipped, site))).toMatchObject({ version: 2, minutes: 75 });
  });

  it('is never written over: every edit is a file of its own', () => {
    const store = new PresetStore(shipped, site);
    for (const minutes of [61, 62, 63]) store.save(usual(store), { ...usual(store), minutes }, 'P', null);
    expect(readdirSync(site).sort()).toEqual([
      '42.5-C-60-min-v2.json',
      '42.5-C-60-min-v3.json',
      '42.5-C-60-min-v4.json',
    ]);
    writeFileSync(join(site, '42.5-C-60-min-v5.json'), 'left by somebody');
    expect(store.save(usual(store), { ...usual(store), minutes: 64 }, 'P', null).ok).toBe(true);
    expect(readFileSync(join(site, '42.5-C-60-min-v5.json'), 'utf8')).toBe('left by somebody');
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

  it('out of a template of the site is complete, and takes the place of its blanks', () => {
    const store = new PresetStore(shipped, site);
    const template = store.shelf.templates.find(({ cavity }) => cavity === 'pleural');
    if (template === undefined) throw new Error('no pleural template is shipped');
    const entered = {
      flowMlPerMin: 800,
      fillVolumeMl: 1500,
      largestCavityVolumeMl: 2000,
      fillFlowMlPerMin: 500,
      drainFlowMlPerMin: 500,
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
    expect(new PresetStore(shipped, site).shelf.problems).toEqual([]);
    expect(usual(store).version).toBe(1);
  });

  it('because the folder cannot be written says which folder', () => {
    writeFileSync(site, 'a file, no folder');
    const store = new PresetStore(shipped, join(site, 'below'));
    const saved = store.save(usual(store), { ...usual(store), minutes: 61 }, 'P', null);
    expect(saved.ok ? '' : saved.problems[0]?.message).toContain(join(site, 'below'));
  });
});
