import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlarmState } from '../../../electron/alarms/step.ts';
import type { Alarm } from '../../../electron/domain/alarm.ts';
import { history, play, troubles } from './histories.ts';
import { PauseLedger } from './pause-ledger.ts';

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

  it('a pause lasts at most 120 s and is broken by what is more urgent or high and new, by nothing else', () => {
    fc.assert(
      fc.property(history, (spells) => {
        const ledger = new PauseLedger();
        play(
          spells,
          ({ nowMs, step }) => ledger.tick(step.events, step.sound, nowMs),
          (state) => state,
          (events, nowMs) => ledger.press(events, nowMs),
        );
      }),
      { numRuns: 200 },
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
