import { z } from 'zod';
import { fieldLimits } from '../domain/field-limits.ts';
import { fromPlainJson } from './plain.ts';
import { textOf } from './text-schema.ts';

const id = textOf(fieldLimits.line).min(1, 'is missing');

export const deliveryRequests = {
  /** How far documents are on their way; asked for every few seconds while somebody looks. */
  deliveries: fromPlainJson(z.null()),
  /** What was refused or has failed is tried once more. */
  deliverAgain: fromPlainJson(z.strictObject({ id: z.int('must be a whole number').min(1, 'is none') })),
  /** A person has plugged in a stick. */
  deliverToStick: fromPlainJson(z.strictObject({ recordId: id, destinationId: id })),
} as const;
