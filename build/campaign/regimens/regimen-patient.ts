import { readFileSync } from 'node:fs';
import type { TreatmentCase } from '../../../electron/domain/case.ts';
import type { EnteredPreset, Preset } from '../../../electron/domain/preset.ts';
import { type BodySize, presetFor } from '../../../electron/domain/preset-fill.ts';
import { probeRefusals, type Site, siteRefusals } from '../../../electron/domain/site.ts';
import { demonstrationCase, demonstrationRig } from '../../../electron/program/demonstration.ts';
import { parsePreset } from '../../../electron/protocol/preset-file.ts';
import { type CohortTraits, cohortPatient } from '../../../native-bridge/simulator/population/index.ts';
import { inRoot } from '../../root.ts';
import { theatre, ward } from '../../shipped-site.ts';
import { type CampaignPatient, treatmentCase } from '../patient.ts';
import { type Regimen, type RegimenName, regimens } from './regimens.ts';

/** The preset of a regimen as it is shipped, before it meets a patient. */
export function cardOf(name: RegimenName): EnteredPreset {
  const { file } = regimens[name];
  const read = parsePreset(readFileSync(inRoot(file), 'utf8'), file);
  if (!read.ok) throw new Error(read.problem);
  return read.preset;
}

/** By the rules of a ward where the patient lies on one. */
export const siteOf = ({ setting }: Pick<EnteredPreset, 'setting'>): Site =>
  setting === 'percutaneous' ? ward : theatre;

/** Patient `index` of the cohort of a regimen, treated by its card. */
export function regimenPatient(name: RegimenName, seed: number, index: number): CampaignPatient {
  const regimen: Regimen = regimens[name];
  const card = cardOf(name);
  const site = siteOf(card);
  const planFor = (traits: CohortTraits): Preset => planOf(regimen, card, traits, site);
  const { scenario, traits } = cohortPatient(regimen.cohort, seed, index, (drawn) => ({
    ...planFor(drawn),
    rig: demonstrationRig(card).rig,
  }));
  const preset = planFor(traits);
  const body = bodyOf(traits);
  const usual = demonstrationCase(treatmentCase(), card);
  const treated: TreatmentCase = {
    ...usual,
    patient: { ...usual.patient, ...body },
    technique: regimen.cohort === 'open' ? 'open' : 'closed',
  };
  refuseWhatTheConsoleRefuses(treated, preset, site);
  return {
    seed,
    index,
    // The carrier is warm from the start: what is judged begins with heat-up.
    scenario: {
      ...scenario,
      initial: { ...scenario.initial, reservoirCelsius: card.targetCelsius, primed: true },
    },
    preset,
    case: treated,
    pauses: [],
    site,
    beginsBySite: true,
  };
}

function planOf(regimen: Regimen, card: EnteredPreset, traits: CohortTraits, site: Site): Preset {
  const set = presetFor(card, bodyOf(traits), site.bodySurfaceFormula);
  if (set === null) throw new Error(`${card.name}: the fill is reckoned from a body that is not known.`);
  const { flowMlPerMin } = regimen;
  if (flowMlPerMin === 'of-card') return set;
  const flow = flowMlPerMin === 'of-patient' ? traits.flowMlPerMin : flowMlPerMin;
  return regimen.sets === 'amounts' ? amountsFor(set, flow) : { ...set, flowMlPerMin: flow };
}

/** Half the flow to fill and to drain, a third of room above the fill, half of it for a rinse. */
function amountsFor(preset: Preset, flowMlPerMin: number): Preset {
  const tens = (ml: number): number => 10 * Math.round(ml / 10);
  const { fillVolumeMl, rinses } = preset;
  const slow = Math.max(100, tens(flowMlPerMin / 2));
  return {
    ...preset,
    flowMlPerMin,
    fillFlowMlPerMin: slow,
    drainFlowMlPerMin: slow,
    largestCavityVolumeMl: tens((4 * fillVolumeMl) / 3),
    rinses: { ...rinses, volumeMl: tens(fillVolumeMl / 2) },
  };
}

/** The height that gives this surface by Du Bois, whatever the site reckons by. */
function bodyOf({ massKg, surfaceM2 }: Pick<CohortTraits, 'massKg' | 'surfaceM2'>): BodySize {
  const heightCm = (surfaceM2 / (0.007184 * massKg ** 0.425)) ** (1 / 0.725);
  return { heightCm: Math.round(heightCm), weightKg: massKg };
}

/** Nobody is treated here whom the console would not take. */
function refuseWhatTheConsoleRefuses(treated: TreatmentCase, preset: Preset, site: Site): void {
  const refusals = [
    ...siteRefusals(site, { ...treated.patient, setting: treated.setting }, preset),
    ...probeRefusals(treated.probeSites, preset, null),
  ];
  if (refusals.length > 0)
    throw new Error(`${preset.name}: the console refuses ${JSON.stringify(refusals)}.`);
}
