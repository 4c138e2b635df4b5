import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UsedPatient } from '../../../electron/worklist/combine.ts';
import { type FolderFiles, folderFiles } from '../../../electron/worklist/folder-files.ts';
import {
  hangsAfterMs,
  longestWaitMs,
  lookEveryMs,
  mostFiles,
  type WatchedFolder,
  watchFolder,
} from '../../../electron/worklist/watch-folder.ts';
import { whyText } from '../../../electron/worklist/words/words.ts';
import type { Worklist } from '../../../electron/worklist/worklist.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { admission, lines, msh } from './messages.ts';

const patient = (number: string, name: string): string =>
  admission(`PID|1||${number}||${name}^A||19600203|F`);

interface Bench {
  readonly clock: VirtualClock;
  readonly watch: WatchedFolder<string>;
  readonly changes: Worklist<string>[];
  readonly used: UsedPatient[];
  /** Names that stand in the list. */
  names(): readonly string[];
  problems(): readonly string[];
}

function begin(files: FolderFiles, clock = new VirtualClock(undefined, 40)): Bench {
  const changes: Worklist<string>[] = [];
  const used: UsedPatient[] = [];
  const watch = watchFolder<string>({
    files,
    clock,
    readCase: (text) =>
      text.startsWith('{"name"') ? { ok: true, case: text } : { ok: false, problem: 'no name.' },
    used: () => used,
    offsetMinutes: () => 0,
    onChange: (worklist) => changes.push(worklist),
  });
  return {
    clock,
    watch,
    changes,
    used,
    names: () =>
      watch.worklist.waiting.map((one) =>
        one.from === 'messages' ? (one.patient.familyName ?? '') : one.case,
      ),
    problems: () => watch.worklist.problems.map(({ file, why }) => `${file}: ${why.kind}`),
  };
}

/** Real files answer in their own time, which is none of this clock's: it never says that they hang. */
class PatientClock extends VirtualClock {
  override after(ms: number, run: () => void): () => void {
    return ms === hangsAfterMs ? () => {} : super.after(ms, run);
  }
}

/** Looks are made until it holds. */
async function until({ clock }: Bench, holds: () => boolean): Promise<void> {
  for (const end = performance.now() + 30_000; performance.now() < end && !holds(); ) {
    await clock.advance(lookEveryMs);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(holds()).toBe(true);
}

describe('a real folder', () => {
  let folder: string;
  let bench: Bench;
  let reads: string[];
  const path = (name: string): string => join(folder, name);
  const put = (name: string, text: string | Uint8Array): void => writeFileSync(path(name), text);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'isotherm-worklist-'));
    reads = [];
    const real = folderFiles(folder);
    const files: FolderFiles = {
      ...real,
      read(name, most) {
        reads.push(name);
        return real.read(name, most);
      },
    };
    bench = begin(files, new PatientClock());
  });
  afterEach(() => {
    bench.watch.end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  });

  it('lists what comes and forgets what goes; each file is read once', async () => {
    put('1.hl7', patient('1', 'One'));
    await until(bench, () => bench.names().length === 1);
    put('2.hl7', patient('2', 'Two'));
    put('case.json', '{"name": "Three"}');
    await until(bench, () => bench.names().length === 3);
    expect([...bench.names()].sort()).toEqual(['One', 'Two', '{"name": "Three"}']);
    await until(bench, () => bench.clock.pending === 1);
    expect([...reads].sort()).toEqual(['1.hl7', '2.hl7', 'case.json']);
    rmSync(path('1.hl7'));
    await until(bench, () => bench.names().length === 2);
    expect(bench.names()).toContain('Two');
  });

  it('waits for a file that grows, and reads one that is written anew', async () => {
    const text = patient('1', 'Grown');
    for (let length = 40; length < text.length; length += 20) {
      put('1.hl7', text.slice(0, length));
      await bench.clock.advance(lookEveryMs);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(reads).toEqual([]);
    }
    put('1.hl7', text);
    await until(bench, () => bench.names()[0] === 'Grown');
    put('1.hl7', patient('1', 'Other name'));
    await until(bench, () => bench.names()[0] === 'Other name');
    expect(reads).toEqual(['1.hl7', '1.hl7']);
  });

  it('leaves everything in it as it is, and looks at no temporary file and no folder', async () => {
    put('a.tmp', patient('1', 'A'));
    put('.b.hl7', patient('2', 'B'));
    mkdirSync(path('archive'));
    put('c.hl7', patient('3', 'C'));
    const before = statSync(path('c.hl7'));
    await until(bench, () => bench.names().length === 1);
    const { size, mtimeMs, mode } = statSync(path('c.hl7'));
    expect([size, mtimeMs, mode]).toEqual([before.size, before.mtimeMs, before.mode]);
    expect(reads).toEqual(['c.hl7']);
    renameSync(path('a.tmp'), path('a.hl7'));
    await until(bench, () => bench.names().length === 2);
  });

  it('tells what is wrong with each file, once, and reads the others', async () => {
    put('bad.hl7', 'a letter');
    put('bad.json', '{}');
    put('broken.json', new Uint8Array([0xcd, 0xf5]));
    put('large.hl7', Buffer.alloc(4_000_001, ' '));
    put('other.hl7', lines(msh('ADT^A40'), 'PID|1||1'));
    put('good.hl7', patient('1', 'Good'));
    await until(bench, () => bench.problems().length === 5 && bench.names().length === 1);
    expect([...bench.problems()].sort()).toEqual([
      'bad.hl7: not-hl7',
      'bad.json: case',
      'broken.json: case',
      'large.hl7: too-large',
      'other.hl7: message',
    ]);
    const said = bench.changes.length;
    for (let looks = 0; looks < 10; looks += 1) {
      await bench.clock.advance(lookEveryMs);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(bench.changes).toHaveLength(said);
  });

  it('that goes is told, keeps what was read, and is found again', async () => {
    put('1.hl7', patient('1', 'One'));
    await until(bench, () => bench.names().length === 1);
    renameSync(folder, `${folder}-away`);
    await until(bench, () => bench.problems().length === 1);
    expect(bench.problems()).toEqual([': folder-gone']);
    expect(bench.names()).toEqual(['One']);
    renameSync(`${folder}-away`, folder);
    await until(bench, () => bench.problems().length === 0);
    expect(bench.names()).toEqual(['One']);
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read is told', async () => {
    chmodSync(folder, 0o000);
    await until(bench, () => bench.problems().length === 1);
    expect(bench.problems()).toEqual([': folder-denied']);
    chmodSync(folder, 0o700);
  });
});

describe('a folder of a test', () => {
  const fault = (code: string): Error => Object.assign(new Error(code), { code });
  const played = (over: Partial<FolderFiles>): FolderFiles => ({
    list: async () => ['1.hl7'],
    look: async () => ({ size: patient('1', 'One').length, modifiedMs: 0 }),
    read: async () => Buffer.from(patient('1', 'One')),
    ...over,
  });

  it('that is gone is looked at less and less often, and told once', async () => {
    const at: number[] = [];
    const clock = new VirtualClock();
    const list = (): Promise<never> => {
      at.push(clock.monotonicMs());
      return Promise.reject(fault('EACCES'));
    };
    const bench = begin(played({ list }), clock);
    await bench.clock.advance(400_000);
    const waits = at.slice(1).map((ms, index) => ms - (at[index] ?? 0));
    expect(waits.slice(0, 5)).toEqual([6_000, 12_000, 24_000, 48_000, longestWaitMs]);
    expect(Math.max(...waits)).toBe(longestWaitMs);
    expect(bench.changes).toHaveLength(1);
    expect(bench.problems()).toEqual([': folder-denied']);
  });

  it('that hangs is told, asked nothing more meanwhile, and goes on where it stood', async () => {
    let asked = 0;
    let answer: (names: string[]) => void = () => {};
    const bench = begin(
      played({
        list() {
          asked += 1;
          return new Promise((resolve) => {
            answer = resolve;
          });
        },
      }),
    );
    await bench.clock.advance(hangsAfterMs - 1);
    expect(bench.problems()).toEqual([]);
    await bench.clock.advance(600_000);
    expect(bench.problems()).toEqual([': folder-hangs']);
    expect([asked, bench.changes.length]).toEqual([1, 1]);
    answer([]);
    await bench.clock.advance(0);
    expect(bench.problems()).toEqual([]);
  });

  it('whose file changes while it is read is read again later', async () => {
    let size = 10;
    const bench = begin(played({ look: async () => ({ size, modifiedMs: 0 }) }));
    await bench.clock.advance(3 * lookEveryMs);
    expect(bench.names()).toEqual([]);
    size = patient('1', 'One').length;
    await bench.clock.advance(2 * lookEveryMs);
    expect(bench.names()).toEqual(['One']);
  });

  it('of which one file may not be read keeps what it said before, and tells it', async () => {
    let isDenied = false;
    const look = played({}).look;
    const bench = begin(played({ look: (name) => (isDenied ? Promise.reject(fault('EIO')) : look(name)) }));
    await bench.clock.advance(2 * lookEveryMs);
    isDenied = true;
    await bench.clock.advance(lookEveryMs);
    expect(bench.names()).toEqual(['One']);
    expect(bench.watch.worklist.problems).toEqual([
      { file: '1.hl7', why: { kind: 'file-unreadable', detail: 'EIO' } },
    ]);
  });

  it('with too many files is read from the newest', async () => {
    const text = (name: string) => patient(name, `N${name}`);
    const bench = begin({
      list: async () => Array.from({ length: mostFiles + 2 }, (_, n) => String(n)),
      look: async (name) => ({ size: text(name).length, modifiedMs: -Number(name) }),
      read: async (name) => Buffer.from(text(name)),
    });
    await bench.clock.advance(2 * lookEveryMs);
    expect(bench.names()).toHaveLength(mostFiles);
    expect(bench.watch.worklist.problems).toEqual([
      { file: '', why: { kind: 'too-many-files', most: mostFiles, leftOut: 2 } },
    ]);
    expect(bench.names()).toContain('N0');
    expect(bench.names()).not.toContain(`N${mostFiles}`);
  });

  it('has one question in flight, whatever it is asked', async () => {
    let [inFlight, most] = [0, 0];
    const one = async <T>(value: T): Promise<T> => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await Promise.resolve();
      inFlight -= 1;
      return value;
    };
    const text = Buffer.from(patient('1', 'One'));
    const bench = begin({
      list: () => one(['1.hl7', '2.hl7', '3.hl7']),
      look: () => one({ size: text.length, modifiedMs: 0 }),
      read: () => one(text),
    });
    await bench.clock.advance(4 * lookEveryMs);
    expect(bench.names()).toEqual(['One']);
    expect(most).toBe(1);
  });

  it('is not asked again once it ended, and tells nothing', async () => {
    let asked = 0;
    const bench = begin(
      played({
        list: async () => {
          asked += 1;
          return ['1.hl7'];
        },
      }),
    );
    bench.watch.end();
    await bench.clock.advance(60_000);
    expect([asked, bench.changes.length, bench.clock.pending]).toEqual([1, 0, 0]);
  });

  it('lets a session take its patient off', async () => {
    const bench = begin(played({}));
    await bench.clock.advance(2 * lookEveryMs);
    bench.used.push({
      patient: {
        familyName: 'One',
        givenName: 'A',
        birthDate: '1960-02-03',
        identifiers: [{ value: '1', issuer: '' }],
        orderNumber: '',
      },
      atMs: Date.UTC(2026, 5, 1),
    });
    bench.watch.refresh();
    expect(bench.names()).toEqual([]);
    expect(bench.changes).toHaveLength(2);
  });
});

describe('what is wrong is said in both languages', () => {
  it('with its place', () => {
    const why = {
      kind: 'message',
      position: 2,
      problem: { kind: 'no-number', place: { segment: 'PID', occurrence: 1, field: 3 }, read: '' },
    } as const;
    expect(whyText(why, 'en')).toMatch(/^Message 2, PID-3: no hospital number/);
    expect(whyText(why, 'zh')).toMatch(/^第 2 条报文，PID-3：没有可读的住院号/);
    expect(whyText({ kind: 'folder-gone', detail: 'ENOENT' }, 'en')).toContain('(ENOENT)');
  });
});
