import type { SiteLimits } from './alarm-limits.ts';
import type { BodySurfaceFormula } from './body-surface.ts';
import { isCavity, type ProbeSites, type TreatmentCase } from './case.ts';
import type { MeterCalibration } from './precision.ts';
import type { PresetControlSite, PresetTemplate } from './preset.ts';
import { type BodySize, fillVolumeFor, reckonedFill } from './preset-fill.ts';
import type { SiteLists } from './site-lists.ts';
import { notSignedOff } from './site-sign-off.ts';
import type { ProbeReadings, RigIdentity } from './telemetry.ts';

/** Of the site file; another shape is another version. */
export const siteVersion = 3;

export type Setting = TreatmentCase['setting'];

/** A core this hot takes the heat: measured, once it has lasted so long; read by hand, at once. */
export interface CoreHold {
  readonly celsius: number;
  readonly seconds: number;
}

/** What a site sets at commissioning (docs/site.md): one file, held to `siteBounds` and to the bounds of each limit. */
export interface Site {
  readonly version: typeof siteVersion;
  readonly name: string;
  /** As after `--rig`, which goes before it. */
  readonly rig: string;
  readonly alarmLimits: SiteLimits;
  /** Inflow line pressure above which heater and pump go off, mmHg. */
  readonly inflowLinePressureLimitMmHg: number;
  /** No flow above it is offered, taken or advised in a case of that setting. */
  readonly flowCeilingMlPerMin: Readonly<Record<Setting, number>>;
  /** Nobody lighter is treated here. */
  readonly leastWeightKg: number;
  /** Nor is a cavity filled with less: smaller, what the console counts by is too coarse. */
  readonly leastFillVolumeMl: number;
  readonly bodySurfaceFormula: BodySurfaceFormula;
  /** `null`: the console never takes the heat for the core. */
  readonly coreHold: CoreHold | null;
  /** A calibration of probe or flow meter that is older when a run starts is none. */
  readonly calibrationIntervalMonths: number;
  /** `null`: nobody knows. */
  readonly flowMeterCalibration: MeterCalibration | null;
  /** What prime takes out of the reservoir, and what has to stay in it for the pump to draw from. */
  readonly circuitVolumeMl: number;
  readonly reservoirRestMl: number;
  /** In open technique one cavity probe alone may be this long above its limits: a hand stirs. */
  readonly openCavityHighSeconds: number;
  /** Each addition of a drug is checked by two people, not the first alone. */
  readonly twoCheckersForEachAddition: boolean;
  /** Nobody starts heat alone: a second person signs for it with a PIN. */
  readonly twoPeopleStartHeat: boolean;
  /** Nor does anybody record an addition alone. */
  readonly twoPeopleRecordDrugs: boolean;
  /** Documents are final once a second person has reviewed and signed the record; else once one has. */
  readonly reviewSignature: boolean;
  /** A screen that nobody has touched for so long asks for the PIN again; reading and the four interventions never do. */
  readonly lockAfterMinutes: number;
  /** As printed on every report. */
  readonly hospital: string;
  readonly department: string;
  /** Where documents are put besides the run's own folder; "": nowhere. */
  readonly reportFolder: string;
  /** Where the hospital drops messages of patients who wait (docs/worklist.md); "": nowhere. */
  readonly worklistFolder: string;
  readonly lists: SiteLists;
  /** By key (docs/site.md): who has signed for a value. What is not there, nobody has. */
  readonly signedOff: Readonly<Record<string, SignOff>>;
}

/** A person who stands for a value of the site. */
export interface SignOff {
  readonly by: string;
  /** YYYY-MM-DD */
  readonly on: string;
  readonly reason: string;
}

/** A site as the header of a run keeps it: under what rules it was done. `null`: its console had no such rule. */
export interface RecordedSite
  extends Pick<
    Site,
    | 'alarmLimits'
    | 'inflowLinePressureLimitMmHg'
    | 'bodySurfaceFormula'
    | 'coreHold'
    | 'flowMeterCalibration'
    | 'reservoirRestMl'
    | 'openCavityHighSeconds'
    | 'twoCheckersForEachAddition'
    | 'twoPeopleStartHeat'
    | 'twoPeopleRecordDrugs'
    | 'reviewSignature'
    | 'hospital'
    | 'department'
    | 'lists'
  > {
  readonly name: string | null;
  readonly flowCeilingMlPerMin: Site['flowCeilingMlPerMin'] | null;
  readonly leastWeightKg: number | null;
  readonly leastFillVolumeMl: number | null;
  readonly circuitVolumeMl: number | null;
  readonly calibrationIntervalMonths: number | null;
  /** Keys of the values for which nobody has signed; `null`: as before journal version 7, nobody could. */
  readonly notSignedOff: readonly string[] | null;
}

/** What of it concerns a run. */
export function recordedSite(site: Site): RecordedSite {
  const { version, rig, signedOff, reportFolder, worklistFolder, lockAfterMinutes, ...rules } = site;
  return { ...rules, notSignedOff: notSignedOff(site) };
}

/** Hard bounds no site can pass, both included (docs/safety/limits.md). */
export const siteBounds = {
  inflowLinePressureLimitMmHg: [20, 300],
  flowCeilingMlPerMin: [100, 5000],
  leastWeightKg: [2, 200],
  leastFillVolumeMl: [50, 2000],
  circuitVolumeMl: [50, 2000],
  reservoirRestMl: [200, 3000],
  openCavityHighSeconds: [2, 20],
  calibrationIntervalMonths: [1, 60],
  coreHoldCelsius: [39, 41],
  coreHoldSeconds: [10, 300],
  lockAfterMinutes: [1, 60],
} as const;

/** Why a case cannot be treated here, so that every language can say it. */
export type SiteRefusal =
  | { readonly kind: 'too-light'; readonly weightKg: number; readonly leastWeightKg: number }
  | {
      readonly kind: 'flow-over-ceiling';
      readonly flowMlPerMin: number;
      readonly ceilingMlPerMin: number;
      readonly setting: Setting;
    }
  /** The fill is reckoned from a body that is not entered. */
  | { readonly kind: 'body-not-entered'; readonly per: 'm2' | 'kg' }
  | { readonly kind: 'fill-too-small'; readonly fillMl: number; readonly leastFillMl: number }
  | { readonly kind: 'fill-over-largest'; readonly fillMl: number; readonly largestMl: number }
  /** No probe lies where the preset controls. */
  | { readonly kind: 'no-probe-there'; readonly site: PresetControlSite }
  /** A probe is said to lie somewhere and the rig has none there; from 1. */
  | { readonly kind: 'probe-not-fitted'; readonly probe: number };

type Rules = Pick<Site, 'leastWeightKg' | 'leastFillVolumeMl' | 'flowCeilingMlPerMin' | 'bodySurfaceFormula'>;
type Planned = Pick<
  PresetTemplate,
  | 'flowMlPerMin'
  | 'fillFlowMlPerMin'
  | 'fillVolumeMl'
  | 'fillMlPerM2'
  | 'fillMlPerKg'
  | 'largestCavityVolumeMl'
>;

/** By the rules of the site; an amount that is not entered is passed over, a body that the fill is reckoned from is not. */
export function siteRefusals(
  site: Rules,
  patient: BodySize & { readonly setting: Setting },
  preset: Planned | null,
): SiteRefusal[] {
  const refusals: SiteRefusal[] = [];
  const { leastWeightKg } = site;
  const { weightKg, setting } = patient;
  if (weightKg !== null && weightKg < leastWeightKg)
    refusals.push({ kind: 'too-light', weightKg, leastWeightKg });
  if (preset === null) return refusals;
  const ceilingMlPerMin = site.flowCeilingMlPerMin[setting];
  const flowMlPerMin = Math.max(preset.flowMlPerMin ?? 0, preset.fillFlowMlPerMin ?? 0);
  if (flowMlPerMin > ceilingMlPerMin)
    refusals.push({ kind: 'flow-over-ceiling', flowMlPerMin, ceilingMlPerMin, setting });
  const fill = fillRefusal(site, patient, preset);
  return fill === null ? refusals : [...refusals, fill];
}

function fillRefusal(site: Rules, body: BodySize, preset: Planned): SiteRefusal | null {
  const { largestCavityVolumeMl: largestMl } = preset;
  const fillMl = fillVolumeFor(preset, body, site.bodySurfaceFormula);
  if (fillMl === null) {
    const reckoned = reckonedFill(preset, body, site.bodySurfaceFormula);
    return reckoned === null ? null : { kind: 'body-not-entered', per: reckoned.per };
  }
  if (fillMl < site.leastFillVolumeMl)
    return { kind: 'fill-too-small', fillMl, leastFillMl: site.leastFillVolumeMl };
  return largestMl !== null && fillMl > largestMl ? { kind: 'fill-over-largest', fillMl, largestMl } : null;
}

/** Why the probes as they lie do not do for the preset; `readings` `null`: the rig has not said which are fitted. */
export function probeRefusals(
  sites: ProbeSites,
  { controlSite }: Pick<PresetTemplate, 'controlSite'>,
  readings: ProbeReadings | null,
): SiteRefusal[] {
  const refusals: SiteRefusal[] = [];
  const liesThere = controlSite === 'cavity' ? sites.some(isCavity) : sites.includes(controlSite);
  if (!liesThere) refusals.push({ kind: 'no-probe-there', site: controlSite });
  for (const [index, site] of sites.entries()) {
    const isMissing = site !== 'not-used' && readings?.[index]?.missing === 'not-fitted';
    if (isMissing) refusals.push({ kind: 'probe-not-fitted', probe: index + 1 });
  }
  return refusals;
}

/** What has to be in the reservoir before a run: fill, circuit and what stays behind, mL. */
export const reservoirNeedsMl = (
  { circuitVolumeMl, reservoirRestMl }: Pick<Site, 'circuitVolumeMl' | 'reservoirRestMl'>,
  fillVolumeMl: number,
): number => fillVolumeMl + circuitVolumeMl + reservoirRestMl;

/** The rig as far as the site lets it be used in a case of that setting; a site cannot make it do more. */
export const rigWithin = (
  { flowCeilingMlPerMin }: Pick<RecordedSite, 'flowCeilingMlPerMin'>,
  setting: Setting,
  rig: RigIdentity,
): RigIdentity =>
  flowCeilingMlPerMin === null
    ? rig
    : { ...rig, highestFlowMlPerMin: Math.min(rig.highestFlowMlPerMin, flowCeilingMlPerMin[setting]) };
