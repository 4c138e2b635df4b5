import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acknowledge } from '../../../electron/alarms/step.ts';
import { measured } from '../../../electron/domain/reading.ts';
import { perfusionistNamed } from '../../support/people.ts';
import { calm, probes, Watch } from './calm.ts';

const hot = { probesCelsius: probes(44, 42, 44.5, 42) };
const lowControl = { controlCelsius: measured(41.8) };
const shown = (watch: Watch): string[] => watch.state.shown.map(({ id }) => id);

/** A person named B. acknowledges. */
function confirm(watch: Watch, ...ids: string[]): string[] {
  const { state, acknowledged } = acknowledge(watch.state, ids, perfusionistNamed('B'), watch.nowMs);
  watch.state = state;
  return acknowledged.map(({ id }) => id);
}

describe('an alarm', () => {
  it('keeps the value that raised it and the worst since', () => {
    const watch = new Watch();
    watch.see({ controlCelsius: measured(43.2) }, 10);
    watch.see({ controlCelsius: measured(43.9) }, 1);
    watch.see({ controlCelsius: measured(43.4) }, 1);
    expect(watch.state.shown[0]).toMatchObject({ value: 43.2, limit: 43, worst: 43.9 });
  });

  it('that comes again is another occurrence', () => {
    const watch = new Watch();
    watch.see(lowControl, 60);
    watch.see({}, 1);
    watch.see(lowControl, 61);
    expect(watch.raised.map(({ id }) => id)).toEqual([
      'control-temperature-low#1',
      'control-temperature-low#2',
    ]);
    expect(shown(watch)).toEqual(['control-temperature-low#2']);
  });

  it('of an addition names it, and each that is due has one of its own', () => {
    const watch = new Watch();
    watch.see({ additionsDue: [null, '2/3 Oxaliplatin', null] }, 10);
    confirm(watch, 'addition-due:2/3 Oxaliplatin#1');
    watch.see({ additionsDue: [null, '2/3 Oxaliplatin', '3/3 Oxaliplatin'] }, 295);
    expect(watch.state.shown).toMatchObject([
      { subject: '2/3 Oxaliplatin', priority: 'medium', raisedMs: 0 },
      { subject: '3/3 Oxaliplatin', priority: 'low' },
    ]);
    watch.see({ additionsDue: [null, null, '3/3 Oxaliplatin'] }, 1);
    expect(shown(watch)).toEqual(['addition-due:3/3 Oxaliplatin#2']);
  });

  it('of two rows that hold at once is one alarm with one reaction', () => {
    const watch = new Watch();
    watch.see(hot, 30);
    expect(watch.codes).toEqual(['cavity-temperature-high', 'cavity-probes-disagree']);
    expect(watch.reactions).toHaveLength(1);
  });

  it('asks for its reaction at every tick, so that what is resumed against it is held again', () => {
    const watch = new Watch();
    expect(watch.see(hot, 3).reactions).toContainEqual({ reaction: 'heater-off', reason: 'alarm' });
    expect(watch.see(hot, 60).reactions).toContainEqual({ reaction: 'heater-off', reason: 'alarm' });
    expect(watch.see({}, 0.1).reactions).toEqual([]);
  });

  it('reacts anew when it comes anew', () => {
    const watch = new Watch();
    watch.see(hot, 3);
    watch.see({}, 1);
    watch.see(hot, 3);
    expect(watch.reactions).toEqual([
      { reaction: 'heater-off', reason: 'alarm' },
      { reaction: 'heater-off', reason: 'alarm' },
    ]);
  });
});

describe('the list', () => {
  it('has the most urgent first, and the newest first among equals', () => {
    const watch = new Watch();
    watch.see({ coreCelsius: measured(38.6) }, 10);
    watch.see({ ...lowControl, coreCelsius: measured(38.6), probesCelsius: probes(45.8, 42, 42, 42) }, 60);
    watch.see(
      { ...lowControl, coreCelsius: measured(38.6), probesCelsius: probes(45.8, 42, 42, 42), linkLost: true },
      1,
    );
    expect(watch.state.shown.map(({ code }) => code)).toEqual([
      'link-lost',
      'inflow-high',
      'control-temperature-low',
      'core-temperature-low-limit',
    ]);
  });

  it('lets go of medium and low ones when they are over, acknowledged or not', () => {
    const watch = new Watch();
    watch.see(lowControl, 60);
    expect(shown(watch)).toHaveLength(1);
    watch.see({});
    expect(shown(watch)).toEqual([]);
  });

  it('keeps high ones until they are over and acknowledged', () => {
    const watch = new Watch();
    watch.see(hot, 2);
    watch.see({}, 60);
    expect(shown(watch)).toEqual(['cavity-temperature-high:T3#1']);
    expect(watch.cleared).toHaveLength(1);
    confirm(watch, 'cavity-temperature-high:T3#1');
    expect(shown(watch)).toEqual([]);
  });

  it('keeps an acknowledged one that persists', () => {
    const watch = new Watch();
    watch.see(hot, 2);
    confirm(watch, 'cavity-temperature-high:T3#1');
    watch.see(hot, 5);
    expect(shown(watch)).toEqual(['cavity-temperature-high:T3#1']);
    watch.see({});
    expect(shown(watch)).toEqual([]);
  });
});

describe('acknowledging', () => {
  it('says who and when, once', () => {
    const watch = new Watch();
    watch.see(hot, 2);
    watch.nowMs += 700;
    expect(confirm(watch, 'cavity-temperature-high:T3#1')).toEqual(['cavity-temperature-high:T3#1']);
    expect(watch.state.shown[0]).toMatchObject({
      acknowledgedBy: perfusionistNamed('B'),
      acknowledgedMs: 2700,
    });
    expect(confirm(watch, 'cavity-temperature-high:T3#1')).toEqual([]);
  });

  it('counts for what is shown, and for nothing that came or went meanwhile', () => {
    const watch = new Watch();
    watch.see(hot, 2);
    watch.see({}, 1);
    watch.see({ linkLost: true });
    expect(confirm(watch, 'link-lost#7', 'control-temperature-low#1')).toEqual([]);
    expect(watch.state.shown.every(({ acknowledgedMs }) => acknowledgedMs === null)).toBe(true);
    expect(confirm(watch, 'link-lost#2')).toEqual(['link-lost#2']);
    expect(watch.state.shown.map((alarm) => alarm.acknowledgedMs !== null)).toEqual([true, false]);
  });

  it('of one occurrence is not that of the next', () => {
    const watch = new Watch();
    watch.see(hot, 2);
    confirm(watch, 'cavity-temperature-high:T3#1');
    watch.see({}, 1);
    watch.see(hot, 2);
    expect(watch.state.shown[0]).toMatchObject({ id: 'cavity-temperature-high:T3#2', acknowledgedMs: null });
  });
});

describe('whatever is seen', () => {
  const spell = fc.record({
    hot: fc.boolean(),
    low: fc.boolean(),
    lost: fc.boolean(),
    fault: fc.boolean(),
    seconds: fc.integer({ min: 0, max: 15 }),
    confirms: fc.boolean(),
  });

  it('each occurrence is told once when it comes and once when it goes, and none is active twice', () => {
    fc.assert(
      fc.property(fc.array(spell, { maxLength: 25 }), (spells) => {
        const watch = new Watch();
        for (const { hot: isHot, low, lost, fault, seconds, confirms } of spells) {
          const celsius = isHot ? 44.5 : 42.5;
          watch.nowMs += 100;
          watch.see(
            {
              linkLost: lost,
              controlCelsius: measured(low ? 41 : 42.5),
              probesCelsius: fault ? probes('open', 42, celsius, 42.4) : probes(44, 42, celsius, 42.4),
            },
            seconds,
          );
          if (confirms) confirm(watch, ...shown(watch));
          const active = watch.state.shown.filter(({ clearedMs }) => clearedMs === null);
          const identities = active.map(({ code, subject }) => `${code} ${subject}`);
          expect(new Set(identities).size).toBe(identities.length);
        }
        watch.nowMs += 100;
        // What flickers has to be away for 30 s, what comes and goes for 6 s before that.
        watch.see(calm, 38);
        const ids = watch.raised.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(watch.cleared.map(({ id }) => id).sort()).toEqual([...ids].sort());
        for (const { raisedMs, clearedMs } of watch.cleared) expect(clearedMs).toBeGreaterThan(raisedMs);
      }),
      { numRuns: 40 },
    );
  });

  it('raises exactly what has lasted its delay without a break', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 150 })), { maxLength: 12 }),
        (spells) => {
          const watch = new Watch();
          let expected = 0;
          let lastedMs = -100;
          let awayMs = 0;
          let on = false;
          let goneMs = Number.NEGATIVE_INFINITY;
          let flickers = false;
          for (const [bad, ticks] of spells) {
            for (let tick = 0; tick < ticks; tick += 1) {
              watch.nowMs += 100;
              watch.see(bad ? { controlCelsius: measured(43.4) } : {});
              lastedMs = bad ? lastedMs + 100 : -100;
              awayMs = lastedMs >= 10_000 ? 0 : awayMs + 100;
              if (lastedMs >= 10_000 && !on) {
                expected += 1;
                on = true;
                flickers = watch.nowMs - goneMs <= 60_000;
              } else if (on && awayMs > (flickers ? 30_000 : 0)) {
                on = false;
                goneMs = watch.nowMs;
              }
            }
          }
          expect(watch.codes).toEqual(Array.from({ length: expected }, () => 'control-temperature-high'));
        },
      ),
      { numRuns: 40 },
    );
  });
});
