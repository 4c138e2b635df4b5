import type { CircuitMode } from './circuit.ts';

/** Sounded by the rig's own beacon and buzzer; the index is the number on the wire (register 7). */
export const annunciations = ['none', 'low', 'medium', 'high'] as const;
export type Annunciation = (typeof annunciations)[number];

/** What the console asks of the rig: *requested*, never to be mistaken for in force or measured. */
export interface Intent {
  readonly mode: CircuitMode;
  readonly heaterEnable: boolean;
  readonly pumpEnable: boolean;
  /** 20.00–46.00 °C on the wire; the console never asks for more than 45.00. */
  readonly inflowSetpointCelsius: number;
  /** 0, or the rig's lowest to highest flow. */
  readonly flowSetpointMlPerMin: number;
  readonly inflowLimitCelsius: number;
  /** 500–5000 ms. */
  readonly watchdogMs: number;
  readonly annunciator: Annunciation;
  /** Interlocks to clear, bit n = interlock n. */
  readonly clearBits: number;
}

/** Inflow ceiling: no set-point above it is ever asked for (docs/safety/limits.md). */
export const inflowCeilingCelsius = 45.0;
/** Written to register 5; the rig cuts its heater there. */
export const inflowLimitCelsius = 46.0;
/** Written to register 6 (docs/link.md). */
export const watchdogMs = 1500;

/** Everything off, valves to standby: what the console asks for before a run and after it. */
export const standbyIntent: Intent = {
  mode: 'standby',
  heaterEnable: false,
  pumpEnable: false,
  inflowSetpointCelsius: 20,
  flowSetpointMlPerMin: 0,
  inflowLimitCelsius,
  watchdogMs,
  annunciator: 'none',
  clearBits: 0,
};
