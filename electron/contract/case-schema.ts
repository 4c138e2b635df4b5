import { z } from 'zod';
import {
  bodyTemperatureBounds,
  caseVersion,
  cavities,
  feverCelsius,
  probeSites,
  sessionBounds,
  settings,
  sides,
  type TreatmentCase,
  techniques,
} from '../domain/case.ts';
import { mostPlannedDrugs } from '../domain/drug.ts';
import { fieldLimits } from '../domain/field-limits.ts';
import { frenchBounds, mostCatheters } from '../domain/places.ts';
import { checksSchema } from './checks-schema.ts';
import { plannedDrugSchema } from './drug-schema.ts';
import { isoDate, otherTreatmentsSchema, patientSchema } from './patient-schema.ts';
import { textOf } from './text-schema.ts';

const line = textOf(fieldLimits.line);
const person = textOf(fieldLimits.name);

const session = z.int().min(sessionBounds[0]).max(sessionBounds[1]);

const sites = z
  .tuple([z.literal('inflow'), z.enum(probeSites), z.enum(probeSites), z.enum(probeSites)])
  .refine(
    (all) => new Set(all.filter((s) => s !== 'not-used')).size === all.filter((s) => s !== 'not-used').length,
    'two probes are at the same site',
  );

const catheter = z.strictObject({
  number: z.int().min(1).max(99),
  place: line.min(1, 'the place is missing'),
  direction: z.enum(['in', 'out']),
  frenchSize: z.number().min(frenchBounds[0]).max(frenchBounds[1]).nullable(),
});

/** This circuit's flows, pressures and air limits are those of a cavity. */
const route = z.enum(cavities, {
  error: ({ input }) =>
    typeof input === 'string' && /arter|portal|vein|venous|vascul/i.test(input)
      ? `"${input}" is no route of this machine: it perfuses a cavity (${cavities.join(', ')}), never a vessel. A vessel needs another machine`
      : `must be one of ${cavities.join(', ')}`,
});

const fields = z.strictObject({
  patient: patientSchema,
  diagnosis: line,
  indication: line,
  procedure: line,
  side: z.enum(sides),
  sessionNumber: session,
  sessionsPlanned: session.nullable(),
  otherTreatments: otherTreatmentsSchema,
  cavity: route,
  technique: z.enum(techniques),
  setting: z.enum(settings),
  bodyTemperatureBeforeCelsius: z
    .number()
    .min(bodyTemperatureBounds[0])
    .max(bodyTemperatureBounds[1])
    .nullable(),
  drugs: z.array(plannedDrugSchema).max(mostPlannedDrugs, `at most ${mostPlannedDrugs} drugs`),
  prescriber: person,
  surgeon: person,
  anaesthetist: person,
  perfusionist: person.min(1, 'the perfusionist is missing'),
  disposablesLot: line,
  disposablesExpiry: isoDate.or(z.literal('')),
  probeSites: sites,
  probePlaces: z.tuple([line, line, line, line]),
  coreSite: line,
  catheters: z
    .array(catheter)
    .max(mostCatheters, `at most ${mostCatheters} catheters`)
    .refine(
      (all) => new Set(all.map(({ number }) => number)).size === all.length,
      'two catheters have the same number',
    ),
  checks: checksSchema,
});

/** What one field has to say of another. */
function judge(one: z.infer<typeof fields>, context: z.RefinementCtx): void {
  const { bodyTemperatureBeforeCelsius: before, sessionNumber, sessionsPlanned } = one;
  const add = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (before !== null && before > feverCelsius && one.checks.feverAcceptedBy === '')
    add(
      ['checks', 'feverAcceptedBy'],
      `body temperature ${before} °C is above ${feverCelsius} °C: name who decided to go on`,
    );
  if (sessionsPlanned !== null && sessionNumber > sessionsPlanned)
    add(['sessionNumber'], `session ${sessionNumber} of ${sessionsPlanned}: there are not so many`);
}

/** A case as the form or `--case` hands it over; every message says which field and what it wants. */
export const treatmentCase = fields.superRefine(judge) satisfies z.ZodType<TreatmentCase>;

/** The same as a file holds it. */
export const caseFile = z
  .strictObject({
    version: z.literal(caseVersion, `this console reads version ${caseVersion}`),
    ...fields.shape,
  })
  .superRefine(judge)
  .transform(({ version: _, ...one }): TreatmentCase => one);
