import { expect } from 'vitest';
import { type Alarm, priorities } from '../../../electron/domain/alarm.ts';
import type { AlarmEvent, Sound } from '../../../electron/domain/alarm-event.ts';

const urgency = ({ priority }: Alarm): number => priorities.indexOf(priority);
const nameOf = ({ code, subject }: Alarm): string => `${code}:${subject}`;
const isOn = ({ clearedMs }: Alarm): boolean => clearedMs === null;
const sounds = (alarm: Alarm): boolean =>
  alarm.acknowledgedMs === null && alarm.under === null && (isOn(alarm) || alarm.priority === 'high');

interface Pause {
  readonly fromMs: number;
  /** Highest urgency among what sounded at the press. */
  readonly urgency: number;
  /** What was on at the press. */
  readonly on: ReadonlySet<string>;
}

/** Audio pauses by what the log tells alone: what was on and what sounded at the press, and what came since. */
export class PauseLedger {
  readonly #alarms = new Map<string, Alarm>();
  #pause: Pause | null = null;

  press(events: readonly AlarmEvent[], nowMs: number): void {
    if (events.some(({ type }) => type === 'audio-paused')) {
      const all = [...this.#alarms.values()];
      this.#pause = {
        fromMs: nowMs,
        urgency: Math.max(-1, ...all.filter(sounds).map(urgency)),
        on: new Set(all.filter(isOn).map(nameOf)),
      };
    }
    if (events.some(({ type }) => type === 'audio-on')) this.#pause = null;
    this.#hear(events);
  }

  tick(events: readonly AlarmEvent[], sound: Sound, nowMs: number): void {
    const pause = this.#pause;
    this.#hear(events);
    if (pause === null) {
      expect(sound.state).not.toBe('paused');
      return;
    }
    const broken = events.some((event) => breaks(pause, event));
    const over = nowMs - pause.fromMs >= 120_000;
    const told = events.flatMap((event) => (event.type === 'audio-on' ? [event.cause] : []));
    expect(told).toEqual(broken ? ['new-alarm'] : over ? ['time-up'] : []);
    expect(sound.state === 'paused').toBe(!broken && !over);
    if (!broken && !over) expect(sound.secondsLeft).toBe(Math.ceil((pause.fromMs + 120_000 - nowMs) / 1000));
    if (broken || over) this.#pause = null;
  }

  #hear(events: readonly AlarmEvent[]): void {
    for (const event of events) {
      if (!('alarm' in event)) continue;
      if (event.type === 'alarm-raised') this.#forget(event.alarm);
      this.#alarms.set(event.alarm.id, event.alarm);
    }
  }

  /** What comes back takes the place of what it was. */
  #forget(alarm: Alarm): void {
    for (const [id, one] of this.#alarms) if (nameOf(one) === nameOf(alarm)) this.#alarms.delete(id);
  }
}

/** More urgent than what was paused; or high, and it was not on as a high one when the pause began. */
function breaks(pause: Pause, event: AlarmEvent): boolean {
  if (event.type !== 'alarm-raised' && event.type !== 'alarm-escalated' && event.type !== 'alarm-surfaced')
    return false;
  const { alarm } = event;
  if (!sounds(alarm)) return false;
  const isNew = event.type === 'alarm-escalated' || !pause.on.has(nameOf(alarm));
  return urgency(alarm) > pause.urgency || (alarm.priority === 'high' && isNew);
}
