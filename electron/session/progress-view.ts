import type { AdditionView, RunView } from '../contract/view.ts';
import { type ProbeId, probeIds } from '../domain/case.ts';
import { missing } from '../domain/reading.ts';
import { flowRange, targetRange } from '../protocol/changes.ts';
import { clockStops } from '../protocol/clocks.ts';
import { judgedCore } from '../protocol/core.ts';
import { drugNeedsTwo } from '../protocol/drugs.ts';
import { refusalOf } from '../protocol/guards.ts';
import { isTreating } from '../protocol/phase-plan.ts';
import { countsInBand, inBandComplete, planElapsed } from '../protocol/plan-time.ts';
import { additionStands, coreReadingDue } from '../protocol/reminders.ts';
import type { RunState } from '../protocol/state.ts';
import { inCavityMl, notRecoveredByMeasureMl, notRecoveredMl } from '../protocol/volumes.ts';

type ProgressView = Pick<
  RunView,
  | 'clockStops'
  | 'planQuestion'
  | 'setFlow'
  | 'plan'
  | 'additions'
  | 'drugNeedsTwo'
  | 'needsSecond'
  | 'timeOut'
  | 'carrier'
  | 'balance'
  | 'coreByHand'
  | 'coreJudged'
  | 'coreHoldCelsius'
>;

/** How the run stands against its plan: clocks, set flow, additions, volumes, readings by hand. Pure. */
export function progressView(state: RunState): ProgressView {
  const { clocks, volumes, core, drainMeasuredMl } = state;
  return {
    clockStops: clockStops(clocks, isTreating(state.phase)),
    planQuestion:
      state.phase === 'treatment' &&
      countsInBand(state) &&
      planElapsed(state) &&
      !inBandComplete(state) &&
      !clocks.extended,
    setFlow: setFlowView(state),
    plan: planView(state),
    additions: state.preset.additions.map((_, index) => additionView(state, index)),
    drugNeedsTwo: drugNeedsTwo(state),
    needsSecond: state.needsSecond,
    timeOut: state.timeOut,
    carrier: state.carrier,
    balance: {
      beforeMl: volumes.beforeMl,
      filledMl: volumes.inMl - volumes.addedMl,
      addedMl: volumes.addedMl,
      drainedMl: volumes.outMl,
      circulationMl: volumes.circulationMl,
      byHandInMl: volumes.byHandInMl,
      byHandOutMl: volumes.byHandOutMl,
      drainMeasuredMl,
      notRecoveredMl: notRecoveredMl(volumes),
      notRecoveredByMeasureMl:
        drainMeasuredMl === null ? null : notRecoveredByMeasureMl(volumes, drainMeasuredMl),
      inCavityMl: inCavityMl(volumes),
      inCavity: { ml: inCavityMl(volumes), uncertaintyMl: volumes.uncertaintyMl },
    },
    coreHoldCelsius: core.hold?.celsius ?? null,
    coreJudged: judgedCore(state)?.from ?? null,
    coreByHand: {
      celsius: core.byHand?.celsius ?? null,
      secondsAgo: core.byHand === null ? null : Math.floor((state.nowMs - core.byHand.atMs) / 1000),
      due: coreReadingDue(state),
    },
  };
}

function setFlowView(state: RunState): RunView['setFlow'] {
  const [lowestMlPerMin, highestMlPerMin] = flowRange(state);
  const same = { type: 'change-flow', mlPerMin: lowestMlPerMin } as const;
  return {
    plannedMlPerMin: state.preset.flowMlPerMin,
    mlPerMin: state.setFlowMlPerMin,
    lowestMlPerMin,
    highestMlPerMin,
    mayChange: refusalOf(state, same) === null,
  };
}

function planView(state: RunState): RunView['plan'] {
  const [lowestCelsius, highestCelsius] = targetRange(state);
  const same = { type: 'change-target', celsius: state.targetCelsius, ...anybody } as const;
  return {
    target: {
      plannedCelsius: state.preset.targetCelsius,
      lowestCelsius,
      highestCelsius,
      mayChange: refusalOf(state, same) === null,
    },
    extendedMinutes: state.clocks.extendedByMs / 60_000,
    mayExtend: refusalOf(state, { type: 'extend-by', minutes: 1, ...anybody }) === null,
  };
}
export const probesView = (state: RunState): RunView['probes'] =>
  probeIds.map((id, index) => ({
    id,
    site: state.sites[index] ?? 'not-used',
    celsius: state.probesCelsius[index] ?? missing('no-value'),
    cem43Minutes: state.cem43Minutes[index] ?? 0,
    ignored: ignoredView(state, id),
    mayIgnore: refusalOf(state, { type: 'ignore-probe', probe: id, ...anybody }) === null,
  }));

function ignoredView(
  { ignored, nowMs }: Pick<RunState, 'ignored' | 'nowMs'>,
  id: ProbeId,
): RunView['probes'][number]['ignored'] {
  if (ignored === null || ignored.probe !== id) return null;
  return { secondsLeft: Math.max(0, ignored.untilMs - nowMs) / 1000, celsius: ignored.celsius };
}
const anybody = { reason: '?', clinician: '?' };

function additionView(state: RunState, index: number): AdditionView {
  const { label, atMinutes } = state.preset.additions[index] ?? { label: '', atMinutes: 0 };
  const { state: stands, dueInMs } = additionStands(state, index);
  const doneMs = state.additionsMs[index] ?? null;
  return {
    label,
    atMinutes,
    state: stands,
    dueInSeconds: dueInMs === null ? null : Math.ceil(dueInMs / 1000),
    doneAtSeconds: doneMs === null ? null : doneMs / 1000,
  };
}
