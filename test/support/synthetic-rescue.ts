import { typedActor } from '../../electron/domain/actor.ts';
import { standbyIntent } from '../../electron/domain/command.ts';
import { measured, missing } from '../../electron/domain/reading.ts';
import type { KeptEvent, RescueHeader, RunEvent } from '../../electron/domain/run-event.ts';
import type { Sample, SampleCommand } from '../../electron/domain/sample.ts';
import type { RescueRecord } from '../../electron/record/run-record.ts';
import { syntheticHeader } from './synthetic-header.ts';

export const syntheticRescueHeader: RescueHeader = {
  console: syntheticHeader.console,
  timeZone: syntheticHeader.timeZone,
  startedBy: typedActor('M. Perfusionist'),
  kind: 'rescue',
  runId: '2026-03-02T10-02-11Z-rescue',
  consoleVersion: '0.1.0',
  host: 'stand-in',
  simulation: true,
  startedWallMs: Date.UTC(2026, 2, 2, 10, 2, 11),
  rig: syntheticHeader.rig,
  why: 'The pump was found running at 1500 mL/min, circulating, with no run open',
};

const off: SampleCommand = {
  mode: standbyIntent.mode,
  heaterEnable: false,
  pumpEnable: false,
  inflowSetpointCelsius: standbyIntent.inflowSetpointCelsius,
  flowSetpointMlPerMin: 0,
};
const drain: SampleCommand = { ...off, mode: 'drain', pumpEnable: true, flowSetpointMlPerMin: 1000 };

/** Ten seconds of reading, thirty of standby, two minutes of drain at 1000 mL/min, ten of standby. */
export function syntheticRescue(): RescueRecord {
  const header = syntheticRescueHeader;
  const timed: [sessionMs: number, RunEvent][] = [
    [0, { type: 'rescue-started', header }],
    [160_000, { type: 'link-lost', detail: 'no telemetry for 1.0 s' }],
    [160_000, { type: 'link-restored', detail: 'same rig, serial number as before' }],
    [170_000, { type: 'rescue-ended', volumeOutMl: 2000, summary: 'drained until the line ran dry' }],
  ];
  const events: KeptEvent[] = timed.map(([sessionMs, event], index) => ({
    seq: index + 1,
    sessionMs,
    wallMs: header.startedWallMs + sessionMs,
    event,
  }));
  return { header, events, samples, close() {} };
}

function* samples(): Generator<Sample> {
  for (let sessionMs = 100; sessionMs <= 170_000; sessionMs += 100) {
    const reads = sessionMs <= 10_000;
    const drains = sessionMs > 40_000 && sessionMs <= 160_000;
    const asked = reads ? null : drains ? drain : off;
    yield {
      sessionMs,
      wallMs: syntheticRescueHeader.startedWallMs + sessionMs,
      phase: drains ? 'drain' : 'disconnect',
      probesCelsius: [measured(38), measured(38), measured(37.5), measured(37.4)],
      coreCelsius: measured(36.8),
      controlCelsius: missing('no-value'),
      flowMlPerMin: measured(reads ? 1500 : drains ? 1000 : 0),
      outflowMlPerMin: missing('not-fitted'),
      inflowLinePressureMmHg: measured(reads ? 58 : 0),
      cavityPressureMmHg: missing('not-fitted'),
      reservoirMl: measured(1200),
      heaterPowerPercent: measured(0),
      pumpSpeedRpm: measured(reads || drains ? 120 : 0),
      cavityVolumeMl: 0 - Math.min(2000, Math.max(0, ((sessionMs - 40_000) / 60_000) * 1000)),
      requested: asked,
      inForce: asked ?? { ...off, mode: 'circulate', pumpEnable: true, flowSetpointMlPerMin: 1500 },
      interlockBits: 0,
      inBand: false,
    };
  }
}
