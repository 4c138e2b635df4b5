import { join } from 'node:path';
import { alone, typedActor } from '../../../electron/domain/actor.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import type { KeptEvent, RunEvent, RunHeader } from '../../../electron/domain/run-event.ts';
import type { Sample, SampleCommand } from '../../../electron/domain/sample.ts';
import { readCase } from '../../../electron/program/case-file.ts';
import type { EntryMessage } from '../../../electron/record/outbox.ts';
import { sampleToRow } from '../../../electron/record/sample-row.ts';
import { recordedTheatre } from '../../support/site.ts';
import { benchPreset, benchRig } from '../protocol/bench.ts';

/** The journal's thread, as test/support/journal-worker.ts bundles it before the first test. */
export const workerUrl = new URL('../../../out/test/journal-worker/worker.js', import.meta.url);

const demo = readCase(join(import.meta.dirname, '../../../assets/demo-case.json'));
if (!demo.ok) throw new Error(demo.problem);

export const header: RunHeader = {
  console: { id: '6f1c7a52-0c0e-4c8f-9d3a-1f2e3d4c5b6a', hostName: 'theatre-3' },
  timeZone: { name: 'UTC', offsetMinutes: 0 },
  startedBy: typedActor('Perfusionist'),
  fluidInCavityMl: 0,
  released: null,
  runId: '2026-01-15T08-00-00Z',
  consoleVersion: '0.0.0',
  host: 'stand-in',
  simulation: true,
  startedWallMs: Date.UTC(2026, 0, 15, 8),
  case: demo.case,
  site: recordedTheatre,
  preset: benchPreset,
  rig: benchRig,
};

const command: SampleCommand = {
  mode: 'circulate',
  heaterEnable: true,
  pumpEnable: true,
  inflowSetpointCelsius: 43.87,
  flowSetpointMlPerMin: 1500,
};

/** A sample that tells its number by its time. */
export const sampleAt = (index: number): Sample => ({
  sessionMs: index * 100,
  wallMs: header.startedWallMs + index * 100,
  phase: 'treatment',
  probesCelsius: [measured(43.871), measured(42.1), missing('stuck'), measured(42.437)],
  coreCelsius: missing('not-fitted'),
  controlCelsius: measured(42.437),
  flowMlPerMin: measured(1497),
  outflowMlPerMin: missing('not-fitted'),
  inflowLinePressureMmHg: measured(-12),
  cavityPressureMmHg: measured(14),
  reservoirMl: missing('no-value'),
  heaterPowerPercent: measured(9.6),
  pumpSpeedRpm: measured(88.2),
  cavityVolumeMl: 2987.4,
  requested: command,
  inForce: index % 2 === 0 ? command : null,
  interlockBits: index % 2 === 0 ? 0 : null,
  inBand: true,
});

export const note = (text: string): RunEvent => ({
  type: 'action',
  by: typedActor('Perfusionist'),
  ...alone,
  action: { type: 'record-note', text },
  refused: null,
});

/** As the journal hands them over. */
export const sampleEntry = (sample: Sample, checkpoint: string | null = null): EntryMessage => ({
  kind: 'sample',
  row: sampleToRow(sample),
  checkpoint,
});
export const eventEntry = (event: KeptEvent, checkpoint: string | null = null): EntryMessage => ({
  kind: 'event',
  event,
  checkpoint,
});
