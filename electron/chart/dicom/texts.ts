import type { PersonName } from '../../domain/patient.ts';
import { byCode, isWhole } from '../characters.ts';
import { mostBytes } from './data-set.ts';

/** An identifier that DICOM has no room or no letters for: one that is changed is another one's, so that it is left out. */
export interface LeftOut {
  readonly attribute: string;
  readonly text: string;
  /** Bytes it may have. */
  readonly most: number;
}

/** A line break, or any other sign that is no letter, is a blank. */
const oneLine = (text: string): string =>
  byCode(text, isWhole)
    .replace(/\p{Cc}+/gu, ' ')
    .trim();

/** Separators of values and of the parts of a name as the full-width characters that look like them. */
const withoutSeparators = (text: string): string =>
  oneLine(text).replace(/[\\^=]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** Text for people; where it does not fit, that can be seen. */
export const freeText = (text: string, most: number): string =>
  cut(oneLine(text).replaceAll('\\', '＼'), most);

function cut(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  const letters = [...text];
  while (Buffer.byteLength(`${letters.join('')}…`) > most) letters.pop();
  return `${letters.join('')}…`;
}

export const fits = (text: string, most: number): boolean =>
  text.isWellFormed() && Buffer.byteLength(text) <= most && !/[\\\p{Cc}]/u.test(text);

const isHan = (text: string): boolean => /^[\p{Script=Han}·]+$/u.test(text);

/**
 * "Family^Given"; with a Chinese name a second time as the ideographic group (PS3.5, 6.2.1), as there are readers of
 * the first group alone. A group that is too long ends in an ellipsis.
 */
export function nameGroups({ familyName, givenName }: PersonName): string {
  const parts = [familyName, givenName].map(withoutSeparators);
  // The sign stays where there is no given name: a name of one part is a form that is no longer used.
  const whole = parts.join('^').replace(/^\^$/, '');
  const group = cut(whole, mostBytes.PN);
  return isHan(`${familyName}${givenName}`) ? `${group}=${group}` : group;
}
