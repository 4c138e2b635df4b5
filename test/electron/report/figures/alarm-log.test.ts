import { describe, expect, it } from 'vitest';
import { typedActor } from '../../../../electron/domain/actor.ts';
import type { Alarm } from '../../../../electron/domain/alarm.ts';
import type { RunEvent } from '../../../../electron/domain/run-event.ts';
import { alarmLog, alarmTotals, type LoggedAlarm } from '../../../../electron/report/figures/alarm-log.ts';
import { header, raised, recordOf } from '../small-record.ts';

const logOf = (...timed: [number, RunEvent][]): LoggedAlarm[] => alarmLog(recordOf([], timed).events);
const at = (sessionMs: number) => ({ sessionMs, wallMs: header.startedWallMs + sessionMs });
const only = (log: LoggedAlarm[]): LoggedAlarm => {
  expect(log).toHaveLength(1);
  return log[0] as LoggedAlarm;
};

const link: Alarm = {
  ...raised,
  id: 'link-lost#2',
  code: 'link-lost',
  subject: '',
  priority: 'high',
  raisedMs: 20_000,
};

describe('the alarm log', () => {
  it('keeps each alarm as it stood last, with who acknowledged it and when', () => {
    const known = { ...raised, acknowledgedMs: 12_000, acknowledgedBy: typedActor('M. Perfusionist') };
    const over = { ...known, clearedMs: 15_000, worst: 3 };
    const log = logOf(
      [10_000, { type: 'alarm-raised', alarm: raised }],
      [12_000, { type: 'alarm-acknowledged', alarm: known }],
      [15_000, { type: 'alarm-cleared', alarm: over }],
    );
    expect(only(log)).toEqual({
      alarm: over,
      raised: at(10_000),
      cleared: at(15_000),
      unseen: false,
      escalations: [],
      acknowledgements: [{ ...at(12_000), by: typedActor('M. Perfusionist') }],
      reminders: [],
      under: null,
      explained: [],
    });
  });

  it('keeps an escalation, and both acknowledgements about it', () => {
    const known = { ...raised, acknowledgedMs: 12_000, acknowledgedBy: typedActor('A') };
    const urgent: Alarm = { ...raised, priority: 'high', escalatedMs: 130_000 };
    const again = { ...urgent, acknowledgedMs: 133_000, acknowledgedBy: typedActor('B') };
    const log = logOf(
      [10_000, { type: 'alarm-raised', alarm: raised }],
      [12_000, { type: 'alarm-acknowledged', alarm: known }],
      [130_000, { type: 'alarm-escalated', alarm: urgent }],
      [133_000, { type: 'alarm-acknowledged', alarm: again }],
    );
    expect(only(log).escalations).toEqual([{ ...at(130_000), from: 'medium', to: 'high' }]);
    expect(only(log).acknowledgements.map(({ by }) => by)).toEqual([typedActor('A'), typedActor('B')]);
  });

  it('keeps every reminder', () => {
    const log = logOf(
      [10_000, { type: 'alarm-raised', alarm: raised }],
      [190_000, { type: 'alarm-reminded', alarm: { ...raised, reminders: 1 } }],
      [370_000, { type: 'alarm-reminded', alarm: { ...raised, reminders: 2 } }],
    );
    expect(only(log).reminders).toEqual([at(190_000), at(370_000)]);
  });

  it('keeps what explained it, from when to when, and more than once', () => {
    const under = { ...raised, under: link.id };
    const log = logOf(
      [10_000, { type: 'alarm-raised', alarm: raised }],
      [20_000, { type: 'alarm-suppressed', alarm: under }],
      [30_000, { type: 'alarm-surfaced', alarm: raised }],
      [40_000, { type: 'alarm-suppressed', alarm: under }],
    );
    expect(only(log).explained).toEqual([
      { by: link.id, from: at(20_000), until: at(30_000) },
      { by: link.id, from: at(40_000), until: null },
    ]);
  });

  it.each([
    ['to its end', null, 60_000, link.id],
    ['to shortly before its end', 58_000, 60_000, link.id],
    ['no more at its end', 30_000, 60_000, null],
    ['no more, and it is on', 58_000, null, null],
  ])('tells it under what explained it %s', (_, surfacedMs, clearedMs, under) => {
    const timed: [number, RunEvent][] = [
      [10_000, { type: 'alarm-raised', alarm: raised }],
      [20_000, { type: 'alarm-suppressed', alarm: { ...raised, under: link.id } }],
    ];
    if (surfacedMs !== null) timed.push([surfacedMs, { type: 'alarm-surfaced', alarm: raised }]);
    if (clearedMs !== null)
      timed.push([clearedMs, { type: 'alarm-cleared', alarm: { ...raised, clearedMs } }]);
    expect(only(logOf(...timed)).under).toBe(under);
  });

  it('begins explained where it was raised so', () => {
    const log = logOf([10_000, { type: 'alarm-raised', alarm: { ...raised, under: 'x' } }]);
    expect(only(log).explained).toEqual([{ by: 'x', from: at(10_000), until: null }]);
  });

  it.each([
    ['in the tick the link is lost', 20_000, true],
    ['while it is lost', 25_000, true],
    ['before', 19_900, false],
    ['when it is back and tells of it', 30_000, false],
  ])('of a rig that went silent: gone %s', (_, clearedMs, unseen) => {
    const log = logOf(
      [10_000, { type: 'alarm-raised', alarm: raised }],
      [20_000, { type: 'alarm-raised', alarm: link }],
      [clearedMs, { type: 'alarm-cleared', alarm: { ...raised, clearedMs } }],
      [30_000, { type: 'alarm-cleared', alarm: { ...link, clearedMs: 30_000 } }],
    );
    expect(log.map((one) => one.unseen)).toEqual([unseen, false]);
  });

  it('knows that an addition was recorded, link or no link', () => {
    const due: Alarm = { ...raised, id: 'addition-due#1', code: 'addition-due', subject: '' };
    const log = logOf(
      [10_000, { type: 'alarm-raised', alarm: due }],
      [20_000, { type: 'alarm-raised', alarm: link }],
      [25_000, { type: 'alarm-cleared', alarm: { ...due, clearedMs: 25_000 } }],
    );
    expect(log[0]?.unseen).toBe(false);
  });
});

describe('the totals', () => {
  const high = (id: string, raisedMs: number, clearedMs: number | null): [number, RunEvent][] => {
    const alarm: Alarm = { ...link, id, raisedMs };
    const begun: [number, RunEvent] = [raisedMs, { type: 'alarm-raised', alarm }];
    return clearedMs === null
      ? [begun]
      : [begun, [clearedMs, { type: 'alarm-cleared', alarm: { ...alarm, clearedMs } }]];
  };

  it('count time once in which two high alarms are on, and to the end what is not over', () => {
    const log = logOf(...high('a', 10_000, 20_000), ...high('b', 15_000, 25_000), ...high('c', 50_000, null));
    expect(alarmTotals(log, 60_000).highSeconds).toBe(25);
  });

  it('count an alarm as high from its escalation on', () => {
    const urgent: Alarm = { ...raised, priority: 'high', escalatedMs: 130_000 };
    const log = logOf(
      [10_000, { type: 'alarm-raised', alarm: raised }],
      [130_000, { type: 'alarm-escalated', alarm: urgent }],
      [140_000, { type: 'alarm-cleared', alarm: { ...urgent, clearedMs: 140_000 } }],
    );
    expect(alarmTotals(log, 200_000)).toEqual({
      byPriority: { low: 0, medium: 0, high: 1 },
      explained: { low: 0, medium: 0, high: 0 },
      highSeconds: 10,
    });
  });
});
