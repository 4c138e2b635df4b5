import { signedInActor, typedActor } from '../../../electron/domain/actor.ts';
import type { Addendum } from '../../../electron/domain/addendum.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import type { RunEvent, RunHeader } from '../../../electron/domain/run-event.ts';
import type { RunRecord } from '../../../electron/record/run-record.ts';
import { syntheticHeader } from '../../support/synthetic-header.ts';
import { ended, phaseEvent, raised, recordOf, samplesBetween } from '../report/small-record.ts';

/** Rare and double-width characters, every separator of HL7, quotes, a line break and what a spreadsheet takes for a formula. */
export const hardText = '=1+1 | ^ & ~ \\ "q" \'s\' 王小明 𠮷\nsecond line, <b>';
export const operator = signedInActor({ id: 'op', name: '李 𠮷', role: 'perfusionist' });

/** 29 March 2026, half a minute before Berlin goes from 01:59:59 +01:00 to 03:00:00 +02:00. */
export const beforeSummerTime = Date.UTC(2026, 2, 29, 0, 59, 30);

export const chartHeader: RunHeader = {
  ...syntheticHeader,
  startedWallMs: beforeSummerTime,
  timeZone: { name: 'Europe/Berlin', offsetMinutes: 60 },
};

const taken = { second: null, breakGlass: null, refused: null } as const;
const timed: readonly [sessionMs: number, RunEvent][] = [
  [0, { type: 'run-started', header: chartHeader }],
  [0, phaseEvent('treatment')],
  [1000, { type: 'action', by: operator, ...taken, action: { type: 'record-note', text: hardText } }],
  [
    2000,
    {
      type: 'action',
      by: operator,
      ...taken,
      second: typedActor('Dr. B'),
      action: {
        type: 'record-drug',
        drug: {
          name: '=cmd|first',
          doseMg: 60,
          volumeMl: 50,
          diluent: '',
          lot: '-7',
          expiry: '2026-12-31',
          preparedBy: 'Pharmacy',
        },
        addition: 1,
        checkedBy: ['A. One', 'B. Two'],
      },
    },
  ],
  [
    3000,
    { type: 'action', by: operator, ...taken, action: { type: 'record-vital', sign: 'glucose', value: 6.2 } },
  ],
  [
    4000,
    {
      type: 'action',
      by: typedActor('N. Urse'),
      ...taken,
      action: { type: 'record-reading', kind: 'core-temperature', value: 37.9 },
    },
  ],
  [
    10_000,
    { type: 'alarm-raised', alarm: { ...raised, unit: 'celsius', value: 43.6, limit: 43.5, worst: 43.75 } },
  ],
  [
    12_000,
    { type: 'unreadable', was: 'later', body: '{"type":"later"}', why: 'type: not one this console knows' },
  ],
  [
    15_000,
    {
      type: 'action',
      by: operator,
      ...taken,
      action: { type: 'record-fluid', kind: 'suction', volumeMl: 250 },
    },
  ],
];

/**
 * A minute of treatment over the change to summer time: T3 open for two seconds, samples missing from 20 s to 25 s,
 * something of everything recorded by hand.
 */
export function chartRecord(end: 'ended' | 'breaks off' = 'ended'): RunRecord {
  const between = (fromMs: number, toMs: number) =>
    samplesBetween(fromMs, toMs, (sessionMs) => ({
      wallMs: beforeSummerTime + sessionMs,
      cavityVolumeMl: 3000.25,
      probesCelsius: [measured(44), measured(41.2), measured(42.5), measured(42.5)],
      ...(sessionMs > 5000 && sessionMs <= 7000
        ? { probesCelsius: [measured(44.125), measured(41.2), missing('open'), measured(42.5)] }
        : {}),
      ...(sessionMs === 8000 ? { inForce: null, requested: null, interlockBits: null, inBand: false } : {}),
    }));
  const samples = [...between(0, 20_000), ...between(25_000, 60_000)];
  const { events, ...record } = recordOf(
    samples,
    end === 'ended' ? [...timed, [60_000, ended('completed')]] : timed,
  );
  return {
    ...record,
    header: chartHeader,
    events: events.map((one) => ({ ...one, wallMs: beforeSummerTime + one.sessionMs })),
  };
}

export const addenda: readonly Addendum[] = [
  {
    number: 1,
    atWallMs: beforeSummerTime + 3_600_000,
    by: operator,
    said: { type: 'late-entry', field: 'case.procedure', value: hardText, reason: 'Left out' },
  },
  {
    number: 2,
    atWallMs: beforeSummerTime + 3_700_000,
    by: operator,
    said: { type: 'correction', field: 'case.diagnosis', old: null, new: '-1', reason: '@' },
  },
  {
    number: 3,
    atWallMs: beforeSummerTime + 3_800_000,
    by: operator,
    said: { type: 'signature', meaning: 'performed' },
  },
];
