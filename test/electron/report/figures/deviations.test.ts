import { describe, expect, it } from 'vitest';
import type { OperatorAction } from '../../../../electron/domain/action.ts';
import { alone } from '../../../../electron/domain/actor.ts';
import type { Alarm } from '../../../../electron/domain/alarm.ts';
import { missing, type Reading } from '../../../../electron/domain/reading.ts';
import type { RunEvent, RunHeader } from '../../../../electron/domain/run-event.ts';
import type { Sample } from '../../../../electron/domain/sample.ts';
import type { RunRecord } from '../../../../electron/record/run-record.ts';
import { type Deviation, deviationsOf } from '../../../../electron/report/figures/deviations.ts';
import { computeFigures } from '../../../../electron/report/figures.ts';
import { deviationsSection } from '../../../../electron/report/sections/deviations-section.ts';
import { addendaSection } from '../../../../electron/report/sections/standing-section.ts';
import { alarmOf } from '../../../support/alarm.ts';
import { clinicianNamed, perfusionistNamed } from '../../../support/people.ts';
import { syntheticRecord } from '../../../support/synthetic-record.ts';
import { inputFor, read, rowWith } from '../sections/reading.ts';
import { ended, header, phaseEvent, recordOf, sampleAt, samplesBetween } from '../small-record.ts';

type Timed = [sessionMs: number, RunEvent];
const minute = 60_000;
const by = perfusionistNamed('M. Perfusionist');

const taken = (action: OperatorAction): RunEvent => ({ type: 'action', by, ...alone, action, refused: null });
const calm: RunHeader = { ...header, preset: { ...header.preset, additions: [] } };
const whole: Timed[] = [
  [0, phaseEvent('treatment')],
  [4 * minute, ended('completed')],
];

/** A treatment of 4 min, or as `samples` say. */
function record(
  timed: readonly Timed[],
  { of = calm, samples = [] }: { of?: RunHeader; samples?: Iterable<Sample> } = {},
): RunRecord {
  const order = [...whole, ...timed].toSorted(([a], [b]) => a - b);
  return { ...recordOf(samples, order), header: of };
}
const found = (one: RunRecord): readonly Deviation[] =>
  deviationsOf(one.header, one.events, computeFigures(one));
const keys = (one: RunRecord): string[] => found(one).map(({ key }) => key);
const rowOf = (one: RunRecord, words: string, language: 'en' | 'zh' = 'en'): string =>
  rowWith(read(deviationsSection(inputFor(one, language))), words);

/** 4 min in which T3 and T4 give nothing when it is their turn, s. */
function* withProbesOff(t3: readonly (readonly [number, number])[], t4: typeof t3 = []): Generator<Sample> {
  const off = missing('open');
  const isOff = (spans: typeof t3, ms: number) => spans.some(([a, b]) => ms > 1000 * a && ms <= 1000 * b);
  for (const sample of samplesBetween(0, 4 * minute)) {
    const [t1, t2, third, fourth] = sample.probesCelsius;
    const of = (spans: typeof t3, reading: Reading) => (isOff(spans, sample.sessionMs) ? off : reading);
    yield { ...sample, probesCelsius: [t1, t2, of(t3, third), of(t4, fourth)] };
  }
}

describe('a run that went as planned', () => {
  it('has none', () => {
    expect(found(record([], { samples: withProbesOff([]) }))).toEqual([]);
    expect(read(deviationsSection(inputFor(record([]))))).toContain('None recorded.');
  });
});

describe('a run with much in it', () => {
  it('has each once, by a key of its own, in the order they came, and the same when asked again', () => {
    const whole = syntheticRecord();
    const all = found(whole);
    expect(all.length).toBeGreaterThan(7);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    const times = all.map(({ at }) => at?.sessionMs ?? -1);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(found(syntheticRecord())).toEqual(all);
    expect(all.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['control-probe:T3', 'one-control-probe', 'lost-time', 'drain-by-count']),
    );
  });
});

describe('control probes', () => {
  it('that are lost in treatment are one deviation each, with how often and how long', () => {
    const one = record([], {
      samples: withProbesOff([
        [60, 90],
        [120, 140],
      ]),
    });
    expect(keys(one)).toEqual(['control-probe:T3', 'one-control-probe']);
    expect(rowOf(one, 'Control probe without a usable value in treatment, 2 times: T3 upper cavity')).toMatch(
      /^D1 08:13:40 1:00 .* 0:50$/,
    );
    expect(rowOf(one, 'Control by one probe alone: T4 lower cavity')).toMatch(/^D2 08:13:40 1:00 .* 0:50$/);
  });

  it('say until when, where it was once', () => {
    expect(rowOf(record([], { samples: withProbesOff([[60, 90]]) }), 'T3 upper cavity')).toContain(
      '0:30 until 08:14:10',
    );
  });

  it('lost one after the other leave not always the same one', () => {
    const one = record([], { samples: withProbesOff([[60, 90]], [[80, 100]]) });
    expect(keys(one)).toEqual(['control-probe:T3', 'one-control-probe', 'control-probe:T4']);
    // From 80 to 90 s there was none at all: then nothing was controlled by one.
    expect(rowOf(one, 'not always the same')).toMatch(/ 0:30$/);
  });

  it('outside treatment are none: the probe of the outflow, and any before it began', () => {
    const samples = [...samplesBetween(0, 4 * minute)].map((sample): Sample => {
      const [t1, , t3, t4] = sample.probesCelsius;
      return { ...sample, probesCelsius: [t1, missing('open'), t3, t4] };
    });
    expect(keys(record([], { samples }))).toEqual([]);
    const late: Timed[] = [
      [0, phaseEvent('fill')],
      [2 * minute, phaseEvent('treatment')],
      [4 * minute, ended('completed')],
    ];
    const filled = { ...recordOf(withProbesOff([[30, 90]]), late), header: calm };
    expect(keys(filled)).toEqual([]);
  });

  it('of which only one lies in the cavity are told for the whole of the treatment', () => {
    const probeSites = ['inflow', 'outflow', 'not-used', 'cavity-lower'] as const;
    const of = { ...calm, case: { ...calm.case, probeSites } };
    const one = record([], { of, samples: withProbesOff([]) });
    expect(keys(one)).toEqual(['one-control-probe']);
    expect(rowOf(one, 'no other lay in the cavity: T4 lower cavity')).toMatch(/ 4:00$/);
    expect(rowOf(one, '全程由单支探头控温', 'zh')).toContain('T4');
  });

  it('of the inflow, where the perfusate is controlled, are one by plan, and missed when lost', () => {
    const of: RunHeader = { ...calm, preset: { ...calm.preset, controlSite: 'inflow' } };
    const samples = [...samplesBetween(0, 4 * minute)].map((sample): Sample => {
      const [, t2, t3, t4] = sample.probesCelsius;
      const t1 = sample.sessionMs > 3 * minute ? missing('stuck') : sample.probesCelsius[0];
      return { ...sample, probesCelsius: [t1, t2, t3, t4] };
    });
    expect(keys(record([], { of, samples }))).toEqual(['control-probe:T1']);
  });
});

describe('planned additions', () => {
  const additions = [
    { atMinutes: 0, label: 'First' },
    { atMinutes: 1, label: 'Second | 2 & 3' },
  ];
  const of: RunHeader = { ...header, preset: { ...header.preset, additions } };
  const drug = { type: 'record-drug', drug: calmDrug(), checkedBy: null } as const;
  function calmDrug() {
    return { name: '', doseMg: null, volumeMl: null, diluent: '', lot: '', expiry: '', preparedBy: '' };
  }

  it('that nobody recorded stand at the minute they were planned for', () => {
    const one = record([[0, taken({ ...drug, addition: 0 })]], { of });
    expect(keys(one)).toEqual(['addition:2']);
    expect(rowOf(one, '2/2 Second | 2 &amp; 3')).toMatch(/^D1 08:13:40 1:00 .*: not recorded\.$/);
  });

  it('that were recorded late stand where they were recorded', () => {
    const end: Timed[] = [[20 * minute, phaseEvent('drain')]];
    const one = record(
      [[0, taken({ ...drug, addition: 0 })], [9 * minute, taken({ ...drug, addition: 1 })], ...end],
      {
        of,
      },
    );
    expect(keys(one)).toContain('addition:2');
    expect(rowOf(one, 'recorded late, at 9:00')).toContain('9:00');
  });

  it('that were not given stand with who said so and why, once', () => {
    const one = record(
      [
        [0, taken({ ...drug, addition: 0 })],
        [minute, taken({ type: 'addition-not-given', addition: 1, reason: 'Platelets low' })],
      ],
      { of },
    );
    expect(keys(one)).toEqual(['event:3']);
    expect(rowOf(one, 'Platelets low')).toContain('M. Perfusionist');
  });
});

describe('alarms that tell of one', () => {
  const sound = alarmOf({ code: 'audio-not-working', priority: 'medium', kind: 'technical' });
  const life = (alarm: Alarm, from: number, to: number | null): Timed[] => [
    [from, { type: 'alarm-raised', alarm: { ...alarm, raisedMs: from } }],
    ...(to === null
      ? []
      : [[to, { type: 'alarm-cleared', alarm: { ...alarm, raisedMs: from, clearedMs: to } }] as Timed]),
  ];

  it('stand once, however often they came: sound, core, a phase over its time', () => {
    const one = record([
      ...life({ ...sound, id: 'a#1' }, 1000, 3000),
      ...life({ ...sound, id: 'a#2' }, 5000, 9000),
      ...life(alarmOf({ code: 'core-reading-due', priority: 'low' }), 10_000, 70_000),
      ...life(alarmOf({ code: 'phase-time-limit', priority: 'low', subject: 'heat-up' }), 12_000, null),
      ...life(alarmOf({ code: 'flow-deviation', priority: 'low' }), 13_000, 20_000),
    ]);
    expect(keys(one)).toEqual([
      'alarm:audio-not-working',
      'alarm:core-reading-due',
      'alarm:phase-time-limit:heat-up',
    ]);
    const text = read(deviationsSection(inputFor(one)));
    expect(rowWith(text, ', 2 times')).toMatch(/^D1 08:12:41 0:01 .* 0:06$/);
    expect(rowWith(text, 'D2 ')).toContain('1:00 until 08:13:50');
    expect(rowWith(text, 'Heat-up')).toContain('not over when the record ended');
  });
});

describe('the course of a run', () => {
  it('has a start later than 5 min after the target was reached', () => {
    const course = (startMs: number): RunRecord => {
      const samples = [...samplesBetween(0, startMs + minute)].map(
        (one): Sample => (one.sessionMs <= startMs ? { ...one, phase: 'heat-up' } : one),
      );
      const timed: Timed[] = [
        [0, phaseEvent('heat-up')],
        [startMs, phaseEvent('treatment')],
        [startMs + minute, ended('completed')],
      ];
      return { ...recordOf(samples, timed), header: calm };
    };
    expect(keys(course(4 * minute))).toEqual([]);
    expect(keys(course(7 * minute))).toEqual(['start-late']);
    expect(rowOf(course(7 * minute), 'started 6:59 after')).toMatch(/^D1 08:19:40 7:00/);
  });

  it('has a limit and a target that somebody changed', () => {
    const surgeon = clinicianNamed('S. Surgeon');
    const one = record([
      [
        1000,
        {
          type: 'alarm-limit-changed',
          limit: 'core-low',
          from: 38.5,
          to: 38.2,
          by: surgeon,
          role: 'clinician',
        },
      ],
      [2000, { type: 'target-changed', fromCelsius: 42.5, toCelsius: 42 }],
    ]);
    expect(keys(one)).toEqual(['event:2', 'event:3']);
    expect(rowOf(one, 'Alarm limit changed')).toContain('S. Surgeon, clinician');
    expect(rowOf(one, 'Target changed from 42.5')).toMatch(/ 0:02 /);
  });

  it('has a drain that nobody measured', () => {
    const drained: Timed[] = [[3 * minute, phaseEvent('drain')]];
    const measured = taken({ type: 'record-reading', kind: 'drained-volume', value: 2900 });
    expect(keys(record(drained))).toEqual(['drain-by-count']);
    expect(keys(record([...drained, [3.5 * minute, measured]]))).toEqual([]);
  });

  it('has time without samples, and that the record breaks off', () => {
    const samples = [sampleAt(1000), sampleAt(30_000)];
    const cut = { ...recordOf(samples, [[0, phaseEvent('treatment')]]), header: calm };
    expect(keys(cut)).toEqual(['lost-time', 'breaks-off']);
    expect(rowOf(cut, 'Samples are missing once')).toContain('0:29');
    expect(rowOf(cut, 'ended by the loss of the console')).toMatch(/^D2 08:13:10/);
  });

  it('has an interruption and a hold, and how long each lasted', () => {
    const one = record([
      [
        1000,
        {
          type: 'taken-up',
          by,
          lostWallMs: header.startedWallMs,
          gapSeconds: 61,
          cause: 'unknown',
          breakGlass: null,
        },
      ],
      [2000, { type: 'heat-held', reason: 'link-lost' }],
      [9000, { type: 'heat-released' }],
    ]);
    expect(keys(one)).toEqual(['event:2', 'event:3']);
    expect(rowOf(one, 'Taken up again after 1:01')).toContain('M. Perfusionist');
    expect(rowOf(one, 'Heat held')).toContain('0:07 until 08:12:49');
  });

  it('goes on by the clock that was set: a deviation after it has its wall time', () => {
    const samples = [sampleAt(1000), sampleAt(3 * minute)];
    const base = record([[1000, { type: 'clock-stepped', clock: 'wall', bySeconds: 3600 }]], { samples });
    const events = base.events.map((kept) =>
      kept.sessionMs < 1000 ? kept : { ...kept, wallMs: kept.wallMs + 3_600_000 },
    );
    const lost = found({ ...base, events }).find(({ key }) => key === 'lost-time');
    expect(lost?.at).toEqual({ sessionMs: 1000, wallMs: header.startedWallMs + 3_601_000 });
  });
});

describe('what was so before the run', () => {
  const { checks } = header.case;
  const feverish: RunHeader = {
    ...calm,
    case: {
      ...calm.case,
      bodyTemperatureBeforeCelsius: 38.4,
      checks: checks && {
        ...checks,
        feverAcceptedBy: 'Dr. 𠮷',
        checklist: [{ id: 'identity', answer: 'not-done', by: 'A', atWallMs: null, reason: 'No <band>' }],
        contraindications: [{ id: 'bleeding', answer: 'unknown', reason: '"R"', clinician: 'C' }],
      },
    },
  };

  it('comes first, without a time', () => {
    const one = record([[0, { type: 'link-lost', detail: '' }]], { of: feverish });
    expect(keys(one)).toEqual(['contraindication:bleeding', 'checklist:identity', 'fever', 'event:2']);
    expect(rowOf(one, 'D1 ')).toContain('before the run');
    expect(rowOf(one, 'Dr. 𠮷')).toContain('38.4 °C');
    expect(rowOf(one, 'No &lt;band&gt;')).toMatch(/^D2 before the run/);
  });

  it('is told of a console that recorded no checks as far as it is known', () => {
    const of: RunHeader = { ...calm, case: { ...feverish.case, checks: null } };
    expect(keys(record([], { of }))).toEqual(['fever']);
  });
});

describe('what was said of a deviation after the run', () => {
  it('stands beneath it and no other, each with who and when, as it was typed', () => {
    const one = record([
      [1000, { type: 'link-lost', detail: '' }],
      [2000, { type: 'link-restored', detail: '' }],
      [3000, { type: 'rig-restarted', detail: '' }],
    ]);
    const explanation = (number: number, deviation: string, text: string) => ({
      number,
      atWallMs: header.startedWallMs + 3_600_000 * number,
      by,
      said: { type: 'explanation', deviation, text } as const,
    });
    const addenda = [
      explanation(1, 'event:2', '=cable <pulled> 王小明'),
      explanation(2, 'event:2', 'and plugged in again'),
    ];
    const all = { ...inputFor(one), addenda };
    expect(read(addendaSection(all))).toMatch(/D1\b[^\n]*cable/);
    const text = read(deviationsSection(all));
    const row = rowWith(text, 'Link to the rig lost');
    expect(row).toContain('Explanation: =cable &lt;pulled&gt; 王小明 (M. Perfusionist, 09:12:40)');
    expect(row).toContain('Explanation: and plugged in again (M. Perfusionist, 10:12:40)');
    expect(rowWith(text, 'The rig restarted')).not.toContain('Explanation');
  });
});
