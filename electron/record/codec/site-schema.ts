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

const item = { id: text, en: text, zh: text };
const items = z.array(z.strictObject(item)).readonly();
const byCavity = z.strictObject({ peritoneal: items, pleural: items, bladder: items });

const lists = z.strictObject({
  checklist: z.array(z.strictObject({ ...item, mustBeDone: yesOrNo, needsSound: yesOrNo })).readonly(),
  contraindications: items,
  indications: items,
  catheterPlaces: byCavity,
  probePlaces: byCavity,
  vitalSigns: z
    .array(
      z.strictObject({
        ...item,
        unit: text,
        lowest: number,
        highest: number,
        decimals: number,
        everyMinutes: numberOrNull,
      }),
    )
    .readonly(),
  drugNames: z.array(text).readonly(),
});

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
    twoPeopleStartHeat: yesOrNo,
    twoPeopleRecordDrugs: yesOrNo,
    reviewSignature: yesOrNo,
    hospital: text,
    department: text,
    lists,
    notSignedOff: z.array(text).readonly().nullable(),
    bodySurfaceFormula: z.enum(bodySurfaceFormulas),
    coreHold: z.strictObject({ celsius: number, seconds: number }).nullable(),
    calibrationIntervalMonths: numberOrNull,
    flowMeterCalibration: z.strictObject({ on: text, by: text, rigSerialNumber: text }).nullable(),
  }),
);
