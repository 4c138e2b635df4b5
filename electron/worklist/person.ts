import { type Identifier, mostIdentifiers } from '../domain/patient.ts';
import type { ReadName } from './name.ts';
import type { Note } from './notes.ts';
import type { Order } from './orders.ts';
import type { ReadMessage } from './read-message.ts';
import { plain, sameBirthDate, sameName } from './same-person.ts';
import type { PatientData, WaitingPatient } from './waiting-patient.ts';

/** What all messages until now say of one person. */
export interface KnownPerson {
  readonly data: PatientData;
  /** Stands in the list. Whoever left it is remembered, so that a late correction lists nobody again. */
  readonly isListed: boolean;
  /** Told of by more than an order: cancelling the order does not take the person off the list. */
  readonly isAdmitted: boolean;
  /** In the order of their coming; of one number, the last. */
  readonly orders: readonly KnownOrder[];
  /** Of the last message that was no order. */
  readonly notes: readonly Note[];
  /** What a later message said otherwise about who it is. */
  readonly changes: readonly Note[];
  readonly lastSaidAt: string;
}

interface KnownOrder extends Order {
  readonly notes: readonly Note[];
}

export const unlisted = (data: PatientData, lastSaidAt: string): KnownPerson => ({
  data,
  isListed: false,
  isAdmitted: false,
  orders: [],
  notes: [],
  changes: [],
  lastSaidAt,
});

/** `isNew`: nothing was known of this person; a correction alone lists whoever is new. */
export function told(person: KnownPerson, message: ReadMessage, saidAt: string, isNew: boolean): KnownPerson {
  if (message.kind === 'leaves') return unlisted(message.patient, saidAt);
  const updated = {
    ...person,
    data: merged(person.data, message),
    changes: [...person.changes, ...changesOf(person.data, message.patient)],
    lastSaidAt: saidAt,
  };
  if (message.kind === 'order') return ordered(updated, message);
  const isListed = person.isListed || message.kind === 'arrives' || isNew;
  return { ...updated, isListed, isAdmitted: isListed, notes: message.notes };
}

function ordered(person: KnownPerson, { orders, notes }: ReadMessage): KnownPerson {
  const numbers = orders.map(({ orderNumber }) => orderNumber);
  const others = person.orders.filter(({ orderNumber }) => !numbers.includes(orderNumber));
  const standing = orders.filter(({ isCancelled }) => !isCancelled);
  // Notes belong to the message; once is enough.
  const kept = [...others, ...standing.map((order, at) => ({ ...order, notes: at === 0 ? notes : [] }))];
  const isListed = standing.length > 0 || (person.isListed && (person.isAdmitted || kept.length > 0));
  return { ...person, orders: kept, isListed };
}

/** A session was made of the entry: it waits again once somebody orders or sends the person anew. */
export function used(person: KnownPerson, orderNumber: string): KnownPerson {
  const orders = person.orders.filter((order) => orderNumber !== '' && order.orderNumber !== orderNumber);
  return { ...person, orders, isListed: orders.length > 0, isAdmitted: false };
}

/** What a message does not say stays; what it empties goes. */
function merged(old: PatientData, { patient, cleared }: ReadMessage): PatientData {
  const said = Object.entries(patient).filter(([, value]) => value !== null);
  const emptied = cleared.map((key) => [key, null] as const);
  return {
    ...old,
    ...Object.fromEntries([...emptied, ...said]),
    ...mergedName(old, patient),
    identifiers: mergedIdentifiers(old.identifiers, patient.identifiers),
  };
}

/** An order in letters does not take the ideographs away. */
function mergedName(old: ReadName, said: ReadName): ReadName {
  const { familyName, givenName, alphabeticName } = old;
  const kept = { familyName, givenName, alphabeticName };
  if (plain(said) === '') return kept;
  if (alphabeticName !== null && plain(alphabeticName) === plain(said)) return kept;
  const isSame = plain(old) === plain(said);
  return {
    familyName: said.familyName,
    givenName: said.givenName,
    alphabeticName: said.alphabeticName ?? (isSame ? alphabeticName : null),
  };
}

function mergedIdentifiers(
  [first, ...old]: PatientData['identifiers'],
  [, ...said]: PatientData['identifiers'],
): PatientData['identifiers'] {
  const isKnown = (one: Identifier): boolean =>
    [first, ...said].some(({ value, issuer }) => value === one.value && issuer === one.issuer);
  const others = [...said, ...old.filter((one) => !isKnown(one))];
  return [first, ...others.slice(0, mostIdentifiers - 1)];
}

function changesOf(old: PatientData, said: PatientData): readonly Note[] {
  const at = (field: number, read: string): Note => ({
    kind: 'changed',
    place: { segment: 'PID', occurrence: 1, field },
    read,
  });
  const name = [old.familyName, old.givenName].filter((part) => part !== null).join(' ');
  return [
    ...(sameName(old, said) === false ? [at(5, name)] : []),
    ...(sameBirthDate(old, said) === false ? [at(7, old.birthDate ?? '')] : []),
  ];
}

/** The last order that is for this machine is the one that waits. */
export function waiting({ data, orders, notes, changes }: KnownPerson): WaitingPatient {
  const forThisMachine = orders.filter(({ vesselAt }) => vesselAt === null);
  const order = forThisMachine.at(-1) ?? orders.at(-1);
  const elsewhere = orders.flatMap(({ vesselAt, procedure, orderNumber }): readonly Note[] =>
    vesselAt === null
      ? []
      : [{ kind: 'other-route-ordered', place: vesselAt, read: procedure ?? orderNumber ?? '' }],
  );
  return {
    ...data,
    orderNumber: order?.orderNumber ?? null,
    procedure: order?.procedure ?? null,
    refusal: orders.length > 0 && forThisMachine.length === 0 ? 'not-this-machine' : null,
    notes: [...changes, ...notes, ...orders.flatMap((one) => one.notes), ...elsewhere],
  };
}
