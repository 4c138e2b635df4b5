import { z } from 'zod';
import { clockStarts, controlSites, type Preset, rulingClocks, treatmentModes } from '../../domain/preset.ts';
import { number, numberOrNull, schemaOf, text } from './exact.ts';

const value = z.union([text, number, z.null()]);
const basis = z.strictObject({
  name: text,
  version: number,
  by: text,
  changes: z.array(z.strictObject({ field: text, from: value, to: value })).readonly(),
});

/** A preset as it was run: bounds are those of its day. */
export const presetSchema = schemaOf<Preset>()(
  z.strictObject({
    name: text,
    version: number,
    source: text,
    cavity: z.enum(['peritoneal', 'pleural', 'bladder']),
    setting: z.enum(['intra-operative', 'post-operative', 'percutaneous']),
    mode: z.enum(treatmentModes),
    targetCelsius: number,
    minutes: number,
    rulingClock: z.enum(rulingClocks),
    clockStartsOn: z.enum(clockStarts),
    flowMlPerMin: number,
    fillVolumeMl: number,
    fillMlPerM2: numberOrNull,
    fillMlPerKg: numberOrNull,
    largestCavityVolumeMl: number,
    fillFlowMlPerMin: number,
    drainFlowMlPerMin: number,
    carrier: text,
    controlSite: z.enum(controlSites),
    additions: z.array(z.strictObject({ atMinutes: number, label: text })).readonly(),
    rinses: z.strictObject({ count: number, volumeMl: number }),
    basedOn: basis.nullable(),
  }),
);
