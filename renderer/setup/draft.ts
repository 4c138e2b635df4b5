import type { SetupView } from '../../electron/contract/view.ts';
import {
  type Catheter,
  type ChecklistAnswer,
  type ContraindicationAnswer,
  type DipCheck,
  defaultProbeSites,
  type Identifier,
  isCavity,
  type OtherTreatment,
  type PresetTemplate,
  type ProbeSite,
  type ProbeSites,
  type Sex,
  type Side,
  type TreatmentCase,
} from '../../electron/contract/words.ts';
import { draftOfCase } from './draft-of-case.ts';
import type { PresetForm } from './preset-form.ts';

type Allergies = TreatmentCase['patient']['allergies'];

/**
 * The case as it stands in the form: numbers and dates still as typed, questions perhaps not yet answered (`null`).
 * Plain JSON, so that it can be kept; `draftFromJson` takes it back.
 */
export interface Draft {
  readonly familyName: string;
  readonly givenName: string;
  /** One at least, perhaps blank. */
  readonly identifiers: readonly Identifier[];
  readonly birthDate: string;
  readonly sex: Sex | null;
  readonly visitNumber: string;
  readonly orderNumber: string;
  readonly bed: string;
  readonly referringWard: string;
  readonly returnWard: string;
  readonly heightCm: string;
  readonly weightKg: string;
  readonly allergyAnswer: Allergies['answer'];
  readonly allergyText: string;
  readonly otherTreatments: readonly OtherTreatment[];
  readonly bodyTemperature: string;
  readonly feverAcceptedBy: string;
  /** Is there fluid in the cavity already? */
  readonly fluidBefore: 'unanswered' | 'no' | 'about' | 'unknown';
  readonly fluidMl: string;
  readonly cavity: TreatmentCase['cavity'];
  /** Of a pleural cavity. */
  readonly side: Exclude<Side, 'not-applicable'> | null;
  readonly technique: TreatmentCase['technique'];
  readonly setting: TreatmentCase['setting'];
  readonly diagnosis: string;
  readonly indication: string;
  readonly procedure: string;
  readonly sessionNumber: string;
  readonly sessionsPlanned: string;
  readonly prescriber: string;
  readonly surgeon: string;
  readonly anaesthetist: string;
  readonly perfusionist: string;
  readonly disposablesLot: string;
  readonly disposablesExpiry: string;
  readonly drugs: readonly TypedDrug[];
  /** Somebody has said that none is planned. */
  readonly noDrug: boolean;
  readonly site2: ProbeSite;
  readonly site3: ProbeSite;
  readonly site4: ProbeSite;
  readonly place2: string;
  readonly place3: string;
  readonly place4: string;
  /** Fitted probes of which somebody has said, asked once more, that they are not used. */
  readonly leftOut: readonly SiteField[];
  readonly coreSite: string;
  /** A size that was typed and is no number is NaN. */
  readonly catheters: readonly Catheter[];
  /** Answered items only, as in a case. */
  readonly checklist: readonly ChecklistAnswer[];
  readonly contraindications: readonly ContraindicationAnswer[];
  readonly dipCheck: DipCheck | null;
  readonly presetName: string;
  /** The preset as changed for this case, or being filled in by the site; `null`: as it is. */
  readonly presetForm: PresetForm | null;
  /** What stands here was taken over from this session of the patient; `null`: nothing was. */
  readonly recalledSession: number | null;
}

/** A planned drug as typed. */
export interface TypedDrug {
  readonly name: string;
  readonly doseMg: string;
  readonly volumeMl: string;
  readonly diluent: string;
  readonly lot: string;
  readonly expiry: string;
  readonly preparedBy: string;
  /** Which planned addition of the preset it is, from 0; `null`: none of them. */
  readonly addition: number | null;
}
export const newDrug: TypedDrug = {
  name: '',
  doseMg: '',
  volumeMl: '',
  diluent: '',
  lot: '',
  expiry: '',
  preparedBy: '',
  addition: null,
};

export const emptyDraft: Draft = {
  familyName: '',
  givenName: '',
  identifiers: [{ value: '', issuer: '' }],
  birthDate: '',
  sex: null,
  visitNumber: '',
  orderNumber: '',
  bed: '',
  referringWard: '',
  returnWard: '',
  heightCm: '',
  weightKg: '',
  allergyAnswer: null,
  allergyText: '',
  otherTreatments: [],
  bodyTemperature: '',
  feverAcceptedBy: '',
  fluidBefore: 'unanswered',
  fluidMl: '',
  cavity: 'peritoneal',
  side: null,
  technique: 'closed',
  setting: 'intra-operative',
  diagnosis: '',
  indication: '',
  procedure: '',
  sessionNumber: '1',
  sessionsPlanned: '',
  prescriber: '',
  surgeon: '',
  anaesthetist: '',
  perfusionist: '',
  disposablesLot: '',
  disposablesExpiry: '',
  drugs: [],
  noDrug: false,
  site2: defaultProbeSites[1],
  site3: defaultProbeSites[2],
  site4: defaultProbeSites[3],
  place2: '',
  place3: '',
  place4: '',
  leftOut: [],
  coreSite: '',
  catheters: [],
  checklist: [],
  contraindications: [],
  dipCheck: null,
  presetName: '',
  presetForm: null,
  recalledSession: null,
};

/** The usual protocol, chosen unless another is named: 42.5 °C for 60 min (brief: protocol). */
const isUsual = (preset: PresetTemplate): boolean => preset.targetCelsius === 42.5 && preset.minutes === 60;

/** The form to start from: the case handed over, or an empty one; the preset named, or the usual one. */
export function newDraft({ draftCase, draftPresetName, presets, site }: SetupView): Draft {
  const presetName = draftPresetName ?? presets.find(isUsual)?.name ?? '';
  const identifiers = [{ value: '', issuer: site.hospital }];
  const blank: Draft = { ...emptyDraft, identifiers, presetName };
  return draftCase === null ? blank : { ...blank, ...draftOfCase(draftCase) };
}

/** Probes whose place is entered; T1 has its own. */
export const siteFields = ['site2', 'site3', 'site4'] as const;
export type SiteField = (typeof siteFields)[number];
export const placeFields = { site2: 'place2', site3: 'place3', site4: 'place4' } as const;

/** Where the probes lie. */
export const sitesOf = ({ site2, site3, site4 }: Pick<Draft, SiteField>): ProbeSites => [
  'inflow',
  site2,
  site3,
  site4,
];

/** Where in the body a probe lies, as far as it lies in the cavity. */
export const placeOf = (draft: Draft, field: SiteField): string =>
  isCavity(draft[field]) ? draft[placeFields[field]].trim() : '';

/** Only a chest has two of them. */
export const hasSides = ({ cavity }: Pick<Draft, 'cavity'>): boolean => cavity === 'pleural';

/** A preset fits a case of its own cavity and setting. */
export const fits = (
  preset: PresetTemplate,
  { cavity, setting }: Pick<Draft, 'cavity' | 'setting'>,
): boolean => preset.cavity === cavity && preset.setting === setting;
