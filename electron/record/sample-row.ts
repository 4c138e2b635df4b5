import type { CircuitMode } from '../domain/circuit.ts';
import type { Phase } from '../domain/phase.ts';
import { type MissingReason, measured, missing, type Reading } from '../domain/reading.ts';
import type { Sample, SampleCommand } from '../domain/sample.ts';

export type Cell = number | string | null;

/** A sample as the row of its table, in the order of `sampleColumns`. */
export function sampleToRow(sample: Sample): Cell[] {
  const row: Cell[] = [Math.round(sample.sessionMs), Math.round(sample.wallMs), sample.phase];
  for (const reading of readingsOf(sample)) row.push(reading.value, reading.missing);
  row.push(sample.cavityVolumeMl, ...commandCells(sample.requested), ...commandCells(sample.inForce));
  row.push(sample.interlockBits, sample.inBand ? 1 : 0);
  return row;
}

const readingsOf = (s: Sample): readonly Reading[] => [
  ...s.probesCelsius,
  s.coreCelsius,
  s.controlCelsius,
  s.flowMlPerMin,
  s.outflowMlPerMin,
  s.inflowLinePressureMmHg,
  s.cavityPressureMmHg,
  s.reservoirMl,
  s.heaterPowerPercent,
  s.pumpSpeedRpm,
];

const commandCells = (command: SampleCommand | null): Cell[] =>
  command === null
    ? [null, null, null, null, null]
    : [
        command.mode,
        command.heaterEnable ? 1 : 0,
        command.pumpEnable ? 1 : 0,
        command.inflowSetpointCelsius,
        command.flowSetpointMlPerMin,
      ];

/** The way back; cells as SQLite returns them, in table order. */
export function rowToSample(cells: readonly Cell[]): Sample {
  let at = 3;
  const reading = (): Reading => {
    const value = cells[at++] as number | null;
    const reason = cells[at++] as MissingReason | null;
    return value === null ? missing(reason ?? 'no-value') : measured(value);
  };
  const command = (): SampleCommand | null => {
    const [mode, heater, pump, celsius, flow] = cells.slice(at, at + 5);
    at += 5;
    if (mode === null || mode === undefined) return null;
    return {
      mode: mode as CircuitMode,
      heaterEnable: heater === 1,
      pumpEnable: pump === 1,
      inflowSetpointCelsius: celsius as number,
      flowSetpointMlPerMin: flow as number,
    };
  };
  return {
    sessionMs: cells[0] as number,
    wallMs: cells[1] as number,
    phase: cells[2] as Phase,
    probesCelsius: [reading(), reading(), reading(), reading()],
    coreCelsius: reading(),
    controlCelsius: reading(),
    flowMlPerMin: reading(),
    outflowMlPerMin: reading(),
    inflowLinePressureMmHg: reading(),
    cavityPressureMmHg: reading(),
    reservoirMl: reading(),
    heaterPowerPercent: reading(),
    pumpSpeedRpm: reading(),
    cavityVolumeMl: cells[at++] as number,
    requested: command(),
    inForce: command(),
    interlockBits: cells[at++] as number | null,
    inBand: cells[at++] === 1,
  };
}
