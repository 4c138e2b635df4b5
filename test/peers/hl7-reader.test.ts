import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lines, msh, taken } from '../electron/worklist/messages.ts';

const python = '/usr/bin/python3';
const debianPackage = 'python3-hl7';
const isThere = spawnSync(python, ['-c', 'import hl7']).status === 0;
const script = fileURLToPath(new URL('hl7_fields.py', import.meta.url));

function peer(messages: readonly string[]): readonly Readonly<Record<string, string>>[] {
  const { stdout, stderr, status } = spawnSync(python, [script], {
    input: JSON.stringify(messages),
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 100_000_000,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Escaped as the standard says, the escape sign first. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\E\\')
    .replaceAll('|', '\\F\\')
    .replaceAll('^', '\\S\\')
    .replaceAll('&', '\\T\\')
    .replaceAll('~', '\\R\\');

const letters = fc.constantFrom(...'aZ09 -\'"#王小明üßñ😀|^&~\\');
/** No blank at an end and no two in a row: this reader takes those off. */
const words = fc
  .string({ unit: letters, minLength: 1, maxLength: 20 })
  .map((text) => text.replaceAll(/ +/g, ' ').trim())
  .filter((text) => text !== '' && text !== '""');
const sample = fc.record({
  number: words,
  family: words,
  given: words,
  ward: words,
  bed: words,
  visit: words,
  diagnosis: words,
  order: words,
  procedure: words,
});

const messageOf = (one: Readonly<Record<string, string>>): string => {
  const of = (key: string): string => escaped(one[key] ?? '');
  return lines(
    msh('ORM^O01'),
    `PID|1||${of('number')}^^^H^MR||${of('family')}^${of('given')}^^^^^L||19600203|F`,
    `PV1|1|I|${of('ward')}^^${of('bed')}${'|'.repeat(16)}${of('visit')}`,
    `DG1|1||C^${of('diagnosis')}`,
    `ORC|NW|${of('order')}`,
    `OBR|1|${of('order')}||X^${of('procedure')}`,
  );
};

describe.skipIf(!isThere)(
  `python3-hl7${isThere ? '' : ` (skipped: apt-get install ${debianPackage})`}`,
  () => {
    it('reads the same fields of three hundred messages', () => {
      const samples = fc.sample(sample, { numRuns: 300 });
      const messages = samples.map(messageOf);
      const read = peer(messages);
      expect(read).toHaveLength(300);
      for (const [index, theirs] of read.entries()) {
        const { patient, orders } = taken(messages[index] ?? '');
        expect({
          'PID-3.1': patient.identifiers[0].value,
          'PID-5.1': patient.familyName,
          'PID-5.2': patient.givenName,
          'PID-7.1': patient.birthDate?.replaceAll('-', ''),
          'PV1-19.1': patient.visitNumber,
          'PV1-3.1': patient.referringWard,
          'PV1-3.3': patient.bed,
          'DG1-3.2': patient.diagnosis,
          'ORC-2.1': orders[0]?.orderNumber,
          'OBR-4.2': orders[0]?.procedure,
        }).toEqual(theirs);
      }
    });
  },
);
