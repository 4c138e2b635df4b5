import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { People } from '../../../electron/access/people.ts';
import { PeopleFile, readPeople } from '../../../electron/access/people-file.ts';
import { en } from '../../../electron/domain/text/en.ts';
import { zh } from '../../../electron/domain/text/zh.ts';
import { ownFolder, personOf } from './bench.ts';

const people: People = [
  personOf('s', 'Service engineer', 'service'),
  personOf('m', 'Example, Xiaoming (王小明)', 'perfusionist'),
];
const text = `${JSON.stringify({ version: 1, people }, null, 2)}\n`;
const written = (content: string | Uint8Array): string => {
  const path = join(ownFolder(), 'people.json');
  writeFileSync(path, content);
  return path;
};
/** The good file with one value changed; `undefined`: taken out. */
function changed(at: readonly (string | number)[], value: unknown): string {
  const file = JSON.parse(text);
  let inside = file;
  for (const key of at.slice(0, -1)) inside = inside[key];
  inside[at.at(-1) as string] = value;
  return JSON.stringify(file);
}

describe('people.json', () => {
  it('that is not there yet is nobody; what is kept comes back, for this user alone', async () => {
    const path = join(ownFolder(), 'data', 'people.json');
    const file = await PeopleFile.open(path);
    expect([file.people, file.problem]).toEqual([[], null]);
    expect(await file.keep(people)).toBeNull();
    expect(readFileSync(path, 'utf8')).toBe(text);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect((await PeopleFile.open(path)).people).toEqual(people);
    expect(existsSync(`${path}.part`)).toBe(false);
  });

  it.each<[string, readonly (string | number)[], unknown]>([
    ['version: this console reads version 1', ['version'], 2],
    ['version: this console reads version 1', ['version'], undefined],
    ['people: must be a list', ['people'], {}],
    ['people: nobody active has the role service', ['people'], []],
    ['file: has "extra", which nothing reads: take it out', ['extra'], 1],
    ['people.0.role: must be one of perfusionist, or-staff', ['people', 0, 'role'], 'surgeon'],
    ['people.1.active: must be true or false', ['people', 1, 'active'], 'yes'],
    ['people.1.active: must be true or false', ['people', 1, 'active'], undefined],
    ['people.1.name: a name is missing', ['people', 1, 'name'], ''],
    ['people.1.name: must not begin or end with a blank', ['people', 1, 'name'], ' A'],
    ['people.1.name: at most 200 characters', ['people', 1, 'name'], 'x'.repeat(201)],
    ['people.1.name: another active person has it', ['people', 1, 'name'], 'SERVICE engineer'],
    ['people.1.id: another person has it', ['people', 1, 'id'], 's'],
    ['people: nobody active has the role service', ['people', 0, 'active'], false],
    ['people.1.pin.salt: must be 32 signs of 0-9 and a-f', ['people', 1, 'pin', 'salt'], 'abc'],
    ['people.1.pin.hash: must be 64 signs of 0-9 and a-f', ['people', 1, 'pin', 'hash'], 'A'.repeat(64)],
    ['people.1.pin.N: must be 65536', ['people', 1, 'pin', 'N'], 2],
    ['people.1.pin: must be an object', ['people', 1, 'pin'], null],
    ['people.1.pin: has "pin", which nothing reads', ['people', 1, 'pin', 'pin'], '2580'],
  ])('is refused with the place: %s', async (place, at, value) => {
    const path = written(changed(at, value));
    const read = await readPeople(path);
    expect(read.ok ? '' : read.problem).toContain(`people ${path}: ${place}`);
    expect(read.ok ? '' : read.problem).toMatch(/Mend the file and start again\. Nobody can sign in/);
  });

  it.each<[string, string | Uint8Array]>([
    ['is empty', ''],
    ['line 1, column 1', 'people'],
    ['line 3, column', text.replace('"people": [', '"people": [,')],
    ['is not UTF-8', Buffer.concat([Buffer.from(text.slice(0, -2)), Buffer.from([0xc3, 0x28])])],
    ['is UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['a second "role" in one object', text.replace('"role"', '"role": "clinician", "role"')],
    ['the end of the file', text.slice(0, text.indexOf(','))],
  ])('that is no whole text is refused: %s', async (what, content) => {
    const read = await readPeople(written(content));
    expect(read.ok ? '' : read.problem).toContain(what);
  });

  it('that is wrong is never written over', async () => {
    const broken = text.replace('"service"', '"servise"');
    const path = written(broken);
    const file = await PeopleFile.open(path);
    expect(await file.keep(people)).toEqual({ kind: 'people-file', said: file.problem });
    expect(readFileSync(path, 'utf8')).toBe(broken);
  });

  it('that something else changed, or took away, while the console ran is left as it is', async () => {
    const path = written(text);
    const file = await PeopleFile.open(path);
    const edited = text.replace('Service engineer', 'Somebody else');
    writeFileSync(path, edited);
    expect(await file.keep(people)).toMatchObject({ kind: 'people-file' });
    expect(readFileSync(path, 'utf8')).toBe(edited);
    renameSync(path, `${path}.mine`);
    expect(await file.keep(people)).toMatchObject({ kind: 'people-file' });
    expect(existsSync(path)).toBe(false);
  });

  it('that cannot be written is said, and stays', async () => {
    const path = written(text);
    const file = await PeopleFile.open(path);
    // A folder where the part should be: no user may write through it.
    const blocked = spawn('mkdir', [`${path}.part`]);
    await once(blocked, 'exit');
    expect(await file.keep(people.slice(0, 1))).toMatchObject({ kind: 'not-kept' });
    expect(file.people).toEqual(people);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('is read beside what a crash left of another, and replaced all the same', async () => {
    const path = written(text);
    writeFileSync(`${path}.part`, text.slice(0, 77));
    chmodSync(`${path}.part`, 0o600);
    const file = await PeopleFile.open(path);
    expect(file.people).toEqual(people);
    expect(await file.keep(people.slice(0, 1))).toBeNull();
    expect((await PeopleFile.open(path)).people).toEqual(people.slice(0, 1));
  });

  it('is whole whenever the console that writes it is killed', async () => {
    const path = written(text);
    const writer = join(import.meta.dirname, 'writes-people.ts');
    for (let round = 0; round < 5; round += 1) {
      const child = spawn(process.execPath, [writer, join(path, '..')], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, 3 + round * 4));
      child.kill('SIGKILL');
      await once(child, 'exit');
      const read = await readPeople(path);
      expect(read.ok ? read.people.length : read.problem).toBeGreaterThan(1);
    }
  });
});

describe('a file that is spoilt in any way', () => {
  const bytes = Buffer.from(text);
  const quoted =
    /\/\S+people\.json|"[^"]*"|people[.\w]*|file(?=：|:)|version|perfusionist|or-staff|clinician|service|true|false|Windows/g;

  it('is refused with words in both languages, or says just what it says', async () => {
    const spoilt = fc.oneof(
      fc.nat(bytes.length).map((at) => bytes.subarray(0, at)),
      fc
        .tuple(fc.nat(bytes.length - 1), fc.nat(255))
        .map(([at, byte]) =>
          Buffer.concat([bytes.subarray(0, at), Buffer.from([byte]), bytes.subarray(at + 1)]),
        ),
      fc
        .tuple(fc.nat(bytes.length - 1), fc.nat(40))
        .map(([at, length]) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])),
    );
    const path = written(text);
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(spoilt, async (content) => {
        writeFileSync(path, content);
        const read = await readPeople(path);
        if (read.ok) {
          // No default, nothing left out: what was read is what stands there.
          expect({ version: 1, people: read.people }).toEqual(JSON.parse(content.toString('utf8')));
          return;
        }
        refusals += 1;
        const problem = { kind: 'people-file', said: read.problem } as const;
        expect(en.accessProblem(problem)).toContain('people.json: ');
        expect(zh.accessProblem(problem).replaceAll(quoted, '')).not.toMatch(/[a-z]{4}/);
        expect((await PeopleFile.open(path)).problem).toBe(read.problem);
      }),
      { numRuns: 1500 },
    );
    expect(refusals).toBeGreaterThan(500);
  });
});
