import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmCodes, priorities } from '../../../electron/domain/alarm.ts';
import { alarmsAt, inOrder, perPriority, placeOf } from '../../../renderer/run/alarm-order.ts';
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

  it('counts the others by priority and says where one waits for acknowledgement', () => {
    const low = alarm({ code: 'flow-deviation', priority: 'low' });
    const high = alarm({ code: 'link-lost', priority: 'high', acknowledgedMs: 1 });
    expect(perPriority([low, high, { ...high }])).toEqual([
      { priority: 'high', count: 2, acknowledged: true },
      { priority: 'low', count: 1, acknowledged: false },
    ]);
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
