import type { PartialName, ReadName } from './name.ts';

/** By what two people with one number are told apart. */
export type Person = ReadName & { readonly birthDate: string | null };

/**
 * One number, one person? Name or birth date has to agree where both sides say it: either may be corrected, both at once
 * are somebody else. Where nothing can be compared the number decides.
 */
export function isSamePerson(a: Person, b: Person): boolean {
  const [name, birth] = [sameName(a, b), sameBirthDate(a, b)];
  if (name === true || birth === true) return true;
  return name === null && birth === null;
}

/** `null`: one of both is not known. */
export function sameName(a: ReadName, b: ReadName): boolean | null {
  const [ones, others] = [writings(a), writings(b)];
  if (ones.length === 0 || others.length === 0) return null;
  return ones.some((one) => others.includes(one));
}

export const sameBirthDate = (a: Person, b: Person): boolean | null =>
  a.birthDate === null || b.birthDate === null ? null : a.birthDate === b.birthDate;

const writings = (name: ReadName): readonly string[] =>
  [name, name.alphabeticName]
    .flatMap((one) => (one === null ? [] : [plain(one)]))
    .filter((text) => text !== '');

/** Senders differ in capitals, blanks, and in whether they part a name. */
export const plain = ({ familyName, givenName }: PartialName): string =>
  `${familyName ?? ''}${givenName ?? ''}`.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
