import type { OperatorAction, Refusal } from '../domain/action.ts';
import type { CircuitMode } from '../domain/circuit.ts';
import { isFluidVolume } from '../domain/fluid.ts';
import { interlocksStopPump } from '../domain/interlock-effects.ts';
import { withinBounds } from '../domain/manual-reading.ts';
import { isTesting, type Phase } from '../domain/phase.ts';
import { bandCelsius, cavityBesidePerfusateCelsius } from '../domain/preset.ts';
import { extensionRefusal, setFlowRefusal, targetRefusal } from './changes.ts';
import { needsCavity } from './control/cavity-watch.ts';
import { ignoreRefusal } from './control/ignored-probe.ts';
import { contradictedKelvin } from './control/inflow-balance.ts';
import { cavityCelsius, readingAt } from './control/probe-judge.ts';
import { coreTooHot } from './core.ts';
import { drainGuards } from './drain-guards.ts';
import { additionRefusal, drugRefusal, isOpen, someOpen } from './drugs.ts';
import { phasePlans, phaseVolumeMl } from './phase-plan.ts';
import { countsInBand, inBandComplete, planElapsed, treatmentComplete } from './plan-time.ts';
import { returnIsUnmeasured } from './return-watch.ts';
import { expectedInterlocks, selfTestFailed, selfTestPassed } from './self-test.ts';
import { circulating, circulatingAsPlanned, mayStart, preheatSettleMs, settledForMs } from './start-rules.ts';
import type { RunState } from './state.ts';
import { type Guard, type Transition, type Trigger, transitions } from './transitions.ts';
import { flushedMl, mostInCavityMl } from './volumes.ts';

/** Less than a millilitre by count is the rounding of the count. */
export const fluidInCavity = (state: RunState): boolean => (mostInCavityMl(state.volumes) ?? 1) >= 1;
export const highestCavityCelsius = (state: RunState): number | null => {
  const valid = cavityCelsius(state.probesCelsius, state.sites);
  return valid.length === 0 ? null : Math.max(...valid);
};

/** Heat may be resumed while no cavity probe is above this, °C: back in band, or well below the limit of a cavity that is not controlled. */
export const resumeBelowCelsius = ({ preset, targetCelsius }: RunState): number =>
  preset.controlSite === 'inflow' ? cavityBesidePerfusateCelsius - bandCelsius : targetCelsius + bandCelsius;

/** What the reservoir has to hold for the fill still to come, mL: that, and the rest that stays in it. */
export const reservoirNeededMl = ({ preset, volumes, reservoirRestMl }: RunState): number =>
  Math.max(0, preset.fillVolumeMl - volumes.cavityMl) + reservoirRestMl;

/** Before prime it has to hold what the circuit takes as well, mL; `null`: the site has not said how much that is. */
export const primeNeedsMl = (state: RunState): number | null =>
  state.circuitVolumeMl === null ? null : reservoirNeededMl(state) + state.circuitVolumeMl;

/** Measured, and not enough; where nothing measures it people look. */
const reservoirTooLow = (state: RunState): boolean => {
  const level = state.telemetry?.reservoirMl.value ?? null;
  return level !== null && level < reservoirNeededMl(state);
};

/** A rinse, with the pump at rest, until somebody has seen that what it pumps is fresh. */
export const waitsForFreshFluid = ({ phase, freshFluid }: Pick<RunState, 'phase' | 'freshFluid'>): boolean =>
  phase === 'rinse' && !freshFluid;

/** The volume that ends the phase is in. */
export function isFilled({ phase, preset, volumes }: RunState): boolean {
  const planMl = phaseVolumeMl(phase, preset);
  return planMl !== null && volumes.fillingMl >= planMl;
}

const guards: Readonly<Record<Guard, (state: RunState) => Refusal | null>> = {
  none: () => null,
  'named-reason': () => null,
  filled: (s) => (s.preset.mode !== 'circulation' ? 'not-in-this-phase' : isFilled(s) ? null : 'not-ready'),
  'rinse-to-skip': (s) => (waitsForFreshFluid(s) && s.volumes.fillingMl === 0 ? null : 'not-in-this-phase'),
  'single-instillation': (s) => (s.preset.mode === 'single-instillation' ? null : 'not-in-this-phase'),
  'self-test-passed': (s) => (selfTestPassed(s.selfTest) ? null : 'not-ready'),
  circulating: (s) => (circulatingAsPlanned(s) ? null : 'not-ready'),
  'inflow-settled': (s) => {
    // What may be full is not filled.
    if (s.volumes.uncertaintyMl === null) return 'volume-unknown';
    if (reservoirTooLow(s)) return 'reservoir-too-low';
    return circulating(s) && settledForMs(s) >= preheatSettleMs ? null : 'not-ready';
  },
  'may-start': (s) => (mayStart(s) ? null : 'not-ready'),
  'control-temperature-known': (s) =>
    s.control.celsius.value === null ? 'control-temperature-unknown' : null,
  'minutes-complete': (s) => (treatmentComplete(s) || planElapsed(s) ? null : 'needs-name'),
  'fluid-in-cavity': (s) => (fluidInCavity(s) ? null : 'no-fluid-in-cavity'),
  ...drainGuards,
};

/** The transition a trigger would take now, or why it takes none. */
export function findTransition(state: RunState, trigger: Trigger): Transition | Refusal {
  let refusal: Refusal = 'not-in-this-phase';
  for (const row of transitions) {
    if (row.from !== state.phase || row.on !== trigger) continue;
    const why = guards[row.guard](state);
    if (why === null) return row;
    refusal = why;
  }
  return refusal;
}

/** Why an action cannot be taken now; `null`: it can. The same answer serves the button and the reducer. */
export function refusalOf(state: RunState, action: OperatorAction): Refusal | null {
  if (action.type === 'record-note' || action.type === 'acknowledge') return null;
  if (state.phase === 'complete') return 'run-ended';
  switch (action.type) {
    case 'heat-off':
    case 'pause-flow':
    case 'stop-run':
      return null;
    case 'record-drug':
      return drugRefusal(state, action.checkedBy) ?? additionRefusal(state, action.addition);
    case 'addition-not-given':
      return notGivenRefusal(state, action.addition);
    case 'record-reading':
      if (action.kind === 'ascites') return 'reading-not-counted';
      return withinBounds(action.kind, action.value) ? null : 'reading-out-of-range';
    case 'record-fluid':
      return isFluidVolume(action.kind, action.volumeMl) ? null : 'fluid-out-of-range';
    case 'record-carrier':
    case 'record-vital':
    case 'time-out':
      return null;
    case 'end-run':
      return transitionRefusal(state, 'end-run');
    case 'drain-now':
      return drainNowRefusal(state);
    case 'take-command':
      if (state.decision === 'none') return 'nothing-to-resume';
      return state.telemetry === null ? 'link-not-up' : null;
    default:
      return linkRefusal(state) ?? refusalWithLink(state, action);
  }
}

function refusalWithLink(state: RunState, action: OperatorAction): Refusal | null {
  switch (action.type) {
    case 'advance':
      return action.from === state.phase ? advanceRefusal(state) : 'not-in-this-phase';
    case 'start-treatment':
      return (
        heldRefusal(state) ??
        transitionRefusal(state, action.early ? 'start-treatment-early' : 'start-treatment') ??
        firstDrugRefusal(state, action) ??
        (action.drug === null ? null : drugRefusal(state, action.checkedBy))
      );
    case 'change-flow':
      return setFlowRefusal(state, action.mlPerMin);
    case 'leave-retained':
    case 'skip-rinses':
      return action.from === state.phase ? transitionRefusal(state, action.type) : 'not-in-this-phase';
    case 'confirm-fresh-fluid':
      return waitsForFreshFluid(state) ? heldRefusal(state) : 'nothing-to-resume';
    case 'leave-bypass':
      return leaveBypassRefusal(state);
    case 'lift-core-hold':
      return state.heatHeld !== null && coreTooHot(state) ? null : 'nothing-to-resume';
    case 'end-treatment':
      return (
        drainRefusal(state) ??
        transitionRefusal(state, action.early ? 'end-treatment-early' : 'end-treatment') ??
        (action.early === null && someOpen(state) ? 'addition-open' : null)
      );
    case 'extend-until-in-band':
      if (state.phase !== 'treatment' || !countsInBand(state)) return 'not-in-this-phase';
      return planElapsed(state) && !inBandComplete(state) ? null : 'not-ready';
    case 'extend-by':
      return extensionRefusal(state, action.minutes);
    case 'change-target':
      return targetRefusal(state, action.celsius);
    case 'go-on-without-cavity':
      return needsCavity(state) && phasePlans[state.phase].heat === 'control' ? null : 'nothing-to-resume';
    case 'ignore-probe':
      return ignoreRefusal(state, action.probe);
    case 'confirm-return':
      return state.returns.circulatingMs !== null && !state.returns.seen && returnIsUnmeasured(state)
        ? null
        : 'nothing-to-resume';
    case 'resume-heat':
      return resumeHeatRefusal(state);
    case 'resume-flow':
      if (state.flowHeld === null || restartsUnheated(state)) return 'nothing-to-resume';
      return interlockRefusal(state);
    case 'circulate-unheated':
      return restartsUnheated(state) ? interlockRefusal(state) : 'nothing-to-resume';
    case 'clear-interlocks':
      return state.interlockBits & action.bits ? null : 'nothing-to-resume';
    case 'control-by-outflow':
      if (state.byOutflow || phasePlans[state.phase].heat !== 'control' || state.control.site !== 'cavity')
        return 'not-in-this-phase';
      if (state.control.celsius.value !== null) return 'not-ready';
      return outflowKnown(state) ? null : 'control-temperature-unknown';
    default:
      return null;
  }
}

/** By its own rule the treatment starts with its first drug. */
const firstDrugRefusal = (
  { preset, clocks }: RunState,
  { early, drug }: OperatorAction & { type: 'start-treatment' },
): Refusal | null =>
  preset.clockStartsOn === 'first-drug' && early === null && drug === null && !clocks.drugRecorded
    ? 'drug-starts-the-clock'
    : null;

function notGivenRefusal(state: RunState, addition: number): Refusal | null {
  const refusal = additionRefusal(state, addition);
  if (refusal !== null) return refusal;
  return isOpen(state, addition) ? null : 'addition-recorded';
}

/** Like the other interventions it is the decision that a rig which answers again waits for. */
function drainNowRefusal(state: RunState): Refusal | null {
  if (state.telemetry === null) return 'link-not-up';
  if (!fluidInCavity(state)) return 'no-fluid-in-cavity';
  return transitionRefusal(state, 'drain-now') ?? drainRefusal(state);
}

/** Where the inflow is known it is not for a person to say that it is cool; where not, enough has to have passed. */
function leaveBypassRefusal(state: RunState): Refusal | null {
  if (state.flowHeld !== null) return 'flow-held';
  if (state.restart === null && state.divert !== 'over-temperature') return 'nothing-to-resume';
  if (state.probesCelsius[0].value !== null) return 'inflow-known';
  return state.volumes.bypassedMl >= flushedMl ? null : 'not-ready';
}

/** After STOP RUN a phase that goes round goes on as "circulate unheated"; one that fills or drains resumes that. */
export const restartsUnheated = (state: RunState): boolean =>
  state.stopped && goesRound.includes(phasePlans[state.phase].mode);
const goesRound: readonly CircuitMode[] = ['prime', 'bypass', 'circulate'];

/** Interlocks that are latched and not part of the self-test of the watchdog. */
export const latchedBits = (state: RunState): number => state.interlockBits & ~expectedInterlocks(state);

export const outflowKnown = (state: RunState): boolean =>
  readingAt('outflow', state.probesCelsius, state.sites).value !== null;

function transitionRefusal(state: RunState, trigger: Trigger): Refusal | null {
  const found = findTransition(state, trigger);
  return typeof found === 'string' ? found : null;
}

/** Phases whose next step pumps or heats wait for holds to be lifted; a drained cavity does not. */
const holdsMatter: readonly Phase[] = ['prime', 'machine-test', 'preheat', 'fill'];

function advanceRefusal(state: RunState): Refusal | null {
  if (isTesting(state.phase) && selfTestFailed(state.selfTest)) return null;
  const held = holdsMatter.includes(state.phase) ? heldRefusal(state) : null;
  return held ?? transitionRefusal(state, 'advance') ?? timeOutRefusal(state);
}

/** From prime on heat follows: the time-out comes before. */
const timeOutRefusal = ({ phase, asksTimeOut, timeOut }: RunState): Refusal | null =>
  phase === 'prime' && asksTimeOut && timeOut === null ? 'needs-time-out' : null;

const linkRefusal = (state: RunState): Refusal | null => {
  if (state.decision !== 'none') return 'needs-decision';
  return state.telemetry === null ? 'link-not-up' : null;
};

const heldRefusal = (state: RunState): Refusal | null => {
  if (state.flowHeld !== null) return 'flow-held';
  return latchedBits(state) === 0 ? null : 'interlock-latched';
};

const interlockRefusal = (state: RunState): Refusal | null =>
  interlocksStopPump(state.interlockBits, phasePlans[state.phase].mode) ? 'interlock-latched' : null;

const drainRefusal = (state: RunState): Refusal | null =>
  interlocksStopPump(state.interlockBits, 'drain') ? 'interlock-latched' : null;

function resumeHeatRefusal(state: RunState): Refusal | null {
  if (state.heatHeld === null) return 'nothing-to-resume';
  if (state.flowHeld !== null) return 'flow-held';
  if (state.interlockBits !== 0) return 'interlock-latched';
  if (coreTooHot(state)) return 'core-too-hot';
  const { heat } = phasePlans[state.phase];
  if (heat !== 'off' && state.control.celsius.value === null) return 'control-temperature-unknown';
  if (heat !== 'control') return null;
  if (state.probesCelsius[0].value === null) return 'inflow-unknown';
  if (needsCavity(state)) return 'cavity-unknown';
  if ((state.inflowBalance.offKelvin ?? 0) < contradictedKelvin) return 'inflow-contradicted';
  const hottest = highestCavityCelsius(state);
  return hottest !== null && hottest >= resumeBelowCelsius(state) ? 'cavity-too-hot' : null;
}

/** Nothing more is to be pumped: what still holds the machine holds nobody from leaving a drained patient. */
export const mayLeave = (state: RunState): boolean =>
  (state.phase === 'disconnect' || state.rinsesDone >= state.preset.rinses.count) &&
  endings.includes(state.phase) &&
  refusalOf(state, { type: 'advance', from: state.phase }) === null;
const endings: readonly Phase[] = ['drain', 'rinse-drain', 'disconnect'];
