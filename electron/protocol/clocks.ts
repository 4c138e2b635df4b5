import type { ClockStop } from '../domain/clock-stop.ts';

/** The three clocks of a treatment, in ms of session time. */
export interface Clocks {
  /** Session time when treatment started; `null` before. */
  readonly startedMs: number | null;
  readonly elapsedMs: number;
  readonly inBandMs: number;
  /** From first contact of drug to the end of drain; never pauses. */
  readonly drugFromMs: number | null;
  /** A drug is recorded: in the cavity, or still in the circuit that will fill it. */
  readonly drugRecorded: boolean;
  readonly drugMs: number;
  readonly drugEnded: boolean;
  /** Why the in-band clock does not count; `null` while it does. */
  readonly stop: ClockStop | null;
  /** A named clinician chose to go on until the minutes in band are complete. */
  readonly extended: boolean;
  /** By how much a named clinician has made the plan longer, ms. */
  readonly extendedByMs: number;
}

export const newClocks: Clocks = {
  startedMs: null,
  elapsedMs: 0,
  inBandMs: 0,
  drugFromMs: null,
  drugRecorded: false,
  drugMs: 0,
  drugEnded: false,
  stop: 'not-started',
  extended: false,
  extendedByMs: 0,
};

export interface ClockInput {
  readonly inTreatment: boolean;
  /** Time in band is judged: something circulates at a temperature the console holds. */
  readonly judged: boolean;
  readonly dtMs: number;
  /** Fresh telemetry came in this very tick: time nothing was heard of is never in band. */
  readonly heard: boolean;
  readonly linkUp: boolean;
  readonly circulating: boolean;
  readonly celsius: number | null;
  readonly targetCelsius: number;
  readonly bandCelsius: number;
}

/** One tick of all clocks. A stop has one reason, the most basic first. */
export function stepClocks(clocks: Clocks, input: ClockInput): Clocks {
  const drugRuns = clocks.drugFromMs !== null && !clocks.drugEnded;
  const drugMs = clocks.drugMs + (drugRuns ? input.dtMs : 0);
  if (!input.inTreatment) {
    const stop = clocks.startedMs === null ? 'not-started' : 'ended';
    return drugMs === clocks.drugMs && stop === clocks.stop ? clocks : { ...clocks, drugMs, stop };
  }
  const stop = input.judged ? inBandStop(input) : 'not-judged';
  return {
    ...clocks,
    elapsedMs: clocks.elapsedMs + input.dtMs,
    inBandMs: clocks.inBandMs + (stop === null && input.heard ? input.dtMs : 0),
    drugMs,
    stop,
  };
}

/** Why each clock does not count; `null`: it does. */
export interface ClockStops {
  readonly elapsed: ClockStop | null;
  readonly inBand: ClockStop | null;
  readonly drug: ClockStop | null;
}

export function clockStops(clocks: Clocks, inTreatment: boolean): ClockStops {
  const over: ClockStop = clocks.startedMs === null ? 'not-started' : 'ended';
  return {
    elapsed: inTreatment ? null : over,
    inBand: clocks.stop,
    drug: drugStop(clocks),
  };
}

function drugStop({ drugRecorded, drugFromMs, drugEnded }: Clocks): ClockStop | null {
  if (!drugRecorded) return 'no-drug';
  if (drugFromMs === null) return 'not-filled';
  return drugEnded ? 'drained' : null;
}

function inBandStop(input: ClockInput): ClockStop | null {
  if (!input.linkUp) return 'link-lost';
  if (!input.circulating) return 'not-circulating';
  if (input.celsius === null) return 'temperature-unknown';
  if (input.celsius < input.targetCelsius - input.bandCelsius) return 'below-band';
  if (input.celsius > input.targetCelsius + input.bandCelsius) return 'above-band';
  return null;
}
