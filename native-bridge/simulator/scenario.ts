import { z } from 'zod';
import { parseJson } from '../../electron/domain/json-text.ts';
import { scenarioEvent } from './faults.ts';
import { defaultPlantParameters, type PlantParameters } from './physics/parameters.ts';
import { probesSchema } from './probes.ts';
import { describeIssues } from './scenario-problems.ts';

const celsius = z.number().min(0).max(60);

/** Conditions at power-up. Defaults: docs/simulator.md. */
const initial = z.strictObject({
  bodyCelsius: z.number().min(30).max(42).default(36.8),
  /** Default: as the body. */
  cavityCelsius: celsius.optional(),
  cavityMl: z.number().min(0).max(8000).default(0),
  /** Default: as the room. */
  reservoirCelsius: celsius.optional(),
  reservoirMl: z.number().min(0).max(20_000).default(5000),
  primed: z.boolean().default(false),
});

const ascii = (most: number) =>
  z
    .string()
    .regex(new RegExp(`^[ -~]{1,${most}}$`), { error: `must be 1 to ${most} printable ASCII characters` });
const register = z.int().min(1).max(65_534);

const features = z.strictObject({
  core: z.boolean().default(true),
  inflowLinePressure: z.boolean().default(true),
  battery: z.boolean().default(true),
  reservoirLevel: z.boolean().default(true),
  cavityPressure: z.boolean().default(true),
  outflowMeter: z.boolean().default(true),
});

const rig = z
  .strictObject({
    serialNumber: ascii(16).default('SIM-0001'),
    firmware: ascii(8).default('1.0.0'),
    features: features.prefault({}),
    /** Which of the probes 1 to 4 are fitted. Probe 1 always is. */
    fittedProbes: z
      .array(z.literal([1, 2, 3, 4], { error: 'must be 1, 2, 3 or 4' }))
      .refine((probes) => probes.includes(1), { error: "must hold 1, the rig's own inflow sensor" })
      .default([1, 2, 3, 4]),
    lowestFlowMlPerMin: register.default(100),
    highestFlowMlPerMin: register.default(3000),
    /** 800 to 2 500 W in the field. */
    heaterRatingW: register.default(1500),
  })
  .refine((rig) => rig.lowestFlowMlPerMin <= rig.highestFlowMlPerMin, {
    path: ['lowestFlowMlPerMin'],
    error: 'must not exceed highestFlowMlPerMin',
  });

/** What the physics can be stepped with; anything else is bounded by 0 alone. */
const lowest: Partial<Record<keyof PlantParameters, number>> = {
  perfusateJPerMlK: 1,
  heaterLagSeconds: 0.2,
  exchangerMl: 20,
  inflowLineMl: 10,
  outflowLineMl: 10,
  pumpMlPerTurn: 1,
  filmMl: 10,
  tissueJPerK: 1000,
  liningJPerK: 1000,
  shortCircuitHalfMlPerMin: 1000,
  coreJPerK: 1000,
  flowMeterLagSeconds: 0.2,
  pressureLagSeconds: 0.2,
};
const highest: Partial<Record<keyof PlantParameters, number>> = {
  upperInflowShare: 1,
  upperOutflowShare: 1,
  liningStillShare: 1,
  vasodilationPerKelvin: 1,
  roomCelsius: 60,
  rinseCelsius: 60,
};
const parameter = (name: keyof PlantParameters) =>
  z
    .number()
    .min(lowest[name] ?? 0)
    .max(highest[name] ?? 1e6)
    .default(defaultPlantParameters[name]);
const parameterNames = Object.keys(defaultPlantParameters) as (keyof PlantParameters)[];
const plant = z.strictObject({
  ...(Object.fromEntries(parameterNames.map((name) => [name, parameter(name)])) as Record<
    keyof PlantParameters,
    ReturnType<typeof parameter>
  >),
  /** Neither compartment may vanish. */
  upperVolumeShare: z.number().min(0.05).max(0.95).default(defaultPlantParameters.upperVolumeShare),
});

export const scenarioSchema = z.strictObject({
  description: z.string().default(''),
  seed: z.int().min(0).max(0xffff_ffff).default(1),
  initial: initial.prefault({}),
  plant: plant.prefault({}),
  rig: rig.prefault({}),
  probes: probesSchema.prefault({}),
  events: z.array(scenarioEvent).default([]),
});

export type Scenario = z.infer<typeof scenarioSchema>;

/** A healthy rig and an ordinary patient. */
export const defaultScenario: Scenario = scenarioSchema.parse({});

export type ScenarioResult =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problem: string };

/** Reads a scenario from the text of its file. `where` names the file in the message. */
export function parseScenario(text: string, where: string): ScenarioResult {
  const read = parseJson(text);
  if (!read.ok) return { ok: false, problem: `${where} is not valid JSON: ${read.why}. Mend the file.` };
  const file = read.json;
  const parsed = scenarioSchema.safeParse(file);
  if (parsed.success) return { ok: true, scenario: parsed.data };
  const problems = describeIssues(parsed.error.issues, file, scenarioSchema);
  return {
    ok: false,
    problem: `${where} is not a scenario. Mend the file (docs/simulator.md):\n  ${problems.join('\n  ')}`,
  };
}
