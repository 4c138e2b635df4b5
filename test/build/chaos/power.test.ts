import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Claims, claimsAt } from '../../../build/chaos/real/power/claims.ts';
import { Disk, everything } from '../../../build/chaos/real/power/disk.ts';
import { inOrder } from '../../../build/chaos/real/power/fates.ts';
import { judge } from '../../../build/chaos/real/power/judge.ts';
import { drawPoint, moments } from '../../../build/chaos/real/power/points.ts';
import { compare, recordTape } from '../../../build/chaos/real/power/record-tape.ts';
import { type Op, readTape, type Tape } from '../../../build/chaos/real/power/tape.ts';
import { tryPoint } from '../../../build/chaos/real/power/try-point.ts';

let folder = '';
let tape: Tape;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-power-'));
  const short = { seconds: 4, speed: 20 };
  ({ tape } = await recordTape(folder, 7, new AbortController().signal, short));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

const left = () => join(folder, 'left');
const broken = (verdicts: readonly { promise: string; holds: boolean }[]): string[] =>
  verdicts.filter(({ holds }) => !holds).map(({ promise }) => promise);

/** The fullest moment of a run that goes on, with nothing lost that was written. */
function wholeMoment(): { at: number; claims: Claims; files: ReturnType<Disk['left']> } {
  const commits = moments(tape).filter(({ where }) => where === 'at-a-commit');
  const { at } = commits.reduce((most, one) => (one.pendingBytes > most.pendingBytes ? one : most));
  const disk = new Disk(tape);
  disk.goTo(at);
  return { at, claims: claimsAt(tape, at), files: disk.left(everything) };
}

describe('a tape of a real journal', () => {
  it('leads to the files that are there, and one with a write left out is found out', () => {
    compare(tape, join(folder, 'run'));
    const at = tape.ops.findLastIndex(({ kind }) => kind === 'write');
    const holed: Tape = { ops: tape.ops.filter((_, index) => index !== at) };
    expect(() => compare(holed, join(folder, 'run'))).toThrow('does not lead to');
  });

  it('keeps its promises at points of every kind', () => {
    const found = moments(tape);
    expect(new Set(found.map(({ where }) => where)).size).toBeGreaterThanOrEqual(3);
    const disk = new Disk(tape);
    for (let index = 0; index < 30; index += 1) {
      const tried = tryPoint(tape, disk, drawPoint(tape, found, 3, index), index, left());
      expect(tried.verdicts.filter(({ holds }) => !holds)).toEqual([]);
      expect(tried.lost).toBe(0);
    }
  });
});

/** Writes to a journal, has it closed past libc as a thread that ends may, and writes to what has its number then. */
const reuse = `
#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(int argc, char **argv) {
  int journal = open(argv[1], O_WRONLY | O_CREAT, 0600);
  if (argc < 2 || write(journal, "page", 4) != 4) return 1;
  syscall(SYS_close, journal);
  int event = eventfd(0, 0);
  unsigned long long one = 1;
  return event == journal && write(event, &one, sizeof one) == sizeof one ? 0 : 2;
}`;

it('a tape holds nothing that went elsewhere under a number that a journal had', () => {
  const own = mkdtempSync(join(folder, 'reuse-'));
  writeFileSync(join(own, 'reuse.c'), reuse);
  execFileSync('gcc', ['-o', join(own, 'reuse'), join(own, 'reuse.c')]);
  const path = join(own, 'tape');
  const env = {
    LD_PRELOAD: join(folder, 'tape.so'),
    TAPE: path,
    TAPE_FOLDER: own,
    TAPE_NAME: 'journal.sqlite',
  };
  execFileSync(join(own, 'reuse'), [join(own, 'journal.sqlite')], { env });
  const kept = readTape(path).ops.map((op) =>
    op.kind === 'write' ? Buffer.from(op.bytes).toString('utf8') : op.kind,
  );
  expect(kept).toEqual(['open', 'page']);
});

describe('the judge of a power cut', () => {
  it('finds nothing wrong where nothing is', () => {
    const { files, claims } = wholeMoment();
    const { verdicts, lost } = judge(left(), files, claims);
    expect(broken(verdicts)).toEqual([]);
    expect(verdicts).toHaveLength(8);
    expect(lost).toBe(0);
  });

  it('misses an event that was called recorded', () => {
    const { files, claims } = wholeMoment();
    const { verdicts, lost } = judge(left(), files, { ...claims, events: 1000 });
    expect(broken(verdicts)).toEqual(['recorded']);
    expect(lost).toBeGreaterThan(900);
  });

  it('finds what was changed, put in or left out', () => {
    const { files, claims } = wholeMoment();
    const at = claims.handed.findIndex(({ kind }) => kind === 'sample');
    const without = claims.handed.filter((_, index) => index !== at);
    expect(broken(judge(left(), files, { ...claims, handed: without }).verdicts)).toContain('prefix');
    const [first, ...others] = claims.handed;
    expect(
      broken(judge(left(), files, { ...claims, handed: [...others, first as never] }).verdicts),
    ).toContain('prefix');
  });

  it('finds more than a second of samples gone, and a second not', () => {
    const { at, claims } = wholeMoment();
    const disk = new Disk(tape);
    disk.goTo(at);
    const files = disk.left(inOrder(disk.pendingWrites, 0));
    expect(broken(judge(left(), files, claims).verdicts)).toEqual([]);
    const slow = { ...claims, handed: claims.handed.map((one) => ({ ...one, ms: 10 * one.ms })) };
    expect(broken(judge(left(), files, slow).verdicts)).toEqual(['second']);
  });

  it('finds a checkpoint that is not that of the last entry', () => {
    const { files, claims } = wholeMoment();
    const handed = claims.handed.map((one) => ({
      ...one,
      checkpoint: one.checkpoint === null ? null : '{}',
    }));
    expect(broken(judge(left(), files, { ...claims, handed }).verdicts)).toEqual(['checkpoint']);
  });

  it('finds a value that was changed, which SQLite takes for sound', () => {
    const end = new Disk(tape);
    end.goTo(tape.ops.length);
    const path = join(folder, 'changed.sqlite');
    for (const [name, bytes] of end.left(everything))
      writeFileSync(join(folder, name.replace('journal', 'changed')), bytes);
    const db = new DatabaseSync(path);
    db.exec('UPDATE sample SET t2_celsius = 37 WHERE rowid = 2; PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
    const files = new Map([['journal.sqlite', readFileSync(path)]]);
    const found = broken(judge(left(), files, claimsAt(tape, tape.ops.length)).verdicts);
    expect(found).toContain('chain');
    expect(found).not.toContain('sound');
  });

  it('finds a file that does not open, and one with a page overwritten', () => {
    const { claims } = wholeMoment();
    // Without its log, out of which SQLite would make all of it anew.
    const noise = new Map([['journal.sqlite', new Uint8Array(8192).fill(7)]]);
    expect(broken(judge(left(), noise, claims).verdicts)).toEqual(['opens']);
    const { ops } = tape;
    const end = new Disk(tape);
    end.goTo(ops.length);
    const whole = end.left(everything);
    const bytes = (whole.get('journal.sqlite') as Uint8Array).slice();
    bytes.fill(0xff, bytes.length - 4096, bytes.length - 2048);
    const spoilt = new Map(whole).set('journal.sqlite', bytes);
    expect(broken(judge(left(), spoilt, claimsAt(tape, ops.length)).verdicts).length).toBeGreaterThan(0);
  });

  it('finds out a journal that calls recorded what it has not synced', () => {
    const unsynced: Tape = { ops: tape.ops.filter((op) => op.kind !== 'sync') };
    const disk = new Disk(unsynced);
    disk.goTo(unsynced.ops.length - 1);
    const files = disk.left(inOrder(disk.pendingWrites, 0));
    const { verdicts, lost } = judge(left(), files, claimsAt(unsynced, unsynced.ops.length - 1));
    expect(broken(verdicts)).toContain('opens');
    expect(lost).toBeGreaterThan(0);
  });
});

describe('a disk', () => {
  const bytes = (text: string): Uint8Array => Buffer.from(text);
  type Untimed<One> = One extends unknown ? Omit<One, 'ms'> : never;
  const disk = (...ops: Untimed<Op>[]): Disk => {
    const one = new Disk({ ops: ops.map((op) => ({ ...op, ms: 0 }) as Op) });
    one.goTo(ops.length);
    return one;
  };
  const open = { kind: 'open', file: 1, name: 'a', anew: true } as const;
  const write = (offset: number, text: string) =>
    ({ kind: 'write', file: 1, offset, bytes: bytes(text) }) as const;
  const nothing = { kept: () => [], cut: () => false, names: () => 0 };
  const text = (files: ReadonlyMap<string, Uint8Array>) => Buffer.from(files.get('a') ?? []).toString();

  it('has of a name and of bytes only what was synced, or any part of the rest', () => {
    const synced = [open, write(0, 'one'), { kind: 'sync', file: 1 }, { kind: 'sync-folder' }] as const;
    expect(
      disk(open, write(0, 'one'), { kind: 'sync', file: 1 } as const)
        .left(nothing)
        .has('a'),
    ).toBe(false);
    expect(text(disk(...synced, write(3, 'two')).left(nothing))).toBe('one');
    expect(text(disk(...synced, write(3, 'two')).left(everything))).toBe('onetwo');
    const far = { ...nothing, kept: (): [number, number][] => [[1, 3]] };
    expect(text(disk(...synced, write(4, 'two')).left(far))).toBe('one\0\0wo');
  });

  it('keeps what was removed until the folder is synced', () => {
    const removed = [
      open,
      write(0, 'one'),
      { kind: 'sync', file: 1 },
      { kind: 'sync-folder' },
      { kind: 'remove', name: 'a' },
    ] as const;
    expect(text(disk(...removed).left(nothing))).toBe('one');
    expect(
      disk(...removed)
        .left(everything)
        .has('a'),
    ).toBe(false);
    expect(
      disk(...removed, { kind: 'sync-folder' } as const)
        .left(nothing)
        .has('a'),
    ).toBe(false);
  });
});
