import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyPaths } from '../../../build/verify/verify.ts';
import { signedInActor } from '../../../electron/domain/actor.ts';
import type { Said } from '../../../electron/domain/addendum.ts';
import { addAddendum, readAddenda } from '../../../electron/seal/addenda.ts';
import { type ConsoleKey, consoleKey } from '../../../electron/seal/console-key.ts';
import { sealFolder, sealNamespace, sealSigner } from '../../../electron/seal/seal.ts';

const golden = join(import.meta.dirname, '../record/golden/journal-7.sqlite');
const root = mkdtempSync(join(tmpdir(), 'isotherm-addenda-'));
afterAll(() => rmSync(root, { recursive: true, force: true, maxRetries: 10 }));

const performer = signedInActor({ id: 'p', name: 'Example, Xiaoming (王小明)', role: 'perfusionist' });
const physician = signedInActor({ id: 'c', name: 'Example Clinician', role: 'clinician' });
const sayings: readonly (readonly [typeof performer, Said])[] = [
  [performer, { type: 'explanation', deviation: 'event:12', text: 'Probe replaced\n"T3" | ^ & ~ \\' }],
  [performer, { type: 'signature', meaning: 'performed' }],
  [
    physician,
    {
      type: 'correction',
      field: 'case.procedure',
      old: null,
      new: 'Cytoreductive surgery',
      reason: 'Was left out',
    },
  ],
];

let key: ConsoleKey;
let sealed = '';
let folder = '';
let count = 0;
const inFolder = (name: string): string => join(folder, name);
const change = (name: string, from: string, to: string): void => {
  chmodSync(inFolder(name), 0o600);
  writeFileSync(inFolder(name), readFileSync(inFolder(name), 'utf8').replace(from, to));
};
const run = (command: string, args: readonly string[], input: Uint8Array = Buffer.alloc(0)) =>
  spawnSync(command, args, { cwd: folder, input, encoding: 'utf8' });
const verified = async (): Promise<readonly [number, string]> => {
  const lines: string[] = [];
  const code = await verifyPaths([folder], (line) => lines.push(line));
  return [code, lines.join('\n')];
};

/** A record that is sealed, with three things said of it. */
beforeAll(async () => {
  const made = await consoleKey(join(root, 'console-key'), null);
  if (!made.ok) throw new Error(made.problem);
  key = made.key;
  sealed = mkdtempSync(join(root, 'sealed-'));
  cpSync(golden, join(sealed, 'journal.sqlite'));
  expect(await sealFolder(sealed, ['journal.sqlite'], key)).toMatchObject({ ok: true });
  for (const [at, [by, said]] of sayings.entries())
    expect(await addAddendum(sealed, { by, said, atWallMs: 1_800_000_000_000 + at }, key)).toMatchObject({
      ok: true,
      addendum: { number: at + 1 },
    });
});
beforeEach(() => {
  count += 1;
  folder = join(root, `${count}`);
  cpSync(sealed, folder, { recursive: true });
});

describe('what is said of a sealed record', () => {
  it('is read as it was said, in order, and leaves the record as it was', async () => {
    expect(await readAddenda(folder)).toEqual({
      state: 'intact',
      addenda: sayings.map(([by, said], at) => ({
        number: at + 1,
        atWallMs: 1_800_000_000_000 + at,
        by,
        said,
        fingerprint: key.fingerprint,
      })),
    });
    expect(readFileSync(inFolder('journal.sqlite')).equals(readFileSync(golden))).toBe(true);
  });

  it.each(['SHA256SUMS', 'SHA256SUMS.1', 'SHA256SUMS.2', 'SHA256SUMS.3'])(
    'is good to sha256sum and ssh-keygen: %s',
    (sums) => {
      expect(run('sha256sum', ['-c', sums]).status).toBe(0);
      const check = ['-Y', 'verify', '-f', `${sums}.signer`, '-I', sealSigner, '-n', sealNamespace];
      const { status, stdout } = run(
        'ssh-keygen',
        [...check, '-s', `${sums}.sig`],
        readFileSync(inFolder(sums)),
      );
      expect(status).toBe(0);
      expect(stdout).toContain(key.fingerprint);
    },
  );

  it('is told by verify, with who said it', async () => {
    const [code, text] = await verified();
    expect(code).toBe(0);
    expect(text).toContain(`  sealed with the key ${key.fingerprint}\n`);
    expect(text).toContain('  1: explained event:12, Example, Xiaoming (王小明) (perfusionist), signed-in,');
    expect(text).toContain('  2: signed, performed, ');
    expect(text).toContain('  3: corrected case.procedure, Example Clinician (clinician), ');
  });

  it.each<readonly [what: string, change: () => void, why: RegExp]>([
    [
      'a word of it',
      () => change('addendum-2.json', 'performed', 'reviewed'),
      /ADDENDA BROKEN after 1: addendum-2\.json is not as it was sealed/,
    ],
    [
      'a sum',
      () => change('SHA256SUMS.2', '  addendum', ' *addendum'),
      /after 1: SHA256SUMS\.2\.sig: the signature is not of these bytes/,
    ],
    [
      'one taken out of the middle',
      () => {
        for (const name of ['SHA256SUMS.2', 'SHA256SUMS.2.sig', 'addendum-2.json']) rmSync(inFolder(name));
      },
      /after 1: SHA256SUMS\.2 is missing/,
    ],
    [
      'one put in the place of another',
      () => {
        for (const [from, to] of [
          ['SHA256SUMS.2', 'SHA256SUMS.3'],
          ['SHA256SUMS.2.sig', 'SHA256SUMS.3.sig'],
        ] as const)
          cpSync(inFolder(from), inFolder(to), { force: true });
      },
      /after 2: SHA256SUMS\.3 is of SHA256SUMS\.1,addendum-2\.json, not of SHA256SUMS\.2,addendum-3\.json/,
    ],
    [
      'the record beneath it',
      () => {
        chmodSync(inFolder('journal.sqlite'), 0o600);
        writeFileSync(inFolder('journal.sqlite'), 'x', { flag: 'a' });
      },
      /SEAL BROKEN: journal\.sqlite is not as it was sealed/,
    ],
  ])('shows a change: %s', async (_, spoil, why) => {
    spoil();
    const [code, text] = await verified();
    expect(code).toBe(1);
    expect(text).toMatch(why);
    const added = await addAddendum(
      folder,
      { by: performer, said: { type: 'note', text: 'x' }, atWallMs: 1 },
      key,
    );
    expect(added).toMatchObject({ ok: false, problem: expect.stringContaining('broken') });
    expect(existsSync(inFolder('SHA256SUMS.4'))).toBe(false);
  });

  it('that was begun and not sealed does not count, and is kept beside the next', async () => {
    writeFileSync(inFolder('addendum-4.json'), 'half');
    expect((await readAddenda(folder)).addenda).toHaveLength(3);
    const said = { type: 'note', text: 'Whole' } as const;
    expect(await addAddendum(folder, { by: performer, said, atWallMs: 1 }, key)).toMatchObject({ ok: true });
    expect((await readAddenda(folder)).addenda.at(-1)).toMatchObject({ number: 4, said });
    expect(readFileSync(inFolder('addendum-4.unsealed.json'), 'utf8')).toBe('half');
  });

  it.each<readonly [said: Said, why: string]>([
    [{ type: 'note', text: '' }, 'said.text'],
    [{ type: 'note', text: 'x'.repeat(2001) }, 'said.text'],
    [{ type: 'explanation', deviation: '', text: 'x' }, 'said.deviation'],
  ])('is refused where it is none: %j', async (said, why) => {
    const added = await addAddendum(folder, { by: performer, said, atWallMs: 1 }, key);
    expect(added).toMatchObject({ ok: false, problem: expect.stringContaining(why) });
    expect((await readAddenda(folder)).addenda).toHaveLength(3);
    expect(existsSync(inFolder('addendum-4.json'))).toBe(false);
  });
});

it('nothing is said of a record that is not sealed', async () => {
  rmSync(inFolder('SHA256SUMS'));
  const entry = { by: performer, said: { type: 'note', text: 'x' }, atWallMs: 1 } as const;
  expect(await addAddendum(folder, entry, key)).toMatchObject({
    ok: false,
    problem: expect.stringContaining('it is not sealed'),
  });
});
