import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { act } from '../../../electron/alarms/acting.ts';
import { signedInActor } from '../../../electron/domain/actor.ts';
import { alarmLimitNames, limitIndex } from '../../../electron/domain/alarm-limits.ts';
import {
  asLimit,
  limitSteps,
  problemOf,
  typedLimit,
  watchedOtherwise,
} from '../../../renderer/run/limits.ts';
import { noAlarms } from '../../support/site.ts';
import { limitsAfter } from '../samples/limits.ts';

const initial = limitsAfter({});
const limit = (name: (typeof alarmLimitNames)[number], limits = initial) => {
  const found = limits.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no limit ${name}`);
  return found;
};

describe('another value for an alarm limit', () => {
  it('outside its hard bounds is told with the bounds', () => {
    expect(problemOf(46, limit('inflow-highest'), initial)).toEqual({
      kind: 'bounds',
      lowest: 44,
      highest: 45.8,
    });
    expect(problemOf(45.8, limit('inflow-highest'), initial)).toBeNull();
  });

  it('out of order with the limit next to it is told with that one', () => {
    expect(problemOf(39, limit('core-low'), initial)).toEqual({
      kind: 'not-below',
      than: 'core-medium',
      value: 39,
    });
    const raised = limitsAfter({ 'core-low': [[38.9, 20]] });
    expect(problemOf(38.9, limit('core-medium', raised), raised)).toEqual({
      kind: 'not-above',
      than: 'core-low',
      value: 38.9,
    });
  });

  it('is refused here exactly where main would refuse it', () => {
    const names = fc.constantFrom(...alarmLimitNames);
    const change = fc.record({ name: names, share: fc.double({ min: -0.2, max: 1.2, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let state = noAlarms;
        for (const { name, share } of changes) {
          const limits = initial.map((one) => ({
            ...one,
            value: state.limits[limitIndex(one.name)] ?? one.initial,
          }));
          const one = limit(name, limits);
          const value = asLimit(one.lowest + share * (one.highest - one.lowest), one);
          const acted = act(
            state,
            { type: 'change-alarm-limit', limit: name, value },
            signedInActor({ id: 'p1', name: 'C', role: 'clinician' }),
            0,
            0,
          );
          expect(problemOf(value, one, limits) === null).toBe(acted.refused === null);
          state = acted.state;
        }
        expect(state.limits).toHaveLength(alarmLimitNames.length);
      }),
    );
  });

  it('is taken as it is shown, typed with comma or point', () => {
    const inflow = limit('inflow-highest');
    expect(typedLimit(' 45,26 ', inflow)).toBe(45.26);
    expect(typedLimit('45.2649', inflow)).toBe(45.26);
    expect(typedLimit('350.4', limit('volume-over-plan'))).toBe(350);
    expect(['', 'x', '1e999'].map((typed) => typedLimit(typed, inflow))).toEqual([null, null, null]);
  });

  it('can be stepped up and down', () => {
    expect(limitSteps(limit('inflow-highest'))).toEqual([-0.5, -0.1, 0.1, 0.5]);
    expect(limitSteps(limit('cavity-pressure-high'))).toEqual([-5, -1, 1, 5]);
  });
});

describe('a changed limit', () => {
  it('marks the figure it watches, until it is as it was', () => {
    expect([...watchedOtherwise(limitsAfter({ 'cavity-highest': [[43.5, 20]] }))]).toEqual(['cavity']);
    const backAgain = limitsAfter({
      'inflow-highest': [
        [45.2, 20],
        [45.5, 30],
      ],
    });
    expect([...watchedOtherwise(backAgain)]).toEqual([]);
  });
});
