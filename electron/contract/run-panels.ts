import type { OperatorActionType, Refusal } from '../domain/action.ts';
import type { ProbeId, ProbeSite } from '../domain/case.ts';
import type { ClockStop } from '../domain/clock-stop.ts';
import type { Phase } from '../domain/phase.ts';
import type { RulingClock } from '../domain/preset.ts';
import type { Reading } from '../domain/reading.ts';

/** The set flow of what circulates: planned, in force now, and what it may be changed to. */
export interface SetFlowView {
  readonly plannedMlPerMin: number;
  readonly mlPerMin: number;
  /** What preset bounds and rig allow. */
  readonly lowestMlPerMin: number;
  readonly highestMlPerMin: number;
  readonly mayChange: boolean;
}

export interface AdditionView {
  readonly label: string;
  readonly atMinutes: number;
  /** `late`: five minutes past due and not recorded; `not-given`: somebody has said so. */
  readonly state: 'ahead' | 'due' | 'late' | 'done' | 'not-given';
  /** Until due (negative: since), s; `null` before treatment and once done. */
  readonly dueInSeconds: number | null;
  /** Session time it was recorded at; `null`: it was not. */
  readonly doneAtSeconds: number | null;
}

/** Volumes by the console's own count, mL. What only goes round is in none of them. */
export interface VolumeBalance {
  /** By fill and rinse. */
  readonly filledMl: number;
  /** Recorded with drug additions. */
  readonly addedMl: number;
  readonly drainedMl: number;
  /** In minus out while circulating, as far as the rig measures its outflow. */
  readonly circulationMl: number;
  /** In the cavity already as the run began. */
  readonly beforeMl: number;
  /** Recorded by people as gone in and come out past the machine. */
  readonly byHandInMl: number;
  readonly byHandOutMl: number;
  /** All that was drained, as a person has measured it; `null`: nobody has. */
  readonly drainMeasuredMl: number | null;
  /** before + filled + added + circulation + by hand in and out − drained; negative where more came out than went in. */
  readonly notRecoveredMl: number;
  /** The same with the measured drain; `null`: it was not measured. */
  readonly notRecoveredByMeasureMl: number | null;
  /** The estimate alarms go by: never below nothing. */
  readonly inCavityMl: number;
  /** The same with what it may be off by; `uncertaintyMl` `null`: nobody knows, it may be full. */
  readonly inCavity: { readonly ml: number; readonly uncertaintyMl: number | null };
}

export type Intervention = 'heat-off' | 'pause-flow' | 'stop-run' | 'drain-now';

/**
 * How far a hold of heat or flow has come. `held`: asked for, and not shown by the machine yet; `in-force`: the machine
 * shows it; `not-sent`: nothing carries it, because the link is lost or a person has to decide first.
 */
export type HoldStands = 'held' | 'in-force' | 'not-sent';
export interface HoldsView {
  /** `null`: not held. */
  readonly heat: HoldStands | null;
  readonly flow: HoldStands | null;
}

export interface PhaseStep {
  readonly phase: Phase;
  /** 1-based, above 1 only for repeated rinses. */
  readonly round: number;
  readonly state: 'done' | 'current' | 'ahead';
  readonly startSeconds: number | null;
  /** 0 to 1 where the phase has a measurable end, else `null`. */
  readonly progress: number | null;
}

export interface PrimaryAction {
  readonly action: PrimaryActionKind;
  /** For `clear-interlocks`: which; for `advance`: the phase it leaves. */
  readonly bits: number;
  readonly from: Phase;
  /** `null`: may be pressed now. */
  readonly blocked: Refusal | null;
  /** A number that goes with the block or the label (a temperature, seconds, mL). */
  readonly value: number | null;
  /** For `take-command`: what its first block does; `null` for others. */
  readonly carries: Carried | null;
}
/** `stop` and `pause-flow`: heater and pump off; `heat-off` and `as-in-force`: flow as it is, heater off. */
export type Carried = 'as-in-force' | 'heat-off' | 'pause-flow' | 'stop';
export type PrimaryActionKind = Extract<
  OperatorActionType,
  | 'advance'
  | 'start-treatment'
  | 'resume-heat'
  | 'resume-flow'
  | 'circulate-unheated'
  | 'take-command'
  | 'clear-interlocks'
  | 'end-treatment'
  | 'confirm-fresh-fluid'
>;

/** What of the plan a person may change now: the target and how long it goes on. */
export interface PlanView {
  readonly target: {
    readonly plannedCelsius: number;
    readonly lowestCelsius: number;
    readonly highestCelsius: number;
    readonly mayChange: boolean;
  };
  /** Minutes by which it was made longer so far. */
  readonly extendedMinutes: number;
  readonly mayExtend: boolean;
}

export interface OfferedAction {
  readonly action: Extract<
    OperatorActionType,
    | 'confirm-return'
    | 'end-run'
    | 'end-treatment'
    | 'extend-until-in-band'
    | 'control-by-outflow'
    | 'go-on-without-cavity'
    | 'start-treatment'
    | 'leave-retained'
    | 'skip-rinses'
    | 'leave-bypass'
    | 'lift-core-hold'
  >;
  /** It goes outside the plan: a reason and a named clinician are asked for. */
  readonly needsName: boolean;
}

export interface ControlView {
  readonly celsius: Reading;
  readonly site: 'inflow' | 'cavity' | 'outflow';
  readonly targetCelsius: number;
  readonly state: 'in-band' | 'below' | 'above' | 'unknown' | 'not-judged';
  /** Wall time since when `state` holds. */
  readonly sinceWallMs: number;
  /**
   * Of several cavity probes one alone is left: which, and what is added to its reading, so that the level does not jump.
   * `null`: it is not so.
   */
  readonly alone: { readonly probe: ProbeView['id']; readonly addedKelvin: number } | null;
}

export interface ProbeView {
  readonly id: ProbeId;
  readonly site: ProbeSite;
  readonly celsius: Reading;
  readonly cem43Minutes: number;
  /** It does not count for so long still; `celsius`: what it reads meanwhile. `null`: it is not ignored. */
  readonly ignored: { readonly secondsLeft: number; readonly celsius: number | null } | null;
  readonly mayIgnore: boolean;
}

export interface ClocksView {
  readonly plannedSeconds: number;
  /** By which the plan is counted; `dwell`: what stands in the cavity is not judged. */
  readonly ruling: RulingClock | 'dwell';
  readonly elapsedSeconds: number | null;
  readonly inBandSeconds: number | null;
  readonly drugInCavitySeconds: number | null;
  /** Of the planned minutes in band. */
  readonly leftSeconds: number;
  /** Why the in-band clock does not count; `null` while it does. */
  readonly inBandStopped: ClockStop | null;
}

export interface SelfTestLine {
  readonly check: string;
  readonly state: 'waiting' | 'running' | 'passed' | 'failed';
  readonly detail: string;
}

export interface RunFiles {
  readonly folder: string;
  readonly report: string | null;
  readonly samples: string | null;
  readonly summary: string | null;
  readonly problem: string | null;
}
