import { fieldLimits } from '../domain/field-limits.ts';
import type { PersonName } from '../domain/patient.ts';
import { type FieldReader, placeOf, type Repetition } from './field-reader.ts';
import type { Segment } from './hl7.ts';

/** A name of which a part may be missing. */
export type PartialName = { readonly [part in keyof PersonName]: string | null };

export interface ReadName extends PartialName {
  /** The same person in letters, where the name itself is in ideographs. */
  readonly alphabeticName: PartialName | null;
}

interface Candidate extends PartialName {
  readonly rank: number;
  readonly writing: 'ideographic' | 'alphabetic' | 'phonetic';
}

const nameField = 5;
/** Name types (table 0200) by which a patient is called, the best first: legal, unsaid, display, unspecified. */
const types = ['L', '', 'D', 'U', 'C', 'B'];

/** PID-5: the best type, in ideographs where they are sent; nothing is guessed about which part is the family's. */
export function readName(reader: FieldReader, pid: Segment): ReadName {
  const all = reader
    .repetitions(pid, nameField)
    .map((one) => candidate(reader, pid, one))
    .filter((one) => one !== null);
  const best = Math.min(...all.map(({ rank }) => rank));
  const [first = null, ...others] = all
    .filter(({ rank }) => rank === best)
    .sort((a, b) => order(a) - order(b));
  if (first === null) return { familyName: null, givenName: null, alphabeticName: null };
  const letters = first.writing === 'ideographic' ? all.filter((one) => one.writing !== 'ideographic') : [];
  const alphabetic = letters.sort((a, b) => a.rank - b.rank || order(a) - order(b))[0] ?? null;
  for (const other of others) {
    if (other.writing !== first.writing || isSame(other, first)) continue;
    reader.note('differs', placeOf(pid, nameField), [other.familyName, other.givenName].join(' '));
  }
  return { ...parts(first), alphabeticName: alphabetic && parts(alphabetic) };
}

const parts = ({ familyName, givenName }: PartialName): PartialName => ({ familyName, givenName });
const isSame = (a: PartialName, b: PartialName): boolean =>
  a.familyName === b.familyName && a.givenName === b.givenName;
const order = ({ writing }: Candidate): number => ['ideographic', 'alphabetic', 'phonetic'].indexOf(writing);

function candidate(reader: FieldReader, pid: Segment, name: Repetition): Candidate | null {
  const place = placeOf(pid, nameField);
  const [, , , suffix = '', , , type = '', representation = ''] = name;
  const rank = types.indexOf(type.trim());
  if (rank < 0) {
    reader.note('name-type', place, name.join(' '));
    return null;
  }
  const [family, given, second] = [name[0], name[1], name[2]].map((part) =>
    reader.text(part ?? '', place, fieldLimits.name),
  );
  const isRefused = [family, given, second].some((text, at) => text === null && isFilled(name[at]));
  const written = [family, given, second].filter((text) => text != null).join('');
  if (isRefused || written === '') return null;
  if (written.includes('?')) {
    reader.note('lost-character', place, written);
    return null;
  }
  if (isFilled(suffix)) reader.note('not-kept', place, suffix);
  const isHan = /\p{Script=Han}/u.test(written);
  const all = [given, second].filter((text) => text != null).join(isHan ? '' : ' ');
  const givenName = all === '' ? null : all;
  return { familyName: family ?? null, givenName, rank, writing: writingOf(representation.trim(), isHan) };
}

const isFilled = (part = ''): boolean => part.trim() !== '' && part !== '""';

function writingOf(representation: string, isHan: boolean): Candidate['writing'] {
  if (representation === 'P') return 'phonetic';
  if (representation === 'I' || (representation === '' && isHan)) return 'ideographic';
  return 'alphabetic';
}
