import { fieldLimits } from '../domain/field-limits.ts';
import { type Identifier, mostIdentifiers, type Sex } from '../domain/patient.ts';
import { type FieldReader, isCleared, placeOf } from './field-reader.ts';
import type { Segment } from './hl7.ts';
import { type Measures, readMeasures } from './measures.ts';
import { type PartialName, type ReadName, readName } from './name.ts';
import type { Note } from './notes.ts';

/** What messages say of somebody, so that nobody has to type it. `null`: not said, or refused with a note. */
export interface PatientData extends ReadName, Measures {
  /** The first is the hospital's own number, by which the patient is told from others. */
  readonly identifiers: readonly [Identifier, ...Identifier[]];
  /** YYYY-MM-DD */
  readonly birthDate: string | null;
  readonly sex: Sex | null;
  readonly visitNumber: string | null;
  /** "room-bed", or the bed alone. */
  readonly bed: string | null;
  readonly referringWard: string | null;
  /** As written; whether there are any a person answers. */
  readonly allergies: string | null;
  readonly diagnosis: string | null;
}

/** A patient in the list. */
export interface WaitingPatient extends PatientData {
  readonly orderNumber: string | null;
  /** What is ordered, in the order's words. */
  readonly procedure: string | null;
  /** Every order that stands goes into a vessel: this machine's routes are cavities only. */
  readonly refusal: 'not-this-machine' | null;
  readonly notes: readonly Note[];
}

export type { PartialName };

/** Fields that a sender empties with `""`. */
export type Clearable = Exclude<keyof PatientData, 'identifiers' | keyof ReadName | keyof Measures>;

/** `null`: there is no number to know the patient by; the notes say what became of it. */
export function readPatient(reader: FieldReader, pid: Segment): PatientData | null {
  const identifiers = readIdentifiers(reader, pid);
  if (identifiers === null) return null;
  const [pv1] = reader.segments('PV1');
  return {
    identifiers,
    ...readName(reader, pid),
    birthDate: readDate(reader, pid),
    sex: readSex(reader, pid),
    visitNumber: pv1 ? reader.line(pv1, 19) : null,
    bed: pv1 ? readBed(reader, pv1) : null,
    referringWard: pv1 ? (reader.line(pv1, 3, 1) ?? reader.line(pv1, 6, 1)) : null,
    allergies: readAllergies(reader),
    diagnosis: readDiagnosis(reader),
    ...readMeasures(reader),
  };
}

/** Where the value of each is sent, to see whether it was emptied. */
const sentIn: Readonly<Record<Clearable, readonly [segment: string, field: number]>> = {
  birthDate: ['PID', 7],
  sex: ['PID', 8],
  visitNumber: ['PV1', 19],
  bed: ['PV1', 3],
  referringWard: ['PV1', 3],
  allergies: ['AL1', 3],
  diagnosis: ['DG1', 3],
};

export const clearedIn = (reader: FieldReader): readonly Clearable[] =>
  (Object.keys(sentIn) as Clearable[]).filter((key) => {
    const [name, field] = sentIn[key];
    return reader.segments(name).some((segment) => isCleared(segment, field));
  });

const numbersField = 3;

/** PID-3, the type MR first. One that cannot be read makes another the first, so then there is none. */
function readIdentifiers(reader: FieldReader, pid: Segment): PatientData['identifiers'] | null {
  const place = placeOf(pid, numbersField);
  const before = reader.notes.length;
  const read = reader.repetitions(pid, numbersField).map(([value = '', , , authority = '', type = '']) => ({
    value: reader.text(value, place),
    issuer: issuerOf(reader, pid, authority),
    isMain: type.trim() === 'MR',
  }));
  if (reader.notes.length > before) return null;
  const all = [...read.filter(({ isMain }) => isMain), ...read.filter(({ isMain }) => !isMain)];
  const unique = new Map<string, Identifier>();
  for (const { value, issuer } of all) {
    if (value !== null) unique.set(JSON.stringify([value, issuer]), { value, issuer });
  }
  const [first, ...others] = unique.values();
  if (first === undefined) return null;
  const kept = others.slice(0, mostIdentifiers - 1);
  for (const { value } of others.slice(kept.length)) reader.note('not-kept', place, value);
  return [first, ...kept];
}

/** CX.4: the name of the authority, else its id. */
function issuerOf(reader: FieldReader, pid: Segment, authority: string): string {
  const { subcomponent } = reader.message.separators;
  const [name = '', id = ''] = subcomponent === '' ? [authority] : authority.split(subcomponent);
  const place = placeOf(pid, numbersField);
  return reader.text(name, place) ?? reader.text(id, place) ?? '';
}

/** A day; a year alone is none, and the first of January is not what was sent. */
function readDate(reader: FieldReader, pid: Segment): string | null {
  const read = reader.line(pid, 7);
  if (read === null) return null;
  const place = placeOf(pid, 7);
  if (/^\d{4}(?:\d\d)?$/.test(read) || /^\d{4}(?:00\d\d|\d\d00)/.test(read)) {
    reader.note('date-partial', place, read);
    return null;
  }
  const [, year, month, day] =
    /^(\d{4})(\d\d)(\d\d)(?:(?:\d\d){1,3}(?:\.\d{1,4})?)?(?:[+-]\d{4})?$/.exec(read) ?? [];
  const date = `${year}-${month}-${day}`;
  const isDay = year !== undefined && year >= '1850' && dayOf(date) === date;
  if (!isDay) reader.note('date-wrong', place, read);
  return isDay ? date : null;
}

/** The calendar's: the 30th of February comes back as another. */
function dayOf(date: string): string {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, 10);
}

/** Table 0001; A: ambiguous, N: not applicable. */
const sexes: Readonly<Record<string, Sex>> = {
  F: 'female',
  M: 'male',
  O: 'other',
  A: 'other',
  N: 'other',
  U: 'unknown',
  女: 'female',
  男: 'male',
};

function readSex(reader: FieldReader, pid: Segment): Sex | null {
  const read = reader.line(pid, 8);
  if (read === null) return null;
  const sex = Object.hasOwn(sexes, read) ? sexes[read] : undefined;
  if (sex === undefined) reader.note('code-unknown', placeOf(pid, 8), read);
  return sex ?? null;
}

function readBed(reader: FieldReader, pv1: Segment): string | null {
  const bed = reader.line(pv1, 3, 3);
  const room = reader.line(pv1, 3, 2);
  return bed === null || room === null ? bed : `${room}-${bed}`;
}

/** Each AL1 by its words, else its code, with the reactions. A list of which a part is missing is none. */
function readAllergies(reader: FieldReader): string | null {
  const before = reader.notes.length;
  const all = reader.segments('AL1').map((al1) => readAllergy(reader, al1));
  if (all.length === 0 || reader.notes.length > before) return null;
  const text = all.filter((one) => one !== null).join('; ');
  if (text === '') return null;
  if (text.length <= fieldLimits.line) return text;
  reader.note('too-long', { segment: 'AL1', occurrence: 1, field: 3 }, text);
  return null;
}

function readAllergy(reader: FieldReader, al1: Segment): string | null {
  const place = placeOf(al1, 3);
  const what = reader.line(al1, 3, 2) ?? reader.line(al1, 3, 1);
  if (what === null) {
    if (!isCleared(al1, 3)) reader.note('code-unknown', place, al1.fields.join(' '));
    return null;
  }
  const reactions = reader.repetitions(al1, 5).map(([text = '']) => reader.text(text, placeOf(al1, 5)));
  const known = reactions.filter((text) => text !== null);
  return known.length > 0 ? `${what} (${known.join(', ')})` : what;
}

/** The first by priority (DG1-15), else the first; others are said to be there. */
function readDiagnosis(reader: FieldReader): string | null {
  const all = reader
    .segments('DG1')
    .map((dg1) => ({
      dg1,
      text: reader.line(dg1, 3, 2) ?? reader.line(dg1, 4) ?? reader.line(dg1, 3, 1),
      rank: /^[1-9]\d*$/.test(dg1.fields[15] ?? '') ? Number(dg1.fields[15]) : Number.POSITIVE_INFINITY,
    }))
    .sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank));
  const [first, ...others] = all;
  for (const { dg1, text } of others) if (text !== null) reader.note('not-kept', placeOf(dg1, 3), text);
  return first?.text ?? null;
}
