import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RescueHeader } from '../../../electron/domain/run-event.ts';
import { systemClock } from '../../../electron/domain/time.ts';
import { Records } from '../../../electron/program/records.ts';
import type { JournalHeader } from '../../../electron/record/messages.ts';
import { syntheticRescueHeader } from '../../support/synthetic-rescue.ts';
import { header, workerUrl } from '../record/example-run.ts';
import { ownFolder } from '../record/journals.ts';

const rescue: RescueHeader = syntheticRescueHeader;

async function begun(records: Records, of: JournalHeader): Promise<string> {
  const opened = await records.open(of);
  if (!opened.ok) throw new Error(opened.problem);
  expect(await opened.journal.close()).toBeNull();
  return opened.journal.path;
}

it('the first run goes into --out, each that finds one there into a folder of its own beneath', async () => {
  const out = join(ownFolder(), 'today');
  const records = new Records({ out, runs: join(out, 'none') }, workerUrl, systemClock);
  expect(await begun(records, header)).toBe(join(out, 'journal.sqlite'));
  const first = readFileSync(join(out, 'journal.sqlite'));
  const second = { ...header, runId: '2026-01-15T10-00-00Z' };
  expect(await begun(records, second)).toBe(join(out, second.runId, 'journal.sqlite'));
  expect(await begun(records, second)).toBe(join(out, `${second.runId}-2`, 'journal.sqlite'));
  expect(readFileSync(join(out, 'journal.sqlite')).equals(first)).toBe(true);
});

it('a folder that holds a document of a run holds a run', async () => {
  const out = ownFolder();
  writeFileSync(join(out, 'report.pdf'), 'of an earlier run');
  const records = new Records({ out, runs: out }, workerUrl, systemClock);
  expect(await begun(records, header)).toBe(join(out, header.runId, 'journal.sqlite'));
  expect(readdirSync(out).sort()).toEqual([header.runId, 'report.pdf']);
});

it('a rescue has a folder of its own, with or without --out', async () => {
  const folder = ownFolder();
  mkdirSync(join(folder, 'out'));
  const folders = { out: join(folder, 'out'), runs: join(folder, 'runs') };
  expect(await begun(new Records(folders, workerUrl, systemClock), rescue)).toBe(
    join(folder, 'out', rescue.runId, 'journal.sqlite'),
  );
  expect(await begun(new Records({ ...folders, out: null }, workerUrl, systemClock), rescue)).toBe(
    join(folder, 'runs', rescue.runId, 'journal.sqlite'),
  );
});
