import type { RecordedCase } from '../../../../electron/domain/case.ts';
import type { RecordedSite } from '../../../../electron/domain/site.ts';

/** What a console before journal version 7 asked before a run, of everybody the same; written by hand. */
const asked = (id: string, en: string, zh: string, mustBeDone = true) => ({
  id,
  en,
  zh,
  mustBeDone,
  needsSound: false,
});

/** What a site had not yet, as a record before version 7 is read. */
export const ofSiteBefore7: Pick<
  RecordedSite,
  | 'twoPeopleStartHeat'
  | 'twoPeopleRecordDrugs'
  | 'reviewSignature'
  | 'flowMeterCalibration'
  | 'hospital'
  | 'department'
  | 'lists'
  | 'notSignedOff'
> = {
  twoPeopleStartHeat: false,
  twoPeopleRecordDrugs: false,
  reviewSignature: false,
  flowMeterCalibration: null,
  hospital: '',
  department: '',
  lists: {
    checklist: [
      asked('consent-seen', 'Consent seen', '已查看知情同意书'),
      asked('identity-checked', 'Patient identity checked', '已核对患者身份'),
      asked('circuit-fitted', 'Circuit and disposables fitted', '管路及耗材已安装'),
      asked('catheters-placed', 'Catheters placed', '灌注管已置入'),
      asked('probes-placed', 'Probes placed, sites as entered', '温度探头已按所填部位放置'),
      asked('drug-prepared', 'Drug prepared as entered', '药物已按所填内容配制'),
      asked('alarms-tried', 'Alarms heard, three colours seen', '已听到报警音，已看到三种颜色', false),
    ],
    contraindications: [{ id: 'any', en: 'Any contraindication', zh: '任何禁忌证' }],
    indications: [],
    catheterPlaces: { peritoneal: [], pleural: [], bladder: [] },
    probePlaces: { peritoneal: [], pleural: [], bladder: [] },
    vitalSigns: [],
    drugNames: [],
  },
  notSignedOff: null,
};

const ticked = (id: string) => ({ id, answer: 'done', by: '', atWallMs: null, reason: '' }) as const;

/** What every case before version 7 left unsaid. */
const unsaid = {
  procedure: '',
  side: 'not-applicable',
  sessionsPlanned: null,
  otherTreatments: [],
  probePlaces: ['', '', '', ''],
  catheters: [],
} as const;

const nothingOf = (name: string) => ({
  name,
  doseMg: null,
  volumeMl: null,
  diluent: '',
  lot: '',
  expiry: '',
  preparedBy: '',
  addition: null,
});

const allTicked = {
  checklist: [
    ticked('consent-seen'),
    ticked('identity-checked'),
    ticked('circuit-fitted'),
    ticked('catheters-placed'),
    ticked('probes-placed'),
    ticked('drug-prepared'),
    ticked('alarms-tried'),
  ],
  contraindications: [{ id: 'any', answer: 'no', reason: '', clinician: '' }],
  feverAcceptedBy: '',
  dipCheck: null,
} as const;

/** The case of `journal-1.sqlite`, field by field. */
export const caseOfJournal1: RecordedCase = {
  ...unsaid,
  patient: {
    familyName: 'Example, Xiaoming (王小明)',
    givenName: '',
    sex: 'male',
    birthDate: '1968-04-12',
    identifiers: [{ value: '20488317', issuer: '' }],
    visitNumber: 'V-2026-1187',
    orderNumber: '',
    bed: '12 B',
    referringWard: '',
    returnWard: '',
    heightCm: 172,
    weightKg: 68.5,
    allergies: { answer: null, text: 'none known' },
  },
  diagnosis: 'Peritoneal metastases of colorectal origin',
  indication: 'After cytoreduction, CC-0',
  sessionNumber: 2,
  cavity: 'peritoneal',
  technique: 'closed',
  setting: 'intra-operative',
  bodyTemperatureBeforeCelsius: 36.4,
  drugs: [nothingOf('As prescribed on sheet 4, two fractions, prepared by the pharmacy')],
  prescriber: 'Dr. R. Prescriber',
  surgeon: 'Dr. S. Surgeon',
  anaesthetist: 'Dr. A. Anaesthetist',
  perfusionist: 'M. Perfusionist',
  disposablesLot: 'LOT 2407-113',
  disposablesExpiry: '2027-06-30',
  probeSites: ['inflow', 'outflow', 'cavity-upper', 'cavity-lower'],
  coreSite: 'oesophagus',
  checks: allTicked,
};

/** The demonstration case as it was until version 7: in `journal-6.sqlite`, and in case files. */
export const demoCaseOf6: RecordedCase = {
  ...unsaid,
  patient: {
    familyName: 'DEMO PATIENT',
    givenName: '',
    sex: 'unknown',
    birthDate: '1968-04-12',
    identifiers: [{ value: '20488317', issuer: '' }],
    visitNumber: 'V-0001',
    orderNumber: '',
    bed: 'OR 3',
    referringWard: '',
    returnWard: '',
    heightCm: 170,
    weightKg: 68,
    allergies: { answer: null, text: 'none known' },
  },
  diagnosis: 'Demonstration, no patient',
  indication: 'Demonstration',
  sessionNumber: 2,
  cavity: 'peritoneal',
  technique: 'closed',
  setting: 'intra-operative',
  bodyTemperatureBeforeCelsius: 36.8,
  drugs: [nothingOf('as entered by the team')],
  prescriber: 'Demonstration prescriber',
  surgeon: 'Demonstration surgeon',
  anaesthetist: 'Demonstration anaesthetist',
  perfusionist: 'Perfusionist',
  disposablesLot: 'DEMO-LOT',
  disposablesExpiry: '2030-12-31',
  probeSites: ['inflow', 'outflow', 'cavity-upper', 'cavity-lower'],
  coreSite: 'oesophagus',
  checks: allTicked,
};
