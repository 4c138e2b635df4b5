import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyPaths } from '../../../build/verify/verify.ts';
import { checkAudit } from '../../../electron/access/audit-chain.ts';
import type { Audited } from '../../../electron/access/audit-entry.ts';
import { AuditLog } from '../../../electron/access/audit-log.ts';
import { type Actor, consoleActor } from '../../../electron/domain/actor.ts';
import { entriesIn, HandClock, ownFolder } from './bench.ts';

const by: Actor = { id: 's', name: 'Service engineer', role: 'service', how: 'signed-in' };
const person = { id: 'm', name: 'Example, Xiaoming (王小明)\u2028"|\\' };
const happened: readonly Audited[] = [
  { type: 'person-added', person, role: 'perfusionist' },
  {
    type: 'person-changed',
    person,
    old: { name: 'Old', role: 'or-staff', active: true },
    new: { name: person.name, role: 'perfusionist', active: true },
  },
  { type: 'pin-set', person },
  { type: 'signed-in' },
  { type: 'locked-out', person, wrong: 3, seconds: 5 },
  { type: 'site-changed', key: 'alarmLimits.core-high', old: { initial: 39.5 }, new: null, reason: 'a\nb' },
  { type: 'preset-saved', name: 'ours', version: 2 },
  { type: 'signed-out', because: 'idle' },
];
const logIn = (folder: string): string => join(folder, 'audit.log');
async function filled(folder = ownFolder()): Promise<string> {
  const log = new AuditLog(logIn(folder), new HandClock());
  expect(await log.start()).toEqual({ state: 'intact', entries: 0, lastHash: '' });
  for (const what of happened) expect(await log.append(by, what)).toBeNull();
  return folder;
}
const verdictOn = (folder: string) => checkAudit(readFileSync(logIn(folder))).verdict;
let whole: Buffer;
beforeAll(async () => {
  whole = readFileSync(logIn(await filled()));
});
const copy = (bytes: Buffer): string => {
  const folder = ownFolder();
  writeFileSync(logIn(folder), bytes);
  return folder;
};

describe('the audit log', () => {
  it('has one line an entry, as JSON, for this user alone', async () => {
    const folder = await filled();
    expect(entriesIn(folder).map(({ what }) => what)).toEqual(happened);
    expect(entriesIn(folder).map(({ entry }) => entry)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(Object.keys(entriesIn(folder)[0] ?? {})).toEqual(['entry', 'atWallMs', 'by', 'what', 'hash']);
    expect(entriesIn(folder)[0]).toMatchObject({ by, atWallMs: 1_800_000_000_000 });
    expect(statSync(logIn(folder)).mode & 0o077).toBe(0);
    expect(verdictOn(folder)).toMatchObject({ state: 'intact', entries: 8 });
  });

  it('can be recomputed by anybody, as its README says', () => {
    let before = '';
    for (const line of whole.toString('utf8').trimEnd().split('\n')) {
      const [, text = '', hash = ''] = /^(.*),"hash":"(\w+)"\}$/s.exec(line) ?? [];
      before = createHash('sha256').update(`${before}\n${text}}`).digest('hex');
      expect(hash).toBe(before);
    }
  });

  it('goes on where an earlier console ended', async () => {
    const folder = copy(whole);
    const log = new AuditLog(logIn(folder), new HandClock());
    expect(await log.start()).toMatchObject({ state: 'intact', entries: 8 });
    await Promise.all(happened.map((what) => log.append(by, what)));
    expect(verdictOn(folder)).toMatchObject({ state: 'intact', entries: 16 });
    expect(readFileSync(logIn(folder)).subarray(0, whole.length)).toEqual(whole);
  });
});

describe('a log that is not as it was written', () => {
  const lines = () => whole.toString('utf8').trimEnd().split('\n');
  const of = (changed: readonly string[]) => checkAudit(Buffer.from(`${changed.join('\n')}\n`)).verdict;

  it.each<[string, (lines: string[]) => string[], number, string]>([
    ['a word of it', (all) => all.with(2, (all[2] ?? '').replace('pin-set', 'pin-got')), 3, 'was changed'],
    ['a line taken out', (all) => all.toSpliced(3, 1), 4, 'stands out of order, as entry 5'],
    ['the first taken out', (all) => all.slice(1), 1, 'stands out of order, as entry 2'],
    ['two that changed places', (all) => [all[1] ?? '', all[0] ?? '', ...all.slice(2)], 1, 'stands out of'],
    ['a line twice', (all) => [...all, all.at(-1) ?? ''], 9, 'stands out of order, as entry 8'],
    ['a line that is none', (all) => all.toSpliced(5, 0, ''), 6, 'is no entry'],
  ])('%s is told with its line', (_, change, line, what) => {
    expect(of(change(lines()))).toMatchObject({
      state: 'changed',
      line,
      what: expect.stringContaining(what),
    });
  });

  it('whichever byte is another one, it is told', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const other = Buffer.from(whole);
        other[at] = (other[at] ?? 0) ^ by;
        expect(checkAudit(other).verdict.state).not.toBe('intact');
      }),
      { numRuns: 2000 },
    );
  });

  it('is gone on with, and stays told', async () => {
    const folder = copy(Buffer.from(whole.toString('utf8').replace('pin-set', 'pin-got')));
    const log = new AuditLog(logIn(folder), new HandClock());
    expect(await log.start()).toMatchObject({ state: 'changed', line: 3 });
    expect(await log.append(by, { type: 'signed-in' })).toBeNull();
    expect(verdictOn(folder)).toMatchObject({ state: 'changed', line: 3, entries: 9 });
    expect(entriesIn(folder)).toHaveLength(9);
  });
});

describe('a log that a crash cut', () => {
  it('wherever it was, the whole entries stay, what is left is kept aside, and it goes on', async () => {
    const ends = [...whole.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at + 1);
    for (let cut = 1; cut < whole.length; cut += 97) {
      const folder = copy(whole.subarray(0, cut));
      const last = ends.filter((end) => end <= cut).at(-1) ?? 0;
      const log = new AuditLog(logIn(folder), new HandClock());
      const verdict = await log.start();
      const entries = ends.filter((end) => end <= cut).length;
      // All but its line break is a whole entry.
      if (ends.includes(cut + 1)) expect(verdict).toMatchObject({ state: 'intact', entries: entries + 1 });
      else if (cut === last) expect(verdict).toMatchObject({ state: 'intact', entries });
      else {
        expect(verdict).toMatchObject({ state: 'cut-short', bytes: cut - last, entries });
        expect(readFileSync(`${logIn(folder)}.cut-1`)).toEqual(whole.subarray(last, cut));
        const what = { type: 'tail-set-aside', bytes: cut - last, file: 'audit.log.cut-1' };
        expect(entriesIn(folder).at(-1)).toMatchObject({ by: consoleActor, what });
      }
      expect(await log.append(by, { type: 'signed-in' })).toBeNull();
      expect(verdictOn(folder).state).toBe('intact');
      expect(entriesIn(folder).at(-1)?.what).toEqual({ type: 'signed-in' });
    }
  });

  it('in all but its last line break it is whole', async () => {
    const folder = copy(whole.subarray(0, -1));
    expect(verdictOn(folder)).toMatchObject({ state: 'intact', entries: 8 });
    const log = new AuditLog(logIn(folder), new HandClock());
    await log.append(by, { type: 'signed-in' });
    expect(verdictOn(folder)).toMatchObject({ state: 'intact', entries: 9 });
    expect(readdirSync(folder)).toEqual(['audit.log']);
  });

  it('a second time, nothing kept aside is written over', async () => {
    const folder = copy(whole.subarray(0, -9));
    await new AuditLog(logIn(folder), new HandClock()).start();
    appendFileSync(logIn(folder), Buffer.alloc(50));
    await new AuditLog(logIn(folder), new HandClock()).start();
    expect(readdirSync(folder).sort()).toEqual(['audit.log', 'audit.log.cut-1', 'audit.log.cut-2']);
    expect(readFileSync(`${logIn(folder)}.cut-2`)).toEqual(Buffer.alloc(50));
    expect(verdictOn(folder)).toMatchObject({ state: 'intact', entries: 9 });
  });

  it('in which a console was killed holds all that was told as written', async () => {
    const folder = ownFolder();
    let told = 0;
    for (let round = 0; round < 4; round += 1) {
      const writer = join(import.meta.dirname, 'writes-audit.ts');
      const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
      let lines = '';
      child.stdout.on('data', (data) => {
        lines += data;
      });
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, 5 + round * 3));
      child.kill('SIGKILL');
      await once(child, 'close');
      told += lines.split('\n').length - 1;
      await new AuditLog(logIn(folder), new HandClock()).start();
      expect(verdictOn(folder).state).toBe('intact');
      const saved = entriesIn(folder).filter(({ what }) => what.type === 'preset-saved').length;
      expect(saved).toBeGreaterThanOrEqual(told);
      told = saved;
    }
  });
});

describe('a log that cannot be written', () => {
  it('keeps what waits, in order, and says so until it is written', async () => {
    const folder = ownFolder();
    mkdirSync(logIn(folder));
    const log = new AuditLog(logIn(folder), new HandClock());
    expect(await log.start()).toBeNull();
    for (const what of happened.slice(0, 3)) expect(await log.append(by, what)).toContain('audit log /');
    expect(log.problem).toContain('EISDIR');
    rmdirSync(logIn(folder));
    expect(await log.append(by, { type: 'signed-in' })).toBeNull();
    expect(log.problem).toBeNull();
    expect(entriesIn(folder).map(({ what }) => what)).toEqual([
      ...happened.slice(0, 3),
      { type: 'signed-in' },
    ]);
    expect(verdictOn(folder)).toMatchObject({ state: 'intact', entries: 4 });
  });

  it('on a disk that is full leaves no half line that counts', () => {
    const folder = ownFolder();
    // 64 kB is the most that this shell lets a file have: the second entry ends in the middle.
    const writer = join(import.meta.dirname, 'writes-audit.ts');
    const full = `ulimit -f 128; trap '' XFSZ; exec "$0" "$1" "$2"`;
    const { status, stderr } = spawnSync('sh', ['-c', full, process.execPath, writer, folder], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([1, expect.stringContaining('EFBIG')]);
    expect(checkAudit(readFileSync(logIn(folder))).verdict.state).toBe('cut-short');
  });

  it('that something else wrote to meanwhile is read again, and nothing of it goes', async () => {
    const folder = ownFolder();
    const [one, other] = [
      new AuditLog(logIn(folder), new HandClock()),
      new AuditLog(logIn(folder), new HandClock()),
    ];
    await one.start();
    await other.start();
    for (const what of happened) {
      expect(await one.append(by, what)).toBeNull();
      expect(await other.append(by, what)).toBeNull();
    }
    expect(verdictOn(folder)).toMatchObject({ state: 'intact', entries: 16 });
    truncateSync(logIn(folder), whole.length);
    expect(await one.append(by, { type: 'signed-in' })).toBeNull();
    expect(verdictOn(folder).state).toBe('intact');
  });
});

describe('npm run verify', () => {
  const verified = async (path: string): Promise<[number, string[]]> => {
    const said: string[] = [];
    return [await verifyPaths([path], (line) => said.push(line)), said];
  };

  it('looks at an audit.log, or at that of a folder', async () => {
    const folder = copy(whole);
    const { lastHash } = verdictOn(folder);
    const said = [`${logIn(folder)}: intact. 8 entries. Last hash ${lastHash}`];
    expect(await verified(folder)).toEqual([0, said]);
    expect(await verified(logIn(folder))).toEqual([0, said]);
  });

  it('tells one that was changed, and one that is cut', async () => {
    const changed = copy(Buffer.from(whole.toString('utf8').replace('pin-set', 'pin-got')));
    expect(await verified(changed)).toEqual([
      1,
      [expect.stringContaining('CHANGED at line 3: it was changed. 8 entries.')],
    ]);
    const cut = copy(whole.subarray(0, -5));
    expect(await verified(cut)).toEqual([
      1,
      [expect.stringMatching(/cut short: its last \d+ bytes are .* 7 entries\./)],
    ]);
    const folder = ownFolder();
    mkdirSync(logIn(folder));
    expect(await verified(folder)).toEqual([2, [expect.stringContaining('cannot be read')]]);
    expect((await verified(ownFolder()))[0]).toBe(2);
    expect(existsSync(logIn(folder))).toBe(true);
  });
});
