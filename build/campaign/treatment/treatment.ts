import { type AlarmState, acknowledge, newAlarms, stepAlarms } from '../../../electron/alarms/step.ts';
import type { OperatorAction } from '../../../electron/domain/action.ts';
import { unattendedActor } from '../../../electron/domain/actor.ts';
import type { Alarm } from '../../../electron/domain/alarm.ts';
import type { AlarmEvent } from '../../../electron/domain/alarm-event.ts';
import {
  type Annunciation,
  type Intent,
  inflowCeilingCelsius,
  standbyIntent,
} from '../../../electron/domain/command.ts';
import type { Phase } from '../../../electron/domain/phase.ts';
import { recordedSite } from '../../../electron/domain/site.ts';
import { RunningStatistics } from '../../../electron/domain/statistics.ts';
import type { Telemetry } from '../../../electron/domain/telemetry.ts';
import { knownPatient } from '../../../electron/protocol/estimate/priors.ts';
import { intentOf } from '../../../electron/protocol/intent.ts';
import { phasePlans } from '../../../electron/protocol/phase-plan.ts';
import { holdsHeartbeat } from '../../../electron/protocol/self-test.ts';
import { newRun, type RunState } from '../../../electron/protocol/state.ts';
import { type ProtocolEvent, step } from '../../../electron/protocol/step.ts';
import { commandMismatch, FlowSteady } from '../../../electron/session/command-watch.ts';
import { newRunOf } from '../../../electron/session/run-beginning.ts';
import { runSignals } from '../../../electron/session/run-signals.ts';
import {
  cavityMeanCelsius,
  hottestCompartmentCelsius,
} from '../../../native-bridge/simulator/population/index.ts';
import { type Rig, stepMs } from '../../../native-bridge/simulator/rig.ts';
import { Pid, type PidGains } from '../baseline/pid.ts';
import type { CampaignPatient } from '../patient.ts';
import { blockOf, heard } from './as-on-wire.ts';
import { CommandLog, newRig, rigAfter } from './command-log.ts';
import { Operator } from './operator.ts';
import type { CavityBeside, Trace } from './trace.ts';
import { hottestCelsius, trueCelsius } from './true-temperature.ts';

/** An alarm with the truth as it was raised. Plain data. */
export interface UrgentAlarm extends Pick<Alarm, 'code' | 'subject' | 'priority' | 'raisedMs' | 'limit'> {
  readonly coreCelsius: number;
  readonly cavityMl: number;
}

/** Ticks between two looks of the operator. */
const looksEvery = 5;

/**
 * One treatment in one process: the simulated rig, the protocol, the alarms with their reactions, and an operator,
 * 100 ms at a time. Session time and wall time are the same. There is no wire; values are rounded as it rounds them.
 */
export class Treatment {
  readonly patient: CampaignPatient;
  readonly rig: Rig;
  /** Every tick's command, from the first. */
  readonly log: CommandLog;
  state: RunState;
  /** Tick at which the cavity was full and heat-up began; `null`: not yet. */
  heatUpTick: number | null = null;
  /** Every alarm of medium or high priority so far, as it was raised or rose to that. */
  readonly urgent = new Map<string, UrgentAlarm>();
  /** The last drain was left with fluid in, on a person's word. */
  leftOnWord = false;
  /** `false`: nobody is at the controls from here on. */
  operated = true;
  /** Asked of the rig in the last tick. */
  intent: Intent = standbyIntent;
  #alarms: AlarmState;
  #heartbeat = 0;
  readonly #operator: Operator;
  readonly #flowSteady = new FlowSteady();
  readonly #pid: Pid | null;
  readonly #siteCelsius: number[] = [];
  #hottestCelsius = Number.NEGATIVE_INFINITY;
  #hottestInflowCelsius = Number.NEGATIVE_INFINITY;
  #treatmentFrom: number | null = null;
  readonly #cavity = new RunningStatistics();
  #hottestCavityCelsius = Number.NEGATIVE_INFINITY;

  private constructor(patient: CampaignPatient, rig: Rig, log: CommandLog, state: RunState, pid: Pid | null) {
    this.patient = patient;
    this.rig = rig;
    this.log = log;
    this.state = state;
    this.#pid = pid;
    this.#alarms = newAlarms(patient.site.alarmLimits);
    this.#operator = new Operator(patient.pauses);
  }

  /** At the self-test, with the console's own controller. */
  static begin(patient: CampaignPatient): Treatment {
    const rig = newRig(patient.scenario);
    return new Treatment(patient, rig, new CommandLog(), begun(patient, rig), null);
  }

  /** The same treatment from here on, controlled by a fixed PID. Not after heat-up began. */
  withPid(gains: PidGains): Treatment {
    const { patient, log, state } = this;
    const rig = rigAfter(patient.scenario, log, log.ticks);
    const other = new Treatment(patient, rig, log.copy(), state, new Pid(gains, inflowCeilingCelsius));
    other.#alarms = this.#alarms;
    other.#heartbeat = this.#heartbeat;
    other.#hottestInflowCelsius = this.#hottestInflowCelsius;
    other.#hottestCelsius = this.#hottestCelsius;
    other.#siteCelsius.push(...this.#siteCelsius);
    other.heatUpTick = this.heatUpTick;
    return other;
  }

  get phase(): Phase {
    return this.state.phase;
  }

  get alarms(): AlarmState {
    return this.#alarms;
  }

  get nowMs(): number {
    return this.log.ticks * stepMs;
  }

  /** Seconds of heat-up and treatment so far. */
  get circulatedSeconds(): number {
    return (this.#siteCelsius.length * stepMs) / 1000;
  }

  tick(): void {
    const intent = this.#asked();
    this.intent = intent;
    this.#write(intent);
    const { nowMs } = this;
    this.rig.step(nowMs);
    const telemetry = heard(this.rig.telemetry());
    this.#step({ type: 'tick', telemetry, wallMs: nowMs });
    this.#watch(intent, telemetry);
    if (this.operated && this.log.ticks % looksEvery === 0) this.#operate();
    this.#measure();
  }

  trace(): Trace {
    return {
      targetCelsius: this.state.targetCelsius,
      secondsPerSample: stepMs / 1000,
      siteCelsius: this.#siteCelsius,
      hottestCelsius: this.#hottestCelsius,
      hottestInflowCelsius: this.#hottestInflowCelsius,
      mayStartFrom: this.#mayStartFrom,
      treatmentFrom: this.#treatmentFrom,
      cavityBeside: this.#cavityBeside,
    };
  }

  get #mayStartFrom(): number | null {
    const { mayStartSinceMs } = this.#operator;
    if (mayStartSinceMs === null || this.heatUpTick === null) return null;
    return mayStartSinceMs / stepMs - this.heatUpTick;
  }

  #asked(): Intent {
    const wanted = intentOf(this.state);
    const annunciator = this.#annunciation();
    const intent = annunciator === wanted.annunciator ? wanted : { ...wanted, annunciator };
    if (this.#pid === null || phasePlans[this.state.phase].heat !== 'control') return intent;
    const celsius = this.state.control.celsius.value;
    if (!intent.heaterEnable || celsius === null) {
      this.#pid.pause();
      return intent;
    }
    const { targetCelsius } = this.state.preset;
    return { ...intent, inflowSetpointCelsius: this.#pid.step(targetCelsius, celsius, stepMs / 1000) };
  }

  #annunciation(): Annunciation {
    return this.#alarms.shown.find((alarm) => alarm.clearedMs === null)?.priority ?? 'none';
  }

  #write(intent: Intent): void {
    const { flowHeld, restart } = this.state;
    if (!holdsHeartbeat(this.state)) this.#heartbeat = (this.#heartbeat + 1) & 0xffff;
    const block = blockOf(intent, this.#heartbeat);
    this.rig.take(block, this.nowMs);
    this.log.add(block, flowHeld !== null || restart !== null);
  }

  #step(event: ProtocolEvent): void {
    this.state = step(this.state, event, this.nowMs).state;
  }

  #watch(intent: Intent, telemetry: Telemetry): void {
    const { nowMs, patient } = this;
    const signals = runSignals(this.state, {
      intent,
      commandMismatch: commandMismatch(intent, telemetry),
      flowSteadyMs: this.#flowSteady.steadyMs(intent, nowMs),
      linkLost: false,
      linkAgeSeconds: 0,
      storageFailing: false,
      freeStorageMegabytes: null,
      clockDisagreementSeconds: 0,
      screenStaleSeconds: 0,
      audioNotWorking: false,
      site: patient.site,
      case: patient.case,
    });
    const { state, events, reactions } = stepAlarms(this.#alarms, signals, nowMs);
    this.#alarms = state;
    for (const event of events) this.#noteAlarm(event);
    for (const { reaction, reason } of reactions) this.#step({ type: 'reaction', reaction, reason });
  }

  #noteAlarm(event: AlarmEvent): void {
    if (event.type !== 'alarm-raised' && event.type !== 'alarm-escalated') return;
    const { id, code, subject, priority, raisedMs, limit } = event.alarm;
    if (priority === 'low') return;
    const { body, volumes } = this.rig.plant;
    const truth = { coreCelsius: body.coreCelsius, cavityMl: volumes.cavityMl };
    this.urgent.set(id, { code, subject, priority, raisedMs, limit, ...truth });
  }

  #operate(): void {
    const { coreCelsius } = this.rig.plant.body;
    const seen = { circulatedSeconds: this.circulatedSeconds, coreCelsius };
    const action = this.#operator.next(this.state, this.#alarms, seen, this.nowMs);
    if (action !== null) this.#act(action);
  }

  #act(action: OperatorAction): void {
    if (action.type === 'acknowledge') {
      this.#alarms = acknowledge(this.#alarms, action.alarmIds, unattendedActor, this.nowMs).state;
    } else {
      if (phasePlans[this.phase].mode === 'drain') this.leftOnWord = action.type === 'leave-retained';
      this.#step({ type: 'action', action, by: unattendedActor });
    }
  }

  #measure(): void {
    const { plant } = this.rig;
    const { inflowCelsius } = plant.circuit;
    if (inflowCelsius > this.#hottestInflowCelsius) this.#hottestInflowCelsius = inflowCelsius;
    if (phasePlans[this.state.phase].heat !== 'control') return;
    this.heatUpTick ??= this.log.ticks;
    if (this.state.phase === 'treatment') this.#treatmentFrom ??= this.#siteCelsius.length;
    const { scenario, preset } = this.patient;
    const { controlSite } = preset;
    this.#siteCelsius.push(trueCelsius(controlSite, plant, scenario.plant));
    const hottest = hottestCelsius(controlSite, plant, scenario.plant);
    if (hottest > this.#hottestCelsius) this.#hottestCelsius = hottest;
    if (controlSite !== 'cavity' && this.state.phase === 'treatment') this.#measureCavity();
  }

  #measureCavity(): void {
    const { plant } = this.rig;
    this.#cavity.add(cavityMeanCelsius(plant, this.patient.scenario.plant));
    this.#hottestCavityCelsius = Math.max(this.#hottestCavityCelsius, hottestCompartmentCelsius(plant));
  }

  get #cavityBeside(): CavityBeside | null {
    const { mean, sd } = this.#cavity;
    if (mean === null || sd === null) return null;
    return { meanCelsius: mean, sdCelsius: sd, highestCelsius: this.#hottestCavityCelsius };
  }
}

function begun(patient: CampaignPatient, { identity }: Rig): RunState {
  const { preset, case: treated, site, beginsBySite } = patient;
  return beginsBySite
    ? newRunOf({ preset, case: treated, site: recordedSite(site), rig: identity, fluidInCavityMl: 0 })
    : newRun(preset, treated.probeSites, identity, 0, knownPatient(treated));
}
