import type { Intent } from '../domain/command.ts';
import { measured, missing, type Reading } from '../domain/reading.ts';
import type { Sample, SampleCommand } from '../domain/sample.ts';
import type { ProbeReadings, Telemetry } from '../domain/telemetry.ts';
import type { RunState } from '../protocol/state.ts';
import { inCavityMl } from '../protocol/volumes.ts';

/**
 * One tick as it is kept. `written`: what went to the rig in this exchange; `null`: nothing did. Without fresh
 * telemetry of this very tick every measurement is missing.
 */
export function runSample(
  state: RunState,
  fresh: Telemetry | null,
  written: Intent | null,
  wallMs: number,
): Sample {
  const absent = missing(state.telemetry === null ? 'link-lost' : 'no-telemetry');
  const probesCelsius: ProbeReadings =
    fresh === null ? [absent, absent, absent, absent] : state.probesCelsius;
  return {
    sessionMs: state.nowMs,
    wallMs,
    phase: state.phase,
    probesCelsius,
    controlCelsius: fresh === null ? absent : state.control.celsius,
    ...measurements(fresh, absent),
    cavityVolumeMl: Math.round(inCavityMl(state.volumes) * 10) / 10,
    requested: written === null ? null : commandOf(written),
    inForce: fresh === null ? null : commandOf(fresh.inForce),
    interlockBits: fresh?.interlockBits ?? null,
    inBand: fresh !== null && state.phase === 'treatment' && state.clocks.stop === null,
  };
}

/** What a rescue record keeps of a tick (`RescueHeader` says how it is read). `changeMl`: by count since it began. */
export interface RescueTick {
  readonly sessionMs: number;
  readonly wallMs: number;
  readonly linkLost: boolean;
  /** Telemetry of this very tick. */
  readonly fresh: Telemetry | null;
  readonly written: Intent | null;
  /** A drain is asked for, written in this exchange or not. */
  readonly draining: boolean;
  readonly changeMl: number;
}

export function rescueSample({ fresh, written, linkLost, draining, changeMl, ...at }: RescueTick): Sample {
  const absent = missing(linkLost ? 'link-lost' : 'no-telemetry');
  return {
    ...at,
    phase: draining ? 'drain' : 'disconnect',
    ...measurements(fresh, absent),
    probesCelsius: fresh?.probesCelsius ?? [absent, absent, absent, absent],
    // Nothing is controlled.
    controlCelsius: missing('no-value'),
    cavityVolumeMl: Math.round(changeMl * 10) / 10,
    requested: written === null ? null : commandOf(written),
    inForce: fresh === null ? null : commandOf(fresh.inForce),
    interlockBits: fresh?.interlockBits ?? null,
    inBand: false,
  };
}

function measurements(fresh: Telemetry | null, absent: Reading) {
  const take = (pick: (t: Telemetry) => Reading): Reading => (fresh === null ? absent : pick(fresh));
  return {
    coreCelsius: take((t) => t.coreCelsius),
    flowMlPerMin: take((t) => t.flowMlPerMin),
    outflowMlPerMin: take((t) => t.outflowMlPerMin),
    inflowLinePressureMmHg: take((t) => t.inflowLinePressureMmHg),
    cavityPressureMmHg: take((t) => t.cavityPressureMmHg),
    reservoirMl: take((t) => t.reservoirMl),
    heaterPowerPercent: take((t) => measured(t.heaterPowerPercent)),
    pumpSpeedRpm: take((t) => measured(t.pumpSpeedRpm)),
  };
}

const commandOf = (command: SampleCommand): SampleCommand => ({
  mode: command.mode,
  heaterEnable: command.heaterEnable,
  pumpEnable: command.pumpEnable,
  // As the machine takes it, to the last half of a step: 35.205 °C goes out as 35.20.
  inflowSetpointCelsius: Math.round(command.inflowSetpointCelsius / 0.01) / 100,
  flowSetpointMlPerMin: command.flowSetpointMlPerMin,
});
