import type { Alarm } from '../../../../electron/domain/alarm.ts';
import { actionOf, type Press } from '../person/people.ts';
import { type Bench, type Judge, truthOf } from './judge.ts';
import { highAlarms } from './sounding.ts';

const pauseMs = 120_000;
/** From the alarm to loudspeaker or rig: a tick, an exchange and a view. */
const soundsWithinMs = 1_500;
/** Without a screen, or a rig that may be written to, the computer's bell is the voice: found missing, a stroke, and some air. */
const bellWithinMs = 4_500;
/** Between two strokes. */
const strokeMs = 1_500;

interface Seen {
  readonly firstMs: number;
  /** It sounded last, true time. */
  soundedMs: number;
}

/** A high alarm is heard at the screen or at the rig, unless a person paused or acknowledged it. */
export class Sounds implements Judge {
  readonly #bench: Bench;
  #acknowledged = new Set<string>();
  /** Of a run, by another console: what is taken up is what a person has acknowledged. */
  readonly #ofRuns = new Map<string, Set<string>>();
  #pausedMs: number | null = null;
  #seen = new Map<string, Seen>();
  #life: unknown = null;
  #runId: string | null = null;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  onPress(press: Press): void {
    const { answer, atMs } = press;
    const action = actionOf(press);
    if (!answer.taken || action === null) return;
    if (action.type === 'acknowledge') for (const id of action.alarmIds) this.#acknowledged.add(id);
    if (action.type === 'pause-audio') this.#pausedMs = atMs;
    if (action.type === 'resume-audio') this.#pausedMs = null;
  }

  look(): void {
    const { world } = this.#bench;
    const { console: life } = world;
    const runId = life?.last?.run?.header.runId ?? null;
    // After a run its alarms go on, under the same names.
    if (life !== this.#life || (runId !== null && runId !== this.#runId)) this.#forget(life, runId);
    if (life === null || life.lane.isHeld || life.engine.stands) {
      this.#seen.clear();
      return;
    }
    const rings = life.rangMs !== null && world.nowMs - life.rangMs <= strokeMs;
    const sounding = truthOf(world).sounds || life.screen.soundsHigh || rings;
    const now = highAlarms(life).filter(({ under }) => under === null);
    for (const alarm of now) this.#judge(alarm, sounding, life.screen.state === 'there');
    for (const id of this.#seen.keys()) if (!now.some((alarm) => alarm.id === id)) this.#seen.delete(id);
  }

  #judge(alarm: Alarm, heard: boolean, screenIsThere: boolean): void {
    const { ledger, world } = this.#bench;
    const { nowMs } = world;
    const seen = this.#seen.get(alarm.id) ?? { firstMs: nowMs, soundedMs: nowMs };
    this.#seen.set(alarm.id, seen);
    const quietened = this.#acknowledged.has(alarm.id) || this.#isPaused(seen.firstMs);
    if (heard || quietened) seen.soundedMs = nowMs;
    if (quietened) return;
    const silentMs = nowMs - seen.soundedMs;
    ledger.check(
      'sounds',
      silentMs <= (screenIsThere ? soundsWithinMs : bellWithinMs),
      nowMs,
      () => `${alarm.id} has not sounded for ${silentMs} ms`,
    );
  }

  /** What came after the pause began breaks through it. */
  #isPaused(firstMs: number): boolean {
    const { nowMs } = this.#bench.world;
    return this.#pausedMs !== null && nowMs - this.#pausedMs <= pauseMs && firstMs <= this.#pausedMs;
  }

  #forget(life: unknown, runId: string | null): void {
    this.#life = life;
    this.#runId = runId;
    this.#acknowledged = (runId !== null && this.#ofRuns.get(runId)) || new Set();
    if (runId !== null) this.#ofRuns.set(runId, this.#acknowledged);
    this.#seen = new Map();
    this.#pausedMs = null;
  }
}
