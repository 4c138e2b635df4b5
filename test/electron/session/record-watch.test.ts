import { existsSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alarmText } from '../../../electron/domain/text/dictionary.ts';
import { en } from '../../../electron/domain/text/en.ts';
import { openWriter } from '../../../electron/record/writer.ts';
import { perfusionistNamed } from '../../support/people.ts';
import { demoCase } from '../../support/treatment.ts';
import { guarded, type Pair, pair } from '../record/paired.ts';
import { OpenConsole } from './open-console.ts';

let console: OpenConsole;
beforeEach(() => {
  console = new OpenConsole();
});
afterEach(() => console.close());

/** A run, or a rescue, whose journal is at the other end of a line that the test holds. */
async function journalOf(journals: OpenConsole['journals'], writer = openWriter): Promise<Pair> {
  const made = await pair(writer, console.clock);
  journals.push(async () => ({ ok: true, journal: made.journal }));
  return made;
}

async function started(writer = openWriter): Promise<Pair> {
  await console.clock.advance(1000);
  const made = await journalOf(console.journals, writer);
  expect(await console.start()).toBeNull();
  await console.clock.advance(500);
  return made;
}

const failing = () =>
  console.load().run?.alarms.find(({ code, clearedMs }) => code === 'storage-failing' && clearedMs === null);

describe('a disk that hangs, in a run', () => {
  it('is an alarm after 3 s that says how far the record is behind, and over when it answers', async () => {
    const { line } = await started();
    line.hold();
    await console.clock.advance(2900);
    expect(failing()).toBeUndefined();
    await console.clock.advance(600);
    expect(failing()).toMatchObject({ priority: 'medium' });
    await console.clock.advance(9000);
    const figures = console
      .load()
      .run?.alarmSystem.figures.find(({ id }) => id.startsWith('storage-failing'));
    expect(figures?.value).toBeGreaterThan(12);
    expect(figures?.value).toBeLessThan(13);
    const alarm = failing();
    if (alarm === undefined) throw new Error('no alarm');
    const title = alarmText(en, { ...alarm, value: 12.5 }, demoCase()).title;
    expect(title).toBe('The console cannot write its record, behind by 12.5 s');
    line.release();
    await console.clock.advance(500);
    expect(failing()).toBeUndefined();
  });

  it('a file that somebody removes is back at once, and told for a minute', async () => {
    const removed = () => console.load().run?.alarms.find(({ code }) => code === 'record-removed');
    const { path } = await started();
    await console.clock.advance(2000);
    expect(removed()).toBeUndefined();
    rmSync(path);
    await console.clock.advance(1500);
    expect(existsSync(path)).toBe(true);
    expect(removed()).toMatchObject({ priority: 'low' });
    expect(failing()).toBeUndefined();
    await console.clock.advance(58_000);
    expect(removed()).toMatchObject({ clearedMs: null });
    await console.clock.advance(3_000);
    expect(removed()).toBeUndefined();
  });

  it('what the tables refuse stands among the events', async () => {
    let refuse = false;
    await started(
      guarded((entry) => {
        if (refuse && entry === 'sample') throw new RangeError('no such number');
      }),
    );
    refuse = true;
    await console.clock.advance(500);
    refuse = false;
    await console.clock.advance(500);
    const run = console.load().run;
    const told = run?.events.filter(({ event }) => event.type === 'entry-set-aside');
    expect(told).toMatchObject([{ event: { of: 'sample', why: 'no such number' } }]);
    expect(run?.durableSeq).toBeGreaterThanOrEqual(told?.[0]?.seq ?? Number.POSITIVE_INFINITY);
    expect(failing()).toBeUndefined();
  });
});

it('a disk that hangs in a rescue is an alarm as well', async () => {
  await console.clock.advance(1000);
  const { line } = await journalOf(console.rescueJournals);
  expect(console.engine.rescue(perfusionistNamed('P'), 'drain', 0)).toEqual({ taken: true });
  await console.clock.advance(500);
  line.hold();
  await console.clock.advance(3500);
  const alarms = () => console.load().machine.alarms.map(({ code }) => code);
  expect(alarms()).toContain('storage-failing');
  line.release();
  await console.clock.advance(500);
  expect(alarms()).not.toContain('storage-failing');
});
