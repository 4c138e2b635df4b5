import type { Observed } from './cell.ts';
import { type Expectation, expectationOf } from './expectation.ts';
import { problemsOf, statedDelayMs } from './judge.ts';
import { cells, rowNamed } from './matrix.ts';
import { hoursPerMedium, type NominalRun, nominalSeed } from './nominal.ts';

/** A cell as it is kept: what was expected, what came. */
export interface CellReport extends Omit<Observed, 'before' | 'spoilt'> {
  readonly expected: Pick<
    Expectation,
    'alarm' | 'subject' | 'priority' | 'heater' | 'pump' | 'mode' | 'inflowBelowCelsius' | 'why'
  >;
  readonly statedDelayMs: number | null;
  /** Empty: the cell holds. */
  readonly problems: readonly string[];
}

export interface NominalReport {
  readonly seed: number;
  readonly patients: number;
  readonly completed: number;
  readonly hours: number;
  readonly high: number;
  readonly medium: number;
  /** `null`: none came. */
  readonly hoursPerMedium: number | null;
  readonly alarms: readonly (NominalRun['alarms'][number] & { readonly patient: number })[];
  readonly holds: boolean;
}

export interface ScenarioReport {
  readonly date: string;
  readonly cells: readonly CellReport[];
  readonly nominal: NominalReport;
  readonly wallSeconds: number;
  readonly threads: number;
  /** Every cell, and the nominal treatments. */
  readonly holds: boolean;
}

function cellReport(seen: Observed): CellReport {
  const expect = expectationOf(rowNamed(seen.row), seen.phase);
  const { alarm, subject, priority, heater, pump, mode, inflowBelowCelsius, why, limit } = expect;
  return {
    row: seen.row,
    phase: seen.phase,
    alarms: seen.alarms,
    detectedAfterMs: seen.detectedAfterMs,
    reactedAfterMs: seen.reactedAfterMs,
    failedCheck: seen.failedCheck,
    hottestInflowCelsius: seen.hottestInflowCelsius,
    after: seen.after,
    expected: { alarm, subject, priority, heater, pump, mode, inflowBelowCelsius, why },
    statedDelayMs: alarm === null ? null : statedDelayMs(alarm, limit),
    problems: problemsOf(expect, seen),
  };
}

/** In the order of the matrix, however the threads finished. */
export function inMatrixOrder(seen: readonly Observed[]): CellReport[] {
  return cells.flatMap(({ row, phase }) => {
    const one = seen.find((cell) => cell.row === row.name && cell.phase === phase);
    return one === undefined ? [] : [cellReport(one)];
  });
}

/** Of treatments in which nothing went wrong. */
export function nominalReport(runs: readonly NominalRun[]): NominalReport {
  const count = (priority: string) =>
    runs.flatMap(({ alarms }) => alarms).filter((alarm) => alarm.priority === priority).length;
  const hours = runs.reduce((sum, run) => sum + run.hours, 0);
  const [high, medium] = [count('high'), count('medium')];
  const completed = runs.filter((run) => run.completed).length;
  return {
    seed: nominalSeed,
    patients: runs.length,
    completed,
    hours,
    high,
    medium,
    hoursPerMedium: medium === 0 ? null : hours / medium,
    alarms: runs.flatMap(({ index, alarms }) => alarms.map((alarm) => ({ patient: index, ...alarm }))),
    holds: high === 0 && medium <= hours / hoursPerMedium && completed === runs.length,
  };
}
