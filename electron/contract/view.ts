import type { OperatorActionType, Refusal } from '../domain/action.ts';
import type { Alarm } from '../domain/alarm.ts';
import type { ProbeSite, TreatmentCase } from '../domain/case.ts';
import type { CircuitMode, RigState } from '../domain/circuit.ts';
import type { ClockStop } from '../domain/clock-stop.ts';
import type { HeatUpEstimate } from '../domain/heat-up-estimate.ts';
import type { LinkCounters } from '../domain/link.ts';
import type { HoldReason, Outcome, Phase } from '../domain/phase.ts';
import type { Precision } from '../domain/precision.ts';
import type { Preset, PresetTemplate } from '../domain/preset.ts';
import type { Reading } from '../domain/reading.ts';
import type { KeptEvent } from '../domain/run-event.ts';
import type { RigIdentity } from '../domain/telemetry.ts';
import type { Advice } from './advice.ts';
import type { AlarmSystemView } from './alarm-system.ts';

export * from './advice.ts';
export * from './alarm-system.ts';

/** All the renderer ever knows, whole, pushed at most 4 times a second and at once on an alarm. */
export interface ConsoleView {
  readonly host: 'electron' | 'stand-in';
  readonly consoleVersion: string;
  readonly wallMs: number;
  readonly stage: 'setup' | 'run' | 'review';
  readonly rig: RigView;
  readonly setup: SetupView;
  readonly run: RunView | null;
}

export interface RigView {
  readonly link: LinkState;
  /** Where the console looks for the rig: "simulator" or a serial path. */
  readonly port: string;
  /** Age of the last telemetry in ms (wall time), `null` before the first. */
  readonly ageMs: number | null;
  readonly counters: LinkCounters;
  readonly identity: RigIdentity | null;
  readonly state: RigState | null;
  readonly interlockBits: number | null;
  /** What is wrong with the connection and how to mend it, in plain words; `null` when nothing is. */
  readonly problem: string | null;
}
export type LinkState = 'closed' | 'connecting' | 'up' | 'ageing' | 'lost';

export interface SetupView {
  readonly presets: readonly Preset[];
  /** Presets with blanks: the site enters flow and volumes in the editor before a run can start. */
  readonly templates: readonly PresetTemplate[];
  /** Files in the presets folder that were refused, each with what, where and how to mend it. */
  readonly presetProblems: readonly string[];
  /** A case handed over on the command line, to start the form from. */
  readonly draftCase: TreatmentCase | null;
  readonly draftPresetName: string | null;
}

export interface RunView {
  readonly runId: string;
  readonly simulation: boolean;
  readonly timeScale: number;
  readonly case: TreatmentCase;
  readonly preset: Preset;
  readonly startedWallMs: number;
  readonly sessionSeconds: number;
  readonly phase: Phase;
  readonly steps: readonly PhaseStep[];
  /** Why heat or flow is held off; `null` = not held. */
  readonly heatHeld: HoldReason | null;
  readonly flowHeld: HoldReason | null;
  readonly stopped: boolean;
  readonly advice: Advice;
  readonly primary: PrimaryAction | null;
  /** Further actions offered now, less prominent than the primary one. */
  readonly offered: readonly OfferedAction[];
  readonly interventions: Readonly<Record<Intervention, boolean>>;
  readonly control: ControlView;
  /** While heating up: when the target will be reached, or that it cannot be, or why nothing can be said yet. */
  readonly estimate: HeatUpEstimate;
  readonly probes: readonly ProbeView[];
  readonly coreCelsius: Reading;
  readonly flow: {
    readonly mlPerMin: Reading;
    readonly outflowMlPerMin: Reading;
    readonly requestedMlPerMin: number;
    readonly inForceMlPerMin: number | null;
  };
  readonly inflowLinePressureMmHg: Reading;
  readonly inflowLinePressureLimitMmHg: number;
  readonly cavityPressureMmHg: Reading;
  readonly heater: {
    readonly requested: boolean;
    readonly inForce: boolean | null;
    readonly powerPercent: Reading;
    readonly setpointRequestedCelsius: number;
    readonly setpointInForceCelsius: number | null;
  };
  readonly mode: { readonly requested: CircuitMode; readonly inForce: CircuitMode | null };
  readonly volume: {
    readonly inCavityMl: number;
    readonly planMl: number;
    readonly largestMl: number;
    readonly inMl: number;
    readonly outMl: number;
    readonly reservoirMl: Reading;
  };
  readonly clocks: ClocksView;
  /** Why each clock does not count; `null`: it does. */
  readonly clockStops: {
    readonly elapsed: ClockStop | null;
    readonly inBand: ClockStop | null;
    readonly drug: ClockStop | null;
  };
  /** Planned elapsed time is up before the minutes in band: end now, or extend (a named clinician)? */
  readonly planQuestion: boolean;
  /** How well temperature and flow were held so far. */
  readonly precision: Precision;
  readonly setFlow: SetFlowView;
  readonly additions: readonly AdditionView[];
  /** The next drug recorded is the first: two named people have to have checked it. */
  readonly firstDrugAhead: boolean;
  readonly balance: VolumeBalance;
  /** Patient core temperature entered by hand, where no probe gives one. */
  readonly coreByHand: {
    readonly celsius: number | null;
    readonly secondsAgo: number | null;
    /** A reading is due: the last is ten minutes old, or there is none. */
    readonly due: boolean;
  };
  readonly selfTest: readonly SelfTestLine[];
  /** Active and latched alarms, most urgent first, newest first within a priority. */
  readonly alarms: readonly Alarm[];
  readonly alarmSystem: AlarmSystemView;
  /** The last events, oldest first. */
  readonly events: readonly KeptEvent[];
  /** Events up to this `seq` are on disk; later ones are shown as being written. */
  readonly durableSeq: number;
  readonly marks: readonly TrendMark[];
  readonly outcome: Outcome | null;
  /** Where the report was written, once the run is over. */
  readonly files: RunFiles | null;
}

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
  /** `late`: five minutes past due and not recorded. */
  readonly state: 'ahead' | 'due' | 'late' | 'done';
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
  /** filled + added + circulation − drained; negative where more came out than went in. */
  readonly retainedMl: number;
  /** The estimate alarms go by: never below nothing. */
  readonly inCavityMl: number;
}

export type Intervention = 'heat-off' | 'pause-flow' | 'stop-run' | 'drain-now';

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
}
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
>;

export interface OfferedAction {
  readonly action: Extract<
    OperatorActionType,
    | 'end-run'
    | 'end-treatment'
    | 'extend-until-in-band'
    | 'control-by-outflow'
    | 'start-treatment'
    | 'resume-heat'
    | 'leave-retained'
    | 'leave-bypass'
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
}

export interface ProbeView {
  /** "T1" to "T4" */
  readonly id: string;
  readonly site: ProbeSite;
  readonly celsius: Reading;
  readonly cem43Minutes: number;
}

export interface ClocksView {
  readonly plannedSeconds: number;
  readonly elapsedSeconds: number | null;
  readonly inBandSeconds: number | null;
  readonly drugInCavitySeconds: number | null;
  /** Of the planned minutes in band. */
  readonly leftSeconds: number;
  /** Why the in-band clock does not count; `null` while it does. */
  readonly inBandStopped: ClockStop | null;
}
export { type ClockStop, clockStops } from '../domain/clock-stop.ts';

export interface SelfTestLine {
  readonly check: string;
  readonly state: 'waiting' | 'running' | 'passed' | 'failed';
  readonly detail: string;
}

export interface TrendMark {
  readonly seconds: number;
  readonly kind: 'phase' | 'drug' | 'alarm' | 'planned-end';
  /** Phase name, alarm priority, or "". */
  readonly label: string;
}

export interface RunFiles {
  readonly folder: string;
  readonly report: string | null;
  readonly samples: string | null;
  readonly summary: string | null;
  readonly problem: string | null;
}

/**
 * The trend of the whole run, folded into buckets of fixed absolute edges: at most 2 400 rows.
 * When it grows past that the bucket doubles and `generation` goes up: start over from `rows`.
 */
export interface TrendUpdate {
  readonly generation: number;
  readonly bucketSeconds: number;
  /** Index of the first row in `rows`; rows from there on are replaced. */
  readonly from: number;
  readonly rows: readonly TrendRow[];
}
/**
 * One bucket: start in seconds, then lowest and highest of T1..T4 in °C (`null`: no valid sample),
 * then a bit per probe that lost more than half a second in this bucket (drawn as a gap).
 */
export type TrendRow = readonly [
  seconds: number,
  t1Low: number | null,
  t1High: number | null,
  t2Low: number | null,
  t2High: number | null,
  t3Low: number | null,
  t3High: number | null,
  t4Low: number | null,
  t4High: number | null,
  gapBits: number,
];
