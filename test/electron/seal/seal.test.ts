import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type ConsoleKey, consoleKey } from '../../../electron/seal/console-key.ts';
import { readSeal, sealFiles, sealFolder, sealNamespace, sealSigner } from '../../../electron/seal/seal.ts';

const root = mkdtempSync(join(tmpdir(), 'isotherm-seal-'));
afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 10 }));

let count = 0;
let folder: string;
let key: ConsoleKey;
beforeEach(async () => {
  count += 1;
  folder = join(root, `${count}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'journal.sqlite'), Buffer.alloc(300_000, count));
  const made = await consoleKey(join(root, 'console-key'), null);
  if (!made.ok) throw new Error(made.problem);
  key = made.key;
});
const inFolder = (name: string): string => join(folder, name);
const change = (name: string, to: string | Uint8Array): void => {
  chmodSync(inFolder(name), 0o600);
  writeFileSync(inFolder(name), to);
};
const run = (command: string, args: readonly string[], input?: Uint8Array) =>
  spawnSync(command, args, { cwd: folder, input: input ?? '', encoding: 'utf8' });
/** As a hospital checks it years later, without this program. */
const sums = () => run('sha256sum', ['-c', sealFiles.sums]);
const signature = () =>
  run(
    'ssh-keygen',
    ['-Y', 'verify', '-f', sealFiles.signer, '-I', sealSigner, '-n', sealNamespace].concat([
      '-s',
      sealFiles.signature,
    ]),
    readFileSync(inFolder(sealFiles.sums)),
  );

describe('a sealed folder', () => {
  beforeEach(async () => {
    expect(await sealFolder(folder, ['journal.sqlite'], key)).toEqual({
      ok: true,
      fingerprint: key.fingerprint,
    });
  });

  it('is good to sha256sum and ssh-keygen, which name the same key', () => {
    expect(sums().stdout).toBe('journal.sqlite: OK\n');
    expect(sums().status).toBe(0);
    expect(signature().status).toBe(0);
    expect(signature().stdout).toContain(`with ED25519 key ${key.fingerprint}`);
  });

  it('is good to the console, and stays as it is when sealed again', async () => {
    const before = readFileSync(inFolder(sealFiles.signature), 'utf8');
    expect(await readSeal(folder)).toEqual({
      state: 'sealed',
      fingerprint: key.fingerprint,
      names: ['journal.sqlite'],
    });
    expect((await sealFolder(folder, ['journal.sqlite'], key)).ok).toBe(true);
    expect(readFileSync(inFolder(sealFiles.signature), 'utf8')).toBe(before);
  });

  it('is written by nobody any more', () => {
    for (const name of ['journal.sqlite', ...Object.values(sealFiles)])
      expect(statSync(inFolder(name)).mode & 0o222).toBe(0);
  });

  it.each<[string, () => void, RegExp]>([
    [
      'a byte of the record',
      () => change('journal.sqlite', Buffer.alloc(300_000, 77)),
      /journal\.sqlite is not as it was sealed/,
    ],
    ['the record gone', () => rmSync(inFolder('journal.sqlite')), /journal\.sqlite is missing/],
    [
      'its sum with it',
      () => {
        change('journal.sqlite', 'forged');
        const forged = run('sha256sum', ['journal.sqlite']).stdout;
        change(sealFiles.sums, forged);
      },
      /the signature is not of these bytes/,
    ],
    ['no signature', () => rmSync(inFolder(sealFiles.signature)), /SHA256SUMS\.sig is missing/],
    ['a signature cut short', () => change(sealFiles.signature, '-----BEGIN SSH'), /cannot be read/],
    ['sums cut short', () => change(sealFiles.sums, 'abc'), /cut short/],
    ['no sums at all', () => change(sealFiles.sums, ''), /cut short/],
  ])('is found changed: %s', async (_, spoil, why) => {
    spoil();
    const seal = await readSeal(folder);
    expect(seal).toMatchObject({ state: 'broken', why: expect.stringMatching(why) });
    // Nor is it sealed over what was changed.
    expect(await sealFolder(folder, ['journal.sqlite'], key)).toMatchObject({ ok: false });
  });
});

it('a folder without sums is unsealed, whatever else lies in it', async () => {
  expect(await readSeal(folder)).toEqual({ state: 'unsealed' });
  writeFileSync(inFolder(sealFiles.signature), 'left by a seal that was cut off');
  expect(await readSeal(folder)).toEqual({ state: 'unsealed' });
  expect((await sealFolder(folder, ['journal.sqlite'], key)).ok).toBe(true);
  expect((await readSeal(folder)).state).toBe('sealed');
});

it('what is not there cannot be sealed, and that is said', async () => {
  expect(await sealFolder(folder, ['journal.sqlite', 'none'], key)).toMatchObject({
    ok: false,
    problem: expect.stringMatching(/was not sealed: .*none/),
  });
  expect(await readSeal(folder)).toEqual({ state: 'unsealed' });
});

describe('the key of a console', () => {
  const at = (): string => inFolder('console-key');

  it('is made once, for its owner alone', async () => {
    const first = await consoleKey(at(), null);
    expect(await consoleKey(at(), null)).toMatchObject({
      ok: true,
      key: { fingerprint: first.ok ? first.key.fingerprint : '', keptBy: 'file' },
    });
    expect(statSync(at()).mode & 0o077).toBe(0);
  });

  it('is one, also where several ask at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => consoleKey(at(), null)));
    const prints = new Set(all.map((one) => (one.ok ? one.key.fingerprint : one.problem)));
    expect(prints.size).toBe(1);
    expect([...prints][0]).toMatch(/^SHA256:/);
  });

  it('lies with the system where that keeps secrets, and is not to be had without it', async () => {
    const turned = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
    const store = {
      encrypt: (text: string) => turned(Buffer.from(text)),
      decrypt: (bytes: Buffer) => turned(bytes).toString(),
    };
    const made = await consoleKey(at(), store);
    expect(made).toMatchObject({ ok: true, key: { keptBy: 'system' } });
    expect(await consoleKey(at(), store)).toMatchObject({
      ok: true,
      key: { fingerprint: made.ok ? made.key.fingerprint : '' },
    });
    expect(readFileSync(at(), 'utf8')).not.toContain('PRIVATE');
    expect(await consoleKey(at(), null)).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/secret store of the system/),
    });
  });

  it.each([
    '',
    'x',
    'isotherm-console-key 1 file\n',
    'isotherm-console-key 1 file\nAAAA\n',
    'isotherm-console-key 2 file\nAAAA\n',
  ])('is never replaced by another: %j', async (text) => {
    writeFileSync(at(), text);
    expect(await consoleKey(at(), null)).toMatchObject({
      ok: false,
      problem: expect.stringMatching(/console-key: .*not sealed until then/),
    });
    expect(readFileSync(at(), 'utf8')).toBe(text);
  });
});

it('a copy of a sealed folder is as good', async () => {
  await sealFolder(folder, ['journal.sqlite'], key);
  const copy = `${folder}-copy`;
  cpSync(folder, copy, { recursive: true });
  expect((await readSeal(copy)).state).toBe('sealed');
});
