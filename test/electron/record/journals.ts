import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach } from 'vitest';
import { circuitModes } from '../../../electron/domain/circuit.ts';
import { phases } from '../../../electron/domain/phase.ts';
import { measured, missing, missingReasons, type Reading } from '../../../electron/domain/reading.ts';
import type { Sample, SampleCommand } from '../../../electron/domain/sample.ts';
import { Journal } from '../../../electron/record/journal.ts';
import { readRun } from '../../../electron/record/read-run.ts';
import type { RunRecord } from '../../../electron/record/run-record.ts';
import { header, workerUrl } from './example-run.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** A folder of this test's own, gone after it. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'isotherm-journal-'));
  folders.push(folder);
  return folder;
}

export async function openJournal(path: string): Promise<Journal> {
  const opened = await Journal.open(path, header, workerUrl);
  if (!opened.ok) throw new Error(opened.problem);
  return opened.journal;
}

export function readJournal(path: string): RunRecord {
  const read = readRun(path);
  if (!read.ok) throw new Error(read.problem);
  return read.record;
}

/** Waits, in real time, for something the journal's thread does. */
export async function until(what: string, holds: () => boolean, withinMs = 15_000): Promise<void> {
  const limit = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > limit) throw new Error(`"${what}" did not come within ${withinMs} ms`);
    await sleep(10);
  }
}

const number = fc
  .double({ min: -1000, max: 100_000, noNaN: true, noDefaultInfinity: true })
  .map((x) => x + 0);
const reading: fc.Arbitrary<Reading> = fc.oneof(
  number.map(measured),
  fc.constantFrom(...missingReasons).map(missing),
);
const command: fc.Arbitrary<SampleCommand> = fc.record({
  mode: fc.constantFrom(...circuitModes),
  heaterEnable: fc.boolean(),
  pumpEnable: fc.boolean(),
  inflowSetpointCelsius: number,
  flowSetpointMlPerMin: number,
});

export const sample: fc.Arbitrary<Sample> = fc.record({
  sessionMs: fc.nat(10_000_000),
  wallMs: fc.integer({ min: 0, max: 2 ** 45 }),
  phase: fc.constantFrom(...phases),
  probesCelsius: fc.tuple(reading, reading, reading, reading),
  coreCelsius: reading,
  controlCelsius: reading,
  flowMlPerMin: reading,
  outflowMlPerMin: reading,
  inflowLinePressureMmHg: reading,
  cavityPressureMmHg: reading,
  reservoirMl: reading,
  heaterPowerPercent: reading,
  pumpSpeedRpm: reading,
  cavityVolumeMl: number,
  requested: fc.option(command),
  inForce: fc.option(command),
  interlockBits: fc.option(fc.integer({ min: 0, max: 0xfff })),
  inBand: fc.boolean(),
});
