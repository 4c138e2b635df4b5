import { isCavity } from '../domain/case.ts';
import { interlockBit, interlocksIn } from '../domain/circuit.ts';
import type { Phase } from '../domain/phase.ts';
import type { Reading } from '../domain/reading.ts';
import type { Signals } from './signals.ts';

/** A condition that holds now: about what, with which value against which limit. */
export interface Finding {
  readonly subject: string;
  readonly value: number | null;
  readonly limit: number | null;
}

const none: readonly Finding[] = [];

export const found = (
  holds: boolean,
  value: number | null = null,
  limit: number | null = null,
): readonly Finding[] => (holds ? [{ subject: '', value, limit }] : none);

type Comparison = '>' | '>=' | '<';
const compare = (value: number, by: Comparison, limit: number): boolean =>
  by === '>' ? value > limit : by === '>=' ? value >= limit : value < limit;

/** A reading past a limit; a missing reading is past nothing (it has an alarm of its own). */
export function beyond(reading: Reading, by: Comparison, limit: number): readonly Finding[] {
  if (reading.value === null) return none;
  return found(compare(reading.value, by, limit), reading.value, limit);
}

export function aboveForProbes(
  signals: Signals,
  where: 'cavity' | 'inflow',
  by: Comparison,
  limit: number,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { id, site, celsius } of signals.probes) {
    const here = where === 'cavity' ? isCavity(site) : site === 'inflow';
    if (here && celsius.value !== null && compare(celsius.value, by, limit)) {
      findings.push({ subject: id, value: celsius.value, limit });
    }
  }
  return findings;
}

/** Deviation is judged from 15 s after a change of the requested flow, ms (docs/hazards.md). */
const flowSettlesMs = 15_000;

/** A cavity that runs dry gives less than the set flow; that ends a drain, it is no fault. */
const drains: readonly Phase[] = ['drain', 'rinse-drain'];
export const draining = (signals: Signals): boolean => drains.includes(signals.phase);

export function flowDeviation(signals: Signals, share: number): readonly Finding[] {
  const { flowMlPerMin, setFlowMlPerMin: set } = signals;
  if (draining(signals)) return none;
  if (set <= 0 || signals.flowSteadyMs < flowSettlesMs || flowMlPerMin.value === null) return none;
  const deviates = Math.abs(flowMlPerMin.value - set) > share * set;
  const limit = flowMlPerMin.value < set ? set * (1 - share) : set * (1 + share);
  return found(deviates, flowMlPerMin.value, limit);
}

/** Faults the line itself explains are not the probe's. */
export function probeFaults(signals: Signals): readonly Finding[] {
  if (signals.linkLost) return none;
  return signals.probes
    .filter(({ site, celsius }) => site !== 'not-used' && celsius.missing !== null && !fromLink(celsius))
    .map(({ id }) => ({ subject: id, value: null, limit: null }));
}

const fromLink = (reading: Reading): boolean =>
  reading.missing === 'link-lost' || reading.missing === 'no-telemetry';

export function cavityProbesDisagree(signals: Signals, limit: number): readonly Finding[] {
  const values = signals.probes
    .filter(({ site }) => isCavity(site))
    .map(({ celsius }) => celsius.value)
    .filter((value) => value !== null);
  if (values.length < 2) return none;
  const spread = Math.max(...values) - Math.min(...values);
  return found(spread > limit, spread, limit);
}

/** Wherever the phase heats: what it holds, be it cavity, outflow or inflow, has no value. */
export const controlUnknown = (signals: Signals): readonly Finding[] =>
  found(
    signals.heats &&
      !signals.linkLost &&
      signals.controlCelsius.value === null &&
      !fromLink(signals.controlCelsius),
  );

export function interlocksLatched(signals: Signals, emergencyStop: boolean): readonly Finding[] {
  const estop = interlockBit('emergency-stop');
  const bits = emergencyStop ? signals.interlockBits & estop : signals.interlockBits & ~estop;
  return interlocksIn(bits).map((interlock) => ({ subject: interlock, value: null, limit: null }));
}
