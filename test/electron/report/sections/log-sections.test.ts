import { describe, expect, it } from 'vitest';
import type { OperatorAction } from '../../../../electron/domain/action.ts';
import { alone, typedActor } from '../../../../electron/domain/actor.ts';
import { type Alarm, alarmCodes } from '../../../../electron/domain/alarm.ts';
import type { RunEvent } from '../../../../electron/domain/run-event.ts';
import type { ReportInput } from '../../../../electron/report/report-input.ts';
import { alarmsSection } from '../../../../electron/report/sections/alarms-section.ts';
import { timelineSection } from '../../../../electron/report/sections/closing.ts';
import { deviationsSection } from '../../../../electron/report/sections/deviations-section.ts';
import { opening } from '../../../../electron/report/sections/opening.ts';
import { ended, header, phaseEvent, raised, recordOf } from '../small-record.ts';
import { inputFor, read, rowWith } from './reading.ts';

type Timed = [sessionMs: number, RunEvent];

const inputOf = (timed: readonly Timed[], language: 'en' | 'zh' = 'en'): ReportInput =>
  inputFor(recordOf([], [...timed, [3_600_000, ended('completed')]]), language);

const act = (by: string, action: OperatorAction, refused: null | 'not-your-role' = null): RunEvent => ({
  type: 'action',
  by: typedActor(by),
  ...alone,
  action,
  refused,
});
const on = (alarm: Alarm): Timed => [alarm.raisedMs, { type: 'alarm-raised', alarm }];
const over = (alarm: Alarm, clearedMs: number): Timed => [
  clearedMs,
  { type: 'alarm-cleared', alarm: { ...alarm, clearedMs } },
];

describe('a run that was interrupted and taken up again', () => {
  const lostWallMs = header.startedWallMs + 60_000;
  const story: Timed[] = [
    [60_000, phaseEvent('treatment')],
    [
      300_000,
      {
        type: 'taken-up',
        by: typedActor('M. Perfusionist'),
        lostWallMs,
        gapSeconds: 245,
        cause: 'console-ended',
        breakGlass: null,
      },
    ],
    [900_000, { type: 'standstill', seconds: 12 }],
  ];

  it('says so at the top, in the timeline and among the deviations', () => {
    const input = inputOf(story);
    expect(read(opening(input))).toContain(
      'Interrupted : at 1:00 of the session, for 4:05, the console ended; at 5:00 of the session, for 0:12, the computer stood still',
    );
    for (const text of [timelineSection(input), deviationsSection(input)].map(read)) {
      const row = rowWith(text, 'Taken up again after 4:05 without a console: the console ended');
      expect(row).toContain('M. Perfusionist');
      expect(rowWith(text, 'The computer stood still for 12 s')).toContain('15:00');
    }
  });

  it('and in Chinese', () => {
    const input = inputOf(story, 'zh');
    expect(read(opening(input))).toContain(
      '运行 1:00，历时 4:05，控制台程序中止；运行 5:00，历时 0:12，计算机停顿',
    );
    expect(read(timelineSection(input))).toContain('控制台失效 4:05 后继续运行');
  });

  it('or not at all, says nothing of it', () => {
    expect(read(opening(inputOf([])))).not.toContain('Interrupted');
  });
});

describe('the alarms on paper', () => {
  it('that never were: a sentence, in both languages', () => {
    expect(read(alarmsSection(inputOf([])))).toContain('No alarm was raised.');
    expect(read(alarmsSection(inputOf([], 'zh')))).toContain('无报警。');
  });

  it('say what is still on at the end, and what could not be seen any more', () => {
    const flow: Alarm = { ...raised, id: 'flow-deviation#2', code: 'flow-deviation', subject: '' };
    const link: Alarm = { ...raised, id: 'link-lost#3', code: 'link-lost', subject: '', raisedMs: 50_000 };
    const text = read(
      alarmsSection(inputOf([on(raised), over(raised, 20_000), on(flow), on(link), over(flow, 50_000)])),
    );
    expect(text).toContain('Still on when the record ended: Link to the rig lost.');
    expect(text).toContain('Not known to be over, the link was lost: Flow off its set-point.');
    expect(rowWith(text, 'still on when the record ended')).toContain('Link to the rig lost');
  });

  it('name the most urgent of many that are still on, and say how many more', () => {
    const open = alarmCodes.slice(0, 9).map(
      (code, n): Alarm => ({
        ...raised,
        id: `${code}#1`,
        code,
        subject: '',
        priority: n === 8 ? 'high' : 'low',
      }),
    );
    const text = read(alarmsSection(inputOf(open.map(on))));
    expect(text).toMatch(/Still on when the record ended: Command not in force; .* and 4 more\./);
  });

  it('fold twelve equal ones into one entry that has each time', () => {
    const flaps = Array.from(
      { length: 12 },
      (_, n): Alarm => ({
        ...raised,
        id: `probe-fault:T3#${n}`,
        raisedMs: 60_000 * (n + 1),
      }),
    );
    const known = flaps.slice(0, 10).map(
      (alarm): Timed => [
        alarm.raisedMs + 4000,
        {
          type: 'alarm-acknowledged',
          alarm: {
            ...alarm,
            acknowledgedMs: alarm.raisedMs + 4000,
            acknowledgedBy: typedActor('M. Perfusionist'),
          },
        },
      ],
    );
    const text = read(
      alarmsSection(
        inputOf([...flaps.map(on), ...known, ...flaps.map((alarm) => over(alarm, alarm.raisedMs + 5000))]),
      ),
    );
    const row = rowWith(text, '12 times: T3 upper cavity: Probe without a usable value');
    expect(row).toContain('1:00 (0:05), 2:00 (0:05)');
    expect(row).toContain('12:00 (0:05)');
    expect(row).toContain('1:00 in all');
    expect(row).toContain('10 of 12, by M. Perfusionist');
  });

  it('tell an escalation and an explanation that ended', () => {
    const urgent: Alarm = { ...raised, priority: 'high', escalatedMs: 130_000 };
    const text = read(
      alarmsSection(
        inputOf([
          on(raised),
          [20_000, { type: 'alarm-suppressed', alarm: { ...raised, under: 'link-lost#9' } }],
          [30_000, { type: 'alarm-surfaced', alarm: raised }],
          [130_000, { type: 'alarm-escalated', alarm: urgent }],
        ]),
      ),
    );
    const row = rowWith(text, 'no usable value');
    expect(row).toMatch(/!!! high from \d\d:\d\d:\d\d, because it lasted/);
    expect(row).toMatch(/Explained by “link-lost#9” from \d\d:\d\d:\d\d to \d\d:\d\d:\d\d/);
  });

  it('tell a pause that the record does not end', () => {
    const text = read(
      alarmsSection(
        inputOf([
          on(raised),
          [20_000, { type: 'audio-paused', by: typedActor('Circulating nurse'), seconds: 120 }],
        ]),
      ),
    );
    expect(rowWith(text, 'Circulating nurse')).toContain('the record ended');
  });
});

describe('the timeline', () => {
  const paused: Timed[] = [
    [1000, act('Circulating nurse', { type: 'pause-audio' })],
    [1000, { type: 'audio-paused', by: typedActor('Circulating nurse'), seconds: 120 }],
    [2000, act('Circulating nurse', { type: 'resume-audio' })],
    [2000, { type: 'audio-on', cause: 'person', by: typedActor('Circulating nurse') }],
    [3000, act('Surgeon', { type: 'change-alarm-limit', limit: 'flow-off', value: 12 })],
    [
      3000,
      {
        type: 'alarm-limit-changed',
        limit: 'flow-off',
        from: 10,
        to: 12,
        by: typedActor('Surgeon'),
        role: 'clinician',
      },
    ],
    [4000, act('First perfusionist', { type: 'acknowledge', alarmIds: [raised.id] })],
    [
      4000,
      {
        type: 'alarm-acknowledged',
        alarm: { ...raised, acknowledgedMs: 4000, acknowledgedBy: typedActor('First perfusionist') },
      },
    ],
  ];

  it('has what a person did to the alarms once, with the person', () => {
    const text = read(timelineSection(inputOf(paused)));
    expect(
      text.split('\n').filter((row) => /Circulating nurse|Surgeon|First perfusionist/.test(row)),
    ).toHaveLength(4);
    expect(rowWith(text, 'AUDIO PAUSED')).toContain('Circulating nurse');
    expect(rowWith(text, 'Audio on again')).toContain('Circulating nurse');
    expect(rowWith(text, '10.0 % to 12.0 %')).toContain('Surgeon');
    expect(rowWith(text, 'Alarm acknowledged')).toContain('First perfusionist');
  });

  it('names the probe an alarm is about', () => {
    expect(read(timelineSection(inputOf(paused)))).toContain(
      'Alarm acknowledged: T3 upper cavity: Probe without a usable value',
    );
  });

  it('does not call over what went out of sight with the link', () => {
    const link: Alarm = { ...raised, id: 'link-lost#3', code: 'link-lost', subject: '', raisedMs: 50_000 };
    const text = read(
      timelineSection(inputOf([on(raised), on(link), over(raised, 50_000), over(link, 60_000)])),
    );
    expect(text).toContain('Alarm not seen any more, link lost: T3 upper cavity: Probe');
    expect(text).toContain('Alarm over: Link to the rig lost');
  });

  it('has every refusal', () => {
    const refused = paused.flatMap(([at, event]): Timed[] =>
      event.type === 'action' ? [[at, { ...event, refused: 'not-your-role' }]] : [],
    );
    expect(read(timelineSection(inputOf(refused))).match(/Refused/g)).toHaveLength(4);
  });

  it('has every other event of the record, equal ones too', () => {
    const note = act('First perfusionist', { type: 'record-note', text: 'said twice' });
    const text = read(
      timelineSection(
        inputOf([
          [1000, note],
          [1000, note],
        ]),
      ),
    );
    expect(text.match(/said twice/g)).toHaveLength(2);
  });
});

describe('the deviations', () => {
  it('say how long each lasted, and what was never over', () => {
    const text = read(
      deviationsSection(
        inputOf([
          [1000, { type: 'link-lost', detail: '' }],
          [1000, { type: 'heat-held', reason: 'link-lost' }],
          [14_000, { type: 'link-restored', detail: '' }],
          [15_000, { type: 'interlock-latched', bits: 1 }],
          [16_000, { type: 'interlock-cleared', bits: 2 }],
          [21_000, { type: 'heat-released' }],
        ]),
      ),
    );
    expect(rowWith(text, 'Link to the rig lost')).toMatch(/0:13 until \d\d:\d\d:\d\d/);
    expect(rowWith(text, 'Heat held')).toContain('0:20');
    expect(rowWith(text, 'Interlock latched')).toContain('not over when the record ended');
  });
});
