import { number, en as words } from '../../electron/contract/text.ts';
import type { PresetTemplate, ProbeSite, TextProblem } from '../../electron/contract/words.ts';
import type { CatheterProblem } from '../setup/catheter-problems.ts';
import { entry } from './en-entry.ts';
import { wallTime } from './format.ts';

export const fields = {
  familyName: 'Family name',
  givenName: 'Given name',
  sex: 'Sex',
  birthDate: 'Birth date',
  hospitalNumber: 'Hospital number',
  issuer: 'Issued by',
  visitNumber: 'Visit number',
  orderNumber: 'Order number',
  bed: 'Bed',
  referringWard: 'Referring ward',
  returnWard: 'Returns to ward',
  heightCm: 'Height, cm',
  weightKg: 'Weight, kg',
  allergyAnswer: 'Allergies',
  allergyText: 'Which allergies',
  otherTreatments: 'Other tumour treatments',
  bodyTemperature: 'Body temperature before, °C',
  feverAcceptedBy: 'Who decides to go on above 38 °C',
  fluidBefore: 'Is there fluid in the cavity already?',
  fluidMl: 'About how much, mL',
  cavity: 'Cavity',
  side: 'Side',
  technique: 'Technique',
  setting: 'Setting',
  diagnosis: 'Diagnosis',
  indication: 'Indication',
  procedure: 'Procedure',
  sessionNumber: 'Session number',
  sessionsPlanned: 'of planned',
  ...words.teamIn(null),
  anaesthetist: 'Anaesthetist',
  prescriber: 'Prescriber',
  disposablesLot: 'Disposables lot',
  disposablesExpiry: 'Disposables expiry',
  drugs: 'Drugs',
  site2: 'T2',
  site3: 'T3',
  site4: 'T4',
  coreSite: 'Core probe site',
  catheters: 'Catheters',
  contraindications: 'Contraindications',
  checklist: 'Checklist',
  preset: 'Protocol',
  rig: 'Rig',
  machine: 'Machine',
  fluidLeft: 'Fluid of the last run',
  storage: 'Disk of the record',
};

/** Of each planned drug. */
export const drugFields = {
  name: 'Drug',
  doseMg: 'Dose, mg',
  volumeMl: 'Volume, mL',
  diluent: 'Diluent',
  lot: 'Lot',
  expiry: 'Expiry',
  preparedBy: 'Prepared by',
  addition: 'Which planned addition',
};

export const fieldHints = {
  date: 'YYYY-MM-DD',
  coreSite: 'oesophagus, bladder…',
  perfusionist: 'stands in the report; who acts signs in',
};

/** Of several of a kind: "Drug 2: Lot". */
export const one = {
  identifier: (count: number) => `Further number ${count}`,
  issuer: (count: number) => `Number ${count}, issued by`,
  otherTreatment: (count: number) => `Other treatment ${count}`,
  otherTreatmentDate: (count: number) => `Other treatment ${count}, date`,
  drug: (count: number, field: string) => `Drug ${count}: ${field}`,
  catheter: (count: number) => `Catheter ${count}`,
  place: (probe: string) => `${probe}, place in the body`,
  reason: (of: string) => `${of}: why the team goes on`,
  clinician: (of: string) => `${of}: clinician who decided it`,
  notDone: (of: string) => `${of}: why not`,
};

export const fieldProblems = {
  missing: 'is missing',
  date: 'write it as YYYY-MM-DD',
  futureDate: 'lies in the future',
  expired: 'has passed',
  number: (low: number, high: number) => `a number from ${number(low)} to ${number(high)}`,
  whole: (low: number, high: number) => `a whole number from ${low} to ${high}`,
  notSoMany: (planned: number) => `only ${planned} are planned`,
  oneName: 'family or given name: one at least',
  issuerAlone: 'the number is missing',
  unanswered: 'not answered',
  fever: (celsius: number) => `${number(celsius, 1)} °C is above 38 °C: name who decides to go on`,
  fittedNotUsed: (probe: number) =>
    `T${probe} is fitted on this rig: say where it is placed, or press “not used” once more to leave it out`,
  sitesTwice: (site: ProbeSite) => `two probes at ${words.probeSite[site]}`,
  otherCavity: 'is a place of another cavity: choose again',
  unansweredFluid: 'answer no, about how much, or unknown',
  drugs: 'enter what is planned, or say that none is',
  noSuchAddition: 'the protocol has no such addition: choose again',
  count: (open: number) => `${open} not answered`,
  mustBeDone: 'no run starts until it is done',
  noSound: (audio: string) => `cannot be done now: ${audio}`,
  catheter: ({ what }: CatheterProblem): string => {
    switch (what.kind) {
      case 'no-place':
        return 'say where it lies';
      case 'place-too-long':
        return `${what.tooMany} characters too many`;
      case 'place-lost':
        return entry.text({ kind: 'lost' } satisfies TextProblem);
      case 'french':
        return `size from ${what.lowest} to ${what.highest} Fr`;
    }
  },
  machine: {
    faulted: 'this console has failed: start it again',
    anotherConsole: 'another console commands it: close that one first',
    notStoodDown: 'has not stood down: press “Heater and pump off” and look for fluid in the patient',
    notHeard: 'has not said yet what it does',
    rescue: {
      off: 'is being told heater and pump off: wait until it stands',
      'circulate-unheated': 'circulates unheated: press “Heater and pump off” first',
      drain: 'drains: press “The drain is over” first',
    },
  },
  fluidLeft: 'drain it, or say by name what has become of it',
  choosePreset: 'choose one',
  presetValues: (field: string, problem: string, more: number) =>
    `${field}: ${problem}${more === 0 ? '' : `, and ${more} more`}`,
  presetMismatch: (preset: PresetTemplate) =>
    `${preset.name} is for ${words.cavity[preset.cavity].toLowerCase()}, ${words.setting[preset.setting].toLowerCase()}`,
  rig: 'not connected',
  storage: (free: number, needed: number) =>
    `has ${number(Math.floor(free))}\u00a0MB free, a run needs ${number(needed)}\u00a0MB: free space on it`,
};

export const form = {
  more: 'More below',
  recalled: (session: number) =>
    `Taken over from session ${session}: check it against patient and order. What changes is empty and asked anew.`,
  person: 'Who',
  stay: 'Ward and numbers',
  body: 'Body and allergies',
  before: 'Before this treatment',
  addNumber: '+ Number',
  remove: 'Remove',
  removeOf: (name: string) => `Remove: ${name}`,
  sameWard: 'Same as referring',
  kind: 'Kind',
  treatmentText: 'What it was, by which route',
  treatmentDate: 'Date',
  addTreatment: '+ Treatment',
  noTreatments: 'none entered',
  what: 'What is treated',
  why: 'Why, and which session',
  people: 'People and disposables',
  cavitiesOnly:
    'This machine perfuses cavities only. Nothing arterial, and no vessel: its flows, pressures and air limits are not made for it.',
  addDrug: '+ Drug',
  noDrugs: 'No drug is planned',
  drugHeading: (count: number) => `Drug ${count}`,
  asEntered: 'As prescribed and prepared. The console suggests no drug and no dose, and checks none.',
  noAddition: 'None of them',
  addition: (count: number, minute: string, label: string) =>
    `${count}: at ${minute} min${label === '' ? '' : `, ${label}`}`,
  computed: 'Computed',
  perM2: (mgPerM2: number) => `${number(mgPerM2, 1)} mg/m²`,
  perLitre: (mgPerL: number, fillMl: number) =>
    `${number(mgPerL, 1)} mg/L in the planned fill of ${number(fillMl)} mL`,
  notComputed: 'mg/m² and mg/L need the dose, height and weight, and the planned fill',
  probes: 'Where each probe is placed',
  t1: 'T1 is the inflow sensor of the rig',
  otherPlace: 'other place, typed',
  catheters: 'Catheters',
  addCatheter: '+ Catheter',
  noCatheters: 'none entered',
  direction: (count: number) => `Catheter ${count}: in or out`,
  french: 'Size, Fr',
  contraindications: 'Contraindications: each is asked',
  checklist: 'Checklist',
  reason: 'Why the team goes on',
  clinician: 'Clinician who decided it',
  whyNot: 'Why not',
  mustBeDone: 'must be done',
  answered: (by: string, atWallMs: number | null) =>
    [atWallMs === null ? '' : wallTime(atWallMs), by].filter((part) => part !== '').join(' '),
};

export const summary = {
  patient: 'Patient',
  site: 'Site and side',
  plan: 'Plan',
  drugs: 'Drugs',
  noDrugs: 'none planned',
  allergies: 'Allergies',
  session: (session: string, planned: string) =>
    planned === '' ? `Session ${session}` : `Session ${session} of ${planned}`,
  born: (date: string) => `born ${date}`,
  comma: ', ',
  colon: ': ',
  dose: (mg: string) => `${mg} mg`,
};

export const bodySurface = (m2: number | null, formula: string): string =>
  m2 === null ? 'Body surface from height and weight' : `Body surface ${number(m2, 2)} m² (${formula})`;

export const site = (name: string): string => `Rules of the site: ${name}`;

export const unit = { ml: 'mL' };

export const fluidAnswers = { no: 'No, empty', about: 'Yes, about …', unknown: 'Yes, unknown' };
