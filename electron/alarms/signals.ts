import type { ProbeId, ProbeSites } from '../domain/case.ts';
import type { Phase } from '../domain/phase.ts';
import type { Reading } from '../domain/reading.ts';
import type { ProbeReadings } from '../domain/telemetry.ts';

/** All that alarm conditions look at, in one tick. Built by the session from state, telemetry and link. */
export interface Signals {
  readonly phase: Phase;
  readonly targetCelsius: number;
  readonly controlCelsius: Reading;
  /** The phase holds the control temperature of the cavity (heat-up, treatment). */
  readonly controlled: boolean;
  /** The phase heats, held or not (preheat and fill hold the inflow). */
  readonly heats: boolean;
  readonly sites: ProbeSites;
  readonly probesCelsius: ProbeReadings;
  /** The patient's core, by a probe or as typed: what limits are held against. */
  readonly coreCelsius: Reading;
  /** Of the probe alone. */
  readonly coreProbeCelsius: Reading;
  /** A core probe was placed and matters in this phase. */
  readonly coreExpected: boolean;
  /** What T1 reads above what heater power and outflow make of the inflow, K; `null`: not to be told. */
  readonly inflowOffKelvin: number | null;
  /** The only cavity probe left contradicts the outflow. */
  readonly lastCavityProbeDoubted: boolean;
  /** While heating up: the most the cavity can reach, °C, where that is below target; `null` otherwise. */
  readonly reachCelsius: number | null;
  readonly flowMlPerMin: Reading;
  /** Requested flow; 0 while the pump is meant to stand. */
  readonly setFlowMlPerMin: number;
  /** The rig is told in this exchange that the pump is to stand; `false` also while nothing is written. */
  readonly pumpAskedOff: boolean;
  /** `null`: not known. */
  readonly pumpSpeedRpm: number | null;
  /** Flow last asked for while the pump was to run. */
  readonly lastSetFlowMlPerMin: number;
  /** Session time since the requested flow or mode last changed, ms. */
  readonly flowSteadyMs: number;
  /** Heat is wanted: the phase heats and nothing holds it. */
  readonly heatWanted: boolean;
  readonly heaterRequested: boolean;
  /** `null`: not known. */
  readonly heaterPowerPercent: number | null;
  /** What the rig has in force is not what was requested, and no interlock explains it. */
  readonly commandMismatch: boolean;
  readonly inflowLinePressureMmHg: Reading;
  readonly inflowLinePressureLimitMmHg: number;
  readonly cavityPressureMmHg: Reading;
  readonly closedTechnique: boolean;
  /** How long one cavity probe alone may be above its limits in open technique, ms; 0: in closed. */
  readonly openCavityHighMs: number;
  /** The perfusate is controlled, the cavity beside it only watched. */
  readonly perfusate: boolean;
  /** A cavity that is not controlled has lost its last probe, and nobody has said to go on without. */
  readonly cavityUnknown: boolean;
  /** What comes back of what goes in, a share; `null`: not measured. */
  readonly returnShare: number | null;
  /** Nothing measures it, and somebody has to look again. */
  readonly returnUnseen: boolean;
  /** What the reservoir has lost beyond the count, mL; `null`: not measured. */
  readonly reservoirLostMl: number | null;
  /** A cavity probe that does not count for a while, and what it reads; `null`: none is ignored. */
  readonly ignored: { readonly probe: ProbeId; readonly celsius: number | null } | null;
  readonly cavityVolumeMl: number;
  readonly planVolumeMl: number;
  readonly largestVolumeMl: number;
  /** More left by count is left on a person's word only. */
  readonly retainedAskMl: number;
  /** How long the drain has given nothing with the pump on, s; 0 while it gives, and while nothing is drained. */
  readonly drainDrySeconds: number;
  /** A drain outside a run is over, and has not brought what is in the cavity. */
  readonly drainUnfinished: boolean;
  /** By their place in the plan those that are due and not recorded, as `additionSubject` says; none at all is []. */
  readonly additionsDue: readonly (string | null)[];
  /** The patient's core temperature has not been known for ten minutes. */
  readonly coreReadingDue: boolean;
  readonly interlockBits: number;
  readonly linkLost: boolean;
  readonly linkAgeSeconds: number | null;
  readonly rigRestarted: boolean;
  /** The console's own engine failed in one of its last ticks. */
  readonly consoleFault: boolean;
  /** No run has the rig, and it does not stand: its pump turns, or is not known to stand where it has to. */
  readonly machineStillPumps: boolean;
  /** Someone else commands the rig: its heartbeat echo moves while this console only reads. */
  readonly anotherConsole: boolean;
  readonly storageFailing: boolean;
  /** How far the record is behind; `null`: recording does not fail. */
  readonly recordBehindSeconds: number | null;
  /** The file of the record was gone from its place, and has just been put back. */
  readonly recordRemoved: boolean;
  /** On the disk of the record, in MB of 10⁶ bytes; `null`: not known. */
  readonly freeStorageMegabytes: number | null;
  readonly clockDisagreementSeconds: number;
  readonly screenStaleSeconds: number;
  /** A screen is there and cannot sound. */
  readonly audioNotWorking: boolean;
  readonly phaseSeconds: number;
  readonly phaseLimitSeconds: number | null;
  readonly beyondPlanSeconds: number;
}
