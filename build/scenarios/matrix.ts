import type { Phase } from '../../electron/domain/phase.ts';
import type { Row } from './expectation.ts';
import { flowAndHeaterRows } from './rows/flow-and-heater.ts';
import { interlockRows } from './rows/interlocks.ts';
import { lineRows } from './rows/line.ts';
import { probeRows } from './rows/probes.ts';

/** Faults, in the order of the table. */
export const rows: readonly Row[] = [...probeRows, ...flowAndHeaterRows, ...interlockRows, ...lineRows];

export interface Cell {
  readonly row: Row;
  readonly phase: Phase;
}

export const cellsOf = (row: Row): Cell[] => row.phases.map((phase) => ({ row, phase }));

/** Each fault at each phase in which it can matter. */
export const cells: readonly Cell[] = rows.flatMap(cellsOf);

export function rowNamed(name: string): Row {
  const found = rows.find((one) => one.name === name);
  if (found === undefined) throw new Error(`No fault "${name}" in the matrix (build/scenarios/rows/).`);
  return found;
}
