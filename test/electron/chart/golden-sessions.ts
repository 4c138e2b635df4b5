import type { TreatmentCase } from '../../../electron/domain/case.ts';
import { noDrug } from '../../../electron/domain/drug.ts';
import type { Preset } from '../../../electron/domain/preset.ts';
import type { RunRecord } from '../../../electron/record/run-record.ts';
import { AutoOperator } from '../../../electron/session/auto-operator.ts';
import { perfusionistNamed } from '../../support/people.ts';
import { demoCase, preset, type Setting, shortPreset, Treatment, warm } from '../../support/treatment.ts';
import { withThreeFaults } from '../report/three-faults.ts';

/** A session that the simulator plays; its record is there for as long as `use` runs. */
export type Session = (use: (record: RunRecord) => void) => Promise<void>;

/** Every separator of HL7, a path, a formula, line breaks, and characters that few faces have. */
export const hardText = '=1+1 | ^ & ~ \\ C:\\E\\note "quoted"\nsecond line\t𠮷野家 \u{1F321} <b>&amp;</b>';

async function played(
  setting: Setting,
  use: (record: RunRecord) => void,
  story: (treatment: Treatment) => Promise<void> = async () => {},
): Promise<void> {
  const treatment = await Treatment.start({ scenario: warm, preset: shortPreset(), ...setting });
  try {
    await story(treatment);
    await treatment.untilPhase('complete', 7200);
    await handedOver(treatment, use);
  } finally {
    await treatment.close();
  }
}

async function handedOver(treatment: Treatment, use: (record: RunRecord) => void): Promise<void> {
  const record = await treatment.record();
  try {
    use(record);
  } finally {
    record.close();
  }
}

const ward: Preset = { ...preset('43.0 °C × 60 min, ward'), minutes: 15 };
const open: Preset = {
  ...shortPreset(),
  additions: [
    { atMinutes: 4, label: 'second fraction' },
    { atMinutes: 8, label: 'third fraction' },
  ],
};
const named = (familyName: string, givenName: string): TreatmentCase => {
  const of = demoCase();
  return {
    ...of,
    patient: { ...of.patient, familyName, givenName },
    diagnosis: hardText.replaceAll(/[\n\t]/g, ' '),
  };
};

/** The night before 25 October 2026 in Berlin: the run goes over midnight and through the hour that comes twice. */
const berlin = { name: 'Europe/Berlin', offsetMinutes: 120 };
function inTheNight(record: RunRecord, startedAt: string): RunRecord {
  const shift = Date.parse(startedAt) - record.header.startedWallMs;
  const later = <One extends { readonly wallMs: number }>(one: One): One => ({
    ...one,
    wallMs: one.wallMs + shift,
  });
  return {
    ...record,
    header: { ...record.header, startedWallMs: record.header.startedWallMs + shift, timeZone: berlin },
    events: record.events.map(later),
    *samples() {
      for (const sample of record.samples()) yield later(sample);
    },
  };
}

/** A fraction is given, one is not; the operator does what else there is to do. */
async function oneFractionNotGiven(treatment: Treatment): Promise<void> {
  await treatment.untilPhase('treatment', 900);
  await treatment.seconds(4 * 60 + 5);
  treatment.act({
    type: 'record-drug',
    drug: { ...noDrug, name: 'Example drug', doseMg: 50, volumeMl: 100, lot: 'L2' },
    addition: 0,
    checkedBy: ['Nurse', 'Pharmacist'],
  });
  treatment.act({ type: 'addition-not-given', addition: 1, reason: 'Platelets too low' });
}

async function takenUp(use: (record: RunRecord) => void): Promise<void> {
  const lost = await Treatment.treating();
  await lost.kill();
  await lost.seconds(30);
  const next = await Treatment.onRig(lost, { takesUp: true });
  try {
    next.operator = null;
    let answer: unknown;
    void next.engine.recover('take-up', perfusionistNamed('Perfusionist')).then((result) => {
      answer = result ?? 'taken up';
    });
    while (answer === undefined) {
      await next.seconds(0.02);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    next.operator = new AutoOperator();
    await next.untilPhase('complete', 7200);
    await handedOver(next, use);
  } finally {
    await next.close();
  }
}

export const sessions: Readonly<Record<string, Session>> = {
  'nominal, in theatre; then the same over midnight, and through the end of summer time': (use) =>
    played({}, (record) => {
      use(record);
      use(inTheNight(record, '2026-10-24T21:50:00Z'));
      use(inTheNight(record, '2026-10-25T00:45:00Z'));
    }),
  'of a ward course, awake': (use) =>
    played({ preset: ward, case: { ...demoCase(), sessionNumber: 3, sessionsPlanned: 5 } }, use),
  'with three faults': (use) => withThreeFaults(async ({ record }) => use(record)),
  'cut short': (use) =>
    played({}, use, async (treatment) => {
      await treatment.untilPhase('treatment', 900);
      await treatment.seconds(60);
      const early = { reason: 'Bleeding', clinician: 'Surgeon' };
      treatment.act({ type: 'end-treatment', early });
    }),
  'taken up after a crash': takenUp,
  'in Chinese, with rare characters and every separator': (use) =>
    played({ case: named('𠮷田', '小|^&~\\明') }, use, async (treatment) => {
      await treatment.untilPhase('treatment', 900);
      treatment.act({ type: 'record-note', text: hardText });
    }),
  'open, with a fraction that was not given': (use) =>
    played({ preset: open, case: { ...demoCase(), technique: 'open' } }, use, oneFractionNotGiven),
};
