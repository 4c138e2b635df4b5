import type { ProbeSites } from '../domain/case.ts';
import type { CircuitMode } from '../domain/circuit.ts';
import type { CarrierUsed } from '../domain/drug.ts';
import { type HeatUpEstimate, noEstimate } from '../domain/heat-up-estimate.ts';
import type { HoldReason, Outcome, Phase } from '../domain/phase.ts';
import type { Preset } from '../domain/preset.ts';
import { missing, type Reading } from '../domain/reading.ts';
import type { CoreHold } from '../domain/site.ts';
import type { ProbeReadings, RigIdentity, Telemetry } from '../domain/telemetry.ts';
import { type Clocks, newClocks } from './clocks.ts';
import type { ControlSite } from './control/control-temperature.ts';
import { type ControllerState, startController } from './control/controller.ts';
import type { IgnoredProbe } from './control/ignored-probe.ts';
import { type InflowBalance, newInflowBalance } from './control/inflow-balance.ts';
import { newProbeHistory, type ProbeHistory } from './control/probe-judge.ts';
import { newWitness, type Witness } from './control/witness.ts';
import { type KnownPatient, unknownPatient } from './estimate/priors.ts';
import type { Watch } from './estimate/watch.ts';
import { newReturnWatch, type ReturnWatch } from './return-watch.ts';
import { newSelfTest, type SelfTest, type SelfTestResult } from './self-test.ts';
import { type Volumes, volumesFrom } from './volumes.ts';

/** All a run is at one moment. Replaced whole by every step, never changed in place. */
export interface RunState {
  readonly preset: Preset;
  readonly sites: ProbeSites;
  readonly rig: RigIdentity;
  /** What the case says of the patient; only the estimate of the heat-up asks. */
  readonly patient: KnownPatient;
  readonly phase: Phase;
  readonly enteredMs: number;
  /** Phases left behind and the current one, with when each began. */
  readonly path: readonly { readonly phase: Phase; readonly startMs: number }[];
  readonly rinsesDone: number;
  /** The set flow in force; `preset` stays what was planned. */
  readonly setFlowMlPerMin: number;
  /** The target in force; `preset` stays what was planned. */
  readonly targetCelsius: number;
  /** Session time each planned addition was recorded at, ms; `null`: it was not. */
  readonly additionsMs: readonly (number | null)[];
  /** Which of them somebody has said were not given. */
  readonly notGiven: readonly boolean[];
  /** By the rule of the site two people check each drug, not the first alone. */
  readonly checksEachDrug: boolean;
  /** Two people have to sign for it, by the rule of the site. */
  readonly needsSecond: { readonly heat: boolean; readonly drugs: boolean };
  /** No heat before it was read aloud; who stood for it, `null`: it was not yet. */
  readonly asksTimeOut: boolean;
  readonly timeOut: readonly [string, string] | null;
  /** What is pumped, as a person recorded it; `null`: nobody has. */
  readonly carrier: CarrierUsed | null;
  /** The last of each sign that was recorded. */
  readonly vitals: readonly VitalReading[];
  /** By the rule of the site, mL: it stays in the reservoir for the pump to draw from. */
  readonly reservoirRestMl: number;
  /** What prime takes out of the reservoir, mL; `null`: the site has not said. */
  readonly circuitVolumeMl: number | null;
  readonly core: CoreWatch;
  /** Session time of the last tick. */
  readonly nowMs: number;
  readonly heatHeld: HoldReason | null;
  readonly flowHeld: HoldReason | null;
  /** Since it last ran, it was held by anything but a person: not everybody resumes it then. */
  readonly heldByAlarm: { readonly heat: boolean; readonly flow: boolean };
  /** STOP RUN was pressed: valves stay as they are (`stoppedMode`) until a person goes on. */
  readonly stopped: boolean;
  readonly stoppedMode: CircuitMode;
  /** After standstill: flow goes through bypass until the hot slug has left the exchanger. */
  readonly restart: Restart | null;
  /** Fluid is kept from the patient, or cooled by him, until its reason is gone. */
  readonly divert: 'none' | 'cooling' | 'over-temperature' | 'heater-fault';
  /** After a lost link, a restarted rig or console nothing is written until a person decides. */
  readonly decision: 'none' | 'link-lost' | 'rig-restarted' | 'console-restarted';
  /** After command was taken again: the first write keeps what is in force, heater off. */
  readonly keep: Kept | null;
  /** Clear bits written until the machine echoes them. */
  readonly clearBits: number;
  /** Interlocks latched at the last telemetry. */
  readonly interlockBits: number;
  readonly selfTest: SelfTest;
  /** How the cavity probes compared at rest, before anything was warmed; `null`: not compared yet. */
  readonly probesAtRest: SelfTestResult | null;
  readonly clocks: Clocks;
  /** Since when the control temperature has been in band without a break; `null`: it is not. */
  readonly settledSinceMs: number | null;
  /** Since when the inflow has been at target without a break; `null`: it is not. */
  readonly inflowReachedSinceMs: number | null;
  readonly byOutflow: boolean;
  /** How long no cavity probe has told anything, ms; and whether a clinician lets the run go on without. */
  readonly cavityUnknownMs: number;
  readonly withoutCavity: boolean;
  readonly volumes: Volumes;
  readonly returns: ReturnWatch;
  /** Somebody has seen that what this rinse pumps is fresh. */
  readonly freshFluid: boolean;
  /** All that has been drained, as a person has measured it, mL; `null`: nobody has. */
  readonly drainMeasuredMl: number | null;
  readonly controller: ControllerState;
  readonly control: { readonly site: ControlSite; readonly celsius: Reading };
  readonly probeHistory: ProbeHistory;
  readonly ignored: IgnoredProbe | null;
  readonly witness: Witness;
  /** How long the inflow has been missing, ms. */
  readonly inflowUnknownMs: number;
  /** The inflow by the balance of heat, once a second. */
  readonly inflowBalance: InflowBalance;
  /** Judged readings; all missing with the link down. */
  readonly probesCelsius: ProbeReadings;
  /** While heating up: when the target will be reached, or that it cannot be. */
  readonly estimate: HeatUpEstimate;
  /** What the estimate is drawn from; `null` outside filling and heat-up. */
  readonly heatUpWatch: Watch | null;
  /** CEM43 of T1..T4 since the run began, minutes. */
  readonly cem43Minutes: readonly number[];
  /** The last fresh telemetry; `null` with the link down. */
  readonly telemetry: Telemetry | null;
  /** What the machine said last, kept while the link is down and when the console is lost. */
  readonly lastHeard: LastHeard | null;
  readonly endingAs: Outcome | null;
}

/** A sign of the site's list, in its unit. */
export interface VitalReading {
  readonly sign: string;
  readonly value: number;
  readonly atMs: number;
}

export interface LastHeard {
  readonly atMs: number;
  readonly uptimeMs: number;
  readonly mode: CircuitMode;
  readonly pumpEnable: boolean;
  /** Measured, or as set where the meter says nothing. */
  readonly flowMlPerMin: number;
  readonly reservoirMl: number | null;
}

/** When the patient's core temperature was last known, by a probe or by hand, and how long it has been too hot. */
export interface CoreWatch {
  /** By the rule of the site; `null`: it has none. */
  readonly hold: CoreHold | null;
  readonly hotMs: number;
  /** It has been so for as long as the rule says, and not been below since. */
  readonly tooHot: boolean;
  /** A clinician has let heat be resumed all the same: at which core, °C, and when; `null`: nobody has. */
  readonly lifted: { readonly celsius: number; readonly atMs: number } | null;
  /** When a probe last gave it, to the second, ms; `null`: none has. */
  readonly probeMs: number | null;
  readonly knownMs: number;
  readonly byHand: { readonly celsius: number; readonly atMs: number } | null;
}

export interface Kept {
  readonly mode: CircuitMode;
  readonly pumpEnable: boolean;
  readonly flowMlPerMin: number;
  /** A reply has come since. */
  readonly answered: boolean;
}

export interface Restart {
  readonly sinceMs: number;
}

const lost = missing('no-telemetry');

/** How a run begins: fluid may be in the cavity already; `null`: nobody knows how much. */
export interface Beginning {
  readonly fluidInCavityMl: number | null;
  readonly coreHold: CoreHold | null;
  readonly checksEachDrug: boolean;
  readonly needsSecond: RunState['needsSecond'];
  readonly asksTimeOut: boolean;
  readonly reservoirRestMl: number;
  readonly circuitVolumeMl: number | null;
}

const empty: Beginning = {
  fluidInCavityMl: 0,
  coreHold: null,
  checksEachDrug: false,
  needsSecond: { heat: false, drugs: false },
  asksTimeOut: false,
  reservoirRestMl: 0,
  circuitVolumeMl: null,
};

export function newRun(
  preset: Preset,
  sites: ProbeSites,
  rig: RigIdentity,
  nowMs: number,
  patient: KnownPatient = unknownPatient,
  { fluidInCavityMl, coreHold, ...rules }: Beginning = empty,
): RunState {
  return {
    preset,
    sites,
    rig,
    patient,
    phase: 'self-test',
    enteredMs: nowMs,
    path: [{ phase: 'self-test', startMs: nowMs }],
    rinsesDone: 0,
    setFlowMlPerMin: preset.flowMlPerMin,
    targetCelsius: preset.targetCelsius,
    additionsMs: preset.additions.map(() => null),
    notGiven: preset.additions.map(() => false),
    ...rules,
    timeOut: null,
    carrier: null,
    vitals: [],
    core: {
      knownMs: nowMs,
      byHand: null,
      hold: coreHold,
      hotMs: 0,
      tooHot: false,
      lifted: null,
      probeMs: null,
    },
    nowMs,
    heatHeld: null,
    heldByAlarm: { heat: false, flow: false },
    flowHeld: null,
    stopped: false,
    stoppedMode: 'standby',
    restart: null,
    divert: 'none',
    decision: 'none',
    keep: null,
    clearBits: 0,
    interlockBits: 0,
    selfTest: newSelfTest('self-test', nowMs),
    probesAtRest: null,
    clocks: newClocks,
    settledSinceMs: null,
    inflowReachedSinceMs: null,
    byOutflow: false,
    cavityUnknownMs: 0,
    withoutCavity: false,
    volumes: volumesFrom(fluidInCavityMl),
    returns: newReturnWatch,
    freshFluid: false,
    drainMeasuredMl: null,
    controller: startController(preset.targetCelsius),
    control: { site: 'inflow', celsius: lost },
    probeHistory: newProbeHistory(nowMs),
    ignored: null,
    witness: newWitness,
    inflowUnknownMs: 0,
    inflowBalance: newInflowBalance(nowMs),
    probesCelsius: [lost, lost, lost, lost],
    estimate: noEstimate('not-heating-up'),
    heatUpWatch: null,
    cem43Minutes: [0, 0, 0, 0],
    telemetry: null,
    lastHeard: null,
    endingAs: null,
  };
}
