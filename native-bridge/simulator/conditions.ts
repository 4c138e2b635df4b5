import { interlockBit } from '../../electron/domain/circuit.ts';
import type { FaultProbe, MachineFault } from './faults.ts';
import { type Addition, noAddition, type Obstructions } from './physics/hydraulics.ts';
import { coreProbe } from './physics/sensors.ts';

export type ProbeCondition =
  | { readonly kind: 'ok' | 'open' | 'shorted' | 'stuck' | 'not-fitted' }
  | { readonly kind: 'drifting'; readonly celsiusPerMin: number; readonly sinceMs: number }
  | { readonly kind: 'in-jet'; readonly share: number }
  | {
      readonly kind: 'intermittent';
      readonly everyMs: number;
      readonly badMs: number;
      readonly sinceMs: number;
    };

/** The flow a pump displaces, as a share of what it is asked, and how that falls. */
export interface PumpCondition {
  readonly share: number;
  readonly fallPerMin: number;
  readonly leastShare: number;
  readonly sinceMs: number;
}

/** What the faults present at one time do to plant, sensors and rig. */
export interface Conditions {
  readonly obstructions: Obstructions;
  readonly pump: PumpCondition;
  /** Fluid that enters the cavity from elsewhere. */
  readonly addition: Addition;
  /** Fluid that the reservoir loses, mL/min. */
  readonly leakMlPerMin: number;
  /** Power to be had, % of the rating. */
  readonly availableHeaterPercent: number;
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
    pumpRunsOn: false,
    occlusionMmHg: null,
  };
  const probes = [1, 2, 3, 4].map((probe) => (fittedProbes.includes(probe) ? ok : notFitted)).concat(ok);
  let pump: PumpCondition = { share: 1, fallPerMin: 0, leastShare: 0, sinceMs: 0 };
  let addition = noAddition;
  let leakMlPerMin = 0;
  let availableHeaterPercent = 100;
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
      case 'probe-intermittent':
        setProbe(fault.probe, {
          kind: 'intermittent',
          everyMs: 1000 * fault.everySeconds,
          badMs: 1000 * fault.badSeconds,
          sinceMs,
        });
        break;
      case 'probe-in-jet':
        setProbe(fault.probe, { kind: 'in-jet', share: fault.share });
        break;
      case 'flow-wrong':
        pump = { ...pump, share: fault.share };
        break;
      case 'flow-falling':
        pump = { ...pump, fallPerMin: fault.sharePerMin, leastShare: fault.leastShare, sinceMs };
        break;
      case 'fluid-added':
        addition = { mlPerMin: (60 * fault.ml) / fault.overSeconds, celsius: fault.celsius };
        break;
      case 'reservoir-leaking':
        leakMlPerMin = fault.mlPerMin;
        break;
      case 'heater-weak':
        availableHeaterPercent = fault.percent;
        break;
      case 'flow-blocked':
        if (fault.line === 'inflow') obstructions.inflowOpenShare = fault.openShare;
        else obstructions.outflowOpenShare = fault.openShare;
        break;
      case 'pump-stalled':
        obstructions.pumpStalled = true;
        break;
      case 'pump-runs-on':
        obstructions.pumpRunsOn = true;
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
  if (causeBits & interlockBit('emergency-stop')) obstructions.pumpRunsOn = false;
  return {
    obstructions,
    pump,
    addition,
    leakMlPerMin,
    availableHeaterPercent,
    stuckHeaterPercent,
    levelMl,
    causeBits,
    rigFault,
    probes,
  };
}

/** Share of the flow it is asked that the pump displaces at this session time. */
export function pumpShare(pump: PumpCondition, sessionMs: number): number {
  const fallen = 1 - (pump.fallPerMin * (sessionMs - pump.sinceMs)) / 60_000;
  return pump.share * Math.max(pump.leastShare, fallen);
}
