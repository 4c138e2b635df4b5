import type { RigView, RunView } from '../../electron/contract/view.ts';
import type { MissingReason, Reading } from '../../electron/contract/words.ts';

/**
 * The run with nothing old in it: where the link is down, or main itself has gone quiet, every measured value and
 * everything in force is missing and says why. A last value never stands on the screen as if it were current.
 */
export function withoutOldValues(run: RunView, rig: RigView, stale: boolean): RunView {
  if (!stale && (rig.link === 'up' || rig.link === 'ageing')) return run;
  const why: MissingReason = stale ? 'no-telemetry' : 'link-lost';
  const gone = (reading: Reading): Reading =>
    reading.missing === 'not-fitted' ? reading : { value: null, missing: why };
  return {
    ...run,
    control: { ...run.control, celsius: gone(run.control.celsius), state: 'unknown', alone: null },
    estimate: { state: 'none', why: 'control-unknown' },
    probes: run.probes.map((probe) => ({ ...probe, celsius: gone(probe.celsius) })),
    coreCelsius: gone(run.coreCelsius),
    flow: {
      ...run.flow,
      mlPerMin: gone(run.flow.mlPerMin),
      outflowMlPerMin: gone(run.flow.outflowMlPerMin),
      inForceMlPerMin: null,
    },
    inflowLinePressureMmHg: gone(run.inflowLinePressureMmHg),
    cavityPressureMmHg: gone(run.cavityPressureMmHg),
    heater: {
      ...run.heater,
      inForce: null,
      powerPercent: gone(run.heater.powerPercent),
      setpointInForceCelsius: null,
    },
    mode: { ...run.mode, inForce: null },
    volume: { ...run.volume, reservoirMl: gone(run.volume.reservoirMl) },
  };
}
