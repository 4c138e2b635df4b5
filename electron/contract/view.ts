import type { Alarm } from '../domain/alarm.ts';
import type { BodySurfaceFormula } from '../domain/body-surface.ts';
import type { RecordedCase, TreatmentCase } from '../domain/case.ts';
import type { CircuitMode, RigState } from '../domain/circuit.ts';
import type { ClockStop } from '../domain/clock-stop.ts';
import type { CarrierUsed } from '../domain/drug.ts';
import type { HeatUpEstimate } from '../domain/heat-up-estimate.ts';
import type { LinkCounters, LinkState } from '../domain/link.ts';
import type { HoldReason, Outcome, Phase } from '../domain/phase.ts';
import type { MeterStanding, Precision } from '../domain/precision.ts';
import type { EnteredPreset, Preset, PresetTemplate } from '../domain/preset.ts';
import type { Reading } from '../domain/reading.ts';
import type { KeptEvent } from '../domain/run-event.ts';
import type { Site } from '../domain/site.ts';
import type { SiteLists } from '../domain/site-lists.ts';
import type { RigIdentity } from '../domain/telemetry.ts';
import type { AccessView } from './access-view.ts';
import type { Advice } from './advice.ts';
import type { AlarmSystemView } from './alarm-system.ts';
import type { FluidMemoryView, MachineView, RecoveryView } from './machine-view.ts';
import type {
  AdditionView,
  ClocksView,
  ControlView,
  HoldsView,
  Intervention,
  OfferedAction,
  PhaseStep,
  PlanView,
  PrimaryAction,
  ProbeView,
  RunFiles,
  SelfTestLine,
  SetFlowView,
  VolumeBalance,
} from './run-panels.ts';
import type { TrendMark } from './trend.ts';

export { type ClockStop, clockStops } from '../domain/clock-stop.ts';
export type { LinkState } from '../domain/link.ts';
export type { PortOnOffer } from '../domain/rig-driver.ts';
export * from './access-view.ts';
export * from './advice.ts';
export * from './alarm-system.ts';
export * from './earlier-session.ts';
export * from './machine-view.ts';
export * from './review-view.ts';
export * from './run-panels.ts';
export * from './trend.ts';
export * from './worklist-view.ts';

/** All the renderer ever knows, whole, pushed at most 4 times a second and at once on an alarm. */
export interface ConsoleView {
  readonly host: 'electron' | 'stand-in';
  readonly consoleVersion: string;
  readonly wallMs: number;
  readonly stage: 'setup' | 'run' | 'review';
  readonly rig: RigView;
  readonly machine: MachineView;
  /** A run that a lost console left open, before anything else; `null`: none. */
  readonly recovery: RecoveryView | null;
  /** The last record of the connected rig ended with fluid in the cavity; `null`: it did not, or a person has answered. */
  readonly fluid: FluidMemoryView | null;
  readonly storage: StorageView;
  readonly setup: SetupView;
  readonly run: RunView | null;
  readonly access: AccessView;
  /** Another number whenever the list of who waits is another: it is asked for, not pushed with every view. */
  readonly worklistRevision: number;
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

/** The disk that the record is kept on. */
export interface StorageView {
  /** In MB of 10⁶ bytes; `null`: not known. */
  readonly freeMegabytes: number | null;
  /** With less no run is started. */
  readonly neededMegabytes: number;
}

export interface SetupView {
  readonly presets: readonly EnteredPreset[];
  /** Presets with blanks: the site enters flow and volumes in the editor before a run can start. */
  readonly templates: readonly PresetTemplate[];
  /** Files in the presets folder that were refused, each with what, where and how to mend it. */
  readonly presetProblems: readonly string[];
  /** A case handed over on the command line, to start the form from. */
  readonly draftCase: TreatmentCase | null;
  readonly draftPresetName: string | null;
  readonly site: SiteView;
}

/** The rules of the site, as far as a form is held to them. */
export interface SiteView
  extends Pick<
    Site,
    | 'name'
    | 'leastWeightKg'
    | 'leastFillVolumeMl'
    | 'flowCeilingMlPerMin'
    | 'bodySurfaceFormula'
    | 'circuitVolumeMl'
    | 'reservoirRestMl'
    | 'hospital'
    | 'department'
    | 'lists'
  > {
  /** Values of the site that nobody has signed for. */
  readonly notSignedOff: readonly string[];
  /** Why another file than the one that was looked for is in force; `null`: it is the one. */
  readonly problem: string | null;
}

export interface VitalView {
  readonly sign: string;
  readonly value: number | null;
  readonly secondsAgo: number | null;
  /** Longer ago than the site wants; a quiet reminder. */
  readonly due: boolean;
}

export interface RunView {
  readonly runId: string;
  readonly simulation: boolean;
  readonly timeScale: number;
  readonly case: RecordedCase;
  readonly preset: Preset;
  readonly startedWallMs: number;
  readonly sessionSeconds: number;
  readonly phase: Phase;
  readonly steps: readonly PhaseStep[];
  /** Why heat or flow is held off; `null` = not held. */
  readonly heatHeld: HoldReason | null;
  readonly flowHeld: HoldReason | null;
  readonly stopped: boolean;
  /** What has become of the holds at the machine; titles follow this. */
  readonly holds: HoldsView;
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
  /** Which core temperature limits are held against now; `null`: nobody knows one. */
  readonly coreJudged: 'probe' | 'hand' | null;
  /** A core this hot takes the heat, °C; `null`: none does. */
  readonly coreHoldCelsius: number | null;
  readonly flow: {
    readonly mlPerMin: Reading;
    readonly outflowMlPerMin: Reading;
    /** Requested is what was written in the last exchange; `null`: nothing was. */
    readonly requestedMlPerMin: number | null;
    readonly inForceMlPerMin: number | null;
  };
  readonly inflowLinePressureMmHg: Reading;
  readonly inflowLinePressureLimitMmHg: number;
  /** A calibration that was older when the run started counts for nothing; `null`: however old. */
  readonly calibrationIntervalMonths: number | null;
  /** How true the meter is known to be that flow is held by. */
  readonly flowMeter: MeterStanding;
  readonly cavityPressureMmHg: Reading;
  readonly heater: {
    readonly requested: boolean | null;
    readonly inForce: boolean | null;
    readonly powerPercent: Reading;
    readonly setpointRequestedCelsius: number | null;
    readonly setpointInForceCelsius: number | null;
  };
  readonly mode: { readonly requested: CircuitMode | null; readonly inForce: CircuitMode | null };
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
  readonly plan: PlanView;
  readonly additions: readonly AdditionView[];
  /** The next drug recorded is the first: two named people have to have checked it. */
  readonly drugNeedsTwo: boolean;
  /** A second person signs for it with a PIN, by the rule of the site. */
  readonly needsSecond: { readonly heat: boolean; readonly drugs: boolean };
  /** Lists of the site the run was begun under. */
  readonly lists: SiteLists;
  /** By which the site reckons body surface. */
  readonly bodySurfaceFormula: BodySurfaceFormula;
  /** Who stood for the time-out; `null`: it was not read yet. */
  readonly timeOut: readonly [string, string] | null;
  /** What is pumped, as recorded; `null`: it was not. */
  readonly carrier: CarrierUsed | null;
  /** The last of each sign, in the order of the site's list; `null`: none yet. */
  readonly vitals: readonly VitalView[];
  readonly balance: VolumeBalance;
  /** Patient core temperature entered by hand, where no probe gives one. */
  readonly coreByHand: {
    readonly celsius: number | null;
    readonly secondsAgo: number | null;
    /** A reading is due: the last is ten minutes old, or there is none. */
    readonly due: boolean;
  };
  readonly selfTest: readonly SelfTestLine[];
  /** How the cavity probes compared at rest in the self-test; `null`: not compared yet. */
  readonly probesAtRest: { readonly passed: boolean; readonly detail: string } | null;
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
