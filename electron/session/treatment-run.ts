import { type AlarmAction, isAlarmAction } from '../alarms/acting.ts';
import type { RunFiles, TrendMark } from '../contract/view.ts';
import type { ActionResult, OperatorAction } from '../domain/action.ts';
import { type Actor, type Also, alone } from '../domain/actor.ts';
import { type Intent, standbyIntent } from '../domain/command.ts';
import type { LinkCounters } from '../domain/link.ts';
import type { Outcome } from '../domain/phase.ts';
import type { KeptEvent, RunEvent, RunHeader } from '../domain/run-event.ts';
import type { Sample } from '../domain/sample.ts';
import type { Telemetry } from '../domain/telemetry.ts';
import { vitalRefusal } from '../domain/vital-signs.ts';
import { outcomeNow } from '../protocol/enter.ts';
import { intentOf } from '../protocol/intent.ts';
import { holdsHeartbeat } from '../protocol/self-test.ts';
import type { RunState } from '../protocol/state.ts';
import { type ProtocolEvent, step } from '../protocol/step.ts';
import { whoRefusal } from '../protocol/who.ts';
import type { Journal } from '../record/journal.ts';
import type { AlarmDesk } from './alarm-desk.ts';
import { checkpointText } from './checkpoint.ts';
import { newBeginning } from './run-beginning.ts';
import { runSample } from './run-sample.ts';
import { runSignals, type Surroundings } from './run-signals.ts';
import { runTotals } from './run-totals.ts';
import { controlStateOf, plannedEnd, type RunSnapshot } from './run-view.ts';
import type { TimeEvent } from './session-time.ts';

/** Events a screen shows; the journal has them all. */
const shownEvents = 60;

/** A checkpoint comes at least this often, ms of session time (chosen: what a power cut may cost). */
const checkpointEveryMs = 1_000;

/** One treatment: state of protocol and alarms, and its journal. Time is an argument; nobody outside is called. */
export class TreatmentRun {
  readonly header: RunHeader;
  readonly journal: Journal;
  /** Outlives the run: what was not acknowledged still is not. */
  readonly alarms: AlarmDesk;
  #state: RunState;
  #events: readonly KeptEvent[];
  #marks: readonly TrendMark[];
  #sample: Sample | null = null;
  #written: Intent | null = null;
  #control: { state: string; sinceWallMs: number };
  #sampledMs: number;
  #checkpointMs: number;
  /** Grows with every event: the screen is told at once. */
  #revision = 0;
  #files: RunFiles | null = null;

  constructor(header: RunHeader, journal: Journal, wallMs: number, beginning = newBeginning(header)) {
    this.header = header;
    this.journal = journal;
    this.alarms = beginning.alarms;
    this.#state = beginning.state;
    this.#events = beginning.events;
    this.#marks = beginning.marks;
    this.#control = { state: '', sinceWallMs: wallMs };
    this.#sampledMs = this.#checkpointMs = beginning.state.nowMs - 1;
    this.#keep(beginning.told, beginning.state.nowMs, wallMs);
  }

  get state(): RunState {
    return this.#state;
  }
  get over(): boolean {
    return this.#state.phase === 'complete';
  }
  get revision(): number {
    return this.#revision;
  }
  /** Its documents, once they are made. */
  get files(): RunFiles | null {
    return this.#files;
  }
  set files(files: RunFiles) {
    this.#files = files;
    this.#revision += 1;
  }
  /** What the protocol itself keeps off. */
  get held(): { readonly heat: boolean; readonly flow: boolean } {
    return { heat: this.#state.heatHeld !== null, flow: this.#state.flowHeld !== null };
  }

  /** What to ask of the rig in the next exchange; `null`: a person has to decide first, so only read. */
  intent(): Intent | null {
    return this.#state.decision === 'none' ? this.#asked() : null;
  }

  /** The test of the watchdog withholds the heartbeat. */
  holdHeartbeat(): boolean {
    return holdsHeartbeat(this.#state);
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
    this.#keep(this.journal.news(), nowMs, wallMs);
    this.#written = around.intent;
    const controlState = controlStateOf(this.#state);
    if (controlState !== this.#control.state) this.#control = { state: controlState, sinceWallMs: wallMs };
    // Session time of a simulated rig can stand still; one sample for each moment of it.
    if (nowMs <= this.#sampledMs) return;
    const sample = runSample(this.#state, telemetry, around.intent, wallMs);
    this.#sampledMs = nowMs;
    this.#sample = sample;
    const due = nowMs - this.#checkpointMs >= checkpointEveryMs;
    this.journal.sample(sample, due ? this.#checkpoint(nowMs) : null);
  }

  /** What clocks did; time nobody looked in has matured no alarm. */
  keepTimes(events: readonly TimeEvent[], nowMs: number, wallMs: number): void {
    for (const event of events) if (event.type === 'standstill') this.alarms.skip(1000 * event.seconds);
    this.#keep(events, nowMs, wallMs);
  }

  /** A tick of the console failed: kept, whatever else does not work. */
  keepFault(message: string, failures: number, nowMs: number, wallMs: number): void {
    this.#keep([{ type: 'console-fault', message, failures }], nowMs, wallMs);
  }

  /** An operator's action, at once: the next exchange carries it. */
  act(by: Actor, action: OperatorAction, nowMs: number, wallMs: number, also: Also = alone): ActionResult {
    if (isAlarmAction(action)) return this.#actOnAlarms(by, action, nowMs, wallMs);
    const may = whoRefusal(this.#state, action, by, also) === null;
    const unknown = may ? vitalRefusal(this.header.site.lists, action) : null;
    if (unknown !== null) return { taken: false, why: unknown };
    const result = this.#step({ type: 'action', action, by, also }, nowMs, wallMs);
    return result ?? { taken: false, why: 'no-run' };
  }

  /** Keeps what was decided before it began. */
  tell(event: RunEvent, wallMs: number): void {
    this.#keep([event], this.#state.nowMs, wallMs);
  }

  /** What it comes to in the end, whatever is done until then. */
  endAs(outcome: Outcome): void {
    this.#state = { ...this.#state, endingAs: outcome };
  }

  /** Keeps the end of the run; nothing is added afterwards. */
  end(link: LinkCounters, nowMs: number, wallMs: number): void {
    const summary = runTotals(this.#state, link);
    this.#keep(
      [...this.journal.news(true), { type: 'run-ended', outcome: outcomeNow(this.#state), summary }],
      nowMs,
      wallMs,
    );
  }

  snapshot(): RunSnapshot {
    const end = plannedEnd(this.#state);
    const { alarms } = this;
    return {
      header: this.header,
      state: this.#state,
      written: this.#written,
      alarms: alarms.shown,
      alarmSystem: () => alarms.view(),
      events: this.#events,
      durableSeq: this.journal.durableSeq,
      marks: end === null ? this.#marks : [...this.#marks, end],
      controlSinceWallMs: this.#control.sinceWallMs,
      sample: this.#sample,
      files: this.#files,
    };
  }

  #asked(): Intent {
    if (this.over) return standbyIntent;
    return { ...intentOf(this.#state), annunciator: this.alarms.annunciation };
  }

  #step(event: ProtocolEvent, nowMs: number, wallMs: number): ActionResult | null {
    const { state, events, result } = step(this.#state, event, nowMs);
    this.#state = state;
    this.#keep(events, nowMs, wallMs);
    return result;
  }

  #watch(around: Surroundings, nowMs: number, wallMs: number, monotonicMs: number): void {
    const signals = runSignals(this.#state, around);
    const { events, reactions } = this.alarms.step(signals, nowMs, monotonicMs);
    this.#keep(events, nowMs, wallMs);
    for (const { reaction, reason } of reactions)
      this.#step({ type: 'reaction', reaction, reason }, nowMs, wallMs);
  }

  #actOnAlarms(by: Actor, action: AlarmAction, nowMs: number, wallMs: number): ActionResult {
    const { events, refused } = this.alarms.act(action, by, nowMs);
    this.#keep([{ type: 'action', by, ...alone, action, refused }, ...events], nowMs, wallMs);
    return refused === null ? { taken: true } : { taken: false, why: refused };
  }

  #keep(events: readonly RunEvent[], nowMs: number, wallMs: number): void {
    if (events.length === 0) return;
    const checkpoint = this.#checkpoint(nowMs);
    for (const event of events) {
      const kept = this.journal.event(event, nowMs, wallMs, checkpoint);
      this.#events = [...this.#events, kept].slice(-shownEvents);
      this.#mark(event, nowMs / 1000);
      this.#revision += 1;
    }
  }

  #checkpoint(nowMs: number): string {
    this.#checkpointMs = nowMs;
    return checkpointText(this.#state, this.alarms);
  }

  #mark(event: RunEvent, seconds: number): void {
    const mark = markOf(event, seconds);
    if (mark !== null) this.#addMark(mark);
  }

  #addMark(mark: TrendMark): void {
    this.#marks = [...this.#marks, mark];
  }
}

/** Where an event stands on the trend; `null`: it does not. */
export function markOf(event: RunEvent, seconds: number): TrendMark | null {
  if (event.type === 'phase') return { seconds, kind: 'phase', label: event.to };
  if (event.type === 'alarm-raised' && event.alarm.priority !== 'low') {
    return { seconds, kind: 'alarm', label: event.alarm.priority };
  }
  if (event.type !== 'action' || event.refused !== null) return null;
  const { action } = event;
  if (action.type === 'record-reading' && action.kind === 'core-temperature')
    return { seconds, kind: 'core', celsius: action.value };
  const drug = action.type === 'record-drug' || (action.type === 'start-treatment' && action.drug !== null);
  return drug ? { seconds, kind: 'drug', label: '' } : null;
}
