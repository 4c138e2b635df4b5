import type { PersonName } from '../../domain/patient.ts';
import { mostCharacters } from './data-set.ts';

/** An identifier that DICOM has no room or no letters for: one that is changed is another one's, so that it is left out. */
export interface LeftOut {
  readonly attribute: string;
  readonly text: string;
  /** Characters it may have. */
  readonly most: number;
}

/** A line break, or any other sign that is no letter, is a blank. */
const oneLine = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();

/** Separators of values and of the parts of a name as the full-width characters that look like them. */
const withoutSeparators = (text: string): string =>
  oneLine(text).replace(/[\\^=]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** Text for people; where it does not fit, that can be seen. */
export function freeText(text: string, most: number): string {
  const letters = [...oneLine(text).replaceAll('\\', '＼')];
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`;
}

export const fits = (text: string, most: number): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  [...text].length <= most && !/[\\\u0000-\u001f\u007f]/.test(text);

const isHan = (text: string): boolean => /^[\p{Script=Han}·]+$/u.test(text);

/**
 * "Family^Given"; with a Chinese name a second time as the ideographic group (PS3.5, 6.2.1), as there are readers of
 * the first group alone. Groups longer than 64 characters end in an ellipsis.
 */
export function nameGroups({ familyName, givenName }: PersonName): string {
  const parts = [familyName, givenName].map(withoutSeparators);
  const whole = parts.join('^').replace(/\^$/, '');
  const letters = [...whole];
  const most = mostCharacters.PN;
  const group = letters.length <= most ? whole : `${letters.slice(0, most - 1).join('')}…`;
  return isHan(`${familyName}${givenName}`) ? `${group}=${group}` : group;
}
