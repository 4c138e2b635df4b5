import { z } from 'zod';
import type { OperatorAction } from '../../domain/action.ts';
import { alarmLimitNames } from '../../domain/alarm-limits.ts';
import { probeIds } from '../../domain/case.ts';
import { fluidKinds } from '../../domain/fluid.ts';
import { readingKinds } from '../../domain/manual-reading.ts';
import { phases } from '../../domain/phase.ts';
import { roles } from '../../domain/role.ts';
import { number, numberOrNull, schemaOf, text, yesOrNo } from './exact.ts';

const plain = <const T extends string>(type: T) => z.strictObject({ type: z.literal(type) });
const from = z.enum(phases);
const named = z.strictObject({ reason: text, clinician: text }).nullable();
const checkedBy = z.tuple([text, text]).readonly().nullable();

/** What was asked, as it was asked: whether it could be is the protocol's business. */
export const actionSchema = schemaOf<OperatorAction>()(
  z.discriminatedUnion('type', [
    plain('heat-off'),
    plain('pause-flow'),
    plain('stop-run'),
    plain('drain-now'),
    z.strictObject({ type: z.literal('advance'), from }),
    z.strictObject({ type: z.literal('leave-retained'), from, reason: text }),
    z.strictObject({ type: z.literal('skip-rinses'), from, reason: text }),
    z.strictObject({ type: z.literal('start-treatment'), drugAdded: yesOrNo, early: named, checkedBy }),
    z.strictObject({ type: z.literal('change-flow'), mlPerMin: number }),
    plain('confirm-return'),
    z.strictObject({ type: z.literal('confirm-fresh-fluid'), seenBy: text }),
    z.strictObject({ type: z.literal('record-fluid'), kind: z.enum(fluidKinds), volumeMl: number }),
    plain('resume-heat'),
    plain('resume-flow'),
    plain('circulate-unheated'),
    plain('take-command'),
    z.strictObject({ type: z.literal('clear-interlocks'), bits: number }),
    z.strictObject({ type: z.literal('end-treatment'), early: named }),
    z.strictObject({ type: z.literal('extend-until-in-band'), clinician: text }),
    z.strictObject({ type: z.literal('extend-by'), minutes: number, clinician: text }),
    z.strictObject({ type: z.literal('control-by-outflow'), clinician: text }),
    z.strictObject({ type: z.literal('go-on-without-cavity'), reason: text, clinician: text }),
    z.strictObject({
      type: z.literal('ignore-probe'),
      probe: z.enum(probeIds),
      reason: text,
      clinician: text,
    }),
    z.strictObject({ type: z.literal('change-target'), celsius: number, reason: text, clinician: text }),
    z.strictObject({ type: z.literal('leave-bypass'), reason: text, clinician: text }),
    z.strictObject({ type: z.literal('lift-core-hold'), reason: text, clinician: text }),
    z.strictObject({ type: z.literal('end-run'), reason: text }),
    z.strictObject({ type: z.literal('acknowledge'), alarmIds: z.array(text).readonly() }),
    plain('pause-audio'),
    plain('resume-audio'),
    z.strictObject({
      type: z.literal('change-alarm-limit'),
      limit: z.enum(alarmLimitNames),
      value: number,
      role: z.enum(roles),
    }),
    z.strictObject({
      type: z.literal('record-drug'),
      text,
      addition: numberOrNull,
      volumeMl: numberOrNull,
      checkedBy,
    }),
    z.strictObject({ type: z.literal('addition-not-given'), addition: number, reason: text }),
    z.strictObject({ type: z.literal('record-reading'), kind: z.enum(readingKinds), value: number }),
    z.strictObject({ type: z.literal('record-note'), text }),
  ]),
);
