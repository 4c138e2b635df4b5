import { z } from 'zod';
import type { RescueHeader, RunHeader } from '../../domain/run-event.ts';
import { caseSchema } from './case-schema.ts';
import { number, numberOrNull, schemaOf, text, yesOrNo } from './exact.ts';
import { actorSchema } from './people-schema.ts';
import { presetSchema } from './preset-schema.ts';
import { siteSchema } from './site-schema.ts';

const rig = z.strictObject({
  mapVersion: number,
  features: z.strictObject({
    core: yesOrNo,
    inflowLinePressure: yesOrNo,
    battery: yesOrNo,
    reservoirLevel: yesOrNo,
    cavityPressure: yesOrNo,
    outflowMeter: yesOrNo,
    simulated: yesOrNo,
  }),
  serialNumber: text,
  firmware: text,
  calibrationDates: z.array(text.nullable()).readonly(),
  lowestFlowMlPerMin: number,
  highestFlowMlPerMin: number,
  heaterRatingW: number,
  timeScale: number,
});

const common = {
  runId: text,
  consoleVersion: text,
  host: z.enum(['electron', 'stand-in']),
  console: z.strictObject({ id: text.nullable(), hostName: text }).nullable(),
  simulation: yesOrNo,
  startedWallMs: number,
  timeZone: z.strictObject({ name: text.nullable(), offsetMinutes: number }).nullable(),
  startedBy: actorSchema,
  rig,
};

export const runHeaderSchema = schemaOf<RunHeader>()(
  z.strictObject({
    ...common,
    case: caseSchema,
    preset: presetSchema,
    site: siteSchema,
    fluidInCavityMl: numberOrNull,
    released: z.strictObject({ by: actorSchema, atWallMs: number }).nullable(),
  }),
);

export const rescueHeaderSchema = schemaOf<RescueHeader>()(
  z.strictObject({ ...common, kind: z.literal('rescue'), why: text, afterRunId: text.exactOptional() }),
);
