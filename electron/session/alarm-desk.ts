import { type Acted, type AlarmAction, act } from '../alarms/acting.ts';
import { noSound, soundOf } from '../alarms/audio.ts';
import { alarmStateFromJson, alarmStateToJson } from '../alarms/checkpoint.ts';
import type { Json } from '../alarms/exact-json.ts';
import { figuresNow } from '../alarms/figures-now.ts';
import type { Signals } from '../alarms/signals.ts';
import { onOtherClock, skipTime } from '../alarms/skip.ts';
import { type AlarmState, type AlarmStep, newAlarms, stepAlarms } from '../alarms/step.ts';
import type { AlarmLimitChange, AlarmSystemView } from '../contract/alarm-system.ts';
import type { Actor } from '../domain/actor.ts';
import type { Alarm } from '../domain/alarm.ts';
import type { AlarmEvent, Sound } from '../domain/alarm-event.ts';
import {
  type AlarmLimitName,
  alarmLimitNames,
  alarmLimits,
  type SiteLimits,
} from '../domain/alarm-limits.ts';
import type { Annunciation } from '../domain/command.ts';

/** Occurrences a screen can look back on; the journal has them all. */
const shownHistory = 200;

/** A desk as a checkpoint keeps it: plain JSON. */
export interface SavedDesk {
  /** Of its last tick, by the clock of the program that wrote it. */
  readonly monotonicMs: number;
  readonly state: Json;
  /** In the order they were raised. */
  readonly history: readonly Alarm[];
  readonly changes: readonly {
    readonly name: AlarmLimitName;
    readonly changes: readonly AlarmLimitChange[];
  }[];
}

/** The alarms of a run between its ticks: their state, what sounds, and every occurrence as it stands. */
export class AlarmDesk {
  #state: AlarmState;
  #sound: Sound = noSound;
  #signals: Signals | null = null;
  #lookedMs = 0;
  /** Of the last tick; pauses and reminders run with people, not with session time. */
  #monotonicMs = 0;
  readonly #history = new Map<string, Alarm>();
  readonly #changes = new Map<AlarmLimitName, readonly AlarmLimitChange[]>();

  constructor(limits: SiteLimits) {
    this.#state = newAlarms(limits);
  }

  /**
   * The desk that wrote the checkpoint, as it was. `monotonicMs`: now, by the clock of this program, which is another
   * than that of the one that wrote it; a pause has as long to go as it had.
   */
  static resume(saved: SavedDesk, limits: SiteLimits, monotonicMs: number = saved.monotonicMs): AlarmDesk {
    const desk = new AlarmDesk(limits);
    desk.#monotonicMs = monotonicMs;
    desk.#state = onOtherClock(alarmStateFromJson(saved.state, limits), monotonicMs - saved.monotonicMs);
    desk.#sound = soundOf(desk.#state, monotonicMs);
    for (const alarm of saved.history) desk.#history.set(alarm.id, alarm);
    for (const { name, changes } of saved.changes) desk.#changes.set(name, changes);
    return desk;
  }

  /** All of it but the signals of the last tick, as plain JSON. */
  checkpoint(): SavedDesk {
    return {
      monotonicMs: this.#monotonicMs,
      state: alarmStateToJson(this.#state),
      history: [...this.#history.values()],
      changes: [...this.#changes].map(([name, changes]) => ({ name, changes })),
    };
  }

  /** Session time leaps by so much in which nobody looked. */
  skip(byMs: number): void {
    this.#state = skipTime(this.#state, byMs);
  }

  get shown(): readonly Alarm[] {
    return this.#state.shown;
  }

  /** A high alarm is to be heard: nobody has paused or acknowledged it. */
  get soundsHigh(): boolean {
    return this.#sound.state === 'sounding' && this.#sound.priority === 'high';
  }

  /** The rig sounds the highest priority that is on, also while the console is quiet. */
  get annunciation(): Annunciation {
    return this.#state.shown.find((alarm) => alarm.clearedMs === null)?.priority ?? 'none';
  }

  step(signals: Signals, nowMs: number, monotonicMs: number): AlarmStep {
    const step = stepAlarms(this.#state, signals, nowMs, monotonicMs);
    this.#state = step.state;
    this.#sound = step.sound;
    this.#signals = signals;
    this.#lookedMs = nowMs;
    this.#monotonicMs = monotonicMs;
    this.#remember(step.events, nowMs);
    return step;
  }

  act(action: AlarmAction, by: Actor, nowMs: number): Acted {
    const acted = act(this.#state, action, by, nowMs, this.#monotonicMs);
    this.#state = acted.state;
    this.#sound = soundOf(acted.state, this.#monotonicMs);
    this.#remember(acted.events, nowMs);
    return acted;
  }

  view(): AlarmSystemView {
    const state = this.#state;
    return {
      sound: this.#sound,
      history: [...this.#history.values()],
      figures: this.#signals === null ? [] : figuresNow(state, this.#signals, this.#lookedMs),
      limits: alarmLimitNames.map((name, at) => {
        const { unit, changedBy } = alarmLimits[name];
        const { initial, lowest, highest } = state.siteLimits[name];
        const value = state.limits[at] ?? initial;
        const changes = this.#changes.get(name) ?? [];
        return { name, unit, value, initial, lowest, highest, changedBy, changes };
      }),
    };
  }

  #remember(events: readonly AlarmEvent[], nowMs: number): void {
    for (const event of events) {
      if ('alarm' in event) this.#history.set(event.alarm.id, event.alarm);
      if (event.type !== 'alarm-limit-changed') continue;
      const { limit, from, to, by, role } = event;
      this.#changes.set(limit, [
        ...(this.#changes.get(limit) ?? []),
        { sessionMs: nowMs, from, to, by, role },
      ]);
    }
    for (const id of this.#history.keys()) {
      if (this.#history.size <= shownHistory) break;
      this.#history.delete(id);
    }
  }
}
