import type { MissingReason } from '../../domain/reading.ts';
import { type ExternalCode, externalCodes } from '../codes.ts';

/** In the place of a value that FHIR asks for and nobody has told. */
export const absentExtension = {
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
      valueCode: externalCodes.notKnown.code,
    },
  ],
} as const;

/** Why a channel has no value at all: nothing is fitted that could measure it, or it gave nothing. */
export const absentBecause = (reason: MissingReason | null): ExternalCode =>
  reason === 'not-fitted'
    ? externalCodes.notPerformed
    : reason === null
      ? externalCodes.notKnown
      : externalCodes.measuringFailed;
