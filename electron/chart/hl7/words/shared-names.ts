import type { Language } from '../../../domain/text/language.ts';
import { type LocalCode, localNames } from '../../local-codes.ts';
import { type ObservationCode, observationCodes } from './observation-words.ts';

type SharedCode = Extract<ObservationCode, LocalCode>;

const isShared = (code: ObservationCode): code is SharedCode => Object.hasOwn(localNames, code);

/** What a message calls what every format has: by the one list of our codes. */
export const namesOf = (language: Language) =>
  Object.fromEntries(
    observationCodes.filter(isShared).map((code) => [code, localNames[code][language]]),
  ) as Readonly<Record<SharedCode, string>>;
