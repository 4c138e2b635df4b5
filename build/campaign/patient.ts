import { readFileSync } from 'node:fs';
import type { TreatmentCase } from '../../electron/domain/case.ts';
import type { Preset } from '../../electron/domain/preset.ts';
import type { Site } from '../../electron/domain/site.ts';
import { readCase } from '../../electron/program/case-file.ts';
import { defaultPresetName } from '../../electron/program/presets.ts';
import { parsePreset } from '../../electron/protocol/preset-file.ts';
import { type VirtualPatient, virtualPatient } from '../../native-bridge/simulator/population/index.ts';
import type { Scenario } from '../../native-bridge/simulator/scenario.ts';
import { inRoot } from '../root.ts';
import { theatre } from '../shipped-site.ts';
import type { PlannedPause } from './treatment/operator.ts';

/** One treatment to be: who, on which rig, by which protocol. */
export interface CampaignPatient {
  readonly seed: number;
  readonly index: number;
  readonly scenario: Scenario;
  readonly preset: Preset;
  readonly case: TreatmentCase;
  readonly pauses: readonly PlannedPause[];
  readonly site: Site;
  /** The run begins by all rules of its site; otherwise without its hold for a hot core, as figures before regimens had it. */
  readonly beginsBySite: boolean;
}

/** The carrier is warm from the start: what is judged begins with heat-up, and a cold reservoir would only add to what is waited for. */
const prewarmed = { reservoirCelsius: 42, primed: true } as const;
/** A closed cavity loses less than this to the room, W/K. */
const closedLossWPerK = 1;
/** Room above the planned volume for irrigation, mL. */
const roomMl = 1000;

/** Patient `index` of the population of `seed`, with the default preset at the patient's flow and volume. */
export function campaignPatient(seed: number, index: number, disturbed: boolean): CampaignPatient {
  const patient = virtualPatient(seed, index, disturbed);
  return {
    seed,
    index,
    scenario: { ...patient.scenario, initial: { ...patient.scenario.initial, ...prewarmed } },
    preset: presetFor(patient),
    case: {
      ...treatmentCase(),
      patient: { ...treatmentCase().patient, weightKg: patient.traits.massKg },
      technique: patient.traits.cavityLossWPerK > closedLossWPerK ? 'open' : 'closed',
    },
    pauses: patient.disturbances.flatMap((one) =>
      one.kind === 'operator-pause'
        ? [{ afterSeconds: one.startsAfterSeconds, seconds: one.pauseSeconds }]
        : [],
    ),
    site: theatre,
    beginsBySite: false,
  };
}

function presetFor({ flowMlPerMin, fillVolumeMl }: VirtualPatient): Preset {
  return {
    ...defaultPreset(),
    flowMlPerMin,
    fillVolumeMl,
    largestCavityVolumeMl: fillVolumeMl + roomMl,
  };
}

const once = <T>(read: () => T): (() => T) => {
  let kept: { readonly value: T } | null = null;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
};

const presetFile = 'assets/presets/42.5-celsius-60-min.json';
const defaultPreset = once((): Preset => {
  const read = parsePreset(readFileSync(inRoot(presetFile), 'utf8'), presetFile);
  if (!read.ok) throw new Error(read.problem);
  if (read.preset.name !== defaultPresetName) throw new Error(`${presetFile} is not "${defaultPresetName}".`);
  return { ...read.preset, fillVolumeMl: read.preset.fillVolumeMl ?? 0 };
});

/** Of the demonstration; the patient is another. */
export const treatmentCase = once((): TreatmentCase => {
  const read = readCase(inRoot('assets/demo-case.json'));
  if (!read.ok) throw new Error(read.problem);
  return read.case;
});
