import type { TreatmentCase } from '../../../../electron/domain/case.ts';
import type { Preset } from '../../../../electron/domain/preset.ts';
import { readCase } from '../../../../electron/program/case-file.ts';
import { findPreset, readPresets } from '../../../../electron/program/presets.ts';
import { type Scenario, scenarioSchema } from '../../../../native-bridge/simulator/scenario.ts';
import { inRoot } from '../../../root.ts';
import type { ConsoleLife } from '../world/console-life.ts';

const shelf = readPresets(inRoot('assets/presets'));

function demoCase(): TreatmentCase {
  const read = readCase(inRoot('assets/demo-case.json'));
  if (!read.ok) throw new Error(read.problem);
  return read.case;
}

function basePreset(): Preset {
  const found = findPreset('42.5 °C × 60 min', shelf);
  if (!found.ok) throw new Error(found.problem);
  return { ...found.preset, fillVolumeMl: found.preset.fillVolumeMl ?? 0 };
}

/** As short as a preset may be, with small volumes: a run comes to every phase within minutes. */
export const shortPreset = (mode: Preset['mode']): Preset => ({
  ...basePreset(),
  name: 'simulated',
  mode,
  minutes: 15,
  flowMlPerMin: 1500,
  fillVolumeMl: 1200,
  largestCavityVolumeMl: 2000,
  fillFlowMlPerMin: 2000,
  drainFlowMlPerMin: 2000,
  rinses: { count: 1, volumeMl: 500 },
});

/** Warm already, so that nobody waits for heat. No patient is like that, so the core probe is left out. */
export const warmScenario = (): Scenario =>
  scenarioSchema.parse({
    initial: { bodyCelsius: 42, cavityCelsius: 42.3, reservoirCelsius: 42.5 },
    rig: { features: { core: false } },
  });

/** Who fills in case and preset. */
export class Beginner {
  readonly preset: Preset;
  readonly #case = demoCase();

  constructor(mode: Preset['mode']) {
    this.preset = shortPreset(mode);
  }

  begin(life: ConsoleLife, cavityMl: number): Promise<string | null> {
    return life.startRun(this.#case, this.preset, Math.round(cavityMl));
  }
}
