import { z } from 'zod';
import { feverCelsius, probeSites, type TreatmentCase } from '../domain/case.ts';
import { fieldLimits } from '../domain/field-limits.ts';
import { textOf } from './text-schema.ts';

const line = textOf(fieldLimits.line);
const person = textOf(fieldLimits.name);
const required = (what: string) => line.min(1, `${what} is missing`);
const isoDate = z.iso.date('write the date as YYYY-MM-DD');
const answered = z.literal(true, 'not ticked: the team confirms it before the run');

const checks = z.strictObject({
  setUp: z.strictObject({
    'consent-seen': answered,
    'identity-checked': answered,
    'circuit-fitted': answered,
    'catheters-placed': answered,
    'probes-placed': answered,
    'drug-prepared': answered,
    /** A case file from elsewhere cannot know: not ticked is said in the report. */
    'alarms-tried': z.boolean().default(false),
  }),
  contraindication: z
    .strictObject({ reason: required('the reason'), clinician: person.min(1, 'the clinician is missing') })
    .nullable(),
  feverAcceptedBy: person.default(''),
});

const sites = z
  .tuple([z.literal('inflow'), z.enum(probeSites), z.enum(probeSites), z.enum(probeSites)])
  .refine(
    (all) => new Set(all.filter((s) => s !== 'not-used')).size === all.filter((s) => s !== 'not-used').length,
    'two probes are at the same site',
  );

const fields = z.strictObject({
  patient: z.strictObject({
    name: person.min(1, 'the name is missing'),
    sex: z.enum(['female', 'male', 'other', 'unknown']),
    birthDate: isoDate,
    hospitalNumber: required('the hospital number'),
    visitNumber: line,
    bed: line,
    heightCm: z.number().min(30).max(250).nullable(),
    weightKg: z.number().min(2).max(350).nullable(),
    allergies: line,
  }),
  diagnosis: line,
  indication: line,
  sessionNumber: z.int().min(1).max(99),
  cavity: z.enum(['peritoneal', 'pleural', 'bladder']),
  technique: z.enum(['open', 'closed']),
  setting: z.enum(['intra-operative', 'post-operative', 'percutaneous']),
  bodyTemperatureBeforeCelsius: z.number().min(30).max(43).nullable(),
  drugAsEntered: line,
  prescriber: person,
  surgeon: person,
  anaesthetist: person,
  perfusionist: person.min(1, 'the perfusionist is missing'),
  disposablesLot: line,
  disposablesExpiry: isoDate.or(z.literal('')),
  probeSites: sites,
  coreSite: line,
  checks,
});

/** A case as the form or `--case` hands it over; every message says which field and what it wants. */
export const treatmentCase = fields.superRefine((one, context) => {
  const before = one.bodyTemperatureBeforeCelsius;
  if (before === null || before <= feverCelsius || one.checks.feverAcceptedBy !== '') return;
  context.addIssue({
    code: 'custom',
    path: ['checks', 'feverAcceptedBy'],
    message: `body temperature ${before} °C is above ${feverCelsius} °C: name who decided to go on`,
  });
}) satisfies z.ZodType<TreatmentCase>;
