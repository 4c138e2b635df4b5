import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { act } from '../../../electron/alarms/acting.ts';
import type { Signals } from '../../../electron/alarms/signals.ts';
import { type AlarmState, type AlarmStep, noAlarms, stepAlarms } from '../../../electron/alarms/step.ts';
import type { Alarm } from '../../../electron/domain/alarm.ts';
import type { AlarmEvent } from '../../../electron/domain/alarm-event.ts';
import { interlockBit } from '../../../electron/domain/circuit.ts';
import { measured } from '../../../electron/domain/reading.ts';
import { calm, probes } from './calm.ts';

/** Troubles that come and go in any order, each with the alarm it must bring and its delay. */
const troubles = {
  'link-lost': { seen: { linkLost: true, linkAgeSeconds: 2 }, delayMs: 0 },
  'emergency-stop': { seen: { interlockBits: interlockBit('emergency-stop') }, delayMs: 0 },
  'storage-failing': { seen: { storageFailing: true }, delayMs: 0 },
  'cavity-temperature-high:T3': { seen: { probesCelsius: probes(44, 42, 44.5, 42.4) }, delayMs: 2_000 },
  'control-temperature-high': { seen: { controlCelsius: measured(43.4) }, delayMs: 10_000 },
  'core-temperature-high-limit': { seen: { coreCelsius: measured(39.9) }, delayMs: 10_000 },
  'core-temperature-low-limit': { seen: { coreCelsius: measured(38.6) }, delayMs: 10_000 },
  'flow-deviation': { seen: { flowMlPerMin: measured(1300) }, delayMs: 30_000 },
} as const satisfies Record<string, { seen: Partial<Signals>; delayMs: number }>;
type Trouble = keyof typeof troubles;
const names = Object.keys(troubles) as Trouble[];

const tickMs = 500;
type Deed = 'nothing' | 'acknowledge' | 'acknowledge-unseen' | 'pause' | 'resume';
const spell = fc.record({
  troubles: fc.subarray(names, { maxLength: 3 }),
  ticks: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 80 })),
  deed: fc.constantFrom<Deed>('nothing', 'nothing', 'acknowledge', 'acknowledge-unseen', 'pause', 'resume'),
});
const history = fc.array(spell, { minLength: 1, maxLength: 30 });

interface Seen {
  readonly nowMs: number;
  readonly before: AlarmState;
  readonly step: AlarmStep;
  /** How long each trouble has lasted without a break, ms; `null`: it is not there. */
  readonly lastedMs: ReadonlyMap<Trouble, number>;
}

interface Kept {
  readonly event: AlarmEvent;
  readonly atMs: number;
  /** What was pressed for it. */
  readonly deed: Deed;
  readonly before: AlarmState;
}

/** Plays a history; `look` is asked after every tick. Returns the whole log. */
function play(
  spells: readonly { troubles: readonly Trouble[]; ticks: number; deed: Deed }[],
  look: (seen: Seen) => void,
  /** What stands between two ticks. */
  between: (state: AlarmState) => AlarmState = (state) => state,
): Kept[] {
  const log: Kept[] = [];
  const sinceMs = new Map<Trouble, number>();
  let state = noAlarms;
  let nowMs = 0;
  const keep = (events: readonly AlarmEvent[], deed: Deed, before: AlarmState) =>
    log.push(...events.map((event) => ({ event, atMs: nowMs, deed, before })));
  for (const { troubles: there, ticks, deed } of spells) {
    const done = doing(state, deed, nowMs);
    keep(done.events, deed, state);
    state = done.state;
    const signals: Signals = Object.assign({}, calm, ...there.map((name) => troubles[name].seen));
    for (let tick = 0; tick < ticks; tick += 1) {
      nowMs += tickMs;
      for (const name of names) {
        // Of two that speak of the same signal the later one is seen.
        const holds = Object.entries(troubles[name].seen).every(
          ([key, value]) => signals[key as keyof Signals] === value,
        );
        if (!holds) sinceMs.delete(name);
        else if (!sinceMs.has(name)) sinceMs.set(name, nowMs);
      }
      const before = between(state);
      const step = stepAlarms(before, signals, nowMs);
      state = step.state;
      keep(step.events, 'nothing', before);
      const lastedMs = new Map([...sinceMs].map(([name, since]) => [name, nowMs - since]));
      look({ nowMs, before, step, lastedMs });
    }
  }
  return log;
}

function doing(state: AlarmState, deed: Deed, nowMs: number) {
  const shownIds = state.shown.map(({ id }) => id);
  switch (deed) {
    case 'acknowledge':
      return act(state, { type: 'acknowledge', alarmIds: shownIds }, 'B', nowMs, nowMs);
    case 'acknowledge-unseen':
      return act(state, { type: 'acknowledge', alarmIds: ['link-lost#99', 'no-such#1'] }, 'B', nowMs, nowMs);
    case 'pause':
      return act(state, { type: 'pause-audio' }, 'B', nowMs, nowMs);
    case 'resume':
      return act(state, { type: 'resume-audio' }, 'B', nowMs, nowMs);
    default:
      return { state, events: [] };
  }
}

const nameOf = (alarm: Alarm): string =>
  alarm.subject === '' ? alarm.code : `${alarm.code}:${alarm.subject}`;
const runs = { numRuns: 60 };

describe('whatever comes and goes, and whatever is pressed', () => {
  it('a high alarm is never without sound unless paused or acknowledged', () => {
    fc.assert(
      fc.property(history, (spells) => {
        play(spells, ({ step: { state, sound } }) => {
          const open = state.shown.some(
            (alarm) => alarm.priority === 'high' && alarm.acknowledgedMs === null && alarm.under === null,
          );
          if (open) expect(['sounding high', 'paused high']).toContain(`${sound.state} ${sound.priority}`);
          // One that is listed under another stands behind one at least as urgent, which is on itself.
          for (const { under, priority } of state.shown) {
            const cause = state.shown.find(({ id }) => id === under);
            if (under === null) continue;
            expect(cause).toMatchObject({ clearedMs: null, under: null });
            if (priority === 'high') expect(cause?.priority).toBe('high');
          }
        });
      }),
      runs,
    );
  });

  it('what has lasted its delay is on and in the log', () => {
    fc.assert(
      fc.property(history, (spells) => {
        const raised = new Set<string>();
        play(spells, ({ step, lastedMs }) => {
          for (const event of step.events) if (event.type === 'alarm-raised') raised.add(event.alarm.id);
          for (const [name, ms] of lastedMs) {
            if (ms < troubles[name].delayMs) continue;
            const alarm = step.state.shown.find((one) => nameOf(one) === name && one.clearedMs === null);
            expect(alarm, name).toBeDefined();
            expect(raised.has(alarm?.id ?? '')).toBe(true);
          }
        });
      }),
      runs,
    );
  });

  it('nothing is acknowledged that was not shown and meant', () => {
    fc.assert(
      fc.property(history, (spells) => {
        for (const { event, before, deed } of play(spells, () => {})) {
          if (event.type !== 'alarm-acknowledged') continue;
          expect(deed).toBe('acknowledge');
          expect(before.shown.map(({ id }) => id)).toContain(event.alarm.id);
        }
      }),
      runs,
    );
  });

  it('flicker fills neither list nor log: no alarm comes more than three times in a minute', () => {
    fc.assert(
      fc.property(history, (spells) => {
        const log = play(spells, ({ step }) => {
          const on = step.state.shown.map(nameOf);
          expect(new Set(on).size).toBe(on.length);
        });
        const comings = new Map<string, number[]>();
        for (const { event, atMs } of log) {
          if (event.type !== 'alarm-raised') continue;
          const name = nameOf(event.alarm);
          comings.set(name, [...(comings.get(name) ?? []), atMs]);
        }
        for (const times of comings.values()) {
          for (const from of times) {
            const inMinute = times.filter((at) => at >= from && at < from + 60_000);
            expect(inMinute.length).toBeLessThanOrEqual(3);
          }
        }
      }),
      runs,
    );
  });

  it('a pause lasts at most 120 s and is broken by new high alarms, not by those it was pressed for', () => {
    fc.assert(
      fc.property(history, (spells) => {
        let pausedSinceMs: number | null = null;
        play(spells, ({ nowMs, before, step }) => {
          pausedSinceMs = before.pause === null ? null : (pausedSinceMs ?? nowMs - tickMs);
          if (step.sound.state === 'paused') {
            expect(step.sound.secondsLeft).toBeLessThanOrEqual(120);
            if (pausedSinceMs !== null) expect(nowMs - pausedSinceMs).toBeLessThan(120_000);
          }
          const { pause } = before;
          if (pause === null) return;
          const cameNew = step.events.some(
            (event) =>
              event.type === 'alarm-raised' &&
              event.alarm.priority === 'high' &&
              event.alarm.under === null &&
              !pause.known.has(nameOf(event.alarm)),
          );
          if (cameNew) expect(step.sound.state).toBe('sounding');
          const told = step.events.find((event) => event.type === 'audio-on');
          if (told?.type === 'audio-on' && told.cause === 'new-alarm') {
            const causes = step.events.filter(
              (event) =>
                'alarm' in event && event.alarm.under === null && !pause.known.has(nameOf(event.alarm)),
            );
            expect(causes.length).toBeGreaterThan(0);
          }
        });
      }),
      runs,
    );
  });

  it('what is remembered of a tick before changes nothing but the time it takes', () => {
    fc.assert(
      fc.property(history, (spells) => {
        const outcomes = (between: (state: AlarmState) => AlarmState) => {
          const ticks: unknown[] = [];
          const log = play(
            spells,
            ({ step }) => ticks.push([step.reactions, step.sound, step.state.shown]),
            between,
          );
          return [ticks, log.map(({ event, atMs }) => [event, atMs])];
        };
        // A copy of the state is another state, of which nothing is remembered.
        expect(outcomes((state) => state)).toEqual(outcomes((state) => ({ ...state })));
      }),
      runs,
    );
  });
});
