import { describe, expect, it } from 'vitest';
import type { SetupView } from '../../../electron/contract/view.ts';
import { chosenPreset } from '../../../electron/program/setup.ts';
import { theatreView } from '../../support/site.ts';
import { benchPreset } from '../protocol/bench.ts';

const template = { ...benchPreset, name: 'blank', flowMlPerMin: null };
const offered: SetupView = {
  presets: [benchPreset],
  templates: [template],
  presetProblems: [],
  draftCase: null,
  draftPresetName: null,
  site: theatreView,
};

describe('the preset a run is started with', () => {
  it('is the one on offer, untouched where nothing was changed', () => {
    expect(chosenPreset(offered, 'bench', null, 'P')).toEqual({ ok: true, preset: benchPreset });
    expect(chosenPreset(offered, 'bench', { ...benchPreset }, 'P')).toEqual({
      ok: true,
      preset: benchPreset,
    });
  });

  it('keeps every value the site changed before starting, whatever version it claims to be', () => {
    const chosen = chosenPreset(offered, 'bench', { ...benchPreset, version: 9, minutes: 20 }, 'P');
    expect(chosen).toMatchObject({
      preset: {
        version: 1,
        minutes: 20,
        basedOn: { name: 'bench', version: 1, by: 'P', changes: [{ field: 'minutes', from: 15, to: 20 }] },
      },
    });
  });

  it('whose fill is by the body is started with it, not yet reckoned, and tells what it took the place of', () => {
    const byBody = { ...benchPreset, fillVolumeMl: null, fillMlPerM2: 1500 };
    expect(chosenPreset({ ...offered, presets: [byBody] }, 'bench', null, 'P')).toEqual({
      ok: true,
      preset: byBody,
    });
    expect(chosenPreset(offered, 'bench', byBody, 'P')).toMatchObject({
      ok: true,
      preset: {
        fillVolumeMl: null,
        basedOn: {
          changes: [
            { field: 'fillVolumeMl', from: 500, to: null },
            { field: 'fillMlPerM2', from: null, to: 1500 },
          ],
        },
      },
    });
  });

  it('with blanks needs them entered, and tells what was entered', () => {
    const blank = chosenPreset(offered, 'blank', null, 'P');
    expect(blank.ok ? '' : blank.problem).toMatch(/Flow and volumes of "blank" are blank\. Enter them/);
    expect(chosenPreset(offered, 'blank', { ...template, flowMlPerMin: 900 }, 'P')).toMatchObject({
      preset: { basedOn: { changes: [{ field: 'flowMlPerMin', from: null, to: 900 }] } },
    });
  });

  it('that is not on offer is refused', () => {
    expect(chosenPreset(offered, 'none', null, 'P').ok).toBe(false);
  });
});
