import { FieldReader, placeOf } from './field-reader.ts';
import { type Message, parseMessage, type Segment } from './hl7.ts';
import { type MessageProblem, type Note, shortened } from './notes.ts';
import { type Order, readOrders } from './orders.ts';
import type { MessageBytes } from './split-file.ts';
import { type Clearable, clearedIn, type PatientData, readPatient } from './waiting-patient.ts';

/** What a message does to the list. */
export type MessageKind = 'arrives' | 'changes' | 'leaves' | 'order';

export interface ReadMessage {
  readonly kind: MessageKind;
  /** MSH-7 to the ms, as digits of the hospital's wall clock: "20260115080000000"; `null`: not said. */
  readonly sentAt: string | null;
  readonly patient: PatientData;
  readonly cleared: readonly Clearable[];
  readonly orders: readonly Order[];
  readonly notes: readonly Note[];
}

export type MessageResult =
  | { readonly ok: true; readonly message: ReadMessage }
  | { readonly ok: false; readonly problem: MessageProblem };

const kinds: Readonly<Record<string, MessageKind>> = {
  'ADT A01': 'arrives',
  'ADT A04': 'arrives',
  'ADT A05': 'arrives',
  'ADT A08': 'changes',
  'ADT A03': 'leaves',
  'ADT A11': 'leaves',
  'ORM O01': 'order',
  'OMG O19': 'order',
};

/** Segments of which something is read: a line broken off one of them is lost text of ours. */
const read: ReadonlySet<string> = new Set([
  'MSH',
  'EVN',
  'PID',
  'PV1',
  'AL1',
  'DG1',
  'ORC',
  'OBR',
  'RXO',
  'RXR',
]);

/** What a message says of one patient, or why it is not taken. Never throws. */
export function readMessage(bytes: MessageBytes): MessageResult {
  const parsed = parseMessage(bytes);
  if (!parsed.ok) return parsed;
  const { message } = parsed;
  const broken = message.brokenLines.find(({ after }) => read.has(after.segment));
  if (broken) return { ok: false, problem: { kind: 'broken-line', place: broken.after, read: broken.read } };
  return taken(new FieldReader(message));
}

function taken(reader: FieldReader): MessageResult {
  const { message } = reader;
  const kind = kindOf(reader);
  const [pid, another] = reader.segments('PID');
  if (kind === null)
    return refused('message-type', placeOf(headerOf(message), 9), headerOf(message).fields[9]);
  if (pid === undefined) return refused('no-patient', { segment: 'PID', occurrence: 1, field: 0 }, '');
  if (another !== undefined) return refused('several-patients', placeOf(another, 0), another.fields[3]);
  for (const { after, read: text } of message.brokenLines) reader.note('broken-line', after, text);
  const patient = readPatient(reader, pid);
  if (patient === null) return refused('no-number', placeOf(pid, 3), pid.fields[3]);
  const orders = kind === 'order' ? readOrders(reader) : [];
  const cleared = clearedIn(reader);
  const { notes } = reader;
  return { ok: true, message: { kind, sentAt: sentAt(message), patient, cleared, orders, notes } };
}

const refused = (
  kind: Exclude<MessageProblem['kind'], 'charset-wrong'>,
  place: MessageProblem['place'],
  text = '',
): MessageResult => ({ ok: false, problem: { kind, place, read: shortened(text) } });

/** A message begins with its header; otherwise it would not have been found. */
const headerOf = ({ segments }: Message): Segment =>
  segments[0] ?? { name: 'MSH', occurrence: 1, fields: ['MSH'] };

/** MSH-9; an older sender tells the event in EVN-1 alone. */
function kindOf(reader: FieldReader): MessageKind | null {
  const [[type = '', event = ''] = []] = reader.repetitions(headerOf(reader.message), 9);
  const [evn] = reader.segments('EVN');
  const name = `${type} ${event === '' && evn ? (evn.fields[1] ?? '') : event}`;
  return Object.hasOwn(kinds, name) ? (kinds[name] ?? null) : null;
}

/** The zone is left out: all of one hospital write the time of its clocks. */
function sentAt(message: Message): string | null {
  const [, digits = '', fraction = ''] =
    /^(\d{12}|\d{14})(?:\.(\d{1,4}))?(?:[+-]\d{4})?$/.exec(headerOf(message).fields[7] ?? '') ?? [];
  return digits === '' ? null : `${digits.padEnd(14, '0')}${fraction.slice(0, 3).padEnd(3, '0')}`;
}
