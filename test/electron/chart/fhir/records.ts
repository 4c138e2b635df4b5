import { signedInActor, typedActor, unattendedActor } from '../../../../electron/domain/actor.ts';
import type { Addendum } from '../../../../electron/domain/addendum.ts';
import { type DrugEntry, noDrug } from '../../../../electron/domain/drug.ts';
import { missing } from '../../../../electron/domain/reading.ts';
import type { RunEvent, RunHeader } from '../../../../electron/domain/run-event.ts';
import type { Sample } from '../../../../electron/domain/sample.ts';
import type { RunRecord } from '../../../../electron/record/run-record.ts';
import { syntheticHeader } from '../../../support/synthetic-header.ts';
import { all, ended, phaseEvent, raised, samplesBetween } from '../../report/small-record.ts';

export type Timed = readonly [sessionMs: number, RunEvent];

/** A record of few samples; what happens can be changed. */
export function shortRecord(
  timed: readonly Timed[],
  header: RunHeader = syntheticHeader,
  samples: Iterable<Sample> = samplesBetween(0, 2000),
): RunRecord {
  const kept = [...samples].map((sample) => ({ ...sample, wallMs: header.startedWallMs + sample.sessionMs }));
  const events = timed.map(([sessionMs, event], index) => ({
    seq: index + 1,
    sessionMs,
    wallMs: header.startedWallMs + sessionMs,
    event,
  }));
  return { header, events, samples: () => kept, close() {} };
}

type Action = Extract<RunEvent, { type: 'action' }>;
export const taken = (action: Action['action'], also: Partial<Action> = {}): RunEvent => ({
  type: 'action',
  by: typedActor('M. Perfusionist'),
  second: null,
  breakGlass: null,
  refused: null,
  ...also,
  action,
});
export const given = (drug: Partial<DrugEntry>, addition: number | null = null): RunEvent =>
  taken({ type: 'record-drug', drug: { ...noDrug, ...drug }, addition, checkedBy: null });

export const plain: readonly Timed[] = [
  [0, phaseEvent('treatment')],
  [500, taken({ type: 'record-reading', kind: 'core-temperature', value: 37.9 })],
  [600, taken({ type: 'record-vital', sign: 'glucose', value: 6.2 })],
  [700, given({ name: 'As prescribed', doseMg: 60, volumeMl: 50, lot: 'P-1' }, 0)],
  [1000, { type: 'alarm-raised', alarm: { ...raised, raisedMs: 1000 } }],
  [2000, ended('completed')],
];

/** Every separator, quotes, tags, line ends, control characters, half a pair, beyond the first plane, a formula. */
export const hostile =
  '=1+1 王𠮷小明 | ^ & ~ \\ "\' <script>alert(1)</script> ]]> &amp; \r\n\t\u0000\u0007\u001b \ud842 \u3000\u2028 \u00a0';

export function hostileRecord(): RunRecord {
  const { case: entered } = syntheticHeader;
  const header: RunHeader = {
    ...syntheticHeader,
    runId: `r/${hostile}`,
    case: {
      ...entered,
      patient: {
        ...entered.patient,
        familyName: hostile,
        givenName: '𠮷',
        identifiers: [{ value: hostile, issuer: hostile }],
        visitNumber: hostile,
        orderNumber: hostile,
        bed: hostile,
        allergies: { answer: 'some', text: hostile },
      },
      diagnosis: hostile,
      procedure: hostile,
      surgeon: hostile,
      coreSite: hostile,
      disposablesLot: hostile,
      catheters: [{ number: 1, place: hostile, direction: 'in', frenchSize: 24 }],
    },
    site: { ...syntheticHeader.site, hospital: hostile, department: hostile },
  };
  return shortRecord(
    [
      [0, phaseEvent('treatment')],
      [300, given({ name: hostile, diluent: hostile, lot: hostile, preparedBy: hostile, doseMg: 0.1 })],
      [400, taken({ type: 'record-note', text: hostile }, { by: typedActor(hostile) })],
      [500, taken({ type: 'record-carrier', carrier: { name: hostile, volumeMl: 1 } })],
      [2000, ended('completed')],
    ],
    header,
  );
}

/** What can be left out is, and what is measured is not. */
export function emptyRecord(): RunRecord {
  const { case: entered } = syntheticHeader;
  const header: RunHeader = {
    ...syntheticHeader,
    console: null,
    timeZone: null,
    released: null,
    fluidInCavityMl: null,
    startedBy: unattendedActor,
    simulation: false,
    case: {
      ...entered,
      patient: {
        familyName: 'X',
        givenName: '',
        sex: 'unknown',
        birthDate: '',
        identifiers: [{ value: '1', issuer: '' }],
        visitNumber: '',
        orderNumber: '',
        bed: '',
        referringWard: '',
        returnWard: '',
        heightCm: null,
        weightKg: null,
        allergies: { answer: null, text: '' },
      },
      diagnosis: '',
      indication: '',
      procedure: '',
      drugs: [],
      sessionsPlanned: null,
      bodyTemperatureBeforeCelsius: null,
      prescriber: '',
      surgeon: '',
      anaesthetist: '',
      perfusionist: '',
      disposablesLot: '',
      disposablesExpiry: '',
      probeSites: ['inflow', 'not-used', 'cavity-upper', 'not-used'],
      coreSite: '',
      catheters: [],
      checks: null,
    },
    site: { ...syntheticHeader.site, hospital: '', department: '' },
  };
  const none = missing('no-telemetry');
  const blind = (): Partial<Sample> => ({
    probesCelsius: all(none),
    coreCelsius: missing('not-fitted'),
    controlCelsius: none,
    flowMlPerMin: none,
    inflowLinePressureMmHg: none,
    reservoirMl: none,
    heaterPowerPercent: none,
    pumpSpeedRpm: none,
    requested: null,
    inForce: null,
  });
  return shortRecord([[0, phaseEvent('prime')]], header, samplesBetween(0, 1000, blind));
}

/** Signed, with more and something else said of it since. */
export const addenda: readonly Addendum[] = [
  { type: 'explanation', deviation: 'probe-lost', text: hostile },
  { type: 'signature', meaning: 'performed' },
  { type: 'signature', meaning: 'reviewed' },
  { type: 'late-entry', field: 'case.procedure', value: 'HIPEC', reason: 'forgotten' },
  { type: 'correction', field: 'drugs.given.0.lot', old: null, new: 'P-2', reason: 'misread' },
  { type: 'note', text: '' },
  { type: 'released-unsigned', reason: 'Ward waits' },
].map(
  (said, index): Addendum => ({
    number: index + 1,
    atWallMs: syntheticHeader.startedWallMs + 86_400_000 + index * 60_000,
    by: signedInActor({
      id: index === 2 ? 'doctor' : 'one',
      name: index === 2 ? 'Dr. Two' : 'One',
      role: 'perfusionist',
    }),
    said: said as Addendum['said'],
  }),
);
