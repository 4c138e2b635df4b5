import type { CircuitMode } from '../domain/circuit.ts';
import type { Telemetry } from '../domain/telemetry.ts';

/** Volumes pumped, counted from measured flow, mL. The estimate in the cavity is in minus out. */
export interface Volumes {
  readonly inMl: number;
  readonly outMl: number;
  /** In since the current filling (fill or rinse) began. */
  readonly fillingMl: number;
  /** Seconds the cavity has given nothing while draining. */
  readonly drySeconds: number;
}

export const noVolumes: Volumes = { inMl: 0, outMl: 0, fillingMl: 0, drySeconds: 0 };

export const inCavityMl = (volumes: Volumes): number => Math.max(0, volumes.inMl - volumes.outMl);

/** Below this share of the set flow the cavity counts as dry while draining. */
const dryShare = 0.1;

/**
 * Counts one tick. Where the rig has no outflow meter, what circulates is taken to come back,
 * and a drain is counted by the flow of the pump. Where the flow itself is not known the count errs on the
 * side of a full cavity: what is pumped in is taken to flow as set, what should come out is not counted.
 */
export function countVolumes(
  volumes: Volumes,
  telemetry: Telemetry,
  drainFlowMlPerMin: number,
  dtSeconds: number,
): Volumes {
  const mode: CircuitMode = telemetry.inForce.mode;
  const { pumpEnable, flowSetpointMlPerMin } = telemetry.inForce;
  const flow = telemetry.flowMlPerMin.value ?? (pumpEnable ? flowSetpointMlPerMin : 0);
  const outflow = telemetry.outflowMlPerMin.value ?? flow;
  const ml = (mlPerMin: number) => (mlPerMin * dtSeconds) / 60;
  switch (mode) {
    case 'fill':
    case 'rinse':
      return {
        ...volumes,
        inMl: volumes.inMl + ml(flow),
        fillingMl: volumes.fillingMl + ml(flow),
      };
    case 'circulate':
      return { ...volumes, inMl: volumes.inMl + ml(flow), outMl: volumes.outMl + ml(outflow) };
    case 'drain': {
      const drain = telemetry.outflowMlPerMin.value ?? telemetry.flowMlPerMin.value;
      const dry = pumpEnable && drain !== null && drain < dryShare * drainFlowMlPerMin;
      return {
        ...volumes,
        outMl: volumes.outMl + ml(drain ?? 0),
        drySeconds: dry ? volumes.drySeconds + dtSeconds : 0,
      };
    }
    default:
      return volumes;
  }
}

/** Nearly nothing is left by count, mL. */
const emptyMl = 100;
/** Or nothing has come for this long, s: what stays is retained volume. */
const dryAfterSeconds = 10;

export const drained = (volumes: Volumes): boolean =>
  inCavityMl(volumes) <= emptyMl || volumes.drySeconds >= dryAfterSeconds;
