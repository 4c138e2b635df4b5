import { byCode, codeOf, isWhole } from '../characters.ts';

/** The character set of a message, as MSH-18 names it (HL7 table 0211). */
export const hl7Charsets = ['UNICODE UTF-8', 'GB 18030-2000', '8859/1'] as const;
export type Hl7Charset = (typeof hl7Charsets)[number];

/** Bytes of a text. What the character set has no place for stands there by its code, "U+20BB7". */
export function encode(text: string, charset: Hl7Charset): Uint8Array {
  switch (charset) {
    case 'UNICODE UTF-8':
      return new TextEncoder().encode(byCode(text, isWhole));
    case 'GB 18030-2000':
      return Uint8Array.from([...byCode(text, (code) => gb18030(code) !== undefined)].flatMap(bytesIn));
    case '8859/1': {
      const plain = text.replace(/[\u202f\u2212\u2192]/g, (sign) => plainSigns.get(sign) ?? sign);
      return Uint8Array.from(
        byCode(plain, (code) => code <= 0xff),
        (char) => char.charCodeAt(0),
      );
    }
  }
}

/** Signs that our own texts are set with, as they are typed: a narrow blank, a minus, an arrow. */
const plainSigns: ReadonlyMap<string, string> = new Map([
  ['\u202f', '\u00a0'],
  ['\u2212', '-'],
  ['\u2192', '->'],
]);

const bytesIn = (char: string): readonly number[] => gb18030(codeOf(char)) ?? [];

/** `undefined`: it has no place there. */
function gb18030(code: number): readonly number[] | undefined {
  if (code < 0x80) return [code];
  if (code > 0xffff) return fourBytes(189_000 + code - 0x10000);
  table ??= basicPlane();
  return table.get(code);
}

/**
 * Characters of four bytes, by their number; those beyond the basic plane follow each other from 189 000 on, and so
 * need no table (GB 18030-2000, 5.2; https://encoding.spec.whatwg.org/#gb18030-encoder).
 */
const fourBytes = (number: number): readonly number[] => [
  0x81 + Math.floor(number / 12_600),
  0x30 + (Math.floor(number / 1260) % 10),
  0x81 + (Math.floor(number / 10) % 126),
  0x30 + (number % 10),
];

/**
 * Characters of the basic plane; there is a decoder here and no encoder, so that it is made from the decoder. Two bytes
 * of some mean another character in a later edition, four of theirs mean the same in each: those go first.
 */
let table: ReadonlyMap<number, readonly number[]> | undefined;

function basicPlane(): ReadonlyMap<number, readonly number[]> {
  const sequences = [
    ...Array.from({ length: 39_420 }, (_, number) => fourBytes(number)),
    ...twoByteSequences(),
  ];
  // A line feed ends whatever the decoder was at, and is part of no sequence.
  const decoded = new TextDecoder('gb18030').decode(
    Uint8Array.from(sequences.flatMap((one) => [...one, 0x0a])),
  );
  const found = new Map<number, readonly number[]>();
  for (const [index, chars] of decoded.split('\n').entries()) {
    const bytes = sequences[index];
    const known = chars.length === 1 && (chars !== '\uFFFD' || isReplacement(bytes));
    if (bytes !== undefined && known && !found.has(chars.charCodeAt(0)))
      found.set(chars.charCodeAt(0), bytes);
  }
  for (const code of unclear) found.delete(code);
  return found;
}

/** These two changed places between the editions of 2000 and 2005, so that no bytes say one of them for certain. */
const unclear = [0x1e3f, 0xe7c7];

/** U+FFFD has a place of its own; everywhere else it says that a sequence means nothing. */
const isReplacement = (bytes: readonly number[] | undefined): boolean =>
  bytes?.join() === [0x84, 0x31, 0xa4, 0x37].join();

function* twoByteSequences(): Generator<readonly number[]> {
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) yield [lead, trail];
}
