import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyJournal } from '../../../electron/record/verify.ts';
import { ended } from '../report/small-record.ts';
import { note, sampleAt } from './example-run.ts';
import { readJournal } from './journals.ts';
import { type Pair, pair } from './paired.ts';

/** Ten events and samples, of which most lie in the log. */
async function begun(): Promise<Pair> {
  const made = await pair();
  for (let index = 1; index <= 10; index += 1) {
    made.journal.sample(sampleAt(index));
    made.journal.event(note(`${index}`), index * 100, 0, `{"at":${index}}`);
  }
  await made.clock.advance(1100);
  expect([made.journal.unacknowledged, made.journal.sincePutBackMs]).toEqual([0, null]);
  return made;
}

async function goesOn({ clock, journal, path }: Pair): Promise<void> {
  journal.sample(sampleAt(12));
  await clock.advance(600);
  expect([journal.problem, journal.unacknowledged]).toEqual([null, 0]);
  journal.event(ended('completed'), 1300, 0, '{}');
  const closing = journal.close();
  await clock.advance(10);
  expect(await closing).toBeNull();
  expect(verifyJournal(path)).toMatchObject({ state: 'intact', events: 12, samples: 12 });
  expect(readJournal(path).events.map(({ seq }) => seq)).toEqual(
    Array.from({ length: 12 }, (_, at) => at + 1),
  );
  expect(readdirSync(dirname(path))).toEqual(['journal.sqlite']);
}

describe('a journal whose file is removed while it is written', () => {
  it.each([
    ['with its log', ['', '-wal', '-shm']],
    ['without it', ['']],
  ])('%s stands in its place again, whole, and goes on', async (_, parts) => {
    const made = await begun();
    for (const part of parts) rmSync(made.path + part);
    made.journal.sample(sampleAt(11));
    made.journal.event(note('11'), 1100, 0, '{}');
    await made.clock.advance(600);
    expect(existsSync(made.path)).toBe(true);
    expect(made.journal.sincePutBackMs).toBe(600);
    await goesOn(made);
  });

  it('is told as put back also where what comes first is refused', async () => {
    const made = await begun();
    rmSync(made.path);
    made.journal.sample(sampleAt(11));
    made.journal.event({ type: 'link-lost', detail: 10n } as never, 1100, 0);
    await made.clock.advance(600);
    expect(made.journal.sincePutBackMs).toBe(600);
    expect(existsSync(made.path)).toBe(true);
  });

  it('with its folder is told as failing until there is a folder again', async () => {
    const made = await begun();
    rmSync(dirname(made.path), { recursive: true, maxRetries: 10 });
    made.journal.sample(sampleAt(11));
    made.journal.event(note('11'), 1100, 0, '{}');
    await made.clock.advance(2000);
    expect(made.journal.problem).not.toBeNull();
    mkdirSync(dirname(made.path));
    await made.clock.advance(600);
    await goesOn(made);
  });

  it('and replaced by another writes over nothing', async () => {
    const made = await begun();
    renameSync(made.path, `${made.path}.moved`);
    writeFileSync(made.path, 'somebody’s notes');
    made.journal.sample(sampleAt(11));
    made.journal.event(note('11'), 1100, 0, '{}');
    await made.clock.advance(600);
    expect(made.journal.problem).toMatch(/another file stands in the place of the record.*move it away/);
    expect(readFileSync(made.path, 'utf8')).toBe('somebody’s notes');
    rmSync(made.path);
    rmSync(`${made.path}.moved`);
    await made.clock.advance(600);
    await goesOn(made);
  });

  it('with its folder, just before it is closed, is put back with a folder of its own', async () => {
    const made = await begun();
    rmSync(dirname(made.path), { recursive: true, maxRetries: 10 });
    const closing = made.journal.close();
    await made.clock.advance(20_000);
    expect(await closing).toBeNull();
    expect(readJournal(made.path).events).toHaveLength(10);
    expect(verifyJournal(made.path)).toMatchObject({ events: 10, samples: 10 });
  });

  it.each([0, 1])('and cannot be put back is called gone, with %i entries waiting', async (waiting) => {
    const made = await begun();
    rmSync(dirname(made.path), { recursive: true, maxRetries: 10 });
    writeFileSync(dirname(made.path), 'a file where the folder was');
    if (waiting > 0) made.journal.event(note('11'), 1100, 0, '{}');
    const closing = made.journal.close();
    await made.clock.advance(20_000);
    const said = await closing;
    expect(said).toMatch(/removed.*none of it is left/s);
    expect(said).not.toContain('All of it was written');
    rmSync(dirname(made.path));
  });
});
