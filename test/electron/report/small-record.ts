import { newLinkCounters } from '../../../electron/domain/link.ts';
import type { Phase } from '../../../electron/domain/phase.ts';
import { measured, missing, type Reading } from '../../../electron/domain/reading.ts';
import type { RunEvent, RunTotals } from '../../../electron/domain/run-event.ts';
import type { Sample } from '../../../electron/domain/sample.ts';
import type { RunRecord } from '../../../electron/record/run-record.ts';
import { alarmOf } from '../../support/alarm.ts';
import { syntheticHeader } from '../../support/synthetic-header.ts';

export const header = syntheticHeader;

export const command = {
  mode: 'circulate' as const,
  heaterEnable: true,
  pumpEnable: true,
  inflowSetpointCelsius: 44,
  flowSetpointMlPerMin: 1500,
};

/** A calm sample of treatment at 42.5 °C; every field can be changed. */
export function sampleAt(sessionMs: number, change: Partial<Sample> = {}): Sample {
  const at = measured(42.5);
  return {
    sessionMs,
    wallMs: header.startedWallMs + sessionMs,
    phase: 'treatment',
    probesCelsius: [measured(44), measured(42.2), at, at],
    coreCelsius: measured(37),
    controlCelsius: at,
    flowMlPerMin: measured(1500),
    outflowMlPerMin: missing('not-fitted'),
    inflowLinePressureMmHg: measured(58),
    cavityPressureMmHg: missing('not-fitted'),
    reservoirMl: measured(1200),
    heaterPowerPercent: measured(9.6),
    pumpSpeedRpm: measured(120),
    cavityVolumeMl: 3000,
    requested: command,
    inForce: command,
    interlockBits: 0,
    inBand: true,
    ...change,
  };
}

/** Samples every 100 ms from `fromMs` (exclusive) to `toMs` (inclusive). */
export function* samplesBetween(
  fromMs: number,
  toMs: number,
  change: (sessionMs: number) => Partial<Sample> = () => ({}),
): Generator<Sample> {
  for (let at = fromMs + 100; at <= toMs; at += 100) yield sampleAt(at, change(at));
}

export function recordOf(
  samples: Iterable<Sample>,
  timed: readonly [sessionMs: number, RunEvent][],
): RunRecord {
  const kept = [...samples];
  const events = timed.map(([sessionMs, event], index) => ({
    seq: index + 1,
    sessionMs,
    wallMs: header.startedWallMs + sessionMs,
    event,
  }));
  return { header, events, samples: () => kept, close() {} };
}

export const phaseEvent = (to: Phase): RunEvent => ({ type: 'phase', from: null, to, cause: 'advance' });
export const all = (reading: Reading): Sample['probesCelsius'] => [reading, reading, reading, reading];

export const totals: RunTotals = {
  elapsedSeconds: 60,
  inBandSeconds: 60,
  drugInCavitySeconds: 90,
  volumeInMl: 5000,
  volumeOutMl: 4900,
  volumeRetainedMl: 100,
  link: { ...newLinkCounters(), exchanges: 600, timeouts: 2 },
};
export const ended = (outcome: 'completed' | 'aborted'): RunEvent => ({
  type: 'run-ended',
  outcome,
  summary: totals,
});

export const raised = alarmOf({
  id: 'probe-fault:T3#1',
  code: 'probe-fault',
  subject: 'T3',
  priority: 'medium',
  kind: 'technical',
  raisedMs: 10_000,
});
