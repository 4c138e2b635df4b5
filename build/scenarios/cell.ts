import type { Alarm } from '../../electron/domain/alarm.ts';
import type { CircuitMode } from '../../electron/domain/circuit.ts';
import type { Phase } from '../../electron/domain/phase.ts';
import type { SelfTestCheck } from '../../electron/protocol/self-test.ts';

/** What happened to one fault in one phase. Plain data: it crosses from a thread and is kept as JSON. */
export interface Observed {
  readonly row: string;
  readonly phase: Phase;
  /** What stood before the fault. */
  readonly before: Standing;
  /** What stood when it was last looked at. */
  readonly after: Standing;
  /** Alarms of the cell, in order. */
  readonly alarms: readonly ObservedAlarm[];
  /** Something of medium or high priority was on before the fault: the cell says nothing. */
  readonly spoilt: readonly string[];
  /** From the limit passed in the signals to the alarm expected, ms; `null`: none came. */
  readonly detectedAfterMs: number | null;
  /** From that alarm until requested and in force are as expected, ms; `null`: never. */
  readonly reactedAfterMs: number | null;
  readonly failedCheck: SelfTestCheck | null;
  /** The truth of the plant behind T1, °C. */
  readonly hottestInflowCelsius: number;
}

export interface Standing {
  readonly mode: CircuitMode;
  readonly heaterRequested: boolean;
  readonly heaterInForce: boolean;
  readonly pumpRequested: boolean;
  readonly pumpInForce: boolean;
}

export interface ObservedAlarm extends Pick<Alarm, 'code' | 'subject' | 'priority'> {
  /** After the fault, s. */
  readonly seconds: number;
  /** It made no sound of its own for as long as it was on: another one explained it. */
  readonly suppressed: boolean;
}
