import { describe, expect, it } from 'vitest';
import { explains } from '../../../electron/alarms/conditions/explains.ts';
import { conditions } from '../../../electron/alarms/conditions.ts';
import { type AlarmCode, type Priority, priorities } from '../../../electron/domain/alarm.ts';
import { interlockBit } from '../../../electron/domain/circuit.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import { probes, Watch } from './calm.ts';

const places = (watch: Watch): string[] =>
  watch.state.shown.map(({ code, under }) => (under === null ? code : `${code} under ${under}`));
const pairs = Object.entries(explains).flatMap(([cause, effects]) =>
  effects.map((effect) => [cause as AlarmCode, effect] as const),
);
const level = (priority: Priority): number => priorities.indexOf(priority);

describe('one cause', () => {
  it('shows one alarm: an interlock that stops the pump explains the flow and the cold', () => {
    const watch = new Watch();
    const interlockBits = interlockBit('air-in-line');
    const standing = { interlockBits, flowMlPerMin: measured(0), heatWanted: false };
    watch.see({ ...standing, controlCelsius: measured(41.5) }, 70);
    expect(places(watch)).toEqual([
      'interlock-air-in-line',
      'flow-deviation-large under interlock-air-in-line#1',
      'flow-missing under interlock-air-in-line#1',
      'control-temperature-low under interlock-air-in-line#1',
      'flow-deviation under interlock-air-in-line#1',
    ]);
    expect(watch.codes).toHaveLength(5);
  });

  it('takes in what was shown before, and gives back what is not over with it', () => {
    const watch = new Watch();
    const low = { flowMlPerMin: measured(1300) };
    watch.see(low, 31);
    watch.see({ ...low, interlockBits: interlockBit('cover-open') }, 1);
    expect(places(watch)).toEqual(['interlock-cover-open', 'flow-deviation under interlock-cover-open#2']);
    watch.see(low, 1);
    expect(places(watch)).toEqual(['interlock-cover-open', 'flow-deviation']);
    const told = watch.events.map(({ type }) => type);
    expect(told).toEqual([
      'alarm-raised',
      'alarm-raised',
      'alarm-suppressed',
      'alarm-cleared',
      'alarm-surfaced',
    ]);
  });

  it('is the root of it: what is explained by something explained stands under the root', () => {
    const watch = new Watch();
    watch.see({ probesCelsius: probes(44, 42, 'outvoted', 42), controlCelsius: missing('no-value') }, 3);
    expect(places(watch)).toEqual([
      'control-temperature-unknown',
      'probe-outvoted under control-temperature-unknown#2',
    ]);
    watch.see({ coreCelsius: measured(39.6) }, 11);
    expect(places(watch).filter((place) => place.startsWith('core'))).toEqual([
      'core-temperature-high-limit',
      'core-temperature-medium-limit under core-temperature-high-limit#5',
      'core-temperature-low-limit under core-temperature-high-limit#5',
    ]);
  });

  it('of a lost link hides no reaction: what is suppressed still acts', () => {
    const watch = new Watch();
    const hot = { interlockBits: interlockBit('over-temperature'), probesCelsius: probes(46.2, 42, 42, 42) };
    const step = watch.see(hot, 3);
    expect(places(watch)).toContain('inflow-very-high under interlock-over-temperature#1');
    expect(step.reactions).toContainEqual({ reaction: 'heater-off-bypass', reason: 'alarm' });
  });
});

describe('the table of causes', () => {
  it.each(pairs)('%s is at least as urgent as %s', (cause, effect) => {
    const of = (code: AlarmCode) => conditions.filter((condition) => condition.code === code);
    const least = Math.min(...of(cause).map(({ priority }) => level(priority)));
    const most = Math.max(...of(effect).map(({ priority }) => level(priority)));
    expect(least).toBeGreaterThanOrEqual(most);
  });

  it('goes round nowhere', () => {
    const below = (code: AlarmCode, above: readonly AlarmCode[]): void => {
      expect(above).not.toContain(code);
      for (const effect of explains[code] ?? []) below(effect, [...above, code]);
    };
    for (const code of Object.keys(explains) as AlarmCode[]) below(code, []);
  });
});
