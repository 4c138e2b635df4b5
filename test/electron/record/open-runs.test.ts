import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { RescueHeader, RunEvent } from '../../../electron/domain/run-event.ts';
import type { JournalHeader } from '../../../electron/record/messages.ts';
import { findOpenRuns, lastRecordOf, openRunsIn } from '../../../electron/record/open-runs.ts';
import { openWriter } from '../../../electron/record/writer.ts';
import { totals } from '../report/small-record.ts';
import { eventEntry, header, note, sampleAt, sampleEntry } from './example-run.ts';
import { ownFolder } from './journals.ts';

const serial = header.rig.serialNumber;
const rescue: RescueHeader = {
  kind: 'rescue',
  console: header.console,
  timeZone: header.timeZone,
  startedBy: header.startedBy,
  runId: 'rescue-1',
  consoleVersion: '0.0.0',
  host: 'stand-in',
  simulation: true,
  startedWallMs: header.startedWallMs + 9_000_000,
  rig: header.rig,
  why: 'pump found running',
};
const end: RunEvent = {
  type: 'run-ended',
  outcome: 'stopped',
  summary: { ...totals, volumeRetainedMl: 140 },
};

/** A journal in a folder of its own, with ten samples from `index` on and what comes after them. */
function written(
  folder: string,
  name: string,
  index: number,
  events: RunEvent[],
  of: JournalHeader = header,
) {
  mkdirSync(join(folder, name), { recursive: true });
  const path = join(folder, name, 'journal.sqlite');
  const writer = openWriter(path, of);
  for (let at = index; at < index + 10; at += 1) writer.write([sampleEntry(sampleAt(at))], false);
  for (const [at, event] of events.entries()) {
    const ms = (index + 10) * 100;
    writer.write(
      [eventEntry({ seq: at + 1, sessionMs: ms, wallMs: header.startedWallMs + ms, event })],
      true,
    );
  }
  writer.close();
  return path;
}

describe('runs that broke off', () => {
  it('are those without an end, in the folder itself and one level beneath, the last written first', () => {
    const folder = ownFolder();
    const own = written(folder, '.', 5, [note('own')]);
    const early = written(folder, 'early', 0, [note('early')]);
    const late = written(folder, 'late', 50, []);
    written(folder, 'over', 70, [end]);
    written(folder, 'deep/deeper', 90, [note('too deep')]);
    written(folder, 'rescue', 95, [], rescue);
    const { runs, problems } = openRunsIn(folder);
    expect(problems).toEqual([]);
    expect(runs.map(({ path }) => path)).toEqual([late, own, early]);
    expect(runs[0]).toMatchObject({
      folder: join(folder, 'late'),
      header,
      checkpoint: null,
      lastSeq: 0,
      lastSample: sampleAt(59),
      lastWrittenWallMs: header.startedWallMs + 5900,
    });
  });

  it('in several folders are found once each', () => {
    const folder = ownFolder();
    const path = written(folder, 'one', 0, []);
    expect(findOpenRuns([folder, join(folder, 'one')]).runs.map((run) => run.path)).toEqual([path]);
  });

  it('that cannot be read are named, and hide no other', () => {
    const folder = ownFolder();
    const path = written(folder, 'good', 0, []);
    mkdirSync(join(folder, 'letter'));
    writeFileSync(
      join(folder, 'letter', 'journal.sqlite'),
      'Dear colleague, this is no database at all.'.repeat(9),
    );
    mkdirSync(join(folder, 'odd'));
    const odd = new DatabaseSync(written(folder, 'odd', 0, []));
    odd.exec(`UPDATE meta SET value = '{"runId": 7}'`);
    odd.close();
    const { runs, problems } = openRunsIn(folder);
    expect(runs.map((run) => run.path)).toEqual([path]);
    expect(problems.toSorted()).toEqual([
      expect.stringMatching(/letter\/journal\.sqlite: .*not a database/),
      expect.stringMatching(/odd\/journal\.sqlite: it cannot be read: its header is not one of a run/),
    ]);
  });

  it('in a folder that is not there are none', () => {
    expect(openRunsIn(join(ownFolder(), 'nothing'))).toEqual({ runs: [], problems: [] });
  });

  it('are found among five hundred runs in a moment', () => {
    const folder = ownFolder();
    const over = written(folder, '0', 0, [...Array.from({ length: 300 }, () => note('x'.repeat(200))), end]);
    for (let run = 1; run < 500; run += 1) {
      mkdirSync(join(folder, String(run)));
      copyFileSync(over, join(folder, String(run), 'journal.sqlite'));
    }
    const open = written(folder, 'open', 0, [note('open')]);
    const startMs = performance.now();
    expect(openRunsIn(folder).runs.map(({ path }) => path)).toEqual([open]);
    expect(lastRecordOf(serial, [folder]).last?.header.rig.serialNumber).toBe(serial);
    expect(performance.now() - startMs).toBeLessThan(5000);
  });
});

describe('the last record of a rig', () => {
  it('tells how it ended, and the fluid by its own count', () => {
    const folder = ownFolder();
    written(folder, 'first', 0, [end]);
    const path = written(folder, 'second', 50, [end]);
    expect(lastRecordOf(serial, [folder])).toMatchObject({
      last: { path, key: 'header', end: { outcome: 'stopped' }, cavityMl: 140 },
      problems: [],
    });
  });

  it('that breaks off has its last estimate', () => {
    const folder = ownFolder();
    written(folder, 'first', 0, [end]);
    written(folder, 'second', 50, [note('gone on')]);
    expect(lastRecordOf(serial, [folder]).last).toMatchObject({ end: null, cavityMl: 2987.4 });
  });

  it('where more came out than went in, holds none', () => {
    const folder = ownFolder();
    written(folder, 'one', 0, [{ ...end, summary: { ...totals, volumeRetainedMl: -300 } }]);
    expect(lastRecordOf(serial, [folder]).last?.cavityMl).toBe(0);
  });

  it('may be a rescue, after which nobody knows by count', () => {
    const folder = ownFolder();
    written(folder, 'run', 0, [end]);
    const drained: RunEvent = { type: 'rescue-ended', volumeOutMl: 2100, summary: 'drained until dry' };
    written(folder, 'rescue', 900, [drained], rescue);
    expect(lastRecordOf(serial, [folder]).last).toMatchObject({
      key: 'rescue',
      header: { why: 'pump found running' },
      end: drained,
      cavityMl: null,
    });
  });

  it('is the run itself, not that its machine stood down after it: of the cavity only the run speaks', () => {
    const folder = ownFolder();
    const path = written(folder, 'run', 0, [end]);
    const stood: RunEvent = { type: 'rescue-ended', volumeOutMl: null, summary: '' };
    written(folder, 'stand-down', 900, [stood], { ...rescue, afterRunId: header.runId });
    expect(lastRecordOf(serial, [folder]).last).toMatchObject({ path, key: 'header', cavityMl: 140 });
  });

  it('of another rig says nothing of this one', () => {
    const folder = ownFolder();
    written(folder, 'one', 0, [end]);
    expect(lastRecordOf('another', [folder])).toEqual({ last: null, problems: [] });
  });
});
