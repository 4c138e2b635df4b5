import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Disk } from '../../../build/chaos/simulate/world/disk.ts';
import { readRun } from '../../../electron/record/read-run.ts';
import { eventEntry, header, note, sampleAt, sampleEntry } from '../../electron/record/example-run.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-torn-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

/** An event and then samples of which only the first is synced; the computer loses power. */
function tornAt(share: number | null): { events: number; samples: number } {
  const disk = new Disk();
  const path = join(folder, `${share}.sqlite`);
  const writer = disk.openWriter(path, header);
  writer.write([eventEntry({ seq: 1, sessionMs: 0, wallMs: 0, event: note('kept') })], true);
  for (let index = 1; index <= 10; index += 1) writer.write([sampleEntry(sampleAt(index))], index === 1);
  disk.lose(share);
  const read = readRun(path);
  if (!read.ok) throw new Error(read.problem);
  const found = { events: read.record.events.length, samples: [...read.record.samples()].length };
  read.record.close();
  return found;
}

it('a program that is killed leaves all it has written', () => {
  expect(tornAt(null)).toEqual({ events: 1, samples: 10 });
});

it('a power cut takes what was not synced, and only that', () => {
  expect(tornAt(0)).toEqual({ events: 1, samples: 1 });
  expect(tornAt(1)).toEqual({ events: 1, samples: 10 });
  const half = tornAt(0.5);
  expect(half.samples).toBeGreaterThan(1);
  expect(half.samples).toBeLessThan(10);
});

it('a disk that refuses says so and writes nothing', () => {
  const disk = new Disk();
  const path = join(folder, 'refused.sqlite');
  const writer = disk.openWriter(path, header);
  disk.refusing = true;
  expect(() =>
    writer.write([eventEntry({ seq: 1, sessionMs: 0, wallMs: 0, event: note('lost') })], true),
  ).toThrow('no space');
  disk.refusing = false;
  disk.lose(null);
  const read = readRun(path);
  expect(read.ok && read.record.events).toEqual([]);
});
