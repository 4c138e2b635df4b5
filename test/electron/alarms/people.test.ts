import { describe, expect, it } from 'vitest';
import { act } from '../../../electron/alarms/acting.ts';
import type { OperatorAction } from '../../../electron/domain/action.ts';
import { consoleActor } from '../../../electron/domain/actor.ts';
import { alarmLimitNames, alarmLimits } from '../../../electron/domain/alarm-limits.ts';
import { measured } from '../../../electron/domain/reading.ts';
import { clinicianNamed, perfusionistNamed } from '../../support/people.ts';
import { theatre } from '../../support/site.ts';
import { probes, Watch } from './calm.ts';

const hot = { probesCelsius: probes(44, 42, 44.5, 42.4) };
const low = { coreCelsius: measured(38.6) };
const disk = { storageFailing: true };

type AlarmAction = Parameters<typeof act>[1];
/** A person named B. acts; the answer is why it was refused. */
function press(watch: Watch, action: AlarmAction, by = clinicianNamed('B')): string | null {
  const { state, events, refused } = act(watch.state, action, by, watch.nowMs, watch.nowMs);
  watch.state = state;
  watch.events.push(...events);
  return refused;
}
const acknowledgeAll = (watch: Watch): AlarmAction => ({
  type: 'acknowledge',
  alarmIds: watch.state.shown.map(({ id }) => id),
});
const types = (watch: Watch): string[] => watch.events.map(({ type }) => type);

describe('sound', () => {
  it('follows the most urgent that nobody has acknowledged, and says when all are', () => {
    const watch = new Watch();
    expect(watch.see({}).sound).toMatchObject({ state: 'none', priority: null });
    expect(watch.see({ ...disk, ...hot }, 3).sound).toMatchObject({ state: 'sounding', priority: 'high' });
    press(watch, acknowledgeAll(watch));
    expect(watch.see({ ...disk, ...hot }).sound).toMatchObject({ state: 'acknowledged', priority: 'high' });
  });

  it('of a high alarm goes on after its condition until a person has acknowledged it; of others it ends', () => {
    const watch = new Watch();
    watch.see({ ...disk, ...hot }, 3);
    expect(watch.see({}, 60).sound).toMatchObject({ state: 'sounding', priority: 'high' });
    press(watch, acknowledgeAll(watch));
    expect(watch.see({}).sound.state).toBe('none');
  });
});

describe('a pause of the audio', () => {
  it('counts down from 120 s and ends by itself, once', () => {
    const watch = new Watch();
    watch.see(disk);
    expect(press(watch, { type: 'pause-audio' })).toBeNull();
    expect(watch.see(disk).sound).toEqual({
      state: 'paused',
      priority: 'medium',
      sinceMs: 0,
      secondsLeft: 120,
      reminders: 0,
    });
    expect(watch.see(disk, 60).sound.secondsLeft).toBe(60);
    expect(press(watch, { type: 'pause-audio' })).toBe('nothing-sounds');
    expect(watch.see(disk, 60).sound).toMatchObject({ state: 'sounding', priority: 'medium' });
    expect(watch.events.slice(-1)).toEqual([{ type: 'audio-on', cause: 'time-up', by: consoleActor }]);
  });

  it('is broken by a new alarm of higher priority, not by one of the same', () => {
    const watch = new Watch();
    watch.see(disk);
    press(watch, { type: 'pause-audio' });
    expect(watch.see({ ...disk, screenStaleSeconds: 9 }).sound.state).toBe('paused');
    expect(watch.see({ ...disk, ...hot }, 3).sound).toMatchObject({ state: 'sounding', priority: 'high' });
    expect(watch.events.at(-1)).toEqual({ type: 'audio-on', cause: 'new-alarm', by: consoleActor });
  });

  it('is not broken by an old one that comes and goes', () => {
    const watch = new Watch();
    watch.see({ ...disk, linkLost: true });
    watch.see(disk, 1);
    watch.see({ ...disk, linkLost: true });
    press(watch, { type: 'pause-audio' });
    for (let flick = 0; flick < 10; flick += 1) {
      watch.see(disk, 2);
      expect(watch.see({ ...disk, linkLost: true }, 1).sound.state).toBe('paused');
    }
    expect(watch.raised.filter(({ code }) => code === 'link-lost')).toHaveLength(2);
  });

  it.each([20, 600])('of a medium alarm is broken by a high one that was over %s s before it', (seconds) => {
    const watch = new Watch();
    watch.see(hot, 3);
    press(watch, acknowledgeAll(watch));
    watch.see(disk, seconds);
    expect(press(watch, { type: 'pause-audio' })).toBeNull();
    expect(watch.see({ ...disk, ...hot }, 3).sound).toMatchObject({ state: 'sounding', priority: 'high' });
  });

  it('of a medium alarm is broken by a high one that was acknowledged, on at the press, over and comes back', () => {
    const watch = new Watch();
    watch.see(hot, 3);
    press(watch, acknowledgeAll(watch));
    watch.see({ ...disk, ...hot });
    expect(press(watch, { type: 'pause-audio' })).toBeNull();
    watch.see(disk, 5);
    expect(watch.see({ ...disk, ...hot }, 3).sound).toMatchObject({ state: 'sounding', priority: 'high' });
  });

  it('of a high alarm is broken by another high one', () => {
    const watch = new Watch();
    watch.see(hot, 3);
    expect(press(watch, { type: 'pause-audio' })).toBeNull();
    expect(watch.see({ ...hot, linkLost: true }).sound).toMatchObject({ state: 'sounding' });
  });

  it('can be ended, and cannot be begun while nothing sounds', () => {
    const watch = new Watch();
    expect(press(watch, { type: 'pause-audio' })).toBe('nothing-sounds');
    expect(press(watch, { type: 'resume-audio' })).toBe('nothing-to-resume');
    watch.see(disk);
    press(watch, { type: 'pause-audio' });
    expect(press(watch, { type: 'resume-audio' })).toBeNull();
    expect(types(watch)).toEqual(['alarm-raised', 'audio-paused', 'audio-on']);
  });
});

describe('what is remembered of alarms that are over', () => {
  it('is forgotten after a minute, whatever else happens', () => {
    const watch = new Watch();
    watch.see(hot, 3);
    press(watch, acknowledgeAll(watch));
    watch.see({}, 60);
    expect(watch.state.gone.size).toBe(1);
    watch.see({}, 0.2);
    expect(watch.state.gone.size).toBe(0);
  });
});

describe('what was acknowledged and persists', () => {
  it('is called to mind every 3 min, and no more once it is over', () => {
    const watch = new Watch();
    watch.see(disk);
    press(watch, acknowledgeAll(watch));
    expect(watch.see(disk, 179.9).sound.reminders).toBe(0);
    expect(watch.see(disk, 0.1).sound).toMatchObject({ state: 'acknowledged', reminders: 1 });
    expect(watch.see(disk, 180).sound.reminders).toBe(2);
    expect(watch.state.shown[0]?.reminders).toBe(2);
    watch.see({}, 400);
    expect(types(watch).filter((type) => type === 'alarm-reminded')).toHaveLength(2);
  });

  it('sounds again when it becomes more urgent because it lasts', () => {
    const watch = new Watch();
    const above = { controlCelsius: measured(43.2) };
    watch.see(above, 10);
    press(watch, acknowledgeAll(watch));
    expect(watch.see(above, 299.9).sound).toMatchObject({ state: 'acknowledged', priority: 'medium' });
    expect(watch.see(above, 0.1).sound).toMatchObject({ state: 'sounding', priority: 'high' });
    expect(watch.state.shown[0]).toMatchObject({
      id: 'control-temperature-high#1',
      escalatedMs: 310_000,
      acknowledgedMs: null,
    });
  });
});

describe('an alarm at its limit', () => {
  it('is over only when the value is back by the hysteresis, and comes only past the limit', () => {
    const watch = new Watch();
    watch.see({ controlCelsius: measured(42.97) }, 30);
    expect(watch.codes).toEqual([]);
    watch.see({ controlCelsius: measured(43.01) }, 10);
    watch.see({ controlCelsius: measured(42.96) }, 30);
    expect(watch.cleared).toEqual([]);
    watch.see({ controlCelsius: measured(42.94) }, 0.1);
    expect(watch.cleared).toHaveLength(1);
  });
});

describe('a limit', () => {
  const change = (limit: (typeof alarmLimitNames)[number], value: number) =>
    ({ type: 'change-alarm-limit', limit, value }) satisfies OperatorAction;

  it('changed within its bounds counts from the next tick, and is in the log with old and new value', () => {
    const watch = new Watch();
    watch.see(low, 11);
    expect(press(watch, change('core-low', 38.7))).toBeNull();
    watch.see(low, 0.1);
    expect(watch.cleared).toHaveLength(0);
    expect(press(watch, change('core-low', 38.8))).toBeNull();
    watch.see(low, 0.1);
    expect(watch.cleared.map(({ code, limit }) => [code, limit])).toEqual([
      ['core-temperature-low-limit', 38.5],
    ]);
    expect(watch.events).toContainEqual({
      type: 'alarm-limit-changed',
      limit: 'core-low',
      from: 38.5,
      to: 38.7,
      by: clinicianNamed('B'),
      role: 'clinician',
    });
  });

  it.each(alarmLimitNames)('%s stays within its hard bounds', (name) => {
    const { lowest, highest, initial } = theatre.alarmLimits[name];
    expect(lowest).toBeGreaterThanOrEqual(alarmLimits[name].lowest);
    expect(highest).toBeLessThanOrEqual(alarmLimits[name].highest);
    expect(initial).toBeGreaterThanOrEqual(lowest);
    expect(initial).toBeLessThanOrEqual(highest);
    const watch = new Watch();
    for (const value of [lowest - 0.01, highest + 0.01, Number.NaN]) {
      expect(press(watch, change(name, value))).toBe('limit-out-of-bounds');
    }
    expect(watch.events).toEqual([]);
  });

  it('stays in order with its neighbours', () => {
    const watch = new Watch();
    expect(press(watch, change('core-low', 39.0))).toBe('limit-out-of-bounds');
    expect(press(watch, change('core-medium', 39.5))).toBe('limit-out-of-bounds');
  });

  it('of the cavity is no perfusionist’s to change', () => {
    const watch = new Watch();
    const action = change('cavity-above-target', 0.8);
    expect(press(watch, action, perfusionistNamed('B'))).toBe('not-your-role');
    expect(press(watch, action)).toBeNull();
  });
});
