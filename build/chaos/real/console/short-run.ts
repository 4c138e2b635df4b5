import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../../root.ts';

/** What a short run is started with. */
export interface ShortRun {
  readonly preset: string;
  readonly scenario: string;
}

/**
 * Tissue and perfusate near target and little to fill: treatment comes within a minute of real time. No patient is like
 * that, so the core probe is left out. 15 minutes are as short as a preset may be.
 */
export function writeShortRun(folder: string, minutes = 15): ShortRun {
  const shipped: unknown = JSON.parse(
    readFileSync(inRoot('assets', 'presets', '42.5-celsius-60-min.json'), 'utf8'),
  );
  const preset = join(folder, 'preset.json');
  const scenario = join(folder, 'scenario.json');
  const rinses = { count: 1, volumeMl: 500 };
  writeFileSync(
    preset,
    JSON.stringify({ ...(shipped as object), name: 'short', minutes, fillVolumeMl: 300, rinses }),
  );
  const initial = { bodyCelsius: 41.9, cavityCelsius: 42.2, reservoirCelsius: 42.4, primed: true };
  writeFileSync(scenario, JSON.stringify({ initial, rig: { features: { core: false } } }));
  return { preset, scenario };
}
