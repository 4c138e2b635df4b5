import { type AlarmAction, isAlarmAction } from '../alarms/acting.ts';
import type { RunFiles, RunView, TrendMark, TrendUpdate } from '../contract/view.ts';
import type { ActionResult, OperatorAction } from '../domain/action.ts';
import { type Intent, standbyIntent } from '../domain/command.ts';
import type { LinkCounters } from '../domain/link.ts';
import { PrecisionFold } from '../domain/precision.ts';
import type { KeptEvent, RunEvent, RunHeader } from '../domain/run-event.ts';
import { stepTo } from '../domain/sample-step.ts';
import type { Telemetry } from '../domain/telemetry.ts';
import { outcomeNow } from '../protocol/enter.ts';
import { knownPatient } from '../protocol/estimate/priors.ts';
import { intentOf } from '../protocol/intent.ts';
import { selfTestAsks } from '../protocol/self-test.ts';
import { newRun, type RunState } from '../protocol/state.ts';
import { type ProtocolEvent, step } from '../protocol/step.ts';
import { retainedMl } from '../protocol/volumes.ts';
import type { Journal } from '../record/journal.ts';
import { AlarmDesk } from './alarm-desk.ts';
import { runSample } from './run-sample.ts';
import { runSignals, type Surroundings } from './run-signals.ts';
import { controlStateOf, plannedEnd, runView } from './run-view.ts';
import { TrendFold } from './trend-fold.ts';

/** Events a screen shows; the journal has them all. */
const shownEvents = 60;

/** One treatment: state of protocol and alarms, its journal, and what of it is shown. Time is an argument. */
export class TreatmentRun {
  readonly header: RunHeader;
  readonly journal: Journal;
  readonly #alarms = new AlarmDesk();
  readonly #trend = new TrendFold();
  readonly #precision: PrecisionFold;
  #state: RunState;
  #events: KeptEvent[] = [];
  #marks: TrendMark[] = [];
  #control: { state: string; sinceWallMs: number };
  #sampledMs = -1;
  /** Alarms, phases or answers changed since the last look: the screen is told at once. */
  urgent = true;
  files: RunFiles | null = null;

  constructor(header: RunHeader, journal: Journal, wallMs: number) {
    this.header = header;
    this.journal = journal;
    this.#precision = new PrecisionFold(header.preset.targetCelsius);
    this.#state = newRun(header.preset, header.case.probeSites, header.rig, 0, knownPatient(header.case));
    this.#control = { state: '', sinceWallMs: wallMs };
    this.#keep(
      [
        { type: 'run-started', header },
        { type: 'phase', from: null, to: 'self-test', cause: 'start' },
      ],
      0,
      wallMs,
    );
  }

  get state(): RunState {
    return this.#state;
  }
  get over(): boolean {
    return this.#state.phase === 'complete';
  }

  /** What to ask of the rig in the next exchange; `null`: a person has to decide first, so only read. */
  intent(): Intent | null {
    return this.#state.decision === 'none' ? this.#asked() : null;
  }

  /** The self-test of the watchdog withholds the heartbeat. */
  holdHeartbeat(): boolean {
    const { phase, selfTest, telemetry } = this.#state;
    return phase === 'self-test' && selfTestAsks(selfTest, telemetry).holdHeartbeat;
  }

  /** Link events and restarts, before the tick they were noticed in. */
  hear(event: ProtocolEvent, nowMs: number, wallMs: number): void {
    this.#step(event, nowMs, wallMs);
  }

  tick(
    telemetry: Telemetry | null,
    around: Surroundings,
    nowMs: number,
    wallMs: number,
    monotonicMs: number,
  ): void {
    this.#step({ type: 'tick', telemetry, wallMs: monotonicMs }, nowMs, wallMs);
    this.#watch(around, nowMs, wallMs, monotonicMs);
    const controlState = controlStateOf(this.#state);
    if (controlState !== this.#control.state) this.#control = { state: controlState, sinceWallMs: wallMs };
    // Session time of a simulated rig can stand still; one sample for each moment of it.
    if (nowMs <= this.#sampledMs) return;
    const sample = runSample(this.#state, telemetry, around.intent ?? this.#asked(), wallMs);
    this.#precision.add(sample, stepTo(Math.max(0, this.#sampledMs), nowMs));
    this.#sampledMs = nowMs;
    this.journal.sample(sample);
    this.#trend.add(nowMs, sample.probesCelsius);
  }

  /** An operator's action, at once: the next exchange carries it. */
  act(by: string, action: OperatorAction, nowMs: number, wallMs: number): ActionResult {
    if (isAlarmAction(action)) return this.#actOnAlarms(by, action, nowMs, wallMs);
    const result = this.#step({ type: 'action', action, by }, nowMs, wallMs);
    if (action.type === 'record-drug' || (action.type === 'start-treatment' && action.drugAdded)) {
      if (result?.taken) this.#marks.push({ seconds: nowMs / 1000, kind: 'drug', label: '' });
    }
    return result ?? { taken: false, why: 'no-run' };
  }

  /** Keeps the end of the run; nothing is added afterwards. */
  end(link: LinkCounters, nowMs: number, wallMs: number): void {
    const { clocks, volumes } = this.#state;
    const summary = {
      elapsedSeconds: clocks.elapsedMs / 1000,
      inBandSeconds: clocks.inBandMs / 1000,
      drugInCavitySeconds: clocks.drugFromMs === null ? null : clocks.drugMs / 1000,
      volumeInMl: Math.round(volumes.inMl),
      volumeOutMl: Math.round(volumes.outMl),
      volumeRetainedMl: Math.round(retainedMl(volumes)),
      link,
    };
    this.#keep([{ type: 'run-ended', outcome: outcomeNow(this.#state), summary }], nowMs, wallMs);
  }

  view(inflowLinePressureLimitMmHg: number): RunView {
    const end = plannedEnd(this.#state);
    return runView({
      header: this.header,
      state: this.#state,
      intent: this.#asked(),
      alarms: this.#alarms.shown,
      alarmSystem: this.#alarms.view(),
      events: this.#events,
      durableSeq: this.journal.durableSeq,
      marks: end === null ? this.#marks : [...this.#marks, end],
      controlSinceWallMs: this.#control.sinceWallMs,
      precision: this.#precision.finish(),
      inflowLinePressureLimitMmHg,
      files: this.files,
    });
  }

  wholeTrend(): TrendUpdate {
    return this.#trend.all();
  }
  newTrend(): TrendUpdate | null {
    return this.#trend.take();
  }

  #asked(): Intent {
    if (this.over) return standbyIntent;
    return { ...intentOf(this.#state), annunciator: this.#alarms.annunciation };
  }

  #step(event: ProtocolEvent, nowMs: number, wallMs: number): ActionResult | null {
    const { state, events, result } = step(this.#state, event, nowMs);
    this.#state = state;
    this.#keep(events, nowMs, wallMs);
    return result;
  }

  #watch(around: Surroundings, nowMs: number, wallMs: number, monotonicMs: number): void {
    const signals = runSignals(this.#state, around);
    const { events, reactions } = this.#alarms.step(signals, nowMs, monotonicMs);
    this.#keep(events, nowMs, wallMs);
    for (const { reaction, reason } of reactions)
      this.#step({ type: 'reaction', reaction, reason }, nowMs, wallMs);
  }

  #actOnAlarms(by: string, action: AlarmAction, nowMs: number, wallMs: number): ActionResult {
    const { events, refused } = this.#alarms.act(action, by, nowMs);
    this.#keep([{ type: 'action', by, action, refused }, ...events], nowMs, wallMs);
    return refused === null ? { taken: true } : { taken: false, why: refused };
  }

  #keep(events: readonly RunEvent[], nowMs: number, wallMs: number): void {
    for (const event of events) {
      this.#events.push(this.journal.event(event, nowMs, wallMs));
      if (this.#events.length > shownEvents) this.#events.shift();
      this.#mark(event, nowMs / 1000);
      this.urgent = true;
    }
  }

  #mark(event: RunEvent, seconds: number): void {
    if (event.type === 'phase') this.#marks.push({ seconds, kind: 'phase', label: event.to });
    if (event.type === 'alarm-raised' && event.alarm.priority !== 'low') {
      this.#marks.push({ seconds, kind: 'alarm', label: event.alarm.priority });
    }
  }
}
