import type { Advice, AdviceKey, AdviceText } from '../contract/view.ts';
import { interlocksIn } from '../domain/circuit.ts';
import { inflowCeilingCelsius } from '../domain/command.ts';
import { comesBeyondCount, isDrained } from '../protocol/drain-guards.ts';
import { wantsHeat } from '../protocol/enter.ts';
import { latchedBits, mayLeave, primeNeedsMl, waitsForFreshFluid } from '../protocol/guards.ts';
import { waitsForReturn } from '../protocol/intent.ts';
import { phasePlans } from '../protocol/phase-plan.ts';
import {
  countsInBand,
  leftOfPlanMs,
  planElapsed,
  plannedMs,
  treatmentComplete,
} from '../protocol/plan-time.ts';
import { selfTestFailed, selfTestPassed } from '../protocol/self-test.ts';
import { mayStart, preheatSettleMs, settledForMs, startsInMs } from '../protocol/start-rules.ts';
import type { RunState } from '../protocol/state.ts';
import { inCavityMl, isDry } from '../protocol/volumes.ts';
import { holdsView } from './holds.ts';

const text = (key: AdviceKey, values: AdviceText['values'] = {}): AdviceText => ({ key, values });

/** What goes on and what comes next, in words of the dictionary; the most basic trouble first. */
export function advise(state: RunState): Advice {
  return trouble(state) ?? progress(state);
}

function trouble(state: RunState): Advice | null {
  if (state.phase === 'complete') return null;
  if (state.telemetry === null) return { now: text('link-lost'), next: text('next-use-machine-switch') };
  if (state.decision === 'rig-restarted')
    return { now: text('rig-restarted'), next: text('next-take-command') };
  if (state.decision === 'console-restarted')
    return { now: text('console-restarted'), next: text('next-take-command') };
  if (state.decision === 'link-lost') return { now: text('link-back'), next: text('next-take-command') };
  if (mayLeave(state)) return null;
  const clear = text('next-clear-interlocks', { interlocks: interlocksIn(latchedBits(state)).join(' ') });
  const latched = latchedBits(state) !== 0;
  const holds = holdsView(state);
  if (state.flowHeld !== null) {
    const { stopped, flowHeld: reason } = state;
    const asked = stopped ? text('stop-not-confirmed') : text('hold-not-confirmed', { reason });
    const held = stopped ? text('stopped', volume(state)) : text('flow-held', { reason });
    const confirmed = holds.flow === 'in-force' && (!stopped || holds.heat === 'in-force');
    return { now: confirmed ? held : asked, next: latched ? clear : text('next-resume-flow') };
  }
  if (waitsForFreshFluid(state)) return { now: text('rinse-asks'), next: text('next-confirm-fresh-fluid') };
  if (state.restart !== null) return { now: text('restarting-through-bypass'), next: null };
  if (wantsHeat(state) && state.heatHeld !== null) {
    return {
      now: text('heat-held', { reason: state.heatHeld }),
      next: latched ? clear : text('next-resume-heat'),
    };
  }
  if (wantsHeat(state) && state.control.celsius.value === null)
    return { now: text('control-unknown'), next: null };
  return latched ? { now: text('flow-held', { reason: 'interlock' }), next: clear } : null;
}

function progress(state: RunState): Advice {
  const { preset } = state;
  const seconds = (ms: number): number => Math.max(0, Math.ceil(ms / 1000));
  switch (state.phase) {
    case 'self-test':
      if (selfTestFailed(state.selfTest)) return { now: text('self-test-failed'), next: null };
      return selfTestPassed(state.selfTest)
        ? { now: text('self-test-passed'), next: beforePrime(state) }
        : { now: text('self-test-running'), next: beforePrime(state) };
    case 'prime':
      return { now: text('priming'), next: text('next-confirm-machine-test') };
    case 'machine-test': {
      const next = text('next-confirm-preheat');
      if (selfTestFailed(state.selfTest)) return { now: text('self-test-failed'), next: null };
      return { now: text(selfTestPassed(state.selfTest) ? 'machine-test-passed' : 'machine-testing'), next };
    }
    case 'preheat': {
      const left = seconds(preheatSettleMs - settledForMs(state));
      const key = left === 0 ? 'preheat-ready' : 'preheating';
      return {
        now: text(key, { seconds: left, target: state.targetCelsius }),
        next: text('next-confirm-fill'),
      };
    }
    case 'fill':
      if (waitsForReturn(state))
        return { now: text('filled', volume(state)), next: text('next-confirm-circulate') };
      return {
        now: text('filling', { ml: Math.round(state.volumes.fillingMl), plan: preset.fillVolumeMl }),
        next: text(preset.mode === 'circulation' ? 'next-confirm-circulate' : 'next-dwell'),
      };
    case 'heat-up': {
      if (mayStart(state)) return { now: text('treatment-may-start'), next: text('next-confirm-treatment') };
      const settles = preset.clockStartsOn === 'inflow' ? state.inflowReachedSinceMs : state.settledSinceMs;
      const now =
        settles !== null
          ? text('heat-up-settling', { seconds: seconds(startsInMs(state)) })
          : (heatingUpLate(state) ?? text('heating-up', { target: state.targetCelsius }));
      return { now, next: text('next-confirm-treatment') };
    }
    case 'treatment':
      return { now: treatmentNow(state), next: text('next-drain-confirm', { minutes: preset.minutes }) };
    case 'dwell':
      return {
        now: dwellNow(state),
        next: text('next-drain-confirm', { minutes: preset.minutes }),
      };
    case 'drain':
    case 'rinse-drain': {
      const rinses = state.rinsesDone < preset.rinses.count;
      const key = isDrained(state)
        ? 'drain-low'
        : isDry(state.volumes)
          ? 'drain-retained'
          : comesBeyondCount(state)
            ? 'drain-beyond-count'
            : state.phase === 'drain'
              ? 'draining'
              : 'rinse-draining';
      return {
        now: text(key, volume(state)),
        next: text(rinses ? 'next-confirm-rinse' : 'next-confirm-disconnect'),
      };
    }
    case 'rinse':
      return {
        now: text('rinsing', { ml: Math.round(state.volumes.fillingMl), plan: preset.rinses.volumeMl }),
        next: text('next-rinse-drain'),
      };
    case 'disconnect':
      return {
        now: text('disconnecting'),
        next: text(state.drainMeasuredMl === null ? 'next-measure-drain' : 'next-confirm-complete'),
      };
    case 'complete':
      return { now: text('complete'), next: text('next-report') };
  }
}

function beforePrime(state: RunState): AdviceText {
  const ml = primeNeedsMl(state);
  return text('next-confirm-prime', ml === null ? {} : { ml });
}

/** The band is likely to be reached, but after the time the phase has. */
function heatingUpLate({ phase, enteredMs, nowMs, estimate, targetCelsius }: RunState): AdviceText | null {
  const { limit } = phasePlans[phase];
  if (estimate.state !== 'reachable' || limit?.after !== 'entry') return null;
  const minutes = (nowMs - enteredMs) / 60_000 + estimate.secondsToBand.likely / 60;
  if (minutes <= limit.minutes) return null;
  return text('heating-up-late', {
    target: targetCelsius,
    minutes: Math.ceil(minutes),
    limit: limit.minutes,
  });
}

function dwellNow(state: RunState): AdviceText {
  const values = { seconds: Math.max(0, Math.ceil(leftOfPlanMs(state) / 1000)) };
  if (!treatmentComplete(state)) return text('dwelling', values);
  return values.seconds > 0
    ? text('extended-by', values)
    : text('dwell-complete', { minutes: state.preset.minutes });
}

function treatmentNow(state: RunState): AdviceText {
  const { minutes } = state.preset;
  const leftMs = leftOfPlanMs(state);
  if (treatmentComplete(state)) {
    if (leftMs > 0) return text('extended-by', { seconds: Math.ceil(leftMs / 1000) });
    return text(countsInBand(state) ? 'in-band-complete' : 'time-complete', { minutes });
  }
  if (countsInBand(state) && planElapsed(state)) {
    const short = Math.ceil((plannedMs(state) - state.clocks.inBandMs) / 1000);
    return text(state.clocks.extended ? 'extended' : 'plan-elapsed-question', { seconds: short });
  }
  if (state.clocks.stop !== null) return text('out-of-band', { why: state.clocks.stop });
  return text(atCeiling(state) ? 'no-reserve' : 'holding');
}

/** The inflow can be made no warmer: what cools the cavity from here on is not held. */
const atCeiling = ({ control, controller }: RunState): boolean =>
  control.site !== 'inflow' && controller.setpointCelsius >= inflowCeilingCelsius - 0.05;

const volume = (state: RunState): AdviceText['values'] => ({ ml: Math.round(inCavityMl(state.volumes)) });
