import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlarmKind, priorities } from '../../../electron/contract/words.ts';
import {
  countWith,
  type HistoryFilter,
  noFilter,
  occurrences,
  passes,
} from '../../../renderer/history/occurrences.ts';
import { eventful, eventfulHistory } from '../samples/history.ts';
import { alarm, calmRun } from '../support/sample-run.ts';

const listed = occurrences(eventful);
const kinds: readonly AlarmKind[] = ['physiological', 'technical'];

describe('the alarms of a run', () => {
  it('stand newest first, and what another explains right below that one', () => {
    const ids = listed.map(({ alarm: { id } }) => id);
    expect(ids.slice(0, 3)).toEqual([
      'cavity-temperature-high:T3#2',
      'addition-due:2#1',
      'cavity-temperature-high:T3#1',
    ]);
    const at = ids.indexOf('link-lost#1');
    expect(ids.slice(at, at + 3)).toEqual(['link-lost#1', 'flow-missing#1', 'probe-fault:T3#1']);
    expect(listed[at + 1]?.cause?.id).toBe('link-lost#1');
  });

  it('tell what is on, what is over and waits for a person, and what is over', () => {
    const presence = (id: string) => listed.find((one) => one.alarm.id === id)?.presence;
    expect(presence('cavity-temperature-high:T3#2')).toBe('on');
    expect(presence('cavity-temperature-high:T3#1')).toBe('latched');
    expect(presence('flow-deviation#1')).toBe('over');
  });

  it('hold one that has been on for so long that main no longer looks back on it', () => {
    const [old, ...rest] = eventfulHistory;
    if (old === undefined) throw new Error('the sample has no history');
    const found = occurrences({
      alarms: [{ ...old, clearedMs: null }],
      alarmSystem: { ...calmRun.alarmSystem, history: rest },
    });
    expect(found.at(-1)).toMatchObject({ alarm: { id: old.id }, presence: 'on' });
  });

  it('are each listed once, whatever explains what', () => {
    const made = fc.array(
      fc.record({ raisedMs: fc.nat(9_000_000), under: fc.option(fc.integer({ min: 0, max: 11 })) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(made, (all) => {
        const history = all.map(({ raisedMs, under }, index) =>
          alarm({
            id: `#${index}`,
            code: 'probe-fault',
            priority: 'low',
            raisedMs,
            under: under === null ? null : `#${under}`,
          }),
        );
        const found = occurrences({ alarms: [], alarmSystem: { ...calmRun.alarmSystem, history } });
        expect(found.map(({ alarm: { id } }) => id).sort()).toEqual(history.map(({ id }) => id).sort());
      }),
    );
  });
});

describe('the filter', () => {
  const some = fc.record({
    priority: fc.option(fc.constantFrom(...priorities)),
    kind: fc.option(fc.constantFrom(...kinds)),
    onlyOn: fc.boolean(),
  });

  it('lets everything pass until something is chosen', () => {
    expect(listed.filter(passes(noFilter))).toHaveLength(eventfulHistory.length);
  });

  it('says at each button how many the list will hold once it is pressed', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...priorities), (filter: HistoryFilter, priority) => {
        const pressed = listed.filter(passes({ ...filter, priority }));
        expect(countWith(listed, filter, { priority })).toBe(pressed.length);
        expect(pressed.every((one) => one.alarm.priority === priority)).toBe(true);
      }),
    );
  });

  it('parts the alarms by kind without losing one', () => {
    const counts = kinds.map((kind) => countWith(listed, noFilter, { kind }));
    expect(counts.reduce((sum, count) => sum + count)).toBe(listed.length);
  });
});
