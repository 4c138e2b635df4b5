import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmStateFromJson, alarmStateToJson } from '../../../electron/alarms/checkpoint.ts';
import type { AlarmState } from '../../../electron/alarms/step.ts';
import { measured } from '../../../electron/domain/reading.ts';
import { noAlarms, theatre } from '../../support/site.ts';
import { Watch } from './calm.ts';
import { history, play } from './histories.ts';

const throughJson = (state: AlarmState): AlarmState =>
  alarmStateFromJson(JSON.parse(JSON.stringify(alarmStateToJson(state))), theatre.alarmLimits);

describe('alarms through a checkpoint', () => {
  it('step on as if nothing had been, at any moment of any history', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 40 }), (spells, every) => {
        const outcomes = (between: (state: AlarmState) => AlarmState) => {
          const ticks: unknown[] = [];
          const log = play(
            spells,
            ({ step }) => ticks.push([step.reactions, step.sound, step.state.shown, step.state.trends]),
            between,
          );
          return [ticks, log.map(({ event, atMs }) => [event, atMs])];
        };
        let tick = 0;
        const now = (state: AlarmState) => {
          tick += 1;
          return tick % every === 0 ? throughJson(state) : state;
        };
        expect(outcomes(now)).toEqual(outcomes((state) => state));
      }),
      { numRuns: 60 },
    );
  });

  it('are the same to the last number, those included that JSON has no word for', () => {
    expect(throughJson(noAlarms)).toStrictEqual(noAlarms);
    const watch = new Watch();
    watch.see({ controlCelsius: measured(43.2), linkLost: true }, 12);
    expect(throughJson(watch.state)).toStrictEqual(watch.state);
  });

  it('of a console that knew other conditions and limits: those are left out, new ones have their default', () => {
    const watch = new Watch();
    watch.see({ controlCelsius: measured(43.2) }, 4);
    const text = JSON.stringify(alarmStateToJson(watch.state));
    const older = text
      .replaceAll('control-temperature-high/0/0', 'no-such-condition/0/0')
      .replace(/\["core-low",[^\]]*\]/, '["no-such-limit",1]');
    const state = alarmStateFromJson(JSON.parse(older), theatre.alarmLimits);
    expect(state.pending.size).toBe(0);
    expect(state.limits).toEqual(noAlarms.limits);
  });

  it.each([null, 7, {}, [], { shown: [] }, { pending: { $map: [] } }])(
    'refuse what no console wrote: %j',
    (json) => {
      expect(() => alarmStateFromJson(json as never, theatre.alarmLimits)).toThrow('no state of alarms');
    },
  );
});
