import { z } from 'zod';
import { refusals } from '../../domain/action.ts';
import { probeIds } from '../../domain/case.ts';
import { fluidAnswers } from '../../domain/fluid-answer.ts';
import { holdReasons, lostBecauses, outcomes, phases } from '../../domain/phase.ts';
import { type RunEvent, steppedClocks } from '../../domain/run-event.ts';
import { actionSchema } from './action-schema.ts';
import { alarmEventSchemas } from './alarm-schema.ts';
import { count, number, numberOrNull, schemaOf, text, yesOrNo } from './exact.ts';
import { rescueHeaderSchema, runHeaderSchema } from './header-schema.ts';
import { actorSchema } from './people-schema.ts';

/** What is written; an `unreadable` entry is only ever read. */
export type StoredEvent = Exclude<RunEvent, { type: 'unreadable' }>;

const reason = z.enum(holdReasons);
const plain = <const T extends string>(type: T) => z.strictObject({ type: z.literal(type) });
const held = <const T extends string>(type: T) => z.strictObject({ type: z.literal(type), reason });
const detailed = <const T extends string>(type: T) => z.strictObject({ type: z.literal(type), detail: text });
const withBits = <const T extends string>(type: T) => z.strictObject({ type: z.literal(type), bits: number });

const counters = z.strictObject({
  exchanges: count,
  timeouts: count,
  crcErrors: count,
  blockCrcErrors: count,
  shortFrames: count,
  exceptions: count,
  staleEchoes: count,
  noiseBytes: count,
  reconnects: count,
});

const totals = z.strictObject({
  elapsedSeconds: number,
  inBandSeconds: number,
  drugInCavitySeconds: numberOrNull,
  volumeInMl: numberOrNull,
  volumeOutMl: numberOrNull,
  volumeRetainedMl: numberOrNull,
  link: counters,
});

export const eventSchema = schemaOf<StoredEvent>()(
  z.discriminatedUnion('type', [
    ...alarmEventSchemas,
    z.strictObject({ type: z.literal('run-started'), header: runHeaderSchema }),
    z.strictObject({
      type: z.literal('phase'),
      from: z.enum(phases).nullable(),
      to: z.enum(phases),
      cause: text,
    }),
    z.strictObject({
      type: z.literal('action'),
      by: actorSchema,
      second: actorSchema.nullable(),
      breakGlass: text.nullable(),
      action: actionSchema,
      refused: z.enum(refusals).nullable(),
    }),
    z.strictObject({ type: z.literal('chair'), from: actorSchema.nullable(), to: actorSchema }),
    held('heat-held'),
    plain('heat-released'),
    held('flow-held'),
    plain('flow-released'),
    z.strictObject({ type: z.literal('self-test'), check: text, passed: yesOrNo, detail: text }),
    detailed('link-lost'),
    detailed('link-restored'),
    detailed('rig-restarted'),
    withBits('interlock-latched'),
    withBits('interlock-cleared'),
    z.strictObject({ type: z.literal('addition-due'), addition: count, label: text }),
    z.strictObject({ type: z.literal('probe-counts-again'), probe: z.enum(probeIds) }),
    z.strictObject({ type: z.literal('target-changed'), fromCelsius: number, toCelsius: number }),
    z.strictObject({ type: z.literal('flow-changed'), fromMlPerMin: number, toMlPerMin: number }),
    z.strictObject({ type: z.literal('in-band-clock'), running: yesOrNo, why: text }),
    z.strictObject({
      type: z.literal('target-reach'),
      reachable: yesOrNo,
      reachCelsius: number,
      helpfulFlowMlPerMin: numberOrNull,
    }),
    z.strictObject({ type: z.literal('console-fault'), message: text, failures: number }),
    z.strictObject({ type: z.literal('clock-stepped'), clock: z.enum(steppedClocks), bySeconds: number }),
    z.strictObject({ type: z.literal('standstill'), seconds: number }),
    z.strictObject({
      type: z.literal('taken-up'),
      by: actorSchema,
      lostWallMs: number,
      gapSeconds: number,
      cause: z.enum(lostBecauses),
      breakGlass: text.nullable(),
    }),
    z.strictObject({
      type: z.literal('record-gap'),
      samples: count,
      events: count,
      fromMs: number,
      toMs: number,
    }),
    z.strictObject({
      type: z.literal('entry-set-aside'),
      of: z.enum(['sample', 'event']),
      count,
      why: text,
      content: text,
    }),
    z.strictObject({ type: z.literal('rescue-started'), header: rescueHeaderSchema }),
    z.strictObject({ type: z.literal('rescue-ended'), volumeOutMl: numberOrNull, summary: text }),
    z.strictObject({
      type: z.literal('fluid-answered'),
      answer: z.enum(fluidAnswers),
      by: actorSchema,
      runId: text,
      volumeMl: numberOrNull,
      breakGlass: text.nullable(),
    }),
    z.strictObject({ type: z.literal('run-ended'), outcome: z.enum(outcomes), summary: totals }),
  ]),
);
