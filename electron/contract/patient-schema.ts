import { z } from 'zod';
import { fieldLimits } from '../domain/field-limits.ts';
import {
  allergyAnswers,
  bodyBounds,
  mostIdentifiers,
  mostOtherTreatments,
  type OtherTreatment,
  otherTreatmentKinds,
  type Patient,
  sexes,
} from '../domain/patient.ts';
import { textOf } from './text-schema.ts';

const line = textOf(fieldLimits.line);
const nameOf = textOf(fieldLimits.name);
export const isoDate = z.iso.date('write the date as YYYY-MM-DD');

const identifier = (what: string) =>
  z.strictObject({ value: line.min(1, `${what} is missing`), issuer: line });

const allergies = z
  .strictObject({
    answer: z.enum(allergyAnswers, `must be one of ${allergyAnswers.join(', ')}, or null`).nullable(),
    text: line,
  })
  .refine(({ answer, text }) => answer !== 'some' || text !== '', {
    path: ['text'],
    message: 'which allergies is missing',
  });

/** Who is treated. */
export const patientSchema = z
  .strictObject({
    familyName: nameOf,
    givenName: nameOf,
    sex: z.enum(sexes),
    birthDate: isoDate,
    identifiers: z
      .tuple([identifier('the hospital number')], identifier('the identifier'))
      .refine((all) => all.length <= mostIdentifiers, `at most ${mostIdentifiers} identifiers`),
    visitNumber: line,
    orderNumber: line,
    bed: line,
    referringWard: line,
    returnWard: line,
    heightCm: z.number().min(bodyBounds.heightCm[0]).max(bodyBounds.heightCm[1]).nullable(),
    weightKg: z.number().min(bodyBounds.weightKg[0]).max(bodyBounds.weightKg[1]).nullable(),
    allergies,
  })
  .refine(({ familyName, givenName }) => familyName !== '' || givenName !== '', {
    path: ['familyName'],
    message: 'the name is missing',
  }) satisfies z.ZodType<Patient>;

export const otherTreatmentSchema = z.strictObject({
  kind: z.enum(otherTreatmentKinds),
  text: line.min(1, 'what it was is missing'),
  on: isoDate.or(z.literal('')),
}) satisfies z.ZodType<OtherTreatment>;

export const otherTreatmentsSchema = z
  .array(otherTreatmentSchema)
  .max(mostOtherTreatments, `at most ${mostOtherTreatments} treatments`);
