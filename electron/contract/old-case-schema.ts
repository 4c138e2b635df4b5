import { z } from 'zod';
import { cavities, probeSites, settings, techniques } from '../domain/case.ts';
import { fieldLimits } from '../domain/field-limits.ts';
import { sexes } from '../domain/patient.ts';
import { textOf } from './text-schema.ts';

const line = textOf(fieldLimits.line);
const person = textOf(fieldLimits.name);
const site = z.enum(probeSites);
const tick = z.boolean();

/** A case file of version 1, which names no version: what may be in it is judged once it is brought to today's words. */
export const oldCaseFile = z.strictObject({
  patient: z.strictObject({
    name: person.min(1, 'the name is missing'),
    sex: z.enum(sexes),
    birthDate: line,
    hospitalNumber: line.min(1, 'the hospital number is missing'),
    visitNumber: line,
    bed: line,
    heightCm: z.number().nullable(),
    weightKg: z.number().nullable(),
    allergies: line,
  }),
  diagnosis: line,
  indication: line,
  sessionNumber: z.number(),
  cavity: z.enum(cavities),
  technique: z.enum(techniques),
  setting: z.enum(settings),
  bodyTemperatureBeforeCelsius: z.number().nullable(),
  drugAsEntered: line,
  prescriber: person,
  surgeon: person,
  anaesthetist: person,
  perfusionist: person,
  disposablesLot: line,
  disposablesExpiry: line,
  probeSites: z.tuple([site, site, site, site]),
  coreSite: line,
  checks: z.strictObject({
    setUp: z
      .strictObject({
        'consent-seen': tick,
        'identity-checked': tick,
        'circuit-fitted': tick,
        'catheters-placed': tick,
        'probes-placed': tick,
        'drug-prepared': tick,
        'alarms-tried': tick.optional(),
      })
      // A file from elsewhere cannot know of this console's alarms: not ticked is not answered.
      .transform(({ 'alarms-tried': tried, ...rest }) => (tried ? { ...rest, 'alarms-tried': true } : rest)),
    contraindication: z
      .strictObject({
        reason: line.min(1, 'the reason is missing'),
        clinician: person.min(1, 'the clinician is missing'),
      })
      .nullable(),
    feverAcceptedBy: person.default(''),
  }),
});
