import { fieldLimits } from '../../electron/contract/words.ts';

const { name, line } = fieldLimits;

/** How long each text of the form may be: what main takes. */
export const textLimits = {
  name,
  hospitalNumber: line,
  visitNumber: line,
  bed: line,
  diagnosis: line,
  indication: line,
  allergies: line,
  drugAsEntered: line,
  perfusionist: name,
  surgeon: name,
  anaesthetist: name,
  prescriber: name,
  disposablesLot: line,
  coreSite: line,
  contraindicationReason: line,
  contraindicationClinician: name,
} as const;
export type LimitedText = keyof typeof textLimits;
