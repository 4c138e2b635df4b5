import { z } from 'zod';
import {
  alarmLimitNames,
  alarmLimits,
  limitProblem,
  type SiteLimit,
  type SiteLimits,
} from '../domain/alarm-limits.ts';
import { bodySurfaceFormulas } from '../domain/body-surface.ts';
import { fieldLimits } from '../domain/field-limits.ts';
import { type Site, siteBounds, siteVersion } from '../domain/site.ts';
import { textOf } from './text-schema.ts';

const within = ([low, high]: readonly [number, number]): z.ZodNumber =>
  z.number().min(low, `must be ${low} to ${high}`).max(high, `must be ${low} to ${high}`);

const siteLimit: z.ZodType<SiteLimit> = z.strictObject({
  initial: z.number(),
  lowest: z.number(),
  highest: z.number(),
});

/** Each within the console's outermost bounds, begun within its own, and in order with its neighbours. */
const siteLimits = z
  .strictObject(Object.fromEntries(alarmLimitNames.map((name) => [name, siteLimit])))
  .superRefine((value, context) => {
    const limits = value as unknown as SiteLimits;
    for (const name of alarmLimitNames) {
      const add = (field: keyof SiteLimit, message: string): void =>
        context.addIssue({ code: 'custom', path: [name, field], message });
      const outer = alarmLimits[name];
      const { initial, lowest, highest } = limits[name];
      if (lowest < outer.lowest) add('lowest', `must be at least ${outer.lowest}`);
      if (highest > outer.highest) add('highest', `must be at most ${outer.highest}`);
      const problem = limitProblem(name, initial, { lowest, highest }, (other) => limits[other].initial);
      if (problem?.kind === 'bounds') add('initial', `must be ${lowest} to ${highest}, its hard bounds`);
      if (problem?.kind === 'not-below') add('initial', `must be below ${problem.than}, ${problem.value}`);
    }
  }) as unknown as z.ZodType<SiteLimits>;

const ceiling = within(siteBounds.flowCeilingMlPerMin);

/** A site, from a file or through the door. */
export const siteSchema: z.ZodType<Site> = z.strictObject({
  version: z.literal(siteVersion, `this console reads version ${siteVersion}`),
  name: textOf(fieldLimits.line).min(1, 'a name is missing'),
  rig: textOf(fieldLimits.line).min(1, 'is missing'),
  alarmLimits: siteLimits,
  inflowLinePressureLimitMmHg: within(siteBounds.inflowLinePressureLimitMmHg),
  flowCeilingMlPerMin: z.strictObject({
    'intra-operative': ceiling,
    'post-operative': ceiling,
    percutaneous: ceiling,
  }),
  leastWeightKg: within(siteBounds.leastWeightKg),
  bodySurfaceFormula: z.enum(bodySurfaceFormulas),
  calibrationIntervalMonths: within(siteBounds.calibrationIntervalMonths).int(),
});
