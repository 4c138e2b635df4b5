import type { ActionResult, OperatorAction } from '../domain/action.ts';
import type { Actor, Also } from '../domain/actor.ts';
import type { CircuitMode } from '../domain/circuit.ts';
import { type Intent, standbyIntent } from '../domain/command.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { RigIdentity, Telemetry } from '../domain/telemetry.ts';
import { unknownFillMl } from '../domain/volume-scale.ts';

/**
 * What a person may ask of a machine outside a run. It never heats, never fills, starts nothing but a drain, and goes
 * on by itself with nothing: after a lost link nothing is written until somebody presses again. Only standing down after
 * a run, which the console tells by itself, goes on.
 */
export interface RescueState {
  readonly rig: RigIdentity;
  /** `nothing`: nothing is written; the machine is only read. */
  readonly doing: 'nothing' | 'off' | 'circulate-unheated' | 'drain';
  /** Told by the console itself, because a run is over: that goes on by itself after a lost link. */
  readonly byConsole: boolean;
  /** Valves and flow of what circulates, as they were in force when somebody let it go on. */
  readonly kept: {
    readonly mode: CircuitMode;
    readonly mostMlPerMin: number;
    readonly mlPerMin: number;
  } | null;
  readonly drainFlowMlPerMin: number;
  /** Replies since the drain was pressed: the first blocks have the pump off, a machine counts an enable only after that. */
  readonly replies: number;
  /** Since when the pump has been asked on and not been in force, s. */
  readonly notRunningSeconds: number;
  readonly drySeconds: number;
  /** Drained since the rescue began, by count, mL. */
  readonly outMl: number;
  /** Drained by hand since the rescue began, as entered, mL. */
  readonly byHandMl: number;
  /** In the cavity before anything was asked, at least, as the last record of this machine has it, mL; `null`: nobody knows. */
  readonly cavityMl: number | null;
  /** What its run had planned to fill, mL: what is nearly nothing goes by it. */
  readonly fillMl: number;
  /**
   * How the last drain ended; `null`: none has. `blocked`: nothing comes, and what is in the cavity has not come;
   * `machine`: it has stopped it.
   */
  readonly drainEnded: 'dry' | 'blocked' | 'person' | 'machine' | null;
  readonly clearBits: number;
  readonly interlockBits: number;
  readonly telemetry: Telemetry | null;
  readonly nowMs: number;
}

/** A volume that came by hand, with a machine or without. */
export type HandReading = Extract<OperatorAction, { type: 'record-reading' }>;

/** Kept in the record as what they are in a run; `stop-run`: heater and pump off, valves to standby. */
export type RescueAction =
  | HandReading
  | Extract<
      OperatorAction,
      { type: 'stop-run' | 'circulate-unheated' | 'change-flow' | 'drain-now' | 'clear-interlocks' }
    >;
export type RescueEvent =
  | { readonly type: 'tick'; readonly telemetry: Telemetry | null }
  | { readonly type: 'action'; readonly action: RescueAction; readonly by: Actor; readonly also?: Also }
  /** A run is over and its machine has not been seen to stand. Asks for no reply first: it may be out of reach. */
  | { readonly type: 'stand-down'; readonly by: Actor }
  | Extract<RunEvent, { type: 'link-lost' | 'link-restored' | 'rig-restarted' }>;
export interface RescueStep {
  readonly state: RescueState;
  /** For the rescue record, in order. */
  readonly events: readonly RunEvent[];
  /** Only for an action. */
  readonly result: ActionResult | null;
}

/** Of a drain with no preset to say how fast, mL/min (proposal: slower than any preset drains). */
const carefulDrainMlPerMin = 500;
/** Replies with the pump asked off before a drain starts. */
const offReplies = 2;

export function newRescue(
  rig: RigIdentity,
  nowMs: number,
  cavityMl: number | null,
  fillMl: number = unknownFillMl,
  drainFlowMlPerMin: number = carefulDrainMlPerMin,
): RescueState {
  const within = Math.min(rig.highestFlowMlPerMin, Math.max(rig.lowestFlowMlPerMin, drainFlowMlPerMin));
  return {
    rig,
    doing: 'nothing',
    byConsole: false,
    kept: null,
    drainFlowMlPerMin: within,
    ...fresh,
    outMl: 0,
    byHandMl: 0,
    cavityMl,
    fillMl,
    drainEnded: null,
    interlockBits: 0,
    telemetry: null,
    nowMs,
  };
}
export const fresh = { replies: 0, notRunningSeconds: 0, drySeconds: 0, clearBits: 0 } as const;

/** What is written now; `null`: nothing. */
export function rescueIntent(state: RescueState): Intent | null {
  const { doing, kept, clearBits } = state;
  const off: Intent = { ...standbyIntent, clearBits };
  if (doing === 'nothing') return null;
  if (doing === 'off') return off;
  if (doing === 'circulate-unheated') {
    return kept === null
      ? off
      : { ...off, mode: kept.mode, pumpEnable: true, flowSetpointMlPerMin: kept.mlPerMin };
  }
  const starts = state.replies >= offReplies;
  return {
    ...off,
    mode: 'drain',
    pumpEnable: starts,
    flowSetpointMlPerMin: starts ? state.drainFlowMlPerMin : 0,
  };
}

/** The machine has drained what it could, and fluid may be in somebody: it takes a person's hands. */
export const drainUnfinished = ({ drainEnded }: RescueState): boolean =>
  drainEnded === 'blocked' || drainEnded === 'machine';
