import type { Language } from './text/language.ts';

/** What somebody is known by, and to whom. */
export interface Identifier {
  readonly value: string;
  /** The hospital or authority that gave it; "" where it is not said. */
  readonly issuer: string;
}
export const mostIdentifiers = 5;

export interface PersonName {
  readonly familyName: string;
  readonly givenName: string;
}

export const sexes = ['female', 'male', 'other', 'unknown'] as const;
export type Sex = (typeof sexes)[number];

/** Within these a height and a weight are a person's, cm and kg. */
export const bodyBounds = { heightCm: [30, 250], weightKg: [2, 350] } as const;

export const allergyAnswers = ['none-known', 'some', 'unknown'] as const;

export interface Patient extends PersonName {
  readonly sex: Sex;
  /** YYYY-MM-DD */
  readonly birthDate: string;
  /** The first is the hospital's own number. */
  readonly identifiers: readonly [Identifier, ...Identifier[]];
  readonly visitNumber: string;
  readonly orderNumber: string;
  readonly bed: string;
  /** Who sends the patient, and where he or she goes afterwards. */
  readonly referringWard: string;
  readonly returnWard: string;
  readonly heightCm: number | null;
  readonly weightKg: number | null;
  /** `answer` `null`: nobody was asked, `text` is all there is. */
  readonly allergies: { readonly answer: (typeof allergyAnswers)[number] | null; readonly text: string };
}

export const hospitalNumberOf = ({ identifiers }: Pick<Patient, 'identifiers'>): string =>
  identifiers[0].value;

export const personName = ({ familyName, givenName }: PersonName): PersonName => ({ familyName, givenName });

const isHan = (text: string): boolean => /^[\p{Script=Han}·]+$/u.test(text);

/**
 * A name as it is written: family name first everywhere; without a blank where all of it is Han, and after a comma
 * in English otherwise.
 */
export function fullName({ familyName, givenName }: PersonName, language: Language): string {
  if (familyName === '' || givenName === '') return familyName || givenName;
  if (isHan(familyName) && isHan(givenName)) return `${familyName}${givenName}`;
  return language === 'zh' ? `${familyName} ${givenName}` : `${familyName}, ${givenName}`;
}

/** Another treatment of the tumour: drug exposures add up. */
export const otherTreatmentKinds = [
  'systemic',
  'intra-arterial',
  'embolisation',
  'port-or-pump',
  'other',
] as const;
export interface OtherTreatment {
  readonly kind: (typeof otherTreatmentKinds)[number];
  /** What it was, and by which route. */
  readonly text: string;
  /** YYYY-MM-DD, or empty. */
  readonly on: string;
}
export const mostOtherTreatments = 20;
