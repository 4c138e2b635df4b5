import type { Signals } from '../../../electron/alarms/signals.ts';
import { type AlarmState, type AlarmStep, stepAlarms } from '../../../electron/alarms/step.ts';
import type { Alarm } from '../../../electron/domain/alarm.ts';
import type { AlarmEvent } from '../../../electron/domain/alarm-event.ts';
import { defaultProbeSites } from '../../../electron/domain/case.ts';
import { type MissingReason, measured, missing, type Reading } from '../../../electron/domain/reading.ts';
import { noAlarms } from '../../support/site.ts';

/** T1 to T4: °C, or why there is none. */
export function probes(...[t1, t2, t3, t4]: [Value, Value, Value, Value]): Signals['probesCelsius'] {
  return [readingOf(t1), readingOf(t2), readingOf(t3), readingOf(t4)];
}
type Value = number | MissingReason;
function readingOf(value: Value): Reading {
  return typeof value === 'number' ? measured(value) : missing(value);
}

/** A treatment in which nothing is wrong. */
export const calm: Signals = {
  phase: 'treatment',
  targetCelsius: 42.5,
  controlCelsius: measured(42.5),
  controlled: true,
  heats: true,
  sites: defaultProbeSites,
  probesCelsius: probes(44, 42.3, 42.6, 42.4),
  coreProbeCelsius: measured(37),
  coreCelsius: measured(37.2),
  coreExpected: true,
  inflowOffKelvin: 0,
  lastCavityProbeDoubted: false,
  reachCelsius: null,
  flowMlPerMin: measured(1500),
  setFlowMlPerMin: 1500,
  pumpAskedOff: false,
  pumpSpeedRpm: 150,
  lastSetFlowMlPerMin: 1500,
  flowSteadyMs: 60_000,
  heatWanted: true,
  heaterRequested: true,
  heaterPowerPercent: 12,
  commandMismatch: false,
  inflowLinePressureMmHg: measured(80),
  inflowLinePressureLimitMmHg: 150,
  cavityPressureMmHg: measured(12),
  openCavityHighMs: 0,
  perfusate: false,
  cavityUnknown: false,
  closedTechnique: true,
  returnShare: 1,
  returnUnseen: false,
  reservoirLostMl: 0,
  ignored: null,
  cavityVolumeMl: 3000,
  planVolumeMl: 3000,
  largestVolumeMl: 4000,
  retainedAskMl: 500,
  drainDrySeconds: 0,
  drainUnfinished: false,
  additionsDue: [],
  coreReadingDue: false,
  interlockBits: 0,
  linkLost: false,
  linkAgeSeconds: 0.1,
  rigRestarted: false,
  consoleFault: false,
  machineStillPumps: false,
  anotherConsole: false,
  storageFailing: false,
  recordRemoved: false,
  recordBehindSeconds: null,
  freeStorageMegabytes: null,
  clockDisagreementSeconds: 0,
  screenStaleSeconds: 0,
  audioNotWorking: false,
  phaseSeconds: 600,
  phaseLimitSeconds: null,
  beyondPlanSeconds: 0,
};

/** Alarms over time, tick by tick. */
export class Watch {
  state: AlarmState = noAlarms;
  nowMs = 0;
  readonly events: AlarmEvent[] = [];
  readonly raised: Alarm[] = [];
  readonly cleared: Alarm[] = [];
  /** Each reaction once, when it begins; it lasts as long as its condition. */
  readonly reactions: AlarmStep['reactions'][number][] = [];
  #lasting: readonly string[] = [];

  /** What is seen now, and then every 100 ms for as long as is said. */
  see(signals: Partial<Signals>, seconds = 0): AlarmStep {
    let step = this.#look(signals);
    for (let passed = 0; passed < Math.round(seconds * 10); passed += 1) {
      this.nowMs += 100;
      step = this.#look(signals);
    }
    return step;
  }

  #look(signals: Partial<Signals>): AlarmStep {
    const step = stepAlarms(this.state, { ...calm, ...signals }, this.nowMs);
    this.state = step.state;
    for (const event of step.events) {
      this.events.push(event);
      if (event.type === 'alarm-raised') this.raised.push(event.alarm);
      if (event.type === 'alarm-cleared') this.cleared.push(event.alarm);
    }
    const named = step.reactions.map(({ reaction, reason }) => `${reaction} ${reason}`);
    for (const [at, one] of step.reactions.entries()) {
      const first = named.indexOf(named[at] ?? '') === at;
      if (first && !this.#lasting.includes(named[at] ?? '')) this.reactions.push(one);
    }
    this.#lasting = named;
    return step;
  }

  get codes(): string[] {
    return this.raised.map(({ code }) => code);
  }
}
