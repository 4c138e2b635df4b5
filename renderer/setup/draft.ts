import type { SetupView, SiteView } from '../../electron/contract/view.ts';
import {
  type BodySize,
  defaultProbeSites,
  feverCelsius,
  mostFluidMl,
  type PresetTemplate,
  type ProbeSite,
  type ProbeSites,
  type SetUpCheck,
  setUpChecks,
  siteRefusals,
  type TreatmentCase,
} from '../../electron/contract/words.ts';
import { asTyped, type NumberRule, typedNumber } from '../text/typed-number.ts';
import type { PresetForm } from './preset-form.ts';

/** The case as it stands in the form: numbers still as typed, questions perhaps not yet answered. */
export interface Draft {
  readonly name: string;
  readonly sex: TreatmentCase['patient']['sex'];
  readonly birthDate: string;
  readonly hospitalNumber: string;
  readonly visitNumber: string;
  readonly bed: string;
  readonly heightCm: string;
  readonly weightKg: string;
  readonly allergies: string;
  readonly sessionNumber: string;
  readonly diagnosis: string;
  readonly indication: string;
  readonly bodyTemperature: string;
  /** The team goes on although the body temperature is above 38 °C. */
  readonly feverAccepted: boolean;
  /** Is there fluid in the cavity already? */
  readonly fluidBefore: 'unanswered' | 'no' | 'about' | 'unknown';
  readonly fluidMl: string;
  readonly cavity: TreatmentCase['cavity'];
  readonly technique: TreatmentCase['technique'];
  readonly setting: TreatmentCase['setting'];
  readonly drugAsEntered: string;
  readonly perfusionist: string;
  readonly surgeon: string;
  readonly anaesthetist: string;
  readonly prescriber: string;
  readonly disposablesLot: string;
  readonly disposablesExpiry: string;
  readonly site2: ProbeSite;
  readonly site3: ProbeSite;
  readonly site4: ProbeSite;
  /** Fitted probes of which somebody has said, asked once more, that they are not used. */
  readonly leftOut: readonly SiteField[];
  readonly coreSite: string;
  readonly ticked: Readonly<Record<SetUpCheck, boolean>>;
  readonly contraindication: 'unanswered' | 'no' | 'yes';
  readonly contraindicationReason: string;
  readonly contraindicationClinician: string;
  readonly presetName: string;
  /** The preset as changed for this case, or being filled in by the site; `null`: as it is. */
  readonly presetForm: PresetForm | null;
}

const unticked = Object.fromEntries(setUpChecks.map((check) => [check, false])) as Record<
  SetUpCheck,
  boolean
>;

const empty: Draft = {
  name: '',
  sex: 'unknown',
  birthDate: '',
  hospitalNumber: '',
  visitNumber: '',
  bed: '',
  heightCm: '',
  weightKg: '',
  allergies: '',
  sessionNumber: '1',
  diagnosis: '',
  indication: '',
  bodyTemperature: '',
  feverAccepted: false,
  fluidBefore: 'unanswered',
  fluidMl: '',
  cavity: 'peritoneal',
  technique: 'closed',
  setting: 'intra-operative',
  drugAsEntered: '',
  perfusionist: '',
  surgeon: '',
  anaesthetist: '',
  prescriber: '',
  disposablesLot: '',
  disposablesExpiry: '',
  site2: defaultProbeSites[1],
  site3: defaultProbeSites[2],
  site4: defaultProbeSites[3],
  leftOut: [],
  coreSite: '',
  ticked: unticked,
  contraindication: 'unanswered',
  contraindicationReason: '',
  contraindicationClinician: '',
  presetName: '',
  presetForm: null,
};

/** The usual protocol, chosen unless another is named: 42.5 °C for 60 min (brief: protocol). */
const isUsual = (preset: PresetTemplate): boolean => preset.targetCelsius === 42.5 && preset.minutes === 60;

/** The form to start from: the case handed over, or an empty one; the preset named, or the usual one. */
export function newDraft({ draftCase, draftPresetName, presets }: SetupView): Draft {
  const presetName = draftPresetName ?? presets.find(isUsual)?.name ?? '';
  if (draftCase === null) return { ...empty, presetName };
  const { patient, checks, probeSites, sessionNumber, bodyTemperatureBeforeCelsius, ...rest } = draftCase;
  const { heightCm, weightKg, ...identity } = patient;
  return {
    ...empty,
    ...rest,
    ...identity,
    presetName,
    heightCm: asTyped(heightCm),
    weightKg: asTyped(weightKg),
    sessionNumber: asTyped(sessionNumber),
    bodyTemperature: asTyped(bodyTemperatureBeforeCelsius),
    site2: probeSites[1],
    site3: probeSites[2],
    site4: probeSites[3],
    ticked: checks.setUp,
    contraindication: checks.contraindication === null ? 'no' : 'yes',
    contraindicationReason: checks.contraindication?.reason ?? '',
    contraindicationClinician: checks.contraindication?.clinician ?? '',
  };
}

/** Numbers of the form: what each may be, and its unit. */
export const numberFields = {
  heightCm: { bounds: [30, 250], unit: 'cm' },
  weightKg: { bounds: [2, 350], unit: 'kg' },
  sessionNumber: { bounds: [1, 99], whole: true, unit: '' },
  bodyTemperature: { bounds: [30, 43], unit: '°C' },
  fluidMl: { bounds: [1, mostFluidMl], whole: true, unit: 'mL' },
} as const satisfies Readonly<Record<string, NumberRule & { readonly unit: string }>>;
export type NumberField = keyof typeof numberFields;

/** A number of the form; `null` where nothing is typed, NaN where it is none, or could be two. */
export const draftNumber = (draft: Pick<Draft, NumberField>, field: NumberField): number | null =>
  typedNumber(draft[field], numberFields[field]);

/** Probes whose place is entered; T1 has its own. */
export const siteFields = ['site2', 'site3', 'site4'] as const;
export type SiteField = (typeof siteFields)[number];

/** Where the probes lie. */
export const sitesOf = ({ site2, site3, site4 }: Draft): ProbeSites => ['inflow', site2, site3, site4];

/** Somebody has to decide to go on. */
export function isFever(draft: Draft): boolean {
  const celsius = draftNumber(draft, 'bodyTemperature');
  return celsius !== null && celsius > feverCelsius;
}

/** The case main is asked to start. Call it on a draft without problems (`problems.ts`). */
export function toCase(draft: Draft): TreatmentCase {
  const { contraindicationReason: reason, contraindicationClinician: clinician } = draft;
  return {
    patient: {
      name: draft.name.trim(),
      sex: draft.sex,
      birthDate: draft.birthDate.trim(),
      hospitalNumber: draft.hospitalNumber.trim(),
      visitNumber: draft.visitNumber.trim(),
      bed: draft.bed.trim(),
      heightCm: draftNumber(draft, 'heightCm'),
      weightKg: draftNumber(draft, 'weightKg'),
      allergies: draft.allergies.trim(),
    },
    diagnosis: draft.diagnosis.trim(),
    indication: draft.indication.trim(),
    sessionNumber: draftNumber(draft, 'sessionNumber') ?? 1,
    cavity: draft.cavity,
    technique: draft.technique,
    setting: draft.setting,
    bodyTemperatureBeforeCelsius: draftNumber(draft, 'bodyTemperature'),
    drugAsEntered: draft.drugAsEntered.trim(),
    prescriber: draft.prescriber.trim(),
    surgeon: draft.surgeon.trim(),
    anaesthetist: draft.anaesthetist.trim(),
    perfusionist: draft.perfusionist.trim(),
    disposablesLot: draft.disposablesLot.trim(),
    disposablesExpiry: draft.disposablesExpiry.trim(),
    probeSites: sitesOf(draft),
    coreSite: draft.coreSite.trim(),
    checks: {
      setUp: draft.ticked,
      contraindication:
        draft.contraindication === 'yes' ? { reason: reason.trim(), clinician: clinician.trim() } : null,
      feverAcceptedBy: draft.feverAccepted && isFever(draft) ? draft.perfusionist.trim() : '',
    },
  };
}

/** In the cavity before the run fills it, mL; `null`: nobody knows. Of a draft without problems. */
export function fluidInCavityMl(draft: Draft): number | null {
  if (draft.fluidBefore === 'no') return 0;
  return draft.fluidBefore === 'about' ? draftNumber(draft, 'fluidMl') : null;
}

/** A preset fits a case of its own cavity and setting. */
export const fits = (
  preset: PresetTemplate,
  { cavity, setting }: Pick<Draft, 'cavity' | 'setting'>,
): boolean => preset.cavity === cavity && preset.setting === setting;

/** Why the site does not let this draft be treated by this preset; `null`: none is chosen. */
export const refusedHere = (
  site: SiteView,
  draft: Pick<Draft, 'setting' | 'heightCm' | 'weightKg'>,
  preset: PresetTemplate | null,
) => siteRefusals(site, { setting: draft.setting, ...bodyOf(draft) }, preset);

/** What a fill is reckoned from, as far as it is typed. */
export const bodyOf = ({ heightCm, weightKg }: Pick<Draft, 'heightCm' | 'weightKg'>): BodySize => ({
  heightCm: known(typedNumber(heightCm, numberFields.heightCm)),
  weightKg: known(typedNumber(weightKg, numberFields.weightKg)),
});
const known = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? value : null;
