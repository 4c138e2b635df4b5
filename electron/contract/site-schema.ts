import { z } from 'zod';
import {
  type AlarmLimitName,
  alarmLimitNames,
  alarmLimits,
  type SiteLimit,
  type SiteLimits,
} from '../domain/alarm-limits.ts';
import { bodySurfaceFormulas } from '../domain/body-surface.ts';
import { fieldLimits } from '../domain/field-limits.ts';
import { type Site, siteBounds, siteVersion } from '../domain/site.ts';
import { signOffKeys } from '../domain/site-sign-off.ts';
import { isoDate } from './patient-schema.ts';
import { siteListsSchema } from './site-lists-schema.ts';
import { fields } from './strict-fields.ts';
import { textOf } from './text-schema.ts';

const number = z.number('must be a number');
const within = ([low, high]: readonly [number, number]): z.ZodNumber =>
  number.min(low, `must be ${low} to ${high}`).max(high, `must be ${low} to ${high}`);
const oneOf = <const T extends readonly string[]>(of: T) => z.enum(of, `must be one of ${of.join(', ')}`);

const siteLimit: z.ZodType<SiteLimit> = fields({ initial: number, lowest: number, highest: number });

type Add = (name: AlarmLimitName, field: keyof SiteLimit, message: string) => void;

/** The bounds of each within the console's outermost. */
function judgeBounds(limits: SiteLimits, add: Add): void {
  for (const name of alarmLimitNames) {
    const outer = alarmLimits[name];
    const { lowest, highest } = limits[name];
    if (lowest < outer.lowest) add(name, 'lowest', `must be at least ${outer.lowest}`);
    if (lowest > outer.highest) add(name, 'lowest', `must be at most ${outer.highest}`);
    if (highest > outer.highest) add(name, 'highest', `must be at most ${outer.highest}`);
    if (highest < Math.max(lowest, outer.lowest))
      add(name, 'highest', `must be at least ${Math.max(lowest, outer.lowest)}`);
  }
}

/** Each begun within its own bounds. */
function judgeInitials(limits: SiteLimits, add: Add): void {
  for (const name of alarmLimitNames) {
    const { initial, lowest, highest } = limits[name];
    if (initial < lowest || initial > highest)
      add(name, 'initial', `must be ${lowest} to ${highest}, its hard bounds`);
  }
}

/** And below its neighbour. */
function judgeOrder(limits: SiteLimits, add: Add): void {
  for (const name of alarmLimitNames) {
    const { below } = alarmLimits[name];
    if (below === undefined) continue;
    const { initial } = limits[below];
    if (limits[name].initial >= initial) add(name, 'initial', `must be below ${below}, ${initial}`);
  }
}

const siteLimits: z.ZodType<SiteLimits> = fields(
  Object.fromEntries(alarmLimitNames.map((name) => [name, siteLimit])),
)
  .transform((value) => value as unknown as SiteLimits)
  .superRefine((limits, context) => {
    let found = 0;
    const add: Add = (name, field, message) => {
      found += 1;
      context.addIssue({ code: 'custom', path: [name, field], message });
    };
    for (const judge of [judgeBounds, judgeInitials, judgeOrder]) if (found === 0) judge(limits, add);
  });

const ceiling = within(siteBounds.flowCeilingMlPerMin);

const yesOrNo = z.boolean('must be true or false');

/** Of the values there are; one that is not there was signed for in another console's words. */
const signedOff = z
  .record(
    z.string(),
    fields({
      by: textOf(fieldLimits.name).min(1, 'who signed is missing'),
      on: isoDate,
      reason: textOf(fieldLimits.line),
    }),
    'must be an object',
  )
  .superRefine((all, context) => {
    for (const key of Object.keys(all))
      if (!signOffKeys.includes(key))
        context.addIssue({ code: 'custom', path: [key], message: 'no value of a site is called that' });
  });

/** A site, from a file or through the door. */
export const siteSchema: z.ZodType<Site> = fields({
  version: z.literal(siteVersion, `this console reads version ${siteVersion}`),
  name: textOf(fieldLimits.line).min(1, 'a name is missing'),
  rig: textOf(fieldLimits.line).min(1, 'is missing'),
  alarmLimits: siteLimits,
  inflowLinePressureLimitMmHg: within(siteBounds.inflowLinePressureLimitMmHg),
  flowCeilingMlPerMin: fields({
    'intra-operative': ceiling,
    'post-operative': ceiling,
    percutaneous: ceiling,
  }),
  leastWeightKg: within(siteBounds.leastWeightKg),
  leastFillVolumeMl: within(siteBounds.leastFillVolumeMl),
  bodySurfaceFormula: oneOf(bodySurfaceFormulas),
  coreHold: fields({
    celsius: within(siteBounds.coreHoldCelsius),
    seconds: within(siteBounds.coreHoldSeconds),
  }).nullable(),
  calibrationIntervalMonths: within(siteBounds.calibrationIntervalMonths).int('must be a whole number'),
  flowMeterCalibration: fields({
    on: isoDate,
    by: textOf(fieldLimits.name).min(1, 'is missing'),
    rigSerialNumber: textOf(fieldLimits.line).min(1, 'is missing'),
  }).nullable(),
  circuitVolumeMl: within(siteBounds.circuitVolumeMl),
  reservoirRestMl: within(siteBounds.reservoirRestMl),
  openCavityHighSeconds: within(siteBounds.openCavityHighSeconds),
  twoCheckersForEachAddition: yesOrNo,
  twoPeopleStartHeat: yesOrNo,
  twoPeopleRecordDrugs: yesOrNo,
  // Files of this version are older than it.
  reviewSignature: yesOrNo.default(false),
  lockAfterMinutes: within(siteBounds.lockAfterMinutes).int('must be a whole number'),
  hospital: textOf(fieldLimits.line),
  department: textOf(fieldLimits.line),
  reportFolder: textOf(fieldLimits.folder),
  worklistFolder: textOf(fieldLimits.folder),
  lists: siteListsSchema,
  signedOff,
});
