import type { Replies } from '../../../electron/contract/channels.ts';
import type {
  AccessView,
  EarlierSession,
  WaitingPatient,
  WorklistView,
} from '../../../electron/contract/view.ts';
import type { TreatmentCase } from '../../../electron/domain/case.ts';
import type { WorklistReply } from '../../../renderer/setup/use-worklist.ts';

export type ArrivalSample =
  | { readonly kind: 'waiting'; readonly reply: WorklistReply }
  | { readonly kind: 'asked' }
  /** Pressed where there is an answer. */
  | { readonly kind: 'recall'; readonly query: string; readonly answer: Replies['recall'] | null }
  | { readonly kind: 'wristband'; readonly answer: Replies['wristband'] };

export const nobody: AccessView = {
  people: [],
  signedIn: null,
  chair: null,
  wantsFirstAccount: false,
  problem: null,
  released: null,
};

const xiaoming: WaitingPatient = {
  from: 'messages',
  key: '1',
  familyName: '王',
  givenName: '小明',
  alphabeticName: { familyName: 'Example', givenName: 'Xiaoming' },
  identifiers: [{ value: '0012345', issuer: 'HOSP' }],
  birthDate: '1960-02-03',
  sex: 'male',
  bed: '301-2',
  visitNumber: 'V-77',
  orderNumber: 'O-1',
  referringWard: 'W7',
  procedure: 'Hyperthermic intraperitoneal perfusion',
  diagnosis: 'Peritoneal carcinomatosis',
  allergies: 'Penicillin (rash, fever)',
  heightCm: 171.5,
  weightKg: 70,
  isConflict: false,
  refusal: null,
  notes: [],
  moreNotes: 0,
};

const demo: TreatmentCase = {
  patient: {
    familyName: 'DEMO PATIENT',
    givenName: '',
    sex: 'female',
    birthDate: '1968-04-12',
    identifiers: [{ value: 'DEMO-0001', issuer: '' }],
    visitNumber: '',
    orderNumber: '',
    bed: '',
    referringWard: '',
    returnWard: '',
    heightCm: 165,
    weightKg: 62,
    allergies: { answer: 'none-known', text: '' },
  },
  diagnosis: '',
  indication: '',
  procedure: 'Cytoreductive surgery and perfusion',
  side: 'not-applicable',
  sessionNumber: 1,
  sessionsPlanned: 3,
  otherTreatments: [],
  cavity: 'peritoneal',
  technique: 'closed',
  setting: 'intra-operative',
  bodyTemperatureBeforeCelsius: null,
  drugs: [],
  prescriber: '',
  surgeon: '',
  anaesthetist: '',
  perfusionist: '',
  disposablesLot: '',
  disposablesExpiry: '',
  probeSites: ['inflow', 'outflow', 'cavity-upper', 'cavity-lower'],
  probePlaces: ['', '', '', ''],
  coreSite: '',
  catheters: [],
  checks: { checklist: [], contraindications: [], feverAcceptedBy: '', dipCheck: null },
};

const partialDate = {
  en: 'PID-7 “1960”: only part of a date, not taken. Ask for the day.',
  zh: 'PID-7“1960”：日期不完整，未采用。请询问具体日期。',
};
const vessel = {
  en: 'NTE-3 “TACE in March”: speaks of a vessel. Ask how the drug is to be given.',
  zh: 'NTE-3“TACE in March”：提到血管途径。请询问给药方式。',
};
const bare: WaitingPatient = {
  ...xiaoming,
  key: '2',
  familyName: null,
  givenName: null,
  alphabeticName: null,
  birthDate: null,
  procedure: null,
  bed: null,
  identifiers: [{ value: '2026-0000000117', issuer: '' }],
  notes: [partialDate, vessel],
  moreNotes: 3,
};

const full: WorklistView = {
  folder: '/srv/worklist',
  waiting: [
    xiaoming,
    bare,
    { ...xiaoming, key: '3 1', alphabeticName: null, isConflict: true },
    {
      ...xiaoming,
      key: '3 2',
      familyName: 'Example',
      givenName: 'Other',
      alphabeticName: null,
      isConflict: true,
    },
    {
      ...xiaoming,
      key: '4',
      familyName: 'Example',
      givenName: 'Third',
      alphabeticName: null,
      identifiers: [{ value: '77', issuer: 'HOSP' }],
      procedure: 'Transarterial chemoembolisation',
      refusal: 'not-this-machine',
      notes: [vessel],
    },
    { from: 'case-file', key: 'monday-first.json', case: demo },
  ],
  moreWaiting: 12,
  problems: [
    {
      file: '',
      text: {
        en: 'The worklist folder does not answer. Check the network (10 s)',
        zh: '待治患者文件夹无响应。请检查网络 (10 s)',
      },
    },
    {
      file: 'adt-2026-01-15-000131-a-long-name-of-an-interface-engine.hl7',
      text: {
        en: 'Message 2, PID-3: no hospital number that can be read. Have it sent again.',
        zh: '第 2 条报文，PID-3：没有可读的住院号。请重新发送。',
      },
    },
  ],
  moreProblems: 3,
};
const empty: WorklistView = { ...full, waiting: [], moreWaiting: 0, problems: [], moreProblems: 0 };

const session = (number: number, changes: Partial<EarlierSession>): EarlierSession => ({
  runId: `run-${number}`,
  startedWallMs: Date.UTC(2026, 0, 10 + 2 * number, 12),
  simulation: false,
  case: { ...demo, sessionNumber: number },
  preset: { name: '42.5 °C × 60 min', version: 2, targetCelsius: 42.5, minutes: 60, onlyOnce: false },
  outcome: 'completed',
  totals: { elapsedSeconds: 3725, inBandSeconds: 3600, volumeRetainedMl: 140 },
  ...changes,
});

export const arrivalSamples: Readonly<Record<string, ArrivalSample>> = {
  waiting: { kind: 'waiting', reply: { ok: true, worklist: full } },
  nobody: { kind: 'waiting', reply: { ok: true, worklist: empty } },
  'no-folder': { kind: 'waiting', reply: { ok: true, worklist: { ...empty, folder: '' } } },
  'no-answer': { kind: 'waiting', reply: 'no-answer' },
  'not-signed-in': {
    kind: 'waiting',
    reply: { ok: false, why: 'needs-sign-in', problem: 'Nobody is signed in.' },
  },
  asked: { kind: 'asked' },
  recall: {
    kind: 'recall',
    query: 'DEMO-0001',
    answer: {
      ok: true,
      found: [
        session(3, { outcome: null, totals: null }),
        session(2, {
          outcome: 'stopped',
          totals: { elapsedSeconds: 1200, inBandSeconds: 930, volumeRetainedMl: null },
        }),
        session(1, { simulation: true, case: { ...demo, sessionsPlanned: null } }),
      ],
      problems: ['journal /srv/runs/torn/journal.sqlite: file is not a database.'],
    },
  },
  'recall-none': { kind: 'recall', query: 'DEMO-0002', answer: { ok: true, found: [], problems: [] } },
  'recall-empty': { kind: 'recall', query: '', answer: null },
  match: {
    kind: 'wristband',
    answer: {
      result: 'match',
      read: { value: '0012345', issuer: 'HOSP', form: 'number-and-issuer' },
      identifier: { value: '0012345', issuer: 'HOSP' },
    },
  },
  mismatch: {
    kind: 'wristband',
    answer: {
      result: 'mismatch',
      read: { value: '12345', issuer: null, form: 'number' },
      hint: 'differsByZeros',
    },
  },
  unreadable: { kind: 'wristband', answer: { result: 'unreadable', read: 'x', why: 'no-patient' } },
};
