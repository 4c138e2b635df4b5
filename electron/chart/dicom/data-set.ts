import { byCode, isWhole } from '../characters.ts';

/** Value representations that are written here (DICOM PS3.5, 6.2). */
type TextVr = 'CS' | 'DA' | 'DS' | 'DT' | 'IS' | 'LO' | 'PN' | 'SH' | 'ST' | 'TM' | 'UI';
/**
 * How long a value may be; of a person's name each of its groups. The standard counts characters: here they are bytes of
 * UTF-8, which are as many or more, as there are readers that count those.
 */
export const mostBytes = {
  CS: 16,
  DA: 8,
  DS: 16,
  DT: 26,
  IS: 12,
  LO: 64,
  PN: 64,
  SH: 16,
  ST: 1024,
  TM: 14,
  UI: 64,
} as const satisfies Readonly<Record<TextVr, number>>;

export type Element =
  | { readonly tag: number; readonly vr: TextVr; readonly text: string }
  | { readonly tag: number; readonly vr: 'OB'; readonly bytes: Uint8Array }
  | { readonly tag: number; readonly vr: 'UL'; readonly number: number }
  | { readonly tag: number; readonly vr: 'SQ'; readonly items: readonly (readonly Element[])[] };

/** Elements in Explicit VR Little Endian (PS3.5, 7.1), in the order of their tags. Throws where a text is longer than its kind lets it be. */
export function dataSet(elements: readonly Element[]): Uint8Array {
  const inOrder = elements.toSorted((a, b) => a.tag - b.tag);
  return Buffer.concat(
    inOrder.flatMap((element) => {
      const value = valueBytes(element);
      return [head(element, value.length), value];
    }),
  );
}

function valueBytes(element: Element): Uint8Array {
  switch (element.vr) {
    case 'OB':
      return evenly(element.bytes, 0);
    case 'UL': {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(element.number);
      return bytes;
    }
    case 'SQ':
      return Buffer.concat(element.items.flatMap((item) => itemOf(dataSet(item))));
    default:
      return evenly(textBytes(element), element.vr === 'UI' ? 0 : 0x20);
  }
}

function textBytes({ tag, vr, text }: Extract<Element, { text: string }>): Uint8Array {
  const longest = Math.max(...text.split(vr === 'PN' ? '=' : '\0').map((part) => Buffer.byteLength(part)));
  if (longest > mostBytes[vr])
    throw new Error(
      `DICOM (${hex(tag >>> 16)},${hex(tag & 0xffff)}) takes ${mostBytes[vr]} bytes of text and not ${longest}: "${text}"`,
    );
  return new TextEncoder().encode(byCode(text, isWhole));
}

const hex = (number: number): string => number.toString(16).toUpperCase().padStart(4, '0');

/** Every value has an even length. */
const evenly = (bytes: Uint8Array, padding: number): Uint8Array =>
  bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Uint8Array.of(padding)]);

const itemOf = (value: Uint8Array): Uint8Array[] => [
  Buffer.concat([tagBytes(0xfffee000), lengthBytes(value)]),
  value,
];

/** These have a length of four bytes behind two that are kept free. */
const isLong = (vr: Element['vr']): boolean => vr === 'OB' || vr === 'SQ';

function head({ tag, vr }: Element, length: number): Uint8Array {
  const bytes = Buffer.alloc(isLong(vr) ? 12 : 8);
  bytes.set(tagBytes(tag));
  bytes.write(vr, 4, 'latin1');
  if (isLong(vr)) bytes.writeUInt32LE(length, 8);
  else bytes.writeUInt16LE(length, 6);
  return bytes;
}

function tagBytes(tag: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt16LE(tag >>> 16, 0);
  bytes.writeUInt16LE(tag & 0xffff, 2);
  return bytes;
}

function lengthBytes({ length }: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(length);
  return bytes;
}

/** File of PS3.10: what it is in its own group, and the data set. */
export function dicomFile(meta: readonly Element[], elements: readonly Element[]): Uint8Array {
  const group = dataSet([{ tag: 0x00020001, vr: 'OB', bytes: Uint8Array.of(0, 1) }, ...meta]);
  const length = dataSet([{ tag: 0x00020000, vr: 'UL', number: group.length }]);
  return Buffer.concat([Buffer.alloc(128), Buffer.from('DICM', 'latin1'), length, group, dataSet(elements)]);
}
