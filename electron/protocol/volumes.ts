import type { CircuitMode } from '../domain/circuit.ts';
import { type FluidKind, fluidRules } from '../domain/fluid.ts';
import type { Telemetry } from '../domain/telemetry.ts';
import { emptyMl, retainedAskMl } from '../domain/volume-scale.ts';

/** Volumes by the console's own count from measured flow, mL. What only goes round is in none of them. */
export interface Volumes {
  /** Filled, rinsed and added. */
  readonly inMl: number;
  /** Of these, recorded with drug additions. */
  readonly addedMl: number;
  /** Drained. */
  readonly outMl: number;
  /** In minus out while circulating, as far as the rig measures its outflow. */
  readonly circulationMl: number;
  /** Recorded by people as gone in and come out past the machine. */
  readonly byHandInMl: number;
  readonly byHandOutMl: number;
  /** Estimated in the cavity: the balance of all, but never below nothing, whatever more comes out. */
  readonly cavityMl: number;
  /** Of the current filling: in since a rinse began; of a fill, with what was in the cavity before. */
  readonly fillingMl: number;
  /** Seconds the cavity has given nothing while draining. */
  readonly drySeconds: number;
  /** In the cavity already as the run began, as a person said; 0 where nobody knows. */
  readonly beforeMl: number;
  /** The cavity may hold this much more or less than counted; `null`: nobody knows what it holds, it may be full. */
  readonly uncertaintyMl: number | null;
  /** Through bypass without heat since bypass began: what stood in the exchanger has passed with it. */
  readonly bypassedMl: number;
}

export const noVolumes: Volumes = {
  inMl: 0,
  addedMl: 0,
  outMl: 0,
  circulationMl: 0,
  byHandInMl: 0,
  byHandOutMl: 0,
  cavityMl: 0,
  fillingMl: 0,
  drySeconds: 0,
  beforeMl: 0,
  uncertaintyMl: 0,
  bypassedMl: 0,
};

/** What a run begins with; `null`: fluid is in the cavity, nobody knows how much. */
export const volumesFrom = (fluidInCavityMl: number | null): Volumes =>
  fluidInCavityMl === null
    ? { ...noVolumes, uncertaintyMl: null }
    : { ...noVolumes, beforeMl: fluidInCavityMl, cavityMl: fluidInCavityMl };

/** `ml` more may be in or out; `null`: nobody knows how much. */
export const addUncertainty = (volumes: Volumes, ml: number | null): Volumes => ({
  ...volumes,
  uncertaintyMl: ml === null || volumes.uncertaintyMl === null ? null : volumes.uncertaintyMl + ml,
});

/** The most the cavity may hold, mL; `null`: it may be full. */
export const mostInCavityMl = ({ cavityMl, uncertaintyMl }: Volumes): number | null =>
  uncertaintyMl === null ? null : cavityMl + uncertaintyMl;

/** The least the cavity may hold, mL; `null`: nobody knows. */
export const leastInCavityMl = ({ cavityMl, uncertaintyMl }: Volumes): number | null =>
  uncertaintyMl === null ? null : Math.max(0, cavityMl - uncertaintyMl);

export const inCavityMl = (volumes: Volumes): number => volumes.cavityMl;

/** Gone in and not drained again. */
const toRecoverMl = ({ beforeMl, inMl, circulationMl, byHandInMl, byHandOutMl }: Volumes): number =>
  beforeMl + inMl + circulationMl + byHandInMl - byHandOutMl;

/** Not recovered by the balance of the count; negative where more came out than went in (ascites). */
export const notRecoveredMl = (volumes: Volumes): number => toRecoverMl(volumes) - volumes.outMl;

/** The same with the drain as people have measured it. */
export const notRecoveredByMeasureMl = (volumes: Volumes, measuredMl: number): number =>
  toRecoverMl(volumes) - measuredMl;

/** A recorded addition is volume in. */
export const addVolume = (volumes: Volumes, ml: number): Volumes => ({
  ...volumes,
  inMl: volumes.inMl + ml,
  addedMl: volumes.addedMl + ml,
  cavityMl: volumes.cavityMl + ml,
});

/** Past the machine, as a person has recorded it; the cavity never holds less than nothing. */
export const addByHand = (volumes: Volumes, kind: FluidKind, ml: number): Volumes =>
  fluidRules[kind].way === 'in'
    ? { ...volumes, byHandInMl: volumes.byHandInMl + ml, cavityMl: volumes.cavityMl + ml }
    : {
        ...volumes,
        byHandOutMl: volumes.byHandOutMl + ml,
        cavityMl: Math.max(0, volumes.cavityMl - ml),
      };

/** Below this share of the set flow the cavity counts as dry while draining. */
export const dryShare = 0.1;

/**
 * Counts one tick. Where the rig has no outflow meter, what circulates is taken to come back,
 * and a drain is counted by the flow of the pump. Where the flow itself is not known the count errs on the
 * side of a full cavity: what is pumped in is taken to flow as set, what should come out is not counted.
 */
export function countVolumes(
  before: Volumes,
  telemetry: Telemetry,
  drainFlowMlPerMin: number,
  dtSeconds: number,
): Volumes {
  const mode: CircuitMode = telemetry.inForce.mode;
  const { pumpEnable, flowSetpointMlPerMin, heaterEnable } = telemetry.inForce;
  const flow = telemetry.flowMlPerMin.value ?? (pumpEnable ? flowSetpointMlPerMin : 0);
  const ml = (mlPerMin: number) => (mlPerMin * dtSeconds) / 60;
  const bypasses = mode === 'bypass' && pumpEnable && !heaterEnable;
  if (bypasses) {
    // Unlike elsewhere, only what is measured counts here: unknown flow has flushed nothing.
    return { ...before, bypassedMl: before.bypassedMl + ml(telemetry.flowMlPerMin.value ?? 0) };
  }
  const volumes = before.bypassedMl === 0 ? before : { ...before, bypassedMl: 0 };
  switch (mode) {
    case 'fill':
    case 'rinse':
      return {
        ...volumes,
        inMl: volumes.inMl + ml(flow),
        cavityMl: volumes.cavityMl + ml(flow),
        fillingMl: volumes.fillingMl + ml(flow),
      };
    case 'circulate': {
      const change = ml(flow - (telemetry.outflowMlPerMin.value ?? flow));
      if (change === 0) return volumes;
      return {
        ...volumes,
        circulationMl: volumes.circulationMl + change,
        cavityMl: Math.max(0, volumes.cavityMl + change),
      };
    }
    case 'drain': {
      const drain = telemetry.outflowMlPerMin.value ?? telemetry.flowMlPerMin.value;
      const dry = pumpEnable && drain !== null && drain < dryShare * drainFlowMlPerMin;
      return {
        ...volumes,
        outMl: volumes.outMl + ml(drain ?? 0),
        cavityMl: Math.max(0, volumes.cavityMl - ml(drain ?? 0)),
        drySeconds: dry ? volumes.drySeconds + dtSeconds : 0,
      };
    }
    default:
      return volumes;
  }
}

/** Or nothing has come for this long, s: what stays is not recovered. */
export const dryAfterSeconds = 10;
/** Passed through bypass, this has carried away what stood in the exchanger, mL (proposal: several times its content). */
export const flushedMl = 1000;

/** Nothing comes any more. */
export const isDry = (volumes: Volumes): boolean => volumes.drySeconds >= dryAfterSeconds;

/** By the plan's own measure: what is left of a bladder is not what is left of a peritoneum. */
export const drained = (volumes: Volumes, fillMl: number): boolean =>
  // What may be full is never drained by count.
  (mostInCavityMl(volumes) ?? Number.MAX_VALUE) <= emptyMl(fillMl) ||
  (isDry(volumes) && inCavityMl(volumes) <= retainedAskMl(fillMl));
