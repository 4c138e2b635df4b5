import { inflowCeilingCelsius } from '../../domain/command.ts';
import { type HeatUpEstimate, type NoEstimateReason, noEstimate } from '../../domain/heat-up-estimate.ts';
import { type Circuit, newCircuit, stepCircuit } from './circuit.ts';
import { type Ensemble, newEnsemble } from './ensemble.ts';
import { forecast, type Outlook } from './forecast.ts';
import { advance, copyOf, outflowOf } from './heat-model.ts';
import { helpfulFlowMlPerMin } from './helpful-flow.ts';
import { assimilate, isEvent, meanOf, movedCavity } from './measurement.ts';
import type { KnownPatient } from './priors.ts';
import { heaterLimits, judgeReach, noVerdict, reachOf, timeOf, type Verdict } from './verdict.ts';

/** What the estimate remembers between two looks. */
export interface Watch {
  readonly lookedMs: number;
  readonly ensemble: Ensemble;
  readonly circuit: Circuit;
  /** Core at the start, °C. */
  readonly restingCelsius: number;
  readonly measuredMs: number;
  /** Since when the outflow has been flowing; `null`: it is not. */
  readonly outflowSinceMs: number | null;
  /** `null`: nothing has been forecast yet. */
  readonly forecastMs: number | null;
  readonly forecastFlowMlPerMin: number;
  readonly verdict: Verdict;
  readonly estimate: HeatUpEstimate;
}

/** All that is looked at, once a second while the cavity fills or heats up. */
export interface Look {
  readonly patient: KnownPatient;
  readonly nowMs: number;
  /** Since heat-up began, s; `null` while filling. */
  readonly heatUpSeconds: number | null;
  /** Heat is asked for and in force. */
  readonly heating: boolean;
  readonly targetCelsius: number;
  readonly bandCelsius: number;
  /** Control temperature of the heat-up, °C; `null`: not known. */
  readonly controlCelsius: number | null;
  readonly inflowCelsius: number | null;
  readonly inflowSetpointCelsius: number;
  readonly outflowCelsius: number | null;
  readonly coreCelsius: number | null;
  readonly flowMlPerMin: number;
  /** Of the flow, what goes into the cavity. */
  readonly intoCavityMlPerMin: number;
  readonly cavityMl: number;
  readonly reservoirMl: number | null;
  readonly heaterW: number;
  readonly heaterRatingW: number;
  readonly highestFlowMlPerMin: number;
}

/** How often the candidates are moved on, measured against, and sent ahead, ms. */
export const lookEveryMs = 2000;
const measureEveryMs = 10_000;
const forecastEveryMs = 15_000;
/** A flow this far from the one forecast is a new question, share. */
const otherFlowShare = 0.05;
/** Nothing is said before this much of the heat-up has been seen, s. */
const gatherSeconds = 60;
/** Reachable means: within 60 min of heat-up; later, within this much more, s. */
const reachWithinSeconds = 3600;
const leastHorizonSeconds = 1200;
/** Not measured for this long: what is remembered no longer holds, ms. */
const forgetAfterMs = 120_000;
/** How far control temperature and model may differ for reasons no candidate knows, K; the same for the core. */
const controlSd = 0.07;
const outflowSd = 0.15;
const coreSd = 0.01;
/** What stood in the outflow line has left it after this long, ms. */
const outflowAfterMs = 40_000;
/** Least volume the model is driven with, mL. */
const leastCavityMl = 100;
const longestStepSeconds = 5;

/** One look: the candidates move on, are measured against, and where it is due, asked what will come. Pure. */
export function look(before: Watch | null, now: Look): Watch | null {
  const { inflowCelsius, controlCelsius } = now;
  const stale = before !== null && now.nowMs - before.lookedMs > forgetAfterMs;
  if (before === null || stale) return controlCelsius === null || inflowCelsius === null ? null : start(now);
  if (inflowCelsius === null) return { ...before, estimate: noEstimate(why(now) ?? 'gathering') };
  const moved = moveOn(before, now, inflowCelsius);
  const measured = measure(moved, now);
  const reason = why(now);
  if (reason !== null) return { ...measured, verdict: unconfirmed(measured), estimate: noEstimate(reason) };
  return forecastDue(measured, now) ? ask(measured, now) : measured;
}

/** Why nothing can be said now; `null`: it can. */
export function why(
  now: Pick<Look, 'heatUpSeconds' | 'controlCelsius' | 'heating'>,
): NoEstimateReason | null {
  if (now.heatUpSeconds === null) return 'not-heating-up';
  if (now.controlCelsius === null) return 'control-unknown';
  if (!now.heating) return 'not-heating';
  return now.heatUpSeconds < gatherSeconds ? 'gathering' : null;
}

function start(now: Look): Watch {
  const cavity = now.controlCelsius ?? 37;
  const ensemble = newEnsemble(cavity, now.coreCelsius, now.patient);
  return {
    lookedMs: now.nowMs,
    ensemble,
    circuit: newCircuit({
      ...now,
      inflowCelsius: now.inflowCelsius ?? cavity,
      seconds: 0,
    }),
    restingCelsius: now.coreCelsius ?? 36.8,
    measuredMs: now.nowMs,
    outflowSinceMs: null,
    forecastMs: null,
    forecastFlowMlPerMin: 0,
    verdict: noVerdict,
    estimate: noEstimate(why(now) ?? 'gathering'),
  };
}

function moveOn(before: Watch, now: Look, inflowCelsius: number): Watch {
  const { ensemble } = before;
  const temperatures = copyOf(ensemble);
  const inflow = ensemble.cavityCelsius.map(() => inflowCelsius);
  const drive = {
    intoCavityMlPerMin: now.intoCavityMlPerMin,
    circulates: now.heatUpSeconds !== null,
    cavityMl: Math.max(leastCavityMl, now.cavityMl),
    restingCelsius: before.restingCelsius,
  };
  let seconds = (now.nowMs - before.lookedMs) / 1000;
  const circuit = stepCircuit(before.circuit, {
    ...now,
    inflowCelsius,
    seconds,
  });
  for (; seconds > 0; seconds -= longestStepSeconds) {
    advance(temperatures, ensemble, inflow, drive, Math.min(seconds, longestStepSeconds));
  }
  const flows = now.heatUpSeconds !== null && now.intoCavityMlPerMin > 0;
  return {
    ...before,
    lookedMs: now.nowMs,
    ensemble: { ...ensemble, ...temperatures },
    circuit,
    outflowSinceMs: flows ? (before.outflowSinceMs ?? now.nowMs) : null,
  };
}

function measure(watch: Watch, now: Look): Watch {
  if (now.heatUpSeconds === null || now.nowMs - watch.measuredMs < measureEveryMs) return watch;
  let { ensemble } = watch;
  if (now.controlCelsius !== null) {
    const { shownCelsius, probeErrorKelvin } = ensemble;
    const expected = shownCelsius.map((shown, i) => shown + (probeErrorKelvin[i] as number));
    ensemble = isEvent(expected, now.controlCelsius, controlSd)
      ? movedCavity(ensemble, now.controlCelsius - meanOf(expected))
      : assimilate(ensemble, expected, now.controlCelsius, controlSd);
  }
  const { inflowCelsius, outflowCelsius } = now;
  if (
    inflowCelsius !== null &&
    outflowCelsius !== null &&
    now.nowMs - (watch.outflowSinceMs ?? now.nowMs) >= outflowAfterMs
  ) {
    const { cavityCelsius, streamShare } = ensemble;
    const expected = cavityCelsius.map((cavity, i) =>
      outflowOf(cavity, inflowCelsius, streamShare[i] as number),
    );
    ensemble = assimilate(ensemble, expected, outflowCelsius, outflowSd);
  }
  if (now.coreCelsius !== null)
    ensemble = assimilate(ensemble, ensemble.coreCelsius, now.coreCelsius, coreSd);
  return { ...watch, ensemble, measuredMs: now.nowMs };
}

/** What was clear before nothing could be said has to become clear again. */
const unconfirmed = ({ verdict }: Watch): Verdict =>
  verdict.shortSinceMs === null ? verdict : { ...verdict, shortSinceMs: null };

const flowChanged = ({ circuit: { flowMlPerMin }, forecastFlowMlPerMin }: Watch): boolean =>
  Math.abs(flowMlPerMin - forecastFlowMlPerMin) > otherFlowShare * flowMlPerMin;

function forecastDue(watch: Watch, now: Look): boolean {
  if (flowChanged(watch) || watch.forecastMs === null || watch.estimate.state === 'none') return true;
  return now.nowMs - watch.forecastMs >= forecastEveryMs;
}

function ask(watch: Watch, now: Look): Watch {
  const { ensemble, circuit } = watch;
  const { targetCelsius } = now;
  const horizon = Math.max(leastHorizonSeconds, reachWithinSeconds - (now.heatUpSeconds ?? 0));
  const outlook: Outlook = {
    flowMlPerMin: circuit.flowMlPerMin,
    cavityMl: Math.max(leastCavityMl, now.cavityMl),
    reservoirMl: now.reservoirMl,
    restingCelsius: watch.restingCelsius,
    bandFromCelsius: targetCelsius - now.bandCelsius,
    seconds: horizon,
  };
  const ahead = forecast(ensemble, circuit, outlook);
  const { sd, ...reachCelsius } = reachOf(ahead);
  const verdict = judgeReach(
    watch.verdict,
    { sd, ...reachCelsius },
    {
      targetCelsius,
      heatUpSeconds: now.heatUpSeconds ?? 0,
      nowMs: now.nowMs,
      flowChanged: flowChanged(watch),
    },
  );
  const estimate: HeatUpEstimate = verdict.unreachable
    ? {
        state: 'unreachable',
        reachCelsius,
        helpfulFlowMlPerMin: helpfulFlowMlPerMin(
          ensemble,
          circuit,
          outlook,
          targetCelsius,
          now.highestFlowMlPerMin,
        ),
        limitedBy: heaterLimits(ahead, inflowCeilingCelsius) ? 'heater' : 'flow',
      }
    : { state: 'reachable', secondsToBand: timeOf(ahead, horizon), reachCelsius };
  return {
    ...watch,
    verdict,
    estimate,
    forecastMs: now.nowMs,
    forecastFlowMlPerMin: circuit.flowMlPerMin,
  };
}
