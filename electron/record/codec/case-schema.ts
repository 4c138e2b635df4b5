import { z } from 'zod';
import {
  cavities,
  checklistAnswers,
  contraindicationAnswers,
  probeSites,
  type RecordedCase,
  settings,
  sides,
  techniques,
} from '../../domain/case.ts';
import { allergyAnswers, otherTreatmentKinds, sexes } from '../../domain/patient.ts';
import { number, numberOrNull, schemaOf, text } from './exact.ts';

const identifier = z.strictObject({ value: text, issuer: text });
const patient = z.strictObject({
  familyName: text,
  givenName: text,
  sex: z.enum(sexes),
  birthDate: text,
  identifiers: z.tuple([identifier], identifier).readonly(),
  visitNumber: text,
  orderNumber: text,
  bed: text,
  referringWard: text,
  returnWard: text,
  heightCm: numberOrNull,
  weightKg: numberOrNull,
  allergies: z.strictObject({ answer: z.enum(allergyAnswers).nullable(), text }),
});

const drug = {
  name: text,
  doseMg: numberOrNull,
  volumeMl: numberOrNull,
  diluent: text,
  lot: text,
  expiry: text,
  preparedBy: text,
};
/** A drug as it was entered. */
export const drugSchema = z.strictObject(drug);

const checks = z.strictObject({
  checklist: z
    .array(
      z.strictObject({
        id: text,
        answer: z.enum(checklistAnswers),
        by: text,
        atWallMs: numberOrNull,
        reason: text,
      }),
    )
    .readonly(),
  contraindications: z
    .array(
      z.strictObject({ id: text, answer: z.enum(contraindicationAnswers), reason: text, clinician: text }),
    )
    .readonly(),
  feverAcceptedBy: text,
  dipCheck: z
    .strictObject({
      by: text,
      atWallMs: number,
      meansCelsius: z.array(numberOrNull).readonly(),
      spreadKelvin: number,
    })
    .nullable(),
});
const probeSite = z.enum(probeSites);

/** A case as it was recorded: what may be entered is the form's business, and may have been otherwise then. */
export const caseSchema = schemaOf<RecordedCase>()(
  z.strictObject({
    patient,
    diagnosis: text,
    indication: text,
    procedure: text,
    side: z.enum(sides),
    sessionNumber: number,
    sessionsPlanned: numberOrNull,
    otherTreatments: z
      .array(z.strictObject({ kind: z.enum(otherTreatmentKinds), text, on: text }))
      .readonly(),
    cavity: z.enum(cavities),
    technique: z.enum(techniques),
    setting: z.enum(settings),
    bodyTemperatureBeforeCelsius: numberOrNull,
    drugs: z.array(z.strictObject({ ...drug, addition: numberOrNull })).readonly(),
    prescriber: text,
    surgeon: text,
    anaesthetist: text,
    perfusionist: text,
    disposablesLot: text,
    disposablesExpiry: text,
    probeSites: z.tuple([probeSite, probeSite, probeSite, probeSite]).readonly(),
    probePlaces: z.tuple([text, text, text, text]).readonly(),
    coreSite: text,
    catheters: z
      .array(
        z.strictObject({
          number,
          place: text,
          direction: z.enum(['in', 'out']),
          frenchSize: numberOrNull,
        }),
      )
      .readonly(),
    checks: checks.nullable(),
  }),
);
