import type { AlarmCode, Priority } from '../../electron/domain/alarm.ts';
import type { CircuitMode } from '../../electron/domain/circuit.ts';
import { type Phase, phases } from '../../electron/domain/phase.ts';
import type { SelfTestCheck } from '../../electron/protocol/self-test.ts';
import type { Fault } from '../../native-bridge/simulator/faults.ts';

/*
 * What ought to happen, as data. It is written down from docs/link.md, docs/safety/limits.md and the limits table of the
 * project, never read out of the code under test.
 */

/** What ought to become of one fault in one phase. */
export interface Expectation {
  /** The alarm that tells of it; `null`: nothing of medium or high priority may come. */
  readonly alarm: AlarmCode | null;
  /** What it is about, such as "T3". */
  readonly subject: string;
  readonly priority: Priority;
  /** Which of its limits is passed, where the alarm has another than its first. */
  readonly limit: 'first' | 'cavity-highest' | 'often-missing';
  /** Others of medium or high priority that belong to the same story: before it, after it, or listed under it. */
  readonly also: readonly AlarmCode[];
  /** A pre-alarm that must have come before it. */
  readonly foretold: AlarmCode | null;
  /** Requested and in force, from the alarm on. `as-before`: nothing may turn it off, or on. */
  readonly heater: 'off' | 'as-before';
  /** `stands`: not in force, whatever is asked. */
  readonly pump: 'off' | 'as-before' | 'stands';
  /** The reaction is in force within this after the alarm, ms. */
  readonly reactsWithinMs: number;
  /** Where the valves have to lead afterwards; `null`: where they were. */
  readonly mode: CircuitMode | null;
  /** The check of the self-test that has to fail; `null`: not judged. */
  readonly fails: SelfTestCheck | null;
  /** The true inflow stays below this, whatever its sensor says, °C; `null`: not judged. */
  readonly inflowBelowCelsius: number | null;
  /** How long the cell is watched after the fault, s. */
  readonly watchSeconds: number;
  readonly why: string;
}

/** One fault of the simulator with what is expected of it: a row of the matrix. */
export interface Row {
  readonly name: string;
  readonly fault: Fault;
  /** The fault goes after this, s; `null`: it stays. */
  readonly forSeconds: number | null;
  /** Needs the real link: console, exchange loop and line. */
  readonly wired: boolean;
  /** Phases in which it can matter. */
  readonly phases: readonly Phase[];
  readonly expect: Expectation;
  /** Where a phase makes a difference. */
  readonly but: Readonly<Partial<Record<Phase, Partial<Expectation>>>>;
}

/** Nothing is to be heard of it, nothing turned off. A reaction is asked in the next exchange, echoed in the one after. */
export const quiet: Expectation = {
  alarm: null,
  subject: '',
  priority: 'low',
  limit: 'first',
  also: [],
  foretold: null,
  heater: 'as-before',
  pump: 'as-before',
  reactsWithinMs: 300,
  mode: null,
  fails: null,
  inflowBelowCelsius: null,
  watchSeconds: 40,
  why: '',
};

export const row = (
  name: string,
  fault: Fault,
  phases: readonly Phase[],
  expect: Partial<Expectation>,
  but: Row['but'] = {},
): Row => ({
  name,
  fault,
  forSeconds: null,
  wired: false,
  phases,
  expect: { ...quiet, ...expect },
  but,
});

/** A fault that ends by itself and goes over the real link. */
export const wiredRow = (
  name: string,
  fault: Fault,
  forSeconds: number,
  phases: readonly Phase[],
  expect: Partial<Expectation>,
  but: Row['but'] = {},
): Row => ({ ...row(name, fault, phases, expect, but), forSeconds, wired: true });

export const expectationOf = (of: Row, phase: Phase): Expectation => ({ ...of.expect, ...of.but[phase] });

/** Both kinds of run; `dwell` is the treatment of a single instillation. */
export const everyPhase: readonly Phase[] = phases.filter((phase) => phase !== 'complete');
/** The pump sends fluid through the circuit. */
export const pumped: readonly Phase[] = ['prime', 'preheat', 'fill', 'heat-up', 'treatment', 'rinse'];
/** The cavity is held at temperature. */
export const controlled: readonly Phase[] = ['heat-up', 'treatment'];
