import { fieldLimits } from '../../electron/contract/words.ts';

const { name, line, words } = fieldLimits;

/** How long each text of the form may be: what main takes. */
export const textLimits = {
  familyName: name,
  givenName: name,
  visitNumber: line,
  orderNumber: line,
  bed: line,
  referringWard: line,
  returnWard: line,
  allergyText: line,
  feverAcceptedBy: name,
  diagnosis: line,
  indication: line,
  procedure: line,
  perfusionist: name,
  surgeon: name,
  anaesthetist: name,
  prescriber: name,
  disposablesLot: line,
  coreSite: line,
} as const;
export type LimitedText = keyof typeof textLimits;

/** Of each planned drug. */
export const drugTextLimits = { name: words, diluent: line, lot: line, preparedBy: name } as const;
