import { z } from 'zod';
import type { Preset } from '../domain/preset.ts';
import type { RigIdentity } from '../domain/telemetry.ts';

/** Hard bounds no preset can pass (docs/hazards.md); volumes and flows are bounded by the rig as well. */
export const presetBounds = {
  targetCelsius: [40.0, 43.5],
  minutes: [15, 120],
  flowMlPerMin: [100, 5000],
  fillVolumeMl: [100, 8000],
} as const;

const within = (what: string, unit: string, [low, high]: readonly [number, number]) =>
  z
    .number(`${what} must be a number in ${unit}`)
    .refine((v) => v >= low && v <= high, `${what} must lie between ${low} and ${high} ${unit}`);

const flow = (what: string) => within(what, 'mL/min', presetBounds.flowMlPerMin);
const volume = (what: string) => within(what, 'mL', presetBounds.fillVolumeMl);

/** A preset as its file holds it; every message names the field and the bound. */
export const presetFile = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    version: z.int().min(1),
    source: z.string().max(500),
    cavity: z.enum(['peritoneal', 'pleural', 'bladder']),
    setting: z.enum(['intra-operative', 'post-operative', 'percutaneous']),
    targetCelsius: within('target', '°C', presetBounds.targetCelsius),
    minutes: within('treatment time', 'min', presetBounds.minutes),
    flowMlPerMin: flow('flow'),
    fillVolumeMl: volume('fill volume'),
    largestCavityVolumeMl: volume('largest cavity volume'),
    fillFlowMlPerMin: flow('fill flow'),
    drainFlowMlPerMin: flow('drain flow'),
    carrier: z.string().trim().min(1).max(200),
    controlSite: z.enum(['cavity', 'outflow']),
    rinses: z.strictObject({ count: z.int().min(0).max(10), volumeMl: volume('rinse volume') }),
  })
  .refine((preset) => preset.largestCavityVolumeMl >= preset.fillVolumeMl, {
    path: ['largestCavityVolumeMl'],
    message: 'largest cavity volume is below the fill volume; raise it or fill less',
  }) satisfies z.ZodType<Preset>;

export type PresetResult = { ok: true; preset: Preset } | { ok: false; problem: string };

/** Reads a preset from the text of its file. `where` names the file in the message. */
export function parsePreset(text: string, where: string): PresetResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, problem: `${where}: not valid JSON (${(error as Error).message}). Mend the file.` };
  }
  const parsed = presetFile.safeParse(json);
  if (parsed.success) return { ok: true, preset: parsed.data };
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'preset'}: ${issue.message}`);
  return { ok: false, problem: `${where}: ${issues.join('; ')}. Mend the file and start again.` };
}

/** What in a preset the connected rig cannot do; empty when it can do all of it. */
export function presetAgainstRig(preset: Preset, rig: RigIdentity): string[] {
  const flows = [
    ['flow', preset.flowMlPerMin],
    ['fill flow', preset.fillFlowMlPerMin],
    ['drain flow', preset.drainFlowMlPerMin],
  ] as const;
  return flows
    .filter(([, value]) => value < rig.lowestFlowMlPerMin || value > rig.highestFlowMlPerMin)
    .map(
      ([what, value]) =>
        `${what} ${value} mL/min is outside what rig ${rig.serialNumber} can do ` +
        `(${rig.lowestFlowMlPerMin}–${rig.highestFlowMlPerMin} mL/min): choose another preset or copy it with a flow in that range`,
    );
}
