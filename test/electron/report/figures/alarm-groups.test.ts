import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Alarm } from '../../../../electron/domain/alarm.ts';
import { type AlarmGroup, alarmGroups } from '../../../../electron/report/figures/alarm-groups.ts';
import { alarmLog, type LoggedAlarm } from '../../../../electron/report/figures/alarm-log.ts';
import { raised, recordOf } from '../small-record.ts';

const logOf = (alarms: readonly Alarm[]): LoggedAlarm[] =>
  alarmLog(
    recordOf(
      [],
      alarms.map((alarm) => [alarm.raisedMs, { type: 'alarm-raised', alarm }]),
    ).events,
  );

const flap = (n: number, change: Partial<Alarm> = {}): Alarm => ({
  ...raised,
  id: `probe-fault:T3#${n}`,
  raisedMs: n * 10_000,
  ...change,
});
const shape = ({ same, under }: AlarmGroup): [string, [string, []][]] => [
  same.map(({ alarm }) => alarm.id.split('#')[1]).join(' '),
  under.map(shape) as [string, []][],
];

it('leaves a few equal occurrences as they came', () => {
  const log = logOf([flap(1), flap(2, { subject: 'T4' }), flap(3), flap(4)]);
  expect(alarmGroups(log).map(shape)).toEqual([
    ['1', []],
    ['2', []],
    ['3', []],
    ['4', []],
  ]);
});

it('folds many equal ones at the place of the first', () => {
  const log = logOf([flap(1), flap(2, { subject: 'T4' }), flap(3), flap(4), flap(5)]);
  expect(alarmGroups(log).map(shape)).toEqual([
    ['1 3 4 5', []],
    ['2', []],
  ]);
});

it('puts what another explains under it, also what came before it, and through a chain', () => {
  const log = logOf([
    flap(1, { under: 'b#3' }),
    flap(2, { id: 'a#2', under: 'probe-fault:T3#1' }),
    flap(3, { id: 'b#3' }),
  ]);
  expect(alarmGroups(log).map(shape)).toEqual([
    [
      '3',
      [
        ['1', []],
        ['2', []],
      ],
    ],
  ]);
});

it('never loses an occurrence and never tells one twice', () => {
  const alarms = fc
    .array(fc.record({ subject: fc.constantFrom('T3', 'T4'), cause: fc.option(fc.nat(20)) }), {
      maxLength: 20,
    })
    .map((drawn) =>
      drawn.map(({ subject, cause }, n) =>
        flap(n, { subject, under: cause === null || cause >= n ? null : `probe-fault:T3#${cause}` }),
      ),
    );
  const all = ({ same, under }: AlarmGroup): LoggedAlarm[] => [...same, ...under.flatMap(all)];
  fc.assert(
    fc.property(alarms, (drawn) => {
      const log = logOf(drawn);
      const told = alarmGroups(log).flatMap(all);
      expect(new Set(told)).toEqual(new Set(log));
      expect(told).toHaveLength(log.length);
    }),
  );
});
