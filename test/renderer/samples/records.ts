import type { RunView, VitalView } from '../../../electron/contract/view.ts';
import type { RecordedCase } from '../../../electron/domain/case.ts';
import type { PlannedDrug } from '../../../electron/domain/drug.ts';
import { measured } from '../../../electron/domain/reading.ts';
import { theatre, ward } from '../../support/site.ts';
import { calmRun, preset, treatmentCase } from '../support/sample-run.ts';
import { early, inRun, type Sample } from './base.ts';

const drug = (name: string, of: Partial<PlannedDrug>): PlannedDrug => ({
  name,
  doseMg: null,
  volumeMl: null,
  diluent: '',
  lot: '',
  expiry: '',
  preparedBy: '',
  addition: null,
  ...of,
});

/** Two planned additions, one of them with its drug in the case, and one drug beside them. */
const withPlan: Pick<RunView, 'case' | 'additions' | 'preset' | 'lists'> = {
  preset: {
    ...preset,
    additions: [
      { atMinutes: 0, label: 'first part, as prepared' },
      { atMinutes: 30, label: 'second part, as prepared' },
    ],
  },
  lists: { ...theatre.lists, drugNames: ['Demonstration drug A', 'Demonstration drug B'] },
  additions: [
    {
      label: 'first part, as prepared',
      atMinutes: 0,
      state: 'ahead',
      dueInSeconds: null,
      doneAtSeconds: null,
    },
    {
      label: 'second part, as prepared',
      atMinutes: 30,
      state: 'ahead',
      dueInSeconds: null,
      doneAtSeconds: null,
    },
  ],
  case: {
    ...treatmentCase,
    drugs: [
      drug('Demonstration drug A', {
        addition: 0,
        doseMg: 75,
        volumeMl: 50,
        diluent: 'as on the label',
        lot: 'L-2201',
        expiry: '2026-03-03',
        preparedBy: 'Demonstration pharmacist',
      }),
      drug('Demonstration drug C, label 7731', { doseMg: 12.5, volumeMl: 20 }),
    ],
  },
};
const inTreatment: Partial<RunView> = {
  ...withPlan,
  additions: withPlan.additions.map((one, index) =>
    index === 0
      ? { ...one, state: 'done', doneAtSeconds: 1531 }
      : { ...one, state: 'due', dueInSeconds: -12 },
  ),
};

const press = (sample: Sample, ...press: string[]): Sample => ({ ...sample, press });

const prime = (name: string, run: Partial<RunView>): Sample =>
  early(name, 'prime', 95, {
    timeOut: null,
    carrier: null,
    primary: {
      action: 'advance',
      bits: 0,
      from: 'prime',
      blocked: 'needs-time-out',
      value: null,
      carries: null,
    },
    advice: { now: { key: 'priming', values: {} }, next: null },
    ...run,
  });

/** All that a time-out can have to say. */
const muchToRead: RecordedCase = {
  ...withPlan.case,
  cavity: 'pleural',
  side: 'left',
  procedure: 'Pleurectomy and decortication, left, with perfusion',
  sessionsPlanned: 3,
  patient: { ...treatmentCase.patient, allergies: { answer: 'some', text: 'Penicillin (rash), latex' } },
  otherTreatments: [
    { kind: 'systemic', text: 'as reported by the ward', on: '2026-02-10' },
    { kind: 'port-or-pump', text: 'right subclavian', on: '' },
  ],
  probePlaces: ['', '', 'apex', 'base'],
  catheters: [
    { number: 1, place: 'apex', direction: 'in', frenchSize: 28 },
    { number: 2, place: 'base', direction: 'out', frenchSize: 32 },
    { number: 3, place: 'posterior', direction: 'out', frenchSize: null },
  ],
};
const changedPlan: RunView['preset'] = {
  ...withPlan.preset,
  cavity: 'pleural',
  basedOn: {
    name: '42.0 °C × 60 min, pleural',
    version: 1,
    by: 'A. Perfusionist',
    changes: [
      { field: 'targetCelsius', from: 42, to: 42.5 },
      { field: 'fillVolumeMl', from: 2000, to: 3000 },
    ],
  },
};

const read = (values: Readonly<Record<string, number>>, due: readonly string[]): VitalView[] =>
  ward.lists.vitalSigns.map(({ id }, index) => ({
    sign: id,
    value: values[id] ?? null,
    secondsAgo: values[id] === undefined ? null : 130 + 95 * index,
    due: due.includes(id),
  }));
const onWard: Partial<RunView> = {
  lists: ward.lists,
  vitals: read({ pulse: 82, systolic: 128, diastolic: 74, saturation: 97, pain: 3 }, ['breathing', 'pain']),
};

export const recordSamples: Sample[] = [
  press(inRun('record-drug-planned', inTreatment), '[data-action="record-drug"]'),
  press(inRun('record-drug-first', { ...inTreatment, drugNeedsTwo: true }), '[data-action="record-drug"]'),
  press(
    inRun('record-drug-check', {
      ...withPlan,
      drugNeedsTwo: true,
      additions: withPlan.additions.map((one) => ({ ...one, state: 'due', dueInSeconds: -12 })),
    }),
    '[data-action="record-drug"]',
    '[data-action="next"]',
  ),
  press(
    early('start-early', 'heat-up', 1480, {
      ...withPlan,
      timeOut: calmRun.timeOut,
      balance: calmRun.balance,
      volume: calmRun.volume,
      control: { ...calmRun.control, celsius: measured(42.41), state: 'in-band' },
      primary: {
        action: 'start-treatment',
        bits: 0,
        from: 'heat-up',
        blocked: null,
        value: null,
        carries: null,
      },
      offered: [{ action: 'start-treatment', needsName: true }],
    }),
    '.offered [data-action="start-treatment"]',
  ),
  prime('time-out-due', {}),
  press(prime('time-out', {}), '.primary-action'),
  press(
    prime('time-out-much', { case: muchToRead, preset: changedPlan, additions: withPlan.additions }),
    '.primary-action',
  ),
  press(prime('record-carrier', {}), '[data-action="ask-carrier"]'),
  press(inRun('more-to-record', {}), '[data-action="more"]'),
  press(inRun('vitals', onWard), '[data-action="record-vital"]'),
  press(inRun('vitals-score', onWard), '[data-action="record-vital"]', '[data-sign="pain"]'),
  press(
    inRun('vitals-number', onWard),
    '[data-action="record-vital"]',
    '[data-sign="systolic"]',
    '[data-digit="1"]',
  ),
  press(inRun('vitals-theatre', {}), '[data-action="record-vital"]', '[data-sign="glucose"]'),
];
