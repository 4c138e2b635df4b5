import type { Intent } from '../domain/command.ts';
import { measured, missing, type Reading } from '../domain/reading.ts';
import type { Sample, SampleCommand } from '../domain/sample.ts';
import type { ProbeReadings, Telemetry } from '../domain/telemetry.ts';
import type { RunState } from '../protocol/state.ts';
import { inCavityMl } from '../protocol/volumes.ts';

/** One tick as it is kept. Without fresh telemetry of this very tick every measurement is missing. */
export function runSample(
  state: RunState,
  fresh: Telemetry | null,
  requested: Intent,
  wallMs: number,
): Sample {
  const absent = missing(state.telemetry === null ? 'link-lost' : 'no-telemetry');
  const take = (pick: (t: Telemetry) => Reading): Reading => (fresh === null ? absent : pick(fresh));
  const probesCelsius: ProbeReadings =
    fresh === null ? [absent, absent, absent, absent] : state.probesCelsius;
  return {
    sessionMs: state.nowMs,
    wallMs,
    phase: state.phase,
    probesCelsius,
    coreCelsius: take((t) => t.coreCelsius),
    controlCelsius: fresh === null ? absent : state.control.celsius,
    flowMlPerMin: take((t) => t.flowMlPerMin),
    outflowMlPerMin: take((t) => t.outflowMlPerMin),
    inflowLinePressureMmHg: take((t) => t.inflowLinePressureMmHg),
    cavityPressureMmHg: take((t) => t.cavityPressureMmHg),
    reservoirMl: take((t) => t.reservoirMl),
    heaterPowerPercent: take((t) => measured(t.heaterPowerPercent)),
    pumpSpeedRpm: take((t) => measured(t.pumpSpeedRpm)),
    cavityVolumeMl: Math.round(inCavityMl(state.volumes) * 10) / 10,
    requested: commandOf(requested),
    inForce: fresh === null ? null : commandOf(fresh.inForce),
    interlockBits: fresh?.interlockBits ?? null,
    inBand: fresh !== null && state.phase === 'treatment' && state.clocks.stop === null,
  };
}

const commandOf = (command: SampleCommand): SampleCommand => ({
  mode: command.mode,
  heaterEnable: command.heaterEnable,
  pumpEnable: command.pumpEnable,
  inflowSetpointCelsius: Math.round(command.inflowSetpointCelsius * 100) / 100,
  flowSetpointMlPerMin: command.flowSetpointMlPerMin,
});
