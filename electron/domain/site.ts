import type { SiteLimits } from './alarm-limits.ts';
import type { BodySurfaceFormula } from './body-surface.ts';
import type { TreatmentCase } from './case.ts';
import type { PresetTemplate } from './preset.ts';
import type { RigIdentity } from './telemetry.ts';

/** Of the site file; another shape is another version. */
export const siteVersion = 1;

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
  readonly bodySurfaceFormula: BodySurfaceFormula;
  /** `null`: the console never takes the heat for the core. */
  readonly coreHold: CoreHold | null;
  /** A calibration that is older when a run starts is none. */
  readonly calibrationIntervalMonths: number;
}

/** A site as the header of a run keeps it: under what rules it was done. `null`: its console had no such rule. */
export interface RecordedSite
  extends Pick<Site, 'alarmLimits' | 'inflowLinePressureLimitMmHg' | 'bodySurfaceFormula' | 'coreHold'> {
  readonly name: string | null;
  readonly flowCeilingMlPerMin: Site['flowCeilingMlPerMin'] | null;
  readonly leastWeightKg: number | null;
  readonly calibrationIntervalMonths: number | null;
}

/** What of it concerns a run. */
export const recordedSite = ({ version: _, rig: __, ...rules }: Site): RecordedSite => rules;

/** Hard bounds no site can pass, both included (docs/safety/limits.md). */
export const siteBounds = {
  inflowLinePressureLimitMmHg: [20, 300],
  flowCeilingMlPerMin: [100, 5000],
  leastWeightKg: [2, 200],
  calibrationIntervalMonths: [1, 60],
  coreHoldCelsius: [39, 41],
  coreHoldSeconds: [10, 300],
} as const;

/** Why a case cannot be treated here, so that every language can say it. */
export type SiteRefusal =
  | { readonly kind: 'too-light'; readonly weightKg: number; readonly leastWeightKg: number }
  | {
      readonly kind: 'flow-over-ceiling';
      readonly flowMlPerMin: number;
      readonly ceilingMlPerMin: number;
      readonly setting: Setting;
    };

/** By the rules of the site; an amount that is not entered is passed over. */
export function siteRefusals(
  site: Pick<Site, 'leastWeightKg' | 'flowCeilingMlPerMin'>,
  { setting, weightKg }: { readonly setting: Setting; readonly weightKg: number | null },
  preset: Pick<PresetTemplate, 'flowMlPerMin' | 'fillFlowMlPerMin'> | null,
): SiteRefusal[] {
  const refusals: SiteRefusal[] = [];
  const { leastWeightKg } = site;
  if (weightKg !== null && weightKg < leastWeightKg)
    refusals.push({ kind: 'too-light', weightKg, leastWeightKg });
  const ceilingMlPerMin = site.flowCeilingMlPerMin[setting];
  const flowMlPerMin = preset === null ? 0 : Math.max(preset.flowMlPerMin ?? 0, preset.fillFlowMlPerMin ?? 0);
  if (flowMlPerMin > ceilingMlPerMin)
    refusals.push({ kind: 'flow-over-ceiling', flowMlPerMin, ceilingMlPerMin, setting });
  return refusals;
}

/** The rig as far as the site lets it be used in a case of that setting; a site cannot make it do more. */
export const rigWithin = (
  { flowCeilingMlPerMin }: Pick<RecordedSite, 'flowCeilingMlPerMin'>,
  setting: Setting,
  rig: RigIdentity,
): RigIdentity =>
  flowCeilingMlPerMin === null
    ? rig
    : { ...rig, highestFlowMlPerMin: Math.min(rig.highestFlowMlPerMin, flowCeilingMlPerMin[setting]) };
