import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { typedActor } from '../../../electron/domain/actor.ts';
import type { Alarm } from '../../../electron/domain/alarm.ts';
import type { RunEvent } from '../../../electron/domain/run-event.ts';
import { computeFigures } from '../../../electron/report/figures.ts';
import { type Summary, summaryOf, summarySchema } from '../../../electron/report/summary.ts';
import { syntheticRecord } from '../../support/synthetic-record.ts';
import { header, raised, recordOf, samplesBetween } from './small-record.ts';

const urgent: Alarm = { ...raised, priority: 'high', escalatedMs: 130_000 };
const known: Alarm = { ...urgent, acknowledgedMs: 133_000, acknowledgedBy: typedActor('B') };
const alarmStory: [number, RunEvent][] = [
  [10_000, { type: 'alarm-raised', alarm: raised }],
  [11_000, { type: 'audio-paused', by: typedActor('Circulating nurse'), seconds: 120 }],
  [
    12_000,
    {
      type: 'alarm-limit-changed',
      limit: 'flow-off',
      from: 10,
      to: 12,
      by: typedActor('A'),
      role: 'clinician',
    },
  ],
  [16_000, { type: 'audio-on', cause: 'person', by: typedActor('Circulating nurse') }],
  [20_000, { type: 'alarm-suppressed', alarm: { ...raised, under: 'link-lost#2' } }],
  [30_000, { type: 'alarm-surfaced', alarm: raised }],
  [130_000, { type: 'alarm-escalated', alarm: urgent }],
  [133_000, { type: 'alarm-acknowledged', alarm: known }],
  [140_000, { type: 'alarm-reminded', alarm: { ...known, reminders: 1 } }],
  [150_000, { type: 'alarm-cleared', alarm: { ...known, reminders: 1, clearedMs: 150_000 } }],
];

describe('summary.json', () => {
  const record = syntheticRecord();
  const summary = summaryOf(record.header, computeFigures(record));

  it('holds exactly what version 3 promises', () => {
    expect(Object.keys(summary)).toEqual([
      'version',
      'host',
      'simulation',
      'outcome',
      'interruptions',
      'timeZone',
      'rig',
      'preset',
      'phases',
      'treatment',
      'probes',
      'alarms',
      'volumes',
      'samples',
      'link',
      'alarmLog',
      'case',
      'team',
      'probePlaces',
      'catheters',
      'checks',
      'site',
      'drugs',
      'carrier',
      'vitals',
      'readings',
      'notes',
      'timeOut',
      'people',
    ]);
    expect(summary.probes.map(({ site }) => site)).toEqual([
      'inflow',
      'outflow',
      'cavity-upper',
      'cavity-lower',
    ]);
    expect(summary.link).toEqual({
      exchanges: 61_320,
      timeouts: 14,
      crcErrors: 3,
      blockCrcErrors: 0,
      staleEchoes: 1,
      reconnects: 1,
    });
  });

  it('holds the case whole, drugs with what is computed from them, and who they were', () => {
    const { case: treated, drugs, carrier, vitals, timeOut, people, site, checks, team } = summary;
    expect(treated.patient).toMatchObject({
      familyName: 'Example',
      identifiers: [
        { value: '20488317', issuer: 'Example hospital' },
        { value: 'HI-55-1042', issuer: 'Example insurance' },
      ],
      returnWard: 'Surgery 2',
      bodySurfaceM2: 1.808,
      allergies: { answer: 'some', text: 'Latex' },
    });
    expect(treated).toMatchObject({
      procedure: 'Cytoreduction with HIPEC',
      sessionNumber: 2,
      sessionsPlanned: 3,
    });
    expect(team).toEqual({
      prescriber: 'Dr. R. Prescriber',
      surgeon: 'Dr. S. Surgeon',
      anaesthetist: 'Dr. A. Anaesthetist',
      perfusionist: 'M. Perfusionist',
    });
    expect(drugs.planned.map(({ doseMg, addition }) => [doseMg, addition])).toEqual([
      [60, 0],
      [30, 1],
    ]);
    expect(drugs.given).toMatchObject([
      {
        treatmentMinutes: 0,
        addition: 0,
        doseMg: 60,
        dosePerM2Mg: 33.179,
        inCavityMl: 3000,
        concentrationMgPerL: 20,
        checkedBy: ['Checker One', 'Checker Two'],
        by: { name: 'M. Perfusionist', role: 'perfusionist', how: 'signed-in' },
        second: { name: 'Dr. S. Surgeon', role: 'clinician' },
      },
      { treatmentMinutes: 29.5, addition: 1, doseMg: 30 },
    ]);
    expect(carrier).toMatchObject({ seconds: 132, name: 'Sodium chloride 0.9 %, 2 bags', volumeMl: 4000 });
    expect(vitals).toHaveLength(9);
    expect(vitals[0]).toMatchObject({ seconds: 1320, sign: 'glucose', unit: 'mmol/L', value: 6.2 });
    expect(timeOut?.names).toEqual(['Dr. S. Surgeon', 'M. Perfusionist']);
    expect(people.released?.by.name).toBe('Dr. S. Surgeon');
    expect(people.chairChanges.map(({ from, to }) => [from?.name ?? null, to.name])).toEqual([
      [null, 'M. Perfusionist'],
      ['M. Perfusionist', 'N. Relief'],
    ]);
    expect(people.breakGlass).toMatchObject([
      { by: { how: 'typed' }, action: 'skip-rinses', reason: 'Nobody else in the room had an account' },
    ]);
    expect(site).toMatchObject({ hospital: 'Example hospital', department: 'Department of surgery' });
    expect(checks?.dipCheck).toMatchObject({ spreadKelvin: 0.12, at: '2026-03-02T07:58:00.000Z' });
  });

  it('says what was not recorded as that', () => {
    const bare = {
      ...record.header,
      released: null,
      site: { ...record.header.site, notSignedOff: null },
      case: { ...record.header.case, checks: null, drugs: [], catheters: [] },
    };
    const { carrier, timeOut, checks, people, site, drugs, vitals } = summaryOf(
      bare,
      computeFigures({ ...recordOf([], []), header: bare }),
    );
    expect([carrier, timeOut, checks, people.released, site.notSignedOff]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect([drugs.planned, drugs.given, vitals, people.chairChanges]).toEqual([[], [], [], []]);
  });

  it('comes back from JSON as it was', () => {
    expect(summarySchema.parse(JSON.parse(JSON.stringify(summary)))).toEqual(summary);
  });

  it('says what controlled, what counted and what started the clock', () => {
    const ward = {
      ...record.header.preset,
      controlSite: 'inflow',
      rulingClock: 'elapsed',
      clockStartsOn: 'first-drug',
    } as const;
    const { name, version, targetCelsius, minutes, controlSite, rulingClock, clockStartsOn } = ward;
    expect(summaryOf({ ...record.header, preset: ward }, computeFigures(record)).preset).toEqual({
      name,
      version,
      targetCelsius,
      minutes,
      controlSite,
      rulingClock,
      clockStartsOn,
    });
  });

  it('is honest about a run without treatment and a record that breaks off', () => {
    const figures = computeFigures(
      recordOf(
        samplesBetween(0, 500, () => ({ phase: 'prime' })),
        [],
      ),
    );
    const broken = summaryOf(header, figures);
    expect(new Set(Object.values(broken.treatment))).toEqual(new Set([null]));
    expect([broken.outcome, broken.link]).toEqual(['interrupted', null]);
  });

  it('tells each interruption by what was last on record before it, in seconds of wall time', () => {
    const lostWallMs = header.startedWallMs + 20_000;
    const figures = computeFigures(
      recordOf(
        [
          ...samplesBetween(0, 20_000),
          ...samplesBetween(200_000, 230_000),
          ...samplesBetween(260_000, 261_000),
        ],
        [
          [0, { type: 'phase', from: null, to: 'treatment', cause: '' }],
          [20_050, { type: 'heat-held', reason: 'operator' }],
          [
            200_000,
            {
              type: 'taken-up',
              by: typedActor('P'),
              lostWallMs,
              gapSeconds: 179.5,
              cause: 'computer-restarted',
              breakGlass: null,
            },
          ],
          [260_000, { type: 'standstill', seconds: 29.25 }],
        ],
      ),
    );
    expect(summaryOf(header, figures).interruptions).toEqual([
      { atSeconds: 20.05, seconds: 179.5, cause: 'computer-restarted' },
      { atSeconds: 230, seconds: 29.25, cause: 'standstill' },
    ]);
  });

  it.each<[string, (good: Summary) => unknown]>([
    ['another version', (good) => ({ ...good, version: 2 })],
    ['an unknown field of the case', (good) => ({ ...good, case: { ...good.case, weight: 30 } })],
    [
      'a person known by nobody knows what',
      (good) => ({
        ...good,
        people: { ...good.people, startedBy: { ...good.people.startedBy, how: 'guessed' } },
      }),
    ],
    ['an unknown field', (good) => ({ ...good, dose: 30 })],
    ['an unknown outcome', (good) => ({ ...good, outcome: 'fine' })],
    [
      'an interruption nobody knows the cause of',
      (good) => ({ ...good, interruptions: [{ atSeconds: 1, seconds: 1, cause: 'fate' }] }),
    ],
    ['a missing link', ({ link: _, ...rest }) => rest],
    ['a share above 1', (good) => ({ ...good, treatment: { ...good.treatment, flowInBandShare: 1.1 } })],
    [
      'a temperature that is not a number',
      (good) => ({ ...good, treatment: { ...good.treatment, meanCelsius: Number.NaN } }),
    ],
    ['an alarm nobody knows', (good) => ({ ...good, alarms: [{ ...good.alarms[0], code: 'bored' }] })],
  ])('refuses %s', (_, spoil) => {
    expect(summarySchema.safeParse(spoil(summary)).success).toBe(false);
  });

  it('holds the alarm log: ends, escalations, acknowledgements, causes, pauses, limits', () => {
    const { alarmLog } = summaryOf(header, computeFigures(recordOf([], alarmStory)));
    expect(summarySchema.shape.alarmLog.parse(JSON.parse(JSON.stringify(alarmLog)))).toEqual(alarmLog);
    expect(alarmLog).toMatchObject({ highSeconds: 20, audioPausedSeconds: 5 });
    expect(alarmLog.occurrences).toEqual([
      {
        id: raised.id,
        code: 'probe-fault',
        subject: 'T3',
        kind: 'technical',
        priority: 'high',
        unit: 'none',
        value: null,
        limit: null,
        worst: null,
        reaction: 'none',
        raisedSeconds: 10,
        raisedAt: new Date(header.startedWallMs + 10_000).toISOString(),
        clearedSeconds: 150,
        unseen: false,
        escalations: [{ seconds: 130, from: 'medium', to: 'high' }],
        acknowledgements: [
          { seconds: 133, at: new Date(header.startedWallMs + 133_000).toISOString(), by: 'B' },
        ],
        reminderSeconds: [140],
        under: null,
        explained: [{ by: 'link-lost#2', fromSeconds: 20, untilSeconds: 30 }],
      },
    ]);
    expect(alarmLog.audioPauses).toMatchObject([
      {
        by: 'Circulating nurse',
        fromSeconds: 11,
        untilSeconds: 16,
        endedBecause: 'person',
        endedBy: 'Circulating nurse',
      },
    ]);
    expect(alarmLog.limitChanges).toMatchObject([{ seconds: 12, limit: 'flow-off', from: 10, to: 12 }]);
  });

  it('is described field by field in docs/summary.md', () => {
    const docs = readFileSync('docs/summary.md', 'utf8');
    const standstill: [number, RunEvent] = [160_000, { type: 'standstill', seconds: 5 }];
    const { alarmLog, interruptions } = summaryOf(
      header,
      computeFigures(recordOf([], [...alarmStory, standstill])),
    );
    const names = (value: unknown): string[] =>
      Array.isArray(value)
        ? names(value[0])
        : typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([name, inner]) => [name, ...names(inner)])
          : [];
    for (const name of [...names(summary), ...names(alarmLog), ...names(interruptions)])
      expect(docs, name).toContain(`\`${name}\``);
  });
});
