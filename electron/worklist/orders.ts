import { type FieldReader, placeOf } from './field-reader.ts';
import type { Segment } from './hl7.ts';
import type { Place } from './notes.ts';
import { goesIntoVessel, saysRouteIntoVessel } from './routes.ts';

export interface Order {
  /** `null`: the order has none, or it was refused. */
  readonly orderNumber: string | null;
  readonly procedure: string | null;
  readonly isCancelled: boolean;
  /** Where it says that it goes into a vessel; `null`: it does not. */
  readonly vesselAt: Place | null;
}

/** Order control (table 0119) and order status (table 0038) of what will not be done, or has been. */
const cancelling: ReadonlySet<string> = new Set(['CA', 'CR', 'DC', 'DR', 'OC', 'OD']);
const over: ReadonlySet<string> = new Set(['CA', 'CM', 'DC']);

/** Every order of a message with what belongs to it: an ORC, or an OBR without one, and the lines after. */
export function readOrders(reader: FieldReader): readonly Order[] {
  const groups: Segment[][] = [];
  for (const segment of reader.message.segments) {
    const last = groups.at(-1);
    const begins = segment.name === 'ORC' || (segment.name === 'OBR' && !isAlone(last));
    if (begins) groups.push([segment]);
    else last?.push(segment);
  }
  return groups.map((group) => readOrder(reader, group));
}

/** An ORC whose OBR has not come yet. */
const isAlone = (group: readonly Segment[] | undefined): boolean =>
  group !== undefined && group[0]?.name === 'ORC' && !group.some(({ name }) => name === 'OBR');

function readOrder(reader: FieldReader, group: readonly Segment[]): Order {
  const orc = group.find(({ name }) => name === 'ORC');
  const obr = group.find(({ name }) => name === 'OBR');
  const control = (orc && reader.line(orc, 1)) ?? '';
  const status = (orc && reader.line(orc, 5)) ?? '';
  return {
    orderNumber: numberOf(reader, orc, obr),
    procedure: obr ? (reader.line(obr, 4, 2) ?? reader.line(obr, 4, 1)) : null,
    isCancelled: cancelling.has(control) || over.has(status),
    vesselAt: vesselAt(reader, group),
  };
}

/** The number of who ordered, else of who fills the order. */
function numberOf(reader: FieldReader, orc: Segment | undefined, obr: Segment | undefined): string | null {
  const placer = orc && reader.line(orc, 2);
  const alsoPlacer = obr && reader.line(obr, 2);
  if (obr && placer && alsoPlacer && placer !== alsoPlacer)
    reader.note('differs', placeOf(obr, 2), alsoPlacer);
  return placer ?? alsoPlacer ?? (orc && reader.line(orc, 3)) ?? null;
}

/** What says the route of an order: service, procedure, route and site. */
const routeFields: readonly (readonly [segment: string, field: number])[] = [
  ['OBR', 4],
  ['OBR', 44],
  ['OBR', 46],
  ['RXO', 1],
  ['RXR', 1],
  ['RXR', 2],
];
/** What may tell of it, among much else: clinical information, reason, notes, answers. */
const wordFields: readonly (readonly [segment: string, field: number])[] = [
  ['ORC', 16],
  ['OBR', 13],
  ['OBR', 31],
  ['NTE', 3],
  ['OBX', 5],
];

/** Kinds of answers (OBX-2) that are words; a document is none. */
const wordTypes: ReadonlySet<string> = new Set(['CE', 'CNE', 'CWE', 'FT', 'ST', 'TX']);

function vesselAt(reader: FieldReader, group: readonly Segment[]): Place | null {
  const found: Place[] = [];
  for (const segment of group) {
    for (const field of fieldsOf(segment, routeFields)) {
      if (reader.words(segment, field).some(goesIntoVessel)) found.push(placeOf(segment, field));
    }
    for (const field of fieldsOf(segment, wordFields)) {
      const told = toldBy(reader, segment, field);
      if (saysRouteIntoVessel(told)) found.push(placeOf(segment, field));
      else if (goesIntoVessel(told)) reader.note('other-route-mentioned', placeOf(segment, field), told);
    }
  }
  return found[0] ?? null;
}

const fieldsOf = ({ name }: Segment, table: typeof routeFields): readonly number[] =>
  table.filter(([segment]) => segment === name).map(([, field]) => field);

/** An answer is told with its question. */
function toldBy(reader: FieldReader, segment: Segment, field: number): string {
  if (segment.name === 'OBX' && !wordTypes.has(segment.fields[2] ?? '')) return '';
  const question = segment.name === 'OBX' ? reader.words(segment, 3) : [];
  return [...question, ...reader.words(segment, field)].join(' ');
}
