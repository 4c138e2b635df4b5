import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine } from '../../../electron/worklist/combine.ts';
import type { Place } from '../../../electron/worklist/notes.ts';
import { readMessage } from '../../../electron/worklist/read-message.ts';
import { splitFile } from '../../../electron/worklist/split-file.ts';
import { wholeMessage, wholePatient } from './messages.ts';

const whole = Buffer.from(wholeMessage, 'latin1');
type Key = keyof typeof wholePatient;

/** Which field of which line each value comes from, told apart from the reader's own table. */
const sources: Readonly<Record<Key, readonly string[]>> = {
  identifiers: ['PID-3'],
  familyName: ['PID-5'],
  givenName: ['PID-5'],
  alphabeticName: ['PID-5'],
  birthDate: ['PID-7'],
  sex: ['PID-8'],
  visitNumber: ['PV1-19'],
  bed: ['PV1-3'],
  referringWard: ['PV1-3'],
  allergies: ['AL1-3', 'AL1-5'],
  diagnosis: ['DG1-3'],
  heightCm: ['OBX-3', 'OBX-5', 'OBX-6', 'OBX-11', 'OBX-14'],
  weightKg: ['OBX-3', 'OBX-5', 'OBX-6', 'OBX-11', 'OBX-14'],
};

/** The field that a byte of the message lies in; `null`: it is a mark between fields or lines, or of the header. */
function fieldAt(offset: number): string | null {
  const start = whole.lastIndexOf('\r', offset - 1) + 1;
  const line = whole.subarray(start, offset + 1).toString('latin1');
  const isMark = '|\r'.includes(line.at(-1) ?? '');
  if (isMark || line.startsWith('MSH') || offset - start < 3) return null;
  return `${line.slice(0, 3)}-${line.split('|').length - 1}`;
}

const marks = new Set(Buffer.from('|\r\n\v\u001c', 'latin1'));
const offset = fc.nat(whole.length - 1);
const byte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.constantFrom(...Buffer.from('|^~\\&\r\n\v\u001c?"\0', 'latin1')),
);

const inField = fc.constantFrom(...[...whole.keys()].filter((at) => fieldAt(at) !== null));
const byteOfField = fc
  .oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 127 }) }, { weight: 1, arbitrary: byte })
  .filter((value) => !marks.has(value));

describe('a message of which a byte is another', () => {
  it('gives what it gave but for that field, or names the place', () => {
    let compared = 0;
    fc.assert(
      fc.property(inField, byteOfField, (at, value) => {
        const field = fieldAt(at) ?? '';
        const file = Buffer.from(whole);
        file[at] = value;
        const split = splitFile(file);
        if (!split.ok || split.problem !== null) throw new Error(JSON.stringify(split.problem));
        const [result] = split.messages.map(readMessage);
        // One byte of UTF-8 that is none: the header names the set. Otherwise the field itself is why.
        if (!result?.ok) {
          expect(['MSH-18', field]).toContain(where(result?.problem.place));
          return;
        }
        const elsewhere = result.message.notes.filter(({ place }) => !isAt(place, field));
        if (elsewhere.length > 0) throw new Error(`notes elsewhere: ${JSON.stringify(elsewhere)}`);
        const wrong = (Object.keys(sources) as Key[])
          .filter((key) => !sources[key].includes(field))
          .filter((key) => !isDeepStrictEqual(result.message.patient[key], wholePatient[key]));
        if (wrong.length > 0) throw new Error(`changed with ${field}: ${wrong.join(', ')}`);
        compared += 1;
      }),
      { numRuns: 10_000 },
    );
    expect(compared).toBeGreaterThan(6_000);
  });
});

/** An observation has one meaning as a whole. */
const isAt = (place: Place, field: string): boolean =>
  where(place) === field || (place.segment === 'OBX' && field.startsWith('OBX'));

const where = (place: Place | undefined): string => (place ? `${place.segment}-${place.field}` : '');

const change = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), at: offset, value: byte }),
  fc.record({ kind: fc.constant('insert' as const), at: offset, value: byte }),
  fc.record({ kind: fc.constant('remove' as const), at: offset, length: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('repeat' as const), at: offset, length: fc.integer({ min: 1, max: 80 }) }),
);

describe('a message that was mangled', () => {
  it('is read or refused at a place, and never throws; no text of it has lost or hidden signs', () => {
    const outcomes = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const split = splitFile(changes.reduce<Buffer>(changed, whole));
        if (!split.ok) {
          outcomes.refused += 1;
          return;
        }
        const results = split.messages.map(readMessage);
        const messages = results.flatMap((result, position) =>
          result.ok ? [{ message: result.message, file: 'a', position, modifiedMs: 0 }] : [],
        );
        for (const { patient } of combine(messages, [], () => 0)) {
          const texts = Object.values(patient).filter((value) => typeof value === 'string');
          const bad = texts.filter((text) => !/^[^\p{Cc}\uFFFD]{1,200}$/u.test(text));
          const isDay = /^\d{4}-\d\d-\d\d$/.test(patient.birthDate ?? '1960-01-01');
          if (bad.length > 0 || !isDay || patient.identifiers[0].value === '')
            throw new Error(JSON.stringify(patient));
        }
        for (const result of results) {
          outcomes[result.ok ? 'taken' : 'refused'] += 1;
          if (!result.ok && !/^[A-Z][A-Z0-9]{2}$/.test(result.problem.place.segment))
            throw new Error(JSON.stringify(result.problem));
        }
      }),
      { numRuns: 10_000 },
    );
    expect(Math.min(outcomes.taken, outcomes.refused)).toBeGreaterThan(500);
  });
});

function changed(file: Buffer, one: typeof change extends fc.Arbitrary<infer T> ? T : never): Buffer {
  const before = file.subarray(0, one.at);
  if (one.kind === 'put') return Buffer.concat([before, Buffer.from([one.value]), file.subarray(one.at + 1)]);
  if (one.kind === 'insert') return Buffer.concat([before, Buffer.from([one.value]), file.subarray(one.at)]);
  const after = one.kind === 'remove' ? one.at + one.length : one.at;
  const part = one.kind === 'repeat' ? file.subarray(one.at, one.at + one.length) : Buffer.alloc(0);
  return Buffer.concat([before, part, file.subarray(after)]);
}
