import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../electron/domain/run-event.ts';
import { mostWaiting, windowEntries } from '../../../electron/record/outbox.ts';
import { note, sampleAt } from './example-run.ts';
import { readJournal } from './journals.ts';
import { guarded, pair } from './paired.ts';

describe('a row that the tables refuse', () => {
  it('is set aside and told, and holds up nothing', async () => {
    const { clock, journal, path } = await pair();
    journal.event(note('before'), 0, 0);
    journal.sample(sampleAt(1));
    journal.sample({ ...sampleAt(2), cavityVolumeMl: Number.NaN });
    journal.sample(sampleAt(3), '{"at":3}');
    journal.event(note('behind'), 300, 0);
    await clock.advance(10);
    expect([journal.problem, journal.durableSeq, journal.unacknowledged]).toEqual([null, 2, 0]);
    const told = journal.news();
    expect(told).toMatchObject([{ type: 'entry-set-aside', of: 'sample', count: 1 }]);
    expect(told[0]).toMatchObject({ why: expect.stringContaining('cavity_volume_ml') });
    expect(told[0]).toMatchObject({ content: expect.stringMatching(/^\[200,\d+,"treatment",.*"NaN"/) });
    expect(journal.news()).toEqual([]);
    const record = readJournal(path);
    expect([...record.samples()]).toEqual([sampleAt(1), sampleAt(3)]);
    record.close();
  });

  it('an event stands under its own number with why and what it was', async () => {
    const { clock, journal, path } = await pair();
    const odd = { type: null, text: 'odd' } as unknown as RunEvent;
    const endless: Record<string, unknown> = { type: 'action' };
    endless.self = endless;
    journal.event(note('before'), 0, 0);
    journal.event(odd, 100, 0, '{}');
    journal.event(endless as unknown as RunEvent, 200, 0);
    journal.event(note('behind'), 300, 0);
    await clock.advance(10);
    expect([journal.problem, journal.durableSeq]).toEqual([null, 4]);
    const { events } = readJournal(path);
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(events[1]?.event).toMatchObject({
      type: 'entry-set-aside',
      of: 'event',
      why: expect.stringContaining('event.type'),
      content: '{"type":null,"text":"odd"}',
    });
    expect(events[2]?.event).toMatchObject({
      type: 'entry-set-aside',
      why: expect.stringMatching(/circular/),
    });
    expect(events[3]?.event).toEqual(note('behind'));
  });

  it('what cannot even be handed over is set aside as well', async () => {
    const { clock, journal, path } = await pair();
    journal.event({ ...note('odd'), odd: () => 1 } as unknown as RunEvent, 0, 0);
    journal.sample({ ...sampleAt(1), interlockBits: (() => 1) as unknown as number });
    journal.event(note('behind'), 0, 0);
    await clock.advance(10);
    expect([journal.problem, journal.durableSeq, journal.unacknowledged]).toEqual([null, 2, 0]);
    expect(journal.news()).toMatchObject([
      { of: 'sample', count: 1, content: expect.stringContaining('=> 1') },
    ]);
    const { events } = readJournal(path);
    expect(events.map(({ event }) => event.type)).toEqual(['entry-set-aside', 'action']);
  });

  it('row after row is told once in ten seconds, with their number', async () => {
    const { clock, journal } = await pair();
    const told: RunEvent[] = [];
    for (let index = 0; index < 250; index += 1) {
      journal.sample({ ...sampleAt(index), cavityVolumeMl: Number.NaN });
      await clock.advance(100);
      told.push(...journal.news());
    }
    expect(told.map((event) => (event as { count: number }).count)).toEqual([1, 100, 100]);
  });
});

describe('what cannot be written', () => {
  const some = windowEntries + mostWaiting;

  it('is bounded: the oldest samples that wait go first, no event; the gap is told once it goes on', async () => {
    let full = false;
    const { clock, journal, path } = await pair(
      guarded(() => {
        if (full) throw new Error('database or disk is full');
      }),
    );
    journal.sample(sampleAt(0));
    await clock.advance(10);
    full = true;
    for (let index = 1; index <= some + 700; index += 1) {
      journal.sample(sampleAt(index));
      if (index % 1000 === 0) journal.event(note(`at ${index}`), index * 100, 0);
    }
    await clock.advance(5000);
    expect(journal.problem).toMatch(/disk is full/);
    expect(journal.unacknowledged).toBe(some);
    expect(journal.oldestUnacknowledgedMs).toBe(5000);
    expect(journal.news()).toEqual([]);
    full = false;
    await clock.advance(2000);
    expect([journal.problem, journal.unacknowledged]).toEqual([null, 0]);
    // 19 events took the room of samples: one among what was handed over already, 18 among what waits.
    const [gap] = journal.news();
    const dropped = 700 + Math.floor((some + 700) / 1000);
    expect(gap).toMatchObject({ type: 'record-gap', samples: dropped, events: 0 });
    expect(journal.news()).toEqual([]);
    const record = readJournal(path);
    expect(record.events).toHaveLength(Math.floor((some + 700) / 1000));
    const times = new Set([...record.samples()].map(({ sessionMs }) => sessionMs));
    const missing = Array.from({ length: some + 701 }, (_, index) => index * 100).filter(
      (ms) => !times.has(ms),
    );
    expect(missing).toHaveLength(dropped);
    expect(gap).toMatchObject({ fromMs: missing[0], toMs: missing.at(-1) });
    expect(missing.at(-1)).toBe((missing[0] ?? 0) + (dropped - 1) * 100);
    record.close();
  }, 60_000);

  it('an event is refused only where nothing but events waits, is counted, and is never called recorded', async () => {
    const seqs: number[] = [];
    const { clock, journal, line } = await pair(() => ({
      seq: 0,
      samples: 0,
      write: (entries) => {
        for (const entry of entries) if (entry.kind === 'event') seqs.push(entry.event.seq);
        return false;
      },
      close: () => {},
    }));
    line.hold();
    for (let index = 1; index <= some; index += 1) journal.event(note(`${index}`), index, 0);
    journal.sample(sampleAt(1));
    const refused = journal.event(note('one too many'), some + 1, 0);
    expect(journal.unacknowledged).toBe(some);
    line.release();
    await clock.advance(100);
    expect(journal.durableSeq).toBe(some);
    expect(refused.seq).toBeGreaterThan(some + 1e9);
    expect(journal.news()).toEqual([
      { type: 'record-gap', samples: 1, events: 1, fromMs: 100, toMs: some + 1 },
    ]);
    expect(journal.event(note('after'), some + 2, 0).seq).toBe(some + 1);
    await clock.advance(100);
    expect(journal.durableSeq).toBe(some + 1);
    expect(seqs).toEqual(Array.from({ length: some + 1 }, (_, index) => index + 1));
  });

  it('of the checkpoints that wait only the newest is kept', async () => {
    const { clock, journal, line, path } = await pair();
    line.hold();
    const posted: (string | null)[] = [];
    const { post } = line.journal;
    line.journal.post = (message) => {
      if (message.kind === 'sample') posted.push(message.checkpoint);
      post(message);
    };
    for (let index = 0; index < windowEntries + 50; index += 1)
      journal.sample(sampleAt(index), `{"at":${index}}`);
    line.release();
    await clock.advance(100);
    expect(journal.unacknowledged).toBe(0);
    expect(posted.slice(windowEntries)).toEqual([...Array(49).fill(null), `{"at":${windowEntries + 49}}`]);
    const row = new DatabaseSync(path, { readOnly: true }).prepare('SELECT body FROM checkpoint').get();
    expect(row).toEqual({ body: `{"at":${windowEntries + 49}}` });
  });

  it('is named when the record is closed: how much, and from when', async () => {
    let full = false;
    const { clock, journal } = await pair(
      guarded(() => {
        if (full) throw new Error('database or disk is full');
      }),
    );
    journal.event(note('written'), 0, 0);
    await clock.advance(10);
    full = true;
    for (let index = 36_000; index < 36_020; index += 1) journal.sample(sampleAt(index));
    journal.event(note('last'), 3_602_000, 0);
    const closing = journal.close();
    await clock.advance(14_000);
    expect(await closing).toMatch(
      /ends early: the disk does not take it \(database or disk is full\)\. .* 1 event and 20 samples, from 1:00:00 of the run on\. Note by other means/,
    );
  });
});
