import { z } from 'zod';
import type { OperatorAction } from '../domain/action.ts';
import { alarmLimitNames } from '../domain/alarm-limits.ts';
import { probeIds } from '../domain/case.ts';
import { fieldLimits } from '../domain/field-limits.ts';
import { fluidKinds } from '../domain/fluid.ts';
import { enteredReadingKinds } from '../domain/manual-reading.ts';
import { phases } from '../domain/phase.ts';
import { extensionMinutes } from '../domain/preset-fields.ts';
import { roles } from '../domain/role.ts';
import { personName as name, words } from './text-schema.ts';

/** Two different people; one person cannot check twice. */
const drugCheck = z
  .tuple([name, name])
  .refine(([one, other]) => one.toLowerCase() !== other.toLowerCase(), 'two different people check the drug')
  .nullable()
  .default(null);
const namedReason = z.strictObject({ reason: words, clinician: name });

const recordReading = z.strictObject({
  type: z.literal('record-reading'),
  kind: z.enum(enteredReadingKinds),
  value: z.number(),
});

/** Checks an operator action that comes through the door. */
export const operatorAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heat-off') }),
  z.strictObject({ type: z.literal('pause-flow') }),
  z.strictObject({ type: z.literal('stop-run') }),
  z.strictObject({ type: z.literal('drain-now') }),
  z.strictObject({ type: z.literal('advance'), from: z.enum(phases) }),
  z.strictObject({
    type: z.literal('start-treatment'),
    drugAdded: z.boolean(),
    early: namedReason.nullable(),
    checkedBy: drugCheck,
  }),
  z.strictObject({ type: z.literal('leave-retained'), from: z.enum(phases), reason: words }),
  z.strictObject({ type: z.literal('skip-rinses'), from: z.enum(phases), reason: words }),
  z.strictObject({ type: z.literal('leave-bypass'), reason: words, clinician: name }),
  z.strictObject({ type: z.literal('lift-core-hold'), reason: words, clinician: name }),
  z.strictObject({ type: z.literal('change-flow'), mlPerMin: z.number().min(1).max(10_000) }),
  z.strictObject({ type: z.literal('confirm-return') }),
  z.strictObject({ type: z.literal('confirm-fresh-fluid'), seenBy: name }),
  z.strictObject({ type: z.literal('record-fluid'), kind: z.enum(fluidKinds), volumeMl: z.number() }),
  z.strictObject({ type: z.literal('resume-heat') }),
  z.strictObject({ type: z.literal('resume-flow') }),
  z.strictObject({ type: z.literal('circulate-unheated') }),
  z.strictObject({ type: z.literal('take-command') }),
  z.strictObject({ type: z.literal('clear-interlocks'), bits: z.int().min(1).max(0xfff) }),
  z.strictObject({ type: z.literal('end-treatment'), early: namedReason.nullable() }),
  z.strictObject({ type: z.literal('extend-until-in-band'), clinician: name }),
  z.strictObject({
    type: z.literal('extend-by'),
    minutes: z.int().min(extensionMinutes[0]).max(extensionMinutes[1]),
    clinician: name,
  }),
  z.strictObject({ type: z.literal('go-on-without-cavity'), reason: words, clinician: name }),
  z.strictObject({
    type: z.literal('ignore-probe'),
    probe: z.enum(probeIds),
    reason: words,
    clinician: name,
  }),
  z.strictObject({
    type: z.literal('change-target'),
    celsius: z.number(),
    reason: words,
    clinician: name,
  }),
  z.strictObject({ type: z.literal('control-by-outflow'), clinician: name }),
  z.strictObject({ type: z.literal('end-run'), reason: words }),
  z.strictObject({ type: z.literal('pause-audio') }),
  z.strictObject({ type: z.literal('resume-audio') }),
  z.strictObject({
    type: z.literal('change-alarm-limit'),
    limit: z.enum(alarmLimitNames),
    value: z.number(),
    role: z.enum(roles),
  }),
  z.strictObject({
    type: z.literal('acknowledge'),
    alarmIds: z.array(z.string().min(1).max(fieldLimits.alarmId)).min(1).max(100),
  }),
  z.strictObject({
    type: z.literal('record-drug'),
    text: words,
    addition: z.int().min(0).max(99).nullable().default(null),
    volumeMl: z.number().min(0).max(5000).nullable().default(null),
    checkedBy: drugCheck,
  }),
  z.strictObject({
    type: z.literal('addition-not-given'),
    addition: z.int().min(0).max(99),
    reason: words,
  }),
  recordReading,
  z.strictObject({ type: z.literal('record-note'), text: words }),
]) satisfies z.ZodType<OperatorAction>;
