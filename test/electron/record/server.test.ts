import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { Journal } from '../../../electron/record/journal.ts';
import { verifyJournal } from '../../../electron/record/verify.ts';
import { JournalWriter, openWriter } from '../../../electron/record/writer.ts';
import { type PairedPorts, pairedPorts } from '../../support/paired-ports.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { eventEntry, header, note, sampleAt, sampleEntry } from './example-run.ts';
import { ownFolder, readJournal } from './journals.ts';
import { guarded, pair } from './paired.ts';

it('both ends run in one thread, on one clock, with a real file', async () => {
  const { clock, journal, path } = await pair();
  journal.event(note('first'), 0, 0);
  for (let index = 1; index <= 20; index += 1) journal.sample(sampleAt(index));
  await clock.advance(10);
  expect([journal.durableSeq, journal.durableSamples, journal.unacknowledged]).toEqual([1, 20, 0]);
  const closing = journal.close();
  await clock.advance(10);
  expect(await closing).toBeNull();
  expect([...readJournal(path).samples()]).toHaveLength(20);
});

it('samples are acknowledged by count, once for all that came in one go', async () => {
  const { clock, journal, told } = await pair();
  for (let index = 1; index <= 50; index += 1) journal.sample(sampleAt(index));
  await clock.advance(10);
  expect(journal.durableSamples).toBe(50);
  expect(told.filter((kind) => kind === 'durable')).toHaveLength(1);
});

it('a disk that hangs is told by the age of what waits, and by nothing else', async () => {
  const { clock, journal, line } = await pair();
  journal.sample(sampleAt(1));
  await clock.advance(10);
  expect(journal.oldestUnacknowledgedMs).toBe(0);
  line.hold();
  for (let index = 2; index < 52; index += 1) {
    journal.sample(sampleAt(index));
    await clock.advance(100);
  }
  expect(journal.problem).toBeNull();
  expect(journal.oldestUnacknowledgedMs).toBe(5000);
  expect(journal.unacknowledged).toBe(50);
  line.release();
  await clock.advance(10);
  expect([journal.oldestUnacknowledgedMs, journal.unacknowledged]).toEqual([0, 0]);
});

it('closing waits for a disk that refuses, and leaves nothing behind that it takes in the end', async () => {
  const kept: number[] = [];
  let refusals = 3;
  const refuses: typeof openWriter = (at, head) => {
    const writer = openWriter(at, head);
    return {
      seq: writer.seq,
      samples: writer.samples,
      write: (entries, full) => {
        refusals -= 1;
        if (refusals >= 0) throw new Error('disk full');
        const putBack = writer.write(entries, full);
        for (const entry of entries) if (entry.kind === 'event') kept.push(entry.event.seq);
        return putBack;
      },
      close: () => writer.close(),
    };
  };
  const { clock, journal } = await pair(refuses);
  journal.event(note('last'), 0, 0);
  const closing = journal.close();
  await clock.advance(5_000);
  expect(await closing).toBeNull();
  expect(kept).toEqual([1]);
});

it('an event is synced to the disk in full, a sample where that is asked', () => {
  const path = join(ownFolder(), 'journal.sqlite');
  openWriter(path, header).close();
  const db = new DatabaseSync(path);
  const writer = new JournalWriter(db);
  const sync = () => db.prepare('PRAGMA synchronous').get()?.synchronous;
  const [full, normal] = [2, 1];
  writer.write([sampleEntry(sampleAt(1))], false);
  expect(sync()).toBe(normal);
  writer.write([eventEntry({ seq: 1, sessionMs: 0, wallMs: 0, event: note('one') })], true);
  expect(sync()).toBe(full);
  writer.write([sampleEntry(sampleAt(2))], false);
  expect(sync()).toBe(normal);
  writer.write([sampleEntry(sampleAt(3))], true);
  expect(sync()).toBe(full);
  writer.close();
});

it('an entry whose checkpoint is refused is not kept either, and is taken when it comes again', () => {
  const path = join(ownFolder(), 'journal.sqlite');
  const writer = openWriter(path, header);
  const event = (seq: number) => ({ seq, sessionMs: seq, wallMs: seq, event: note(`${seq}`) });
  writer.write([eventEntry(event(1), '{}')], true);
  expect(() => writer.write([eventEntry(event(2), {} as never)], true)).toThrow();
  writer.write([eventEntry(event(2), '{}')], true);
  writer.close();
  expect(readJournal(path).events.map(({ seq }) => seq)).toEqual([1, 2]);
});

describe('what comes in one go', () => {
  const event = (seq: number) => ({ seq, sessionMs: seq, wallMs: seq, event: note(`${seq}`) });
  const checkpointIn = (path: string) =>
    new DatabaseSync(path, { readOnly: true })
      .prepare('SELECT session_ms, seq, sample_row, body, entry FROM checkpoint')
      .get();

  it('is one commit, with the newest checkpoint, and none of it where one of them is refused', () => {
    const path = join(ownFolder(), 'journal.sqlite');
    const writer = openWriter(path, header);
    writer.write([sampleEntry(sampleAt(1)), eventEntry(event(1), '{"at":1}')], true);
    const burst = [
      sampleEntry(sampleAt(2), '{"at":2}'),
      eventEntry(event(2), '{"at":3}'),
      sampleEntry(sampleAt(3)),
    ];
    const spoilt = { kind: 'sample', row: ['no row'], checkpoint: null } as const;
    expect(() => writer.write([...burst, spoilt], true)).toThrow();
    const reader = readJournal(path);
    expect([reader.events.length, [...reader.samples()].length]).toEqual([1, 1]);
    reader.close();
    expect(checkpointIn(path)).toMatchObject({ body: '{"at":1}', entry: 2 });
    writer.write(burst, true);
    expect(checkpointIn(path)).toEqual({ session_ms: 2, seq: 2, sample_row: 2, body: '{"at":3}', entry: 4 });
    writer.close();
    expect(verifyJournal(path).state).toBe('cut-short');
    const sql = 'SELECT entry FROM event UNION ALL SELECT entry FROM sample ORDER BY entry';
    const entries = new DatabaseSync(path, { readOnly: true }).prepare(sql).all();
    expect(entries.map(({ entry }) => entry)).toEqual([1, 2, 3, 4, 5]);
  });

  it('is synced in full where there is an event in it, and once a second', async () => {
    const writes: string[] = [];
    const { clock, journal } = await pair((at, head) => {
      const writer = openWriter(at, head);
      return {
        seq: writer.seq,
        samples: writer.samples,
        close: () => writer.close(),
        write: (entries, full) => {
          writes.push(`${entries.map(({ kind }) => kind).join('+')}${full ? ', full' : ''}`);
          return writer.write(entries, full);
        },
      };
    });
    for (let tick = 1; tick <= 14; tick += 1) {
      journal.sample(sampleAt(tick));
      if (tick === 5) journal.event(note('in the same tick'), 500, 0);
      await clock.advance(100);
    }
    const quiet = (count: number) => Array.from({ length: count }, () => 'sample');
    expect(writes).toEqual(['sample, full', ...quiet(3), 'sample+event, full', ...quiet(9)]);
    journal.sample(sampleAt(15));
    await clock.advance(100);
    expect(writes.at(-1)).toBe('sample, full');
  });

  it('and holds one that is refused is kept but for that one', async () => {
    const { clock, journal, path } = await pair();
    journal.sample(sampleAt(1));
    journal.event({ type: 'link-lost', detail: 10n } as never, 0, 0);
    journal.sample(sampleAt(2), '{"at":2}');
    await clock.advance(100);
    expect([journal.durableSeq, journal.durableSamples, journal.unacknowledged]).toEqual([1, 2, 0]);
    expect(checkpointIn(path)).toMatchObject({ body: '{"at":2}', entry: 3 });
    const record = readJournal(path);
    expect(record.events.map((kept) => kept.event.type)).toEqual(['entry-set-aside']);
    record.close();
  });
});

it('closing on a disk that hangs ends within its limit, in words', async () => {
  const { clock, journal, line } = await pair();
  line.hold();
  journal.event(note('the last word'), 0, 0);
  const closing = journal.close(2000);
  await clock.advance(2100);
  expect(await closing).toMatch(
    /may end early: the disk has not answered for 2 s\. .* 1 event, from 0:00:00 of the run on\. .* other means/,
  );
  expect(await journal.close()).toBe(await closing);
});

it('a server that is lost, and no other to be had, is told, and closing says so at once', async () => {
  const { clock, journal, line } = await pair();
  line.kill('journal thread ended (exit code 1)');
  expect(journal.problem).toBe('journal thread ended (exit code 1)');
  await clock.advance(60_000);
  expect(journal.problem).toBe('journal thread ended (exit code 1)');
  expect(await journal.close()).toBe(
    'journal thread ended (exit code 1), and no other: journal thread ended: no thread can be made',
  );
});

describe('a server that is lost in a run', () => {
  /** Times of all samples, and numbers of all events; what the chain says. */
  const kept = (path: string) => {
    const record = readJournal(path);
    const seconds = [...record.samples()].map(({ sessionMs }) => sessionMs);
    const numbers = record.events.map(({ seq }) => seq);
    record.close();
    return { seconds, numbers, chain: verifyJournal(path).state };
  };

  it('is made anew: what it had not answered is written once, in order, and the chain goes on', async () => {
    const pairing = await pair();
    const { clock, journal, path, made } = pairing;
    made.most = 4;
    const times: number[] = [];
    let index = 0;
    const go = async (count: number) => {
      for (let at = 0; at < count; at += 1) {
        index += 1;
        times.push(sampleAt(index).sessionMs);
        journal.sample(sampleAt(index));
        if (index % 7 === 0) journal.event(note(`event ${index}`), index, 0);
        await clock.advance(20);
      }
    };
    await go(30);
    // Twice with entries in the line, and once with everything written and not answered.
    for (const lose of ['in the line', 'unanswered', 'in the line'] as const) {
      if (lose === 'in the line') pairing.line.hold();
      else pairing.line.deafen();
      await go(12);
      const { durableSeq } = journal;
      pairing.line.kill('journal thread ended: out of memory');
      expect(journal.problem).toMatch(/out of memory/);
      await go(5);
      expect(journal.durableSeq).toBe(durableSeq);
      await clock.advance(600);
      expect([journal.problem, journal.unacknowledged]).toEqual([null, 0]);
      await go(10);
    }
    const closing = journal.close();
    await clock.advance(100);
    expect(await closing).toBeNull();
    const { seconds, numbers, chain } = kept(path);
    expect(seconds).toEqual(times);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect(numbers.length).toBe(Math.floor(index / 7));
    expect(journal.durableSamples).toBe(index);
    expect(chain).toBe('cut-short');
  });

  it('is looked for again and again, and closing meanwhile makes one at once', async () => {
    const { clock, journal, path, line, made } = await pair();
    journal.sample(sampleAt(1));
    await clock.advance(10);
    line.kill('journal thread ended: out of memory');
    journal.sample(sampleAt(2));
    await clock.advance(45_000);
    expect(journal.problem).toMatch(/out of memory/);
    made.most = 2;
    const closing = journal.close();
    await clock.advance(100);
    expect(await closing).toBeNull();
    expect(kept(path).seconds).toHaveLength(2);
  });

  it('that does not survive an entry has it set aside as text, and goes on with what follows', async () => {
    let deadly = true;
    const pairing = await pair((path, head) => {
      const writer = openWriter(path, head);
      let own: PairedPorts | null = null;
      return {
        seq: writer.seq,
        samples: writer.samples,
        close: () => writer.close(),
        write: (entries, full) => {
          if (deadly && entries.some((one) => one.kind === 'event' && one.event.event.type === 'action')) {
            own ??= pairing.line;
            own.kill('journal thread ended: it does not survive');
            throw new Error('gone');
          }
          return writer.write(entries, full);
        },
      };
    });
    const { clock, journal, path, made } = pairing;
    made.most = 9;
    journal.event({ type: 'link-lost', detail: 'what comes before' }, 0, 0);
    journal.event(note('deadly'), 0, 0);
    journal.event({ type: 'link-lost', detail: 'what follows' }, 1, 0);
    await clock.advance(30_000);
    deadly = false;
    expect([journal.problem, journal.unacknowledged]).toEqual([null, 0]);
    const closing = journal.close();
    await clock.advance(100);
    expect(await closing).toBeNull();
    const record = readJournal(path);
    const types = record.events.map(({ event }) => event.type);
    expect(types).toEqual(['link-lost', 'entry-set-aside', 'link-lost']);
    record.close();
  });
});

it('a disk that does not even open the file is given up', async () => {
  const clock = new VirtualClock();
  const opening = Journal.over(() => pairedPorts(clock).journal, '/hanging/journal.sqlite', header, clock);
  await clock.advance(10_100);
  expect(await opening).toEqual({
    ok: false,
    problem: expect.stringMatching(/\/hanging\/journal\.sqlite: the disk has not answered .* another folder/),
  });
});

it('what the disk refuses is tried again, in order, with the checkpoint that goes with it', async () => {
  let refuse = false;
  const { clock, journal, path } = await pair(
    guarded(() => {
      if (refuse) throw new Error('database or disk is full');
    }),
  );
  journal.event(note('before'), 100, 0, '{"at":1}');
  await clock.advance(10);
  refuse = true;
  journal.event(note('meanwhile'), 200, 0, '{"at":2}');
  journal.sample(sampleAt(3), '{"at":3}');
  await clock.advance(1000);
  expect(journal.problem).toBe('database or disk is full (2 entries wait)');
  expect(journal.durableSeq).toBe(1);
  refuse = false;
  await clock.advance(600);
  expect([journal.problem, journal.durableSeq, journal.durableSamples]).toEqual([null, 2, 1]);
  const row = new DatabaseSync(path, { readOnly: true })
    .prepare('SELECT id, session_ms, seq, sample_row, body FROM checkpoint')
    .all();
  expect(row).toEqual([{ id: 1, session_ms: 300, seq: 2, sample_row: 1, body: '{"at":3}' }]);
});

it('a thread that cannot be made is said, never thrown', async () => {
  const bad = { href: 1 } as unknown as URL;
  expect(await Journal.open(join(ownFolder(), 'j.sqlite'), header, bad)).toMatchObject({ ok: false });
});

it('a thread that leaves without a word is told', async () => {
  const leaving = join(ownFolder(), 'leaving.mjs');
  writeFileSync(
    leaving,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', () => process.exit(3));`,
  );
  const opened = await Journal.open(join(ownFolder(), 'j.sqlite'), header, new URL(`file://${leaving}`));
  expect(opened).toEqual({ ok: false, problem: 'journal thread ended (exit code 3)' });
});

it('an entry that could not be handed over is not overtaken: it is never called recorded while it is missing', async () => {
  const { clock, line, journal, path } = await pair();
  const { post } = line.journal;
  line.journal.post = () => {
    throw new Error('cannot be copied');
  };
  journal.event(note('first'), 0, 0);
  expect(journal.problem).toContain('could not be handed over');
  line.journal.post = post;
  journal.event(note('second'), 0, 0);
  await clock.advance(10);
  expect(journal.durableSeq).toBe(2);
  expect(journal.problem).toBeNull();
  expect(readJournal(path).events.map(({ seq }) => seq)).toEqual([1, 2]);
});
