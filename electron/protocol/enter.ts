import type { Outcome, Phase } from '../domain/phase.ts';
import type { RunEvent } from '../domain/run-event.ts';
import { startController } from './control/controller.ts';
import { inContact } from './drugs.ts';
import { isTreating, phasePlans } from './phase-plan.ts';
import { treatmentComplete } from './plan-time.ts';
import { newSelfTest } from './self-test.ts';
import type { RunState } from './state.ts';
import { inCavityMl, isDry, type Volumes } from './volumes.ts';

export interface Step {
  readonly state: RunState;
  readonly events: readonly RunEvent[];
}

/** Enters a phase by a transition already found allowed; what belongs to the old phase ends here. */
export function enterPhase(state: RunState, to: Phase, cause: string): Step {
  const from = state.phase;
  const event: RunEvent = { type: 'phase', from, to, cause };
  const path = [...state.path, { phase: to, startMs: state.nowMs }];
  const base: RunState = {
    ...state,
    phase: to,
    enteredMs: state.nowMs,
    path,
    settledSinceMs: null,
    inflowReachedSinceMs: null,
  };
  const entered: RunState = { ...base, ...entry(base, from) };
  return {
    state: cause === 'advance' ? { ...entered, volumes: settled(entered.volumes) } : entered,
    events: [event],
  };
}

/** Nothing has come for a while and a person goes on as drained: what the cavity may have held is out. */
const settled = (volumes: Volumes): Volumes =>
  isDry(volumes) && volumes.uncertaintyMl !== 0 ? { ...volumes, uncertaintyMl: 0 } : volumes;

function entry(state: RunState, from: Phase): Partial<RunState> {
  switch (state.phase) {
    case 'machine-test':
      return { selfTest: newSelfTest('machine-test', state.nowMs) };
    case 'fill':
      return {
        // What is in already is part of the filling: the plan is not exceeded.
        volumes: { ...state.volumes, fillingMl: inCavityMl(state.volumes) },
        clocks: inContact(state.clocks, state.nowMs),
      };
    case 'heat-up':
      // While somebody looked the exchanger stood still: what stands in it goes through bypass first.
      return {
        controller: startController(state.controller.setpointCelsius),
        restart: { sinceMs: state.nowMs },
      };
    case 'treatment':
    case 'dwell':
      return { clocks: { ...state.clocks, startedMs: state.nowMs, stop: null } };
    case 'drain':
    case 'rinse-drain':
      return {
        ...flowing(state),
        volumes: { ...state.volumes, drySeconds: 0 },
        endingAs: isTreating(from) ? treatmentOutcome(state) : state.endingAs,
      };
    case 'rinse':
      // While it drained the exchanger stood still: what stands in it goes through bypass first.
      return {
        ...flowing(state),
        restart: { sinceMs: state.nowMs },
        ...drugOut(state),
        volumes: { ...state.volumes, fillingMl: 0 },
        freshFluid: false,
        rinsesDone: state.rinsesDone + 1,
      };
    case 'disconnect':
      // A rinse that was entered and then skipped was none.
      return { ...drugOut(state), rinsesDone: state.rinsesDone - (from === 'rinse' ? 1 : 0) };
    case 'complete':
      // A run that was led to its end was not stopped, even if its pump was meanwhile.
      return { ...drugOut(state), keep: null, stopped: state.stopped && from !== 'disconnect' };
    default:
      return {};
  }
}

/** A person confirmed this step, so a paused or stopped flow goes on; heat does not. */
const flowing = ({ heldByAlarm }: RunState): Partial<RunState> => ({
  flowHeld: null,
  heldByAlarm: { ...heldByAlarm, flow: false },
  stopped: false,
  restart: null,
  divert: 'none',
});

/** Contact ends with the drain; rinsing comes after it. */
const drugOut = (state: RunState): Partial<RunState> => ({ clocks: { ...state.clocks, drugEnded: true } });

const treatmentOutcome = (state: RunState): Outcome =>
  treatmentComplete(state) ? 'completed' : 'ended-early';

/** What the run comes to when it ends now. */
export function outcomeNow(state: RunState): Outcome {
  if (state.endingAs !== null && !state.stopped) return state.endingAs;
  if (state.stopped) return 'stopped';
  return state.clocks.startedMs === null ? 'aborted' : 'ended-early';
}

export const wantsHeat = (state: RunState): boolean => phasePlans[state.phase].heat !== 'off';
