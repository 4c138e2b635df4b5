import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../electron/domain/json-text.ts';

const told = (text: string): string => {
  const read = parseJson(text);
  return read.ok ? '' : read.why;
};

describe('a mistake in JSON is told by line and column', () => {
  it.each([
    ['{\n  "a": 1,\n  "b" 2\n}', 'line 3, column 7: expected ":", found 2'],
    ['{\n  "a": 1\n  "b": 2\n}', 'line 3, column 3: expected "," or "}", found "'],
    ['{"a": [1, 2,]}', 'line 1, column 13: expected a value, found ]'],
    ['{"a": 1,}', 'line 1, column 9: expected a name in quotes, found }'],
    ['{ seed: 1 }', 'line 1, column 3: expected a name in quotes, found s'],
    ['{"a": "x\ny"}', 'line 1, column 9: a line break inside a text'],
    ['{"a": "x', 'line 1, column 7: a text without its closing quote'],
    ['{"a": "C:\\Temp"}', 'line 1, column 10: an unknown escape'],
    ['{"a": 1', 'line 1, column 8: expected "," or "}", found the end of the file'],
    ['{"a": 1}\n}', 'line 2, column 1: } after the end'],
    ['{"a": 01}', 'line 1, column 8: expected "," or "}", found 1'],
    ['{"name": "王", "a": 1,5}', 'line 1, column 22: expected a name in quotes, found 5'],
    ['', 'line 1, column 1: expected a value, found the end of the file'],
    [
      '{"name": "\\ufffd"}',
      'line 1, column 10: a text with a character that was lost (U+FFFD): write it again',
    ],
    [
      '{"name": "\\ud83d"}',
      'line 1, column 10: a text with a character that was lost (U+FFFD): write it again',
    ],
    ['['.repeat(100_000), 'line 1, column 52: nested deeper than 50 levels'],
  ])('%j', (text, words) => expect(told(text)).toBe(words));
});

describe('what it takes', () => {
  it('is what JSON.parse takes, with the same value', () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 4, stringUnit: 'grapheme' }),
        fc.constantFrom('', ' ', '\r\n\t'),
        (text, blank) => {
          expect(parseJson(blank + text + blank)).toEqual({ ok: true, json: JSON.parse(text) });
        },
      ),
    );
  });

  it('has no name twice in one object, however it is written, and may in two', () => {
    expect(told('{"a": 1, "b": 2, "a": 3}')).toBe('line 1, column 18: a second "a" in one object');
    expect(told('{"a": 1,\n "\\u0061": 3}')).toBe('line 2, column 2: a second "a" in one object');
    expect(told('{"a": {"a": [{"a": 1}, {"a": 2}]}, "b": {"a": 1}}')).toBe('');
  });

  it('is nothing that JSON.parse refuses: one sign changed, put in or taken out', () => {
    const sign = fc.constantFrom(...'{}[]",:0123456789.eE+-\\/ntfu \n\u0001\u00a0\ufeff\u007f');
    const spoilt = fc
      .tuple(fc.json({ maxDepth: 2 }), fc.nat(), sign, fc.nat(2))
      .map(([text, at, by, how]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + (how < 2 ? by : '') + text.slice(place + (how > 0 ? 1 : 0));
      })
      .filter((text) => !/\\u[dD]|[\uFFFD\p{Surrogate}]|\\ufffd/u.test(text));
    const takes = (text: string): boolean => {
      try {
        JSON.parse(text);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(spoilt, (text) => {
        // Of two of one name JSON.parse takes the last.
        if (told(text).includes(' in one object')) return;
        expect(told(text) === '').toBe(takes(text));
        expect(told(text)).toMatch(/^$|^line \d+, column \d+: /);
      }),
      { numRuns: 3000 },
    );
  });
});
