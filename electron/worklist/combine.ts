import type { Identifier, Patient } from '../domain/patient.ts';
import { type KnownPerson, told, unlisted, used, waiting } from './person.ts';
import type { ReadMessage } from './read-message.ts';
import { isSamePerson } from './same-person.ts';
import type { WaitingPatient } from './waiting-patient.ts';

/** A message, and where and when it was found. */
export interface FoundMessage {
  readonly message: ReadMessage;
  readonly file: string;
  /** Which message of its file, from 1. */
  readonly position: number;
  /** When the file was last written, wall ms. */
  readonly modifiedMs: number;
}

/** Whoever a session of this console was made for. */
export interface UsedPatient {
  readonly patient: Pick<Patient, 'familyName' | 'givenName' | 'birthDate' | 'identifiers' | 'orderNumber'>;
  /** When, wall ms: what was said before is done with. */
  readonly atMs: number;
}

export interface MessageEntry {
  readonly from: 'messages';
  /** The same as long as it is the same person with the same number. */
  readonly key: string;
  readonly patient: WaitingPatient;
  /** Another person was sent with this number: nobody knows yet whose it is. */
  readonly isConflict: boolean;
  /** Digits of the hospital's wall clock, as MSH-7. */
  readonly lastSaidAt: string;
}

/** Minutes that the hospital's wall clock is ahead of UTC at a moment (wall ms). */
export type OffsetMinutes = (wallMs: number) => number;

interface Numbered {
  readonly people: readonly KnownPerson[];
  readonly isConflict: boolean;
}

interface Happening {
  readonly at: readonly [saidAt: string, modifiedMs: number, file: string, position: number];
  readonly number: Identifier;
  readonly happens: (known: Numbered) => Numbered;
}

/**
 * Who waits, the last told of first: all messages in the order in which they were sent (MSH-7, else by their files), and
 * the sessions in between.
 */
export function combine(
  messages: readonly FoundMessage[],
  sessions: readonly UsedPatient[],
  offsetMinutes: OffsetMinutes,
): readonly MessageEntry[] {
  const all = new Map<string, Numbered>();
  const happenings = [
    ...messages.map((found) => said(found, offsetMinutes)),
    ...sessions.map((session) => wasUsed(session, offsetMinutes)),
  ];
  for (const { number, happens } of happenings.sort(byTime)) {
    const key = JSON.stringify([number.value, number.issuer]);
    all.set(key, happens(all.get(key) ?? { people: [], isConflict: false }));
  }
  return [...all].flatMap(([key, known]) => entries(key, known)).sort(lastFirst);
}

function said(
  { message, file, position, modifiedMs }: FoundMessage,
  offsetMinutes: OffsetMinutes,
): Happening {
  const saidAt = message.sentAt ?? wallDigits(modifiedMs, offsetMinutes);
  return {
    at: [saidAt, modifiedMs, file, position],
    number: message.patient.identifiers[0],
    happens: (known) => afterMessage(known, message, saidAt),
  };
}

function wasUsed({ patient, atMs }: UsedPatient, offsetMinutes: OffsetMinutes): Happening {
  const { familyName, givenName, birthDate, orderNumber } = patient;
  const person = {
    familyName,
    givenName,
    birthDate: birthDate === '' ? null : birthDate,
    alphabeticName: null,
  };
  return {
    at: [wallDigits(atMs, offsetMinutes), atMs, '', 0],
    number: patient.identifiers[0],
    happens: ({ people, isConflict }) => ({
      isConflict,
      people: people.map((one) => (isSamePerson(one.data, person) ? used(one, orderNumber) : one)),
    }),
  };
}

function afterMessage({ people, isConflict }: Numbered, message: ReadMessage, saidAt: string): Numbered {
  const same = people.filter(({ data }) => isSamePerson(data, message.patient));
  const [person, another] = same;
  // It fits more than one of those with this number: it is told to none of them.
  if (another !== undefined) return { people, isConflict: true };
  if (person !== undefined)
    return {
      isConflict,
      people: people.map((one) => (one === person ? told(one, message, saidAt, false) : one)),
    };
  const added = told(unlisted(message.patient, saidAt), message, saidAt, true);
  return { people: [...people, added], isConflict: isConflict || people.length > 0 };
}

const entries = (key: string, { people, isConflict }: Numbered): readonly MessageEntry[] =>
  people.flatMap((person, at) =>
    person.isListed
      ? [
          {
            from: 'messages' as const,
            key: people.length > 1 ? `${key} ${at + 1}` : key,
            patient: waiting(person),
            isConflict,
            lastSaidAt: person.lastSaidAt,
          },
        ]
      : [],
  );

const wallDigits = (wallMs: number, offsetMinutes: OffsetMinutes): string =>
  new Date(wallMs + offsetMinutes(wallMs) * 60_000).toISOString().replaceAll(/\D/g, '');

function byTime({ at: a }: Happening, { at: b }: Happening): number {
  const differing = a.findIndex((part, index) => part !== b[index]);
  const [one, other] = [a[differing], b[differing]];
  return one === undefined || other === undefined ? 0 : one < other ? -1 : 1;
}

const lastFirst = (a: MessageEntry, b: MessageEntry): number =>
  a.lastSaidAt === b.lastSaidAt ? (a.key < b.key ? -1 : 1) : a.lastSaidAt < b.lastSaidAt ? 1 : -1;
