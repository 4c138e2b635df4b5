import type { TreatmentCase } from '../domain/case.ts';
import type { EnteredPreset, Preset } from '../domain/preset.ts';
import { defaultScenario, filledWith, type Scenario, stiffnessFor } from './open-rig.ts';

type Card = Pick<EnteredPreset, 'cavity' | 'setting'>;

/** A set with line probes only, as wards have it. */
export const lineProbesOnly = ({ cavity, setting }: Card): boolean =>
  setting === 'percutaneous' || cavity === 'bladder';

/** The demonstration patient as the preset asks for one. */
export const demonstrationCase = (demo: TreatmentCase, preset: Card): TreatmentCase => ({
  ...demo,
  cavity: preset.cavity,
  setting: preset.setting,
  ...(lineProbesOnly(preset)
    ? { probeSites: ['inflow', 'outflow', 'not-used', 'not-used'], coreSite: '' }
    : {}),
});

/** The rig that such a set is used with: on a ward without core probe, level, pressure of the cavity and outflow meter. */
export const demonstrationRig = (preset: Card | null): Scenario =>
  preset === null || !lineProbesOnly(preset)
    ? defaultScenario
    : {
        ...defaultScenario,
        rig: {
          ...defaultScenario.rig,
          serialNumber: 'SIM-WARD-01',
          fittedProbes: [1, 2],
          features: {
            ...defaultScenario.rig.features,
            core: false,
            reservoirLevel: false,
            cavityPressure: false,
            outflowMeter: false,
          },
        },
      };

/** Beside the fill: circuit, rinses and what stays. */
const spareMl = 2000;

/** The patient, and what is filled into the reservoir, for a run by that preset: a smaller cavity has less wall. */
export function demonstrationPatient({ fillVolumeMl }: Pick<Preset, 'fillVolumeMl'>): Scenario {
  const { initial, plant } = defaultScenario;
  return {
    ...defaultScenario,
    initial: { ...initial, reservoirMl: fillVolumeMl + spareMl },
    plant: {
      ...plant,
      ...filledWith(plant, fillVolumeMl),
      filledCavityMmHg: stiffnessFor(plant, fillVolumeMl),
    },
  };
}
