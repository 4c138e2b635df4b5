import { interlockBit } from '../../electron/domain/circuit.ts';
import type { FaultProbe, MachineFault } from './faults.ts';
import type { Obstructions } from './physics/hydraulics.ts';
import { coreProbe } from './physics/sensors.ts';

export type ProbeCondition =
  | { readonly kind: 'ok' | 'open' | 'shorted' | 'stuck' | 'not-fitted' }
  | { readonly kind: 'drifting'; readonly celsiusPerMin: number; readonly sinceMs: number };

/** What the faults present at one time do to plant, sensors and rig. */
export interface Conditions {
  readonly obstructions: Obstructions;
  /** Power of a heater whose relay is welded, %. */
  readonly stuckHeaterPercent: number | null;
  /** What a wrong or drained level sensor shows, mL. */
  readonly levelMl: number | null;
  /** Bits of the interlocks whose cause is present. */
  readonly causeBits: number;
  readonly rigFault: boolean;
  /** Probes 1 to 4, then core. */
  readonly probes: readonly ProbeCondition[];
}

/** A fault of plant, sensors or rig that is present since `sinceMs` of session time. */
export interface PresentFault {
  readonly fault: MachineFault;
  readonly sinceMs: number;
}

const ok: ProbeCondition = { kind: 'ok' };
const notFitted: ProbeCondition = { kind: 'not-fitted' };
const probeIndex = (probe: FaultProbe): number => (probe === 'core' ? coreProbe : probe - 1);

/** `fittedProbes` are those of the rig, 1 to 4. Later faults win over earlier ones of the same part. */
export function conditionsOf(present: readonly PresentFault[], fittedProbes: readonly number[]): Conditions {
  const obstructions: Obstructions = {
    inflowOpenShare: 1,
    outflowOpenShare: 1,
    pumpStalled: false,
    occlusionMmHg: null,
  };
  const probes = [1, 2, 3, 4].map((probe) => (fittedProbes.includes(probe) ? ok : notFitted)).concat(ok);
  let stuckHeaterPercent: number | null = null;
  let levelMl: number | null = null;
  let causeBits = 0;
  let rigFault = false;

  const setProbe = (probe: FaultProbe, condition: ProbeCondition) => {
    const index = probeIndex(probe);
    if (probes[index] !== notFitted) probes[index] = condition;
  };
  for (const { fault, sinceMs } of present) {
    switch (fault.fault) {
      case 'probe-open':
        setProbe(fault.probe, { kind: 'open' });
        break;
      case 'probe-shorted':
        setProbe(fault.probe, { kind: 'shorted' });
        break;
      case 'probe-stuck':
        setProbe(fault.probe, { kind: 'stuck' });
        break;
      case 'probe-drifting':
        setProbe(fault.probe, { kind: 'drifting', celsiusPerMin: fault.celsiusPerMin, sinceMs });
        break;
      case 'flow-blocked':
        if (fault.line === 'inflow') obstructions.inflowOpenShare = fault.openShare;
        else obstructions.outflowOpenShare = fault.openShare;
        break;
      case 'pump-stalled':
        obstructions.pumpStalled = true;
        break;
      case 'over-pressure':
        obstructions.occlusionMmHg = fault.mmHg;
        break;
      case 'heater-stuck-on':
        stuckHeaterPercent = fault.percent;
        break;
      case 'reservoir-low':
        levelMl = fault.ml;
        break;
      case 'rig-fault':
        rigFault = true;
        break;
      case 'interlock-latched':
      case 'rig-restart':
        break;
      default:
        // The rest is nothing but the cause of the interlock of the same name.
        causeBits |= interlockBit(fault.fault);
    }
  }
  return { obstructions, stuckHeaterPercent, levelMl, causeBits, rigFault, probes };
}
