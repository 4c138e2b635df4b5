import { z } from 'zod';
import { probeSites, type RecordedCase, setUpChecks } from '../../domain/case.ts';
import { numberOrNull, schemaOf, text, yesOrNo } from './exact.ts';

const patient = z.strictObject({
  name: text,
  sex: z.enum(['female', 'male', 'other', 'unknown']),
  birthDate: text,
  hospitalNumber: text,
  visitNumber: text,
  bed: text,
  heightCm: numberOrNull,
  weightKg: numberOrNull,
  allergies: text,
});
const checks = z.strictObject({
  setUp: z.partialRecord(z.enum(setUpChecks), yesOrNo),
  contraindication: z.strictObject({ reason: text, clinician: text }).nullable(),
  feverAcceptedBy: text,
});
const probeSite = z.enum(probeSites);

/** A case as it was recorded: what may be entered is the form's business, and may have been otherwise then. */
export const caseSchema = schemaOf<RecordedCase>()(
  z.strictObject({
    patient,
    diagnosis: text,
    indication: text,
    sessionNumber: z.number(),
    cavity: z.enum(['peritoneal', 'pleural', 'bladder']),
    technique: z.enum(['open', 'closed']),
    setting: z.enum(['intra-operative', 'post-operative', 'percutaneous']),
    bodyTemperatureBeforeCelsius: numberOrNull,
    drugAsEntered: text,
    prescriber: text,
    surgeon: text,
    anaesthetist: text,
    perfusionist: text,
    disposablesLot: text,
    disposablesExpiry: text,
    probeSites: z.tuple([probeSite, probeSite, probeSite, probeSite]).readonly(),
    coreSite: text,
    checks: checks.nullable(),
  }),
);
