import type { Replies } from '../../../electron/contract/channels.ts';
import type { InEachLanguage, ReviewView } from '../../../electron/contract/view.ts';
import { clinicianNamed, perfusionistNamed } from '../../support/people.ts';
import type { Sample } from './base.ts';
import { reviewSamples } from './late.ts';

const each = (en: string, zh: string): InEachLanguage => ({ en, zh });
const none = each('', '');
const ada = perfusionistNamed('A. Perfusionist');

const field = (path: string, name: InEachLanguage, value: string | null, isWanted = false) => ({
  field: path,
  name,
  value,
  isWanted,
});

/** A record that nobody has signed, with deviations of every length. */
export const unsigned: ReviewView = {
  runId: 'sample-run',
  patientName: { familyName: 'Example', givenName: '小明' },
  startedAt: '2026-03-02 09:12:40',
  outcome: 'completed',
  elapsedSeconds: 3660,
  inBandSeconds: 3652,
  status: 'preliminary',
  wantsReview: true,
  fingerprint: 'SHA256:m7Qv9Jm2u8yJwYt0dQ0bq2T4H1cGm3o5nXo2qf0Zk1E',
  deviations: [
    {
      key: 'checklist:consent-seen',
      number: 'D1',
      at: null,
      text: each(
        'Not done, Consent seen: consent is on paper in the ward and comes with the patient (said by A. Perfusionist)',
        '未完成，已查看知情同意书：纸质同意书在病房，随患者送达（A. Perfusionist）',
      ),
      lasted: none,
    },
    {
      key: 'control-probe:T3',
      number: 'D2',
      at: '09:55:41',
      text: each(
        'Control probe without a usable value in treatment, 2 times: T3 upper cavity',
        '治疗中控温探头无可用数值（2 次）：T3 上腹腔',
      ),
      lasted: each('1:30', '1:30'),
    },
    {
      key: 'event:77',
      number: 'D3',
      at: '10:12:48',
      text: each('Heat held: link to the rig lost', '停热：与设备通信中断'),
      lasted: each('0:22, until 10:13:10', '0:22, 至 10:13:10'),
    },
    {
      key: 'drain-by-count',
      number: 'D4',
      at: '10:31:20',
      text: each(
        'What was drained is known by count alone, 4 870 mL: nobody measured it.',
        '排出量仅由计数得出（4 870 mL），未经实测。',
      ),
      lasted: none,
    },
  ],
  fields: [
    field('case.diagnosis', each('Diagnosis', '诊断'), 'Peritoneal metastases of colorectal origin'),
    field('case.procedure', each('Procedure', '手术/操作名称'), null, true),
    field('carrier.volumeMl', each('Carrier, volume, mL', '灌注液体积（mL）'), null, true),
    field('drugs.given.0.lot', each('Drug 1, lot', '药物 1 批号'), 'P-7731'),
    field('volumes.drainMeasuredMl', each('Drained, measured, mL', '排出量（实测，mL）'), null, true),
  ],
  addenda: [],
};

/** The same, explained, corrected and signed by two. */
export const signed: ReviewView = {
  ...unsigned,
  status: 'corrected',
  fields: [
    ...unsigned.fields.filter(
      ({ field: path }) => !path.startsWith('drugs') && !path.startsWith('case.procedure'),
    ),
    field('case.procedure', each('Procedure', '手术/操作名称'), 'Cytoreduction with HIPEC'),
    field('drugs.given.0.lot', each('Drug 1, lot', '药物 1 批号'), 'P-7713'),
  ],
  addenda: [
    {
      said: {
        type: 'explanation',
        deviation: 'control-probe:T3',
        text: 'Plug of T3 came off; reseated by the surgeon.',
      },
    },
    {
      said: {
        type: 'late-entry',
        field: 'case.procedure',
        value: 'Cytoreduction with HIPEC',
        reason: 'Not typed before',
      },
    },
    { said: { type: 'note', text: '患者平稳返回病房 = stable | ^ & ~ \\' } },
    { said: { type: 'signature', meaning: 'performed' } },
    { said: { type: 'signature', meaning: 'reviewed' }, by: clinicianNamed('Dr. B. Clinician') },
    {
      said: {
        type: 'correction',
        field: 'drugs.given.0.lot',
        old: 'P-7731',
        new: 'P-7713',
        reason: 'Two figures changed places',
      },
    },
  ].map((one, index) => ({
    number: index + 1,
    at: `2026-03-02 11:0${index}:30`,
    by: ada,
    ...one,
  })) as ReviewView['addenda'],
};

const [completed] = reviewSamples;
if (completed === undefined) throw new Error('no review');
const shown = (name: string, review: ReviewView, ...press: string[]): Sample => ({
  ...completed,
  name,
  answers: { review: { ok: true, review } } as Partial<Replies>,
  // What main said before it was told is asked for again.
  press: ['[data-view="sign"]', '[data-action="review-again"]', ...press],
});

export const signingSamples: Sample[] = [
  shown('sign-unsigned', unsigned),
  shown('sign-signed', signed, '[data-action="show-entered"]'),
  shown('sign-explain', unsigned, '[data-deviation="event:77"] [data-action="explain"]'),
  shown('sign-late-entry', unsigned, '[data-field="carrier.volumeMl"] [data-action="enter"]'),
  shown('sign-not-sealed', { ...unsigned, fingerprint: null, deviations: [] }),
];
