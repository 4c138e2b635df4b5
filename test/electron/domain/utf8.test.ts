import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, mostFileBytes, placeIn } from '../../../electron/domain/utf8.ts';

const bytes = (...all: (number | string)[]): Uint8Array =>
  Buffer.concat(all.map((one) => (typeof one === 'string' ? Buffer.from(one, 'utf8') : Buffer.from([one]))));
const told = (file: Uint8Array): string => {
  const result = decodeUtf8(file);
  return result.ok ? '' : result.problem;
};
const json = '{"name": "王伟, µ, 😀"}';
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('a file in UTF-8', () => {
  it('is read to the letter, with a byte order mark as without', () => {
    expect(decodeUtf8(bytes(json))).toEqual({ ok: true, text: json });
    expect(decodeUtf8(bytes(0xef, 0xbb, 0xbf, json))).toEqual({ ok: true, text: json });
  });

  it('whatever a strict decoder takes is taken, and nothing else', () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const takes = (file: Uint8Array): boolean => {
      try {
        return !strict.decode(file).includes('\uFFFD');
      } catch {
        return false;
      }
    };
    // An ASCII sign before and after: no mark of another encoding, not blank.
    const near = fc.constantFrom(
      0x7f,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc1,
      0xc2,
      0xdf,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
    );
    const any = fc.array(fc.oneof(near, fc.integer({ min: 1, max: 255 })), { maxLength: 6 });
    fc.assert(
      fc.property(any, fc.string({ unit: 'binary', maxLength: 4 }), (odd, text) => {
        for (const file of [bytes('{"', ...odd, '"}'), bytes('{"', text, ...odd)])
          expect(decodeUtf8(file).ok).toBe(takes(file));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a file in another encoding is named and refused', () => {
  it.each<[string, Uint8Array, string]>([
    [
      'UTF-16 as Notepad saves it',
      Buffer.concat([bytes(0xff, 0xfe), utf16(json)]),
      'is UTF-16 (little-endian): save',
    ],
    [
      'UTF-16 the other way round',
      Buffer.concat([bytes(0xfe, 0xff), utf16(json).swap16()]),
      'is UTF-16 (big-endian)',
    ],
    ['UTF-16 without a mark', utf16(json), 'is UTF-16 (little-endian)'],
    ['UTF-16 without a mark, the other way round', utf16(json).swap16(), 'is UTF-16 (big-endian)'],
    ['UTF-32', bytes(0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0), 'is UTF-32'],
    ['UTF-32, the other way round', bytes(0, 0, 0, 0x7b), 'is UTF-32'],
    ['Windows-1252', bytes('{"name":"5 ', 0xb5, 'g"}'), 'is not UTF-8 (byte 0xB5 at offset 11), perhaps GBK'],
    ['GBK', bytes('{"name":"', 0xcd, 0xf5, 0xce, 0xb0, '"}'), 'is not UTF-8 (byte 0xCD at offset 9)'],
    [
      'a character cut off at the end',
      bytes('{"name":"', 0xe7, 0x8e),
      'is not UTF-8 (byte 0xE7 at offset 9)',
    ],
    ['a surrogate', bytes('{"', 0xed, 0xa0, 0x80, '"}'), 'is not UTF-8 (byte 0xED at offset 2)'],
  ])('%s', (_what, file, words) => {
    expect(told(file)).toContain(words);
    expect(told(file)).toContain('save it as UTF-8');
  });

  it('a character that was lost before is not taken either', () => {
    expect(told(bytes('{\n "name": "\uFFFD\uFFFDΰ"}'))).toBe(
      'holds a character that was lost (U+FFFD) at line 2, column 11: write it again',
    );
  });
});

it('nothing, and too much, are told', () => {
  for (const file of [bytes(), bytes(' \r\n'), bytes(0xef, 0xbb, 0xbf)]) expect(told(file)).toBe('is empty');
  expect(told(new Uint8Array(mostFileBytes + 1).fill(0x20))).toBe('is larger than 1 MB: name another file');
});

it('a place is counted in lines and signs, whatever ends the lines', () => {
  expect(placeIn('a\r\nb\rc\n😀x', 8)).toBe('line 4, column 2');
  expect(placeIn('', 0)).toBe('line 1, column 1');
});
