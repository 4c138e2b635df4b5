import { z } from 'zod';
import { alarmCodes, priorities } from '../domain/alarm.ts';
import { probeSites } from '../domain/case.ts';
import { fluidKinds } from '../domain/fluid.ts';
import { interruptionCauses, outcomes, phases } from '../domain/phase.ts';
import { clockStarts, controlSites, rulingClocks } from '../domain/preset.ts';
import type { RunHeader } from '../domain/run-event.ts';
import { alarmLogOf, alarmLogSchema } from './alarm-summary.ts';
import { caseSummaryOf, caseSummarySchema } from './case-summary.ts';
import type { VolumeFigures } from './figures/volume-figures.ts';
import type { Figures } from './figures.ts';
import { recordSummaryOf, recordSummarySchema } from './record-summary.ts';

const seconds = z.number().min(0);
const secondsOrNever = seconds.nullable();
const celsius = z.number().nullable();
const share = z.number().min(0).max(1).nullable();
const count = z.int().min(0);

/** `summary.json`, version 3 (docs/summary.md). Times are seconds of session time; `null` is "never" or "no value". */
export const summarySchema = z.strictObject({
  version: z.literal(3),
  host: z.enum(['electron', 'stand-in']),
  simulation: z.boolean(),
  outcome: z.enum(outcomes),
  interruptions: z.array(z.strictObject({ atSeconds: seconds, seconds, cause: z.enum(interruptionCauses) })),
  timeZone: z.strictObject({ name: z.string().nullable(), offsetMinutes: z.number() }).nullable(),
  rig: z.strictObject({ serial: z.string(), firmware: z.string() }),
  preset: z.strictObject({
    name: z.string().min(1),
    version: z.int().min(1),
    targetCelsius: z.number(),
    minutes: z.number().positive(),
    controlSite: z.enum(controlSites),
    rulingClock: z.enum(rulingClocks),
    clockStartsOn: z.enum(clockStarts),
  }),
  phases: z.array(z.strictObject({ name: z.enum(phases), startSeconds: seconds, seconds })),
  treatment: z.strictObject({
    elapsedSeconds: secondsOrNever,
    inBandSeconds: secondsOrNever,
    meanCelsius: celsius,
    sdCelsius: celsius,
    minCelsius: celsius,
    maxCelsius: celsius,
    timeToTargetSeconds: secondsOrNever,
    flowInBandShare: share,
  }),
  probes: z
    .array(
      z.strictObject({
        site: z.enum(probeSites),
        meanCelsius: celsius,
        sdCelsius: celsius,
        minCelsius: celsius,
        maxCelsius: celsius,
        cem43Minutes: z.number().min(0),
        validShare: share,
      }),
    )
    .max(4),
  alarms: z.array(
    z.strictObject({
      code: z.enum(alarmCodes),
      priority: z.enum(priorities),
      raisedSeconds: seconds,
      clearedSeconds: secondsOrNever,
      acknowledgedSeconds: secondsOrNever,
    }),
  ),
  volumes: z.strictObject({
    beforeMl: z.number().nullable(),
    filledMl: z.number(),
    addedMl: z.number(),
    byHandInMl: z.number(),
    byHandOutMl: z.number(),
    circulationMl: z.number(),
    drainedMl: z.number(),
    drainMeasuredMl: z.number().nullable(),
    notRecoveredMl: z.number().nullable(),
    notRecoveredByMeasureMl: z.number().nullable(),
    byHand: z.array(
      z.strictObject({
        seconds,
        way: z.enum(['in', 'out']),
        kind: z.enum(fluidKinds),
        ml: z.number(),
        by: z.string(),
      }),
    ),
  }),
  samples: count,
  link: z
    .strictObject({
      exchanges: count,
      timeouts: count,
      crcErrors: count,
      blockCrcErrors: count,
      staleEchoes: count,
      reconnects: count,
    })
    .nullable(),
  alarmLog: alarmLogSchema,
  ...caseSummarySchema.shape,
  ...recordSummarySchema.shape,
});
export type Summary = z.infer<typeof summarySchema>;

function rounded(value: number): number;
function rounded(value: number | null): number | null;
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(3));
}
const roundedAll = (volumes: VolumeFigures): VolumeFigures => ({
  beforeMl: volumes.beforeMl,
  filledMl: rounded(volumes.filledMl),
  addedMl: rounded(volumes.addedMl),
  byHandInMl: volumes.byHandInMl,
  byHandOutMl: volumes.byHandOutMl,
  circulationMl: rounded(volumes.circulationMl),
  drainedMl: rounded(volumes.drainedMl),
  drainMeasuredMl: volumes.drainMeasuredMl,
  notRecoveredMl: rounded(volumes.notRecoveredMl),
  notRecoveredByMeasureMl: rounded(volumes.notRecoveredByMeasureMl),
});
const fromMs = (ms: number | null): number | null => (ms === null ? null : rounded(ms / 1000));
const atMostOne = (value: number | null): number | null =>
  value === null ? null : Math.min(1, rounded(value));

/** The summary of a run, checked against its own schema; throws a `ZodError` where it does not fit. */
export function summaryOf(header: RunHeader, figures: Figures): Summary {
  const { treatment, link } = figures;
  const summary: Summary = {
    version: 3,
    host: header.host,
    simulation: header.simulation,
    outcome: figures.outcome,
    interruptions: figures.interruptions.map((one) => ({
      atSeconds: rounded(one.atSeconds),
      seconds: rounded(one.seconds),
      cause: one.cause,
    })),
    timeZone: header.timeZone,
    rig: { serial: header.rig.serialNumber, firmware: header.rig.firmware },
    preset: {
      name: header.preset.name,
      version: header.preset.version,
      targetCelsius: header.preset.targetCelsius,
      minutes: header.preset.minutes,
      controlSite: header.preset.controlSite,
      rulingClock: header.preset.rulingClock,
      clockStartsOn: header.preset.clockStartsOn,
    },
    phases: figures.phases.map(({ name, startSeconds, seconds }) => ({
      name,
      startSeconds: rounded(startSeconds),
      seconds: rounded(seconds),
    })),
    treatment: {
      elapsedSeconds: rounded(treatment.elapsedSeconds),
      inBandSeconds: rounded(treatment.inBandSeconds),
      meanCelsius: rounded(treatment.meanCelsius),
      sdCelsius: rounded(treatment.sdCelsius),
      minCelsius: rounded(treatment.minCelsius),
      maxCelsius: rounded(treatment.maxCelsius),
      timeToTargetSeconds: rounded(treatment.timeToTargetSeconds),
      flowInBandShare: atMostOne(treatment.flow.inBandShare),
    },
    probes: figures.probes.map((probe) => ({
      site: probe.site,
      meanCelsius: rounded(probe.meanCelsius),
      sdCelsius: rounded(probe.sdCelsius),
      minCelsius: rounded(probe.minCelsius),
      maxCelsius: rounded(probe.maxCelsius),
      cem43Minutes: rounded(probe.cem43Minutes),
      validShare: atMostOne(probe.validShare),
    })),
    alarms: figures.alarms.map(({ alarm }) => ({
      code: alarm.code,
      priority: alarm.priority,
      raisedSeconds: rounded(alarm.raisedMs / 1000),
      clearedSeconds: fromMs(alarm.clearedMs),
      acknowledgedSeconds: fromMs(alarm.acknowledgedMs),
    })),
    volumes: {
      ...roundedAll(figures.volumes),
      byHand: figures.byHand.map(({ sessionMs, way, kind, volumeMl, by }) => ({
        seconds: rounded(sessionMs / 1000),
        way,
        kind,
        ml: volumeMl,
        by,
      })),
    },
    samples: figures.samples,
    link: link && {
      exchanges: link.exchanges,
      timeouts: link.timeouts,
      crcErrors: link.crcErrors,
      blockCrcErrors: link.blockCrcErrors,
      staleEchoes: link.staleEchoes,
      reconnects: link.reconnects,
    },
    alarmLog: alarmLogOf(figures),
    ...caseSummaryOf(header),
    ...recordSummaryOf(header, figures),
  };
  return summarySchema.parse(summary);
}
