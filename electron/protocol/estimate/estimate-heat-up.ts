import { type HeatUpEstimate, noEstimate } from '../../domain/heat-up-estimate.ts';
import { bandCelsius } from '../../domain/preset.ts';
import type { RunEvent } from '../../domain/run-event.ts';
import type { Telemetry } from '../../domain/telemetry.ts';
import { controlCelsius, controlSite } from '../control/control-temperature.ts';
import { aboveMeanCelsius } from '../control/counted.ts';
import { readingAt } from '../control/probe-judge.ts';
import { asksHeat } from '../intent.ts';
import { intoPatient } from '../phase-plan.ts';
import type { RunState } from '../state.ts';
import { inCavityMl } from '../volumes.ts';
import { type Look, look, lookEveryMs, why } from './watch.ts';

/** Watches filling and heat-up once a second; tells when it becomes clear that the target cannot be reached, or can. */
export function estimateHeatUp(state: RunState, events: RunEvent[]): RunState {
  const { phase, nowMs, heatUpWatch: watch, telemetry } = state;
  // Where the perfusate is controlled the cavity has no target to be reached.
  if ((phase !== 'fill' && phase !== 'heat-up') || state.preset.controlSite === 'inflow') {
    return watch === null ? state : { ...state, heatUpWatch: null, estimate: noEstimate('not-heating-up') };
  }
  if (watch !== null && nowMs - watch.lookedMs < lookEveryMs) return state;
  if (telemetry === null) {
    return { ...state, estimate: noEstimate(phase === 'fill' ? 'not-heating-up' : 'control-unknown') };
  }
  const now = lookOf(state, telemetry);
  const next = look(watch, now);
  const estimate = next?.estimate ?? noEstimate(why(now) ?? 'gathering');
  if (next !== null && next.verdict.unreachable !== (watch?.verdict.unreachable ?? false))
    events.push(...tell(estimate));
  return { ...state, heatUpWatch: next, estimate };
}

function lookOf(state: RunState, telemetry: Telemetry): Look {
  const { phase, preset, probesCelsius, sites, rig } = state;
  const site = controlSite('heat-up', preset.controlSite, state.byOutflow);
  const { mode, heaterEnable, inflowSetpointCelsius } = telemetry.inForce;
  const flowMlPerMin = telemetry.flowMlPerMin.value ?? telemetry.inForce.flowSetpointMlPerMin;
  return {
    patient: state.patient,
    nowMs: state.nowMs,
    heatUpSeconds: phase === 'heat-up' ? (state.nowMs - state.enteredMs) / 1000 : null,
    heating: heaterEnable && asksHeat(state),
    targetCelsius: state.targetCelsius,
    bandCelsius,
    controlCelsius: controlCelsius(
      site,
      probesCelsius,
      sites,
      aboveMeanCelsius(state.witness, probesCelsius, sites),
    ).value,
    inflowCelsius: readingAt('inflow', probesCelsius, sites).value,
    inflowSetpointCelsius,
    outflowCelsius: readingAt('outflow', probesCelsius, sites).value,
    coreCelsius: telemetry.coreCelsius.value,
    flowMlPerMin,
    intoCavityMlPerMin: intoPatient(mode) ? flowMlPerMin : 0,
    cavityMl: inCavityMl(state.volumes),
    reservoirMl: telemetry.reservoirMl.value,
    heaterW: (telemetry.heaterPowerPercent / 100) * rig.heaterRatingW,
    heaterRatingW: rig.heaterRatingW,
    highestFlowMlPerMin: rig.highestFlowMlPerMin,
  };
}

function tell(estimate: HeatUpEstimate): RunEvent[] {
  if (estimate.state === 'none') return [];
  const reachable = estimate.state === 'reachable';
  return [
    {
      type: 'target-reach',
      reachable,
      reachCelsius: estimate.reachCelsius.likely,
      helpfulFlowMlPerMin: reachable ? null : estimate.helpfulFlowMlPerMin,
    },
  ];
}
