import { z } from 'zod';
import { type CarrierUsed, type DrugEntry, drugBounds, type PlannedDrug } from '../domain/drug.ts';
import { fieldLimits } from '../domain/field-limits.ts';
import { isoDate } from './patient-schema.ts';
import { textOf } from './text-schema.ts';

const line = textOf(fieldLimits.line);
const amount = ([low, high]: readonly [number, number]) =>
  z.number().min(low, `must be ${low} to ${high}`).max(high, `must be ${low} to ${high}`);

const entry = {
  name: textOf(fieldLimits.words).min(1, 'the name of the drug is missing'),
  doseMg: amount(drugBounds.doseMg).nullable().default(null),
  volumeMl: amount(drugBounds.volumeMl).nullable().default(null),
  diluent: line.default(''),
  lot: line.default(''),
  expiry: isoDate.or(z.literal('')).default(''),
  preparedBy: textOf(fieldLimits.name).default(''),
};

/** A drug as entered: a name, and what else is known of it. */
export const drugSchema = z.strictObject(entry) satisfies z.ZodType<DrugEntry>;
export const plannedDrugSchema = z.strictObject({
  ...entry,
  addition: z.int().min(0).max(99).nullable().default(null),
}) satisfies z.ZodType<PlannedDrug>;

export const carrierSchema = z.strictObject({
  name: line.min(1, 'the carrier is missing'),
  volumeMl: amount(drugBounds.carrierMl),
}) satisfies z.ZodType<CarrierUsed>;
