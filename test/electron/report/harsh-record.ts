import { typedActor } from '../../../electron/domain/actor.ts';
import { alarmCodes, priorities } from '../../../electron/domain/alarm.ts';
import type { DrugEntry } from '../../../electron/domain/drug.ts';
import type { Phase } from '../../../electron/domain/phase.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import type { RunEvent, RunHeader } from '../../../electron/domain/run-event.ts';
import type { RunRecord } from '../../../electron/record/run-record.ts';
import { syntheticHeader } from '../../support/synthetic-header.ts';
import { all, ended, phaseEvent, raised, recordOf, sampleAt } from './small-record.ts';

const longReason =
  'The catheter in the right subdiaphragmatic space had to be withdrawn by two centimetres and the patient turned, after which the upper probe read plausibly again; the team agreed to go on';
const longName = 'Wilhelmina Theodora van der Meer-Schwarzenbergersdorfer, Consultant Anaesthetist';
const unbroken = 'Hypothermoperitoneochemoperfusionsprotokollabweichungsbegründung'.repeat(2);

const harshDrug: DrugEntry = {
  name: longReason,
  doseMg: 100_000,
  volumeMl: 5000,
  diluent: longReason,
  lot: unbroken,
  expiry: '2026-03-03',
  preparedBy: longName,
};

/**
 * A run with every alarm there is and long words everywhere, flapping probes, 30 short phases, noise, heat far above
 * the scale: what a page must bear.
 */
export function harshRecord(): { record: RunRecord; mustAppear: string[] } {
  const header: RunHeader = {
    ...syntheticHeader,
    case: {
      ...syntheticHeader.case,
      patient: {
        ...syntheticHeader.case.patient,
        familyName: `Example "Ἀλέξανδρος" O'Brien & <b>Söhne</b>, ${longName}`,
        givenName: '',
        identifiers: [
          { value: unbroken.slice(0, 60), issuer: longReason },
          ...Array.from({ length: 4 }, (_, n) => ({
            value: `${unbroken.slice(0, 40)}${n}`,
            issuer: longName,
          })),
        ],
        referringWard: longReason,
        allergies: { answer: 'some', text: longReason },
      },
      diagnosis: longReason,
      drugs: [{ ...harshDrug, addition: null }],
      otherTreatments: [{ kind: 'other', text: longReason, on: '' }],
      catheters: [{ number: 1, place: longReason, direction: 'in', frenchSize: null }],
      probePlaces: [unbroken, longReason, '', ''],
      perfusionist: longName,
      bodyTemperatureBeforeCelsius: 38.6,
      coreSite: 'nasopharynx, left nostril',
      checks: {
        checklist: [
          { id: 'consent-seen', answer: 'not-done', by: longName, atWallMs: 0, reason: longReason },
        ],
        contraindications: [{ id: unbroken, answer: 'unknown', reason: longReason, clinician: longName }],
        feverAcceptedBy: 'F. Everdecider',
        dipCheck: { by: longName, atWallMs: -1, meansCelsius: [null, 30, 37, 44], spreadKelvin: 14 },
      },
    },
  };
  const { events, ...record } = recordOf(samples(), timed());
  return {
    record: { ...record, events, header },
    mustAppear: ['38.6 °C', 'F. Everdecider', longReason, longName, unbroken, '<b>Söhne</b>'],
  };
}

const shortPhases: Phase[] = [
  'drain',
  ...Array.from({ length: 28 }, (_, n): Phase => (n % 2 === 0 ? 'rinse' : 'rinse-drain')),
  'disconnect',
];

function timed(): [number, RunEvent][] {
  const action = (name: Extract<RunEvent, { type: 'action' }>['action']): RunEvent => ({
    type: 'action',
    by: typedActor(longName),
    second: typedActor(longName),
    breakGlass: longReason,
    action: name,
    refused: null,
  });
  const events: [number, RunEvent][] = [
    [0, phaseEvent('self-test')],
    [10_000, phaseEvent('prime')],
    [
      20_000,
      action({
        type: 'start-treatment',
        drug: harshDrug,
        early: { reason: longReason, clinician: longName },
        checkedBy: null,
      }),
    ],
    [20_000, phaseEvent('treatment')],
    ...shortPhases.map((phase, n): [number, RunEvent] => [2_400_000 + n * 20_000, phaseEvent(phase)]),
    ...alarmCodes.map((code, n): [number, RunEvent] => [
      100_000 + n * 61_000,
      {
        type: 'alarm-raised',
        alarm: {
          ...raised,
          id: `${code}#1`,
          code,
          priority: priorities[n % 3] ?? 'low',
          unit: 'celsius',
          value: 43.5,
          limit: 43.5,
          worst: 48.25,
          raisedMs: 100_000 + n * 61_000,
        },
      },
    ]),
    [600_000, action({ type: 'record-note', text: unbroken })],
    [610_000, action({ type: 'time-out', names: [longName, longName] })],
    [620_000, action({ type: 'record-carrier', carrier: { name: longReason, volumeMl: 20_000 } })],
    [630_000, { type: 'chair', from: typedActor(longName), to: typedActor(longName) }],
    ...Array.from({ length: 40 }, (_, n): [number, RunEvent] => [
      640_000 + n * 40_000,
      action({ type: 'record-vital', sign: `${unbroken.slice(0, 30)}-${n % 11}`, value: n * 1000 + 0.25 }),
    ]),
    [
      700_000,
      action({ type: 'record-drug', drug: harshDrug, addition: null, checkedBy: [longName, longName] }),
    ],
    [3_000_000, ended('aborted')],
  ];
  return events.toSorted(([a], [b]) => a - b);
}

function* samples() {
  for (let at = 100; at <= 3_000_000; at += 100) {
    const minute = at / 60_000;
    const wave = Math.sin(at / 700) * 0.8;
    const flapping = minute > 12 && minute < 30 && Math.floor(at / 3000) % 4 === 0;
    const hot = Math.max(0, 6 - Math.abs(minute - 34) * 3);
    yield sampleAt(at, {
      phase: at <= 10_000 ? 'self-test' : at <= 20_000 ? 'prime' : at <= 2_400_000 ? 'treatment' : 'drain',
      probesCelsius: flapping
        ? [measured(44), measured(42), missing('out-of-range'), measured(41 + wave)]
        : minute > 35 && minute < 37
          ? all(missing('link-lost'))
          : [measured(44 + hot), measured(42 - wave), measured(42.5 + wave), measured(41 + wave)],
      controlCelsius: measured(42.5 + wave),
      flowMlPerMin: measured(Math.round(1500 + wave * 300)),
      inBand: Math.abs(wave) <= 0.5,
    });
  }
}
