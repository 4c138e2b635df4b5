import { z } from 'zod';
import { alarmLimitNames, type SiteLimits } from '../../domain/alarm-limits.ts';
import { bodySurfaceFormulas } from '../../domain/body-surface.ts';
import type { RecordedSite } from '../../domain/site.ts';
import { number, numberOrNull, schemaOf, text, yesOrNo } from './exact.ts';

const siteLimit = z.strictObject({ initial: number, lowest: number, highest: number });

/** By name, each of them. */
const siteLimits = z.strictObject(
  Object.fromEntries(alarmLimitNames.map((name) => [name, siteLimit])),
) as unknown as z.ZodType<SiteLimits>;

export const siteSchema = schemaOf<RecordedSite>()(
  z.strictObject({
    name: text.nullable(),
    alarmLimits: siteLimits,
    inflowLinePressureLimitMmHg: number,
    flowCeilingMlPerMin: z
      .strictObject({ 'intra-operative': number, 'post-operative': number, percutaneous: number })
      .nullable(),
    leastWeightKg: numberOrNull,
    leastFillVolumeMl: numberOrNull,
    circuitVolumeMl: numberOrNull,
    reservoirRestMl: number,
    openCavityHighSeconds: number,
    twoCheckersForEachAddition: yesOrNo,
    bodySurfaceFormula: z.enum(bodySurfaceFormulas),
    coreHold: z.strictObject({ celsius: number, seconds: number }).nullable(),
    calibrationIntervalMonths: numberOrNull,
  }),
);
