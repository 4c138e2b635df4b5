import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmCodes, priorities } from '../../../electron/domain/alarm.ts';
import { alarmsAt, byCause, inOrder, pastAlarms, placeOf } from '../../../renderer/run/alarm-order.ts';
import { alarm } from '../support/sample-run.ts';

const some = fc.record({
  code: fc.constantFrom(...alarmCodes),
  priority: fc.constantFrom(...priorities),
  raisedMs: fc.nat(100_000),
  acknowledgedMs: fc.option(fc.nat(100_000)),
  clearedMs: fc.option(fc.nat(100_000)),
});

describe('the order of alarms', () => {
  it('always puts a highest priority first: the banner never understates', () => {
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 12 }), (list) => {
        const alarms = list.map(alarm);
        const highest = Math.max(...alarms.map(({ priority }) => priorities.indexOf(priority)));
        expect(inOrder(alarms)[0]?.priority).toBe(priorities[highest]);
      }),
    );
  });

  it('within a priority puts those nobody has acknowledged first, then the newest', () => {
    const seen = alarm({ code: 'probe-fault', priority: 'medium', raisedMs: 900, acknowledgedMs: 950 });
    const older = alarm({ code: 'inflow-high', priority: 'medium', raisedMs: 100 });
    const newer = alarm({ code: 'control-temperature-high', priority: 'medium', raisedMs: 500 });
    expect(inOrder([seen, older, newer])).toEqual([newer, older, seen]);
  });

  it('takes one that became more urgent as new as that', () => {
    const escalated = alarm({ code: 'inflow-high', priority: 'high', raisedMs: 100, escalatedMs: 900 });
    const newer = alarm({ code: 'link-lost', priority: 'high', raisedMs: 500 });
    expect(inOrder([newer, escalated])).toEqual([escalated, newer]);
  });
});

describe('cause and effect', () => {
  const cause = alarm({ id: 'cause', code: 'flow-deviation-large', priority: 'medium' });
  const effect = alarm({ id: 'effect', code: 'flow-deviation', priority: 'low', under: 'cause' });

  it('what an alarm brings with it goes under it and never beside it', () => {
    expect(byCause([effect, cause])).toEqual([{ alarm: cause, effects: [effect] }]);
  });

  it('what stands under an alarm that is not there any more is told for itself', () => {
    expect(byCause([effect])).toEqual([{ alarm: effect, effects: [] }]);
  });

  it('none is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(some, fc.option(fc.nat(11))), { maxLength: 12 }), (list) => {
        const alarms = list.map(([one, under], at) =>
          // A cause stands under nothing itself, as the alarms of the console do.
          alarm({ ...one, id: `${at}`, under: at % 2 === 1 && under !== null ? `${under * 2}` : null }),
        );
        const told = byCause(alarms).flatMap(({ alarm: first, effects }) => [first, ...effects]);
        expect(told.map(({ id }) => id).sort()).toEqual(alarms.map(({ id }) => id).sort());
      }),
    );
  });
});

describe('what is over', () => {
  it('is what the history has and the screen does not show any more, the last first', () => {
    const first = alarm({ id: '1', code: 'inflow-high', priority: 'medium', clearedMs: 10 });
    const last = alarm({ id: '2', code: 'flow-falling', priority: 'low', clearedMs: 20 });
    const latched = alarm({ id: '3', code: 'link-lost', priority: 'high', clearedMs: 30 });
    const on = alarm({ id: '4', code: 'probe-fault', priority: 'medium' });
    expect(pastAlarms([first, last, latched, on], [latched, on])).toEqual([last, first]);
  });
});

describe('the figure an alarm belongs to', () => {
  it('is the probe it names', () => {
    expect(placeOf({ code: 'cavity-temperature-high', subject: 'T4' })).toBe('T4');
    expect(placeOf({ code: 'inflow-very-high', subject: '' })).toBe('T1');
    expect(placeOf({ code: 'inflow-line-pressure-high', subject: '' })).toBe('inflow-line');
    expect(placeOf({ code: 'storage-failing', subject: '' })).toBeNull();
  });

  it('shows no alarm any more that is over', () => {
    expect(alarmsAt([alarm({ code: 'flow-deviation', priority: 'low', clearedMs: 5 })]).size).toBe(0);
  });
});
