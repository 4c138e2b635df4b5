import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../electron/domain/time.ts';
import { writeDocuments } from '../../../electron/program/documents.ts';
import { readRescue, readRun } from '../../../electron/record/read-run.ts';
import { openWriter } from '../../../electron/record/writer.ts';
import { type RescueJob, writeRescueReport } from '../../../electron/report/rescue/write-rescue-report.ts';
import { syntheticRescue, syntheticRescueHeader } from '../../support/synthetic-rescue.ts';
import { eventEntry, sampleEntry } from '../record/example-run.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'isotherm-rescue-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

let page = '';
const printPdf = async (html: string) => {
  page = html;
  return new TextEncoder().encode('%PDF-1.4');
};
const job = (change: Partial<RescueJob> = {}): RescueJob => ({
  record: syntheticRescue(),
  folder,
  language: 'en',
  printPdf,
  fontSheets: [],
  clock: systemClock,
  signal: new AbortController().signal,
  ...change,
});
/** Text as it is read, rows of tables on lines of their own. */
const read = (): string =>
  page
    .replaceAll(/<style>[\s\S]*?<\/style>/g, '')
    .replaceAll(/\s*\n\s*/g, '')
    .replaceAll(/<\/tr>|<\/h\d>|<\/dd>/g, '\n')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s*\n\s*/g, '\n')
    .replaceAll(/ +/g, ' ');

describe('the report of a rescue', () => {
  it('says why, what was written and when, what flowed and what came out', async () => {
    expect(await writeRescueReport(job())).toMatchObject({ summary: null, missing: [] });
    expect(readdirSync(folder).sort()).toEqual(['report.pdf', 'samples.csv']);
    const text = read();
    expect(text).toContain('Why The pump was found running at 1500 mL/min, circulating, with no run open');
    expect(text).toContain('Drained, by count 2\u202f000 mL');
    expect(text).toMatch(/0:00 0:10 nothing 1\u202f500 mL\/min/);
    expect(text).toMatch(/0:10 0:30 Standby off off 0 mL\/min/);
    expect(text).toMatch(/0:40 2:00 Drain off on 1\u202f000 mL\/min 1\u202f000 mL\/min/);
    expect(text).toMatch(/Rescue record ended, 2\u202f000 mL drained: drained until the line ran dry/);
    expect(text).toContain('SIMULATION');
    expect(page).not.toMatch(/<script|https?:|src=|href=/);
  });

  it('is written in Chinese as well', async () => {
    await writeRescueReport(job({ language: 'zh' }));
    expect(read()).toContain('应急记录');
    expect(read()).not.toMatch(/undefined|NaN|null/);
  });

  it('says in the language of the page what the machine was found doing, and how the drain ended', async () => {
    const { header, events, samples } = syntheticRescue();
    const told = (change: Partial<typeof header>, summary: string): RescueJob['record'] => {
      const changed = { ...header, ...change };
      const kept = events.map((one) => {
        if (one.event.type === 'rescue-started') return { ...one, event: { ...one.event, header: changed } };
        return one.event.type === 'rescue-ended' ? { ...one, event: { ...one.event, summary } } : one;
      });
      return { header: changed, events: kept, samples, close() {} };
    };
    const why = 'The machine was found: circulating.';
    for (const name of ['zh', 'after']) mkdirSync(join(folder, name));
    await writeRescueReport(job({ record: told({ why }, 'blocked') }));
    expect(read()).toContain('Why The machine was circulating');
    expect(read().match(/nothing came, and the cavity is not known to be empty/g)).toHaveLength(2);
    await writeRescueReport(
      job({ record: told({ why }, 'blocked'), folder: join(folder, 'zh'), language: 'zh' }),
    );
    expect(read().match(/设备正在循环/g)).toHaveLength(2);
    expect(read()).not.toMatch(/found|blocked/);
    const after = { why: 'Run A is over.', afterRunId: 'A' };
    await writeRescueReport(job({ record: told(after, ''), folder: join(folder, 'after'), language: 'zh' }));
    expect(read()).toContain('运行 A 已结束');
    expect(read()).not.toMatch(/is over/);
  });

  it('says that nobody ended it where the record breaks off, and counts by the samples', async () => {
    const whole = syntheticRescue();
    await writeRescueReport(job({ record: { ...whole, events: whole.events.slice(0, -1) } }));
    expect(read()).toContain('the record breaks off: nobody ended it');
    expect(read()).toContain('Drained, by count 2\u202f000 mL');
  });

  it('names no site of a probe in its data, and calls a change of volume a change', async () => {
    await writeRescueReport(job());
    const [head = '', first = ''] = readFileSync(join(folder, 'samples.csv'), 'utf8').split('\r\n');
    expect(head).toMatch(/^session_seconds,wall_time_utc,phase,t1_celsius,t2_celsius,t3_celsius,t4_celsius,/);
    expect(head).toContain(',cavity_volume_change_ml,');
    expect(first).toContain('requested=nothing-written');
  });
});

describe('a rescue record in a journal', () => {
  it('comes back as it was, is no run, and is reported like one', async () => {
    const path = join(folder, 'journal.sqlite');
    const writer = openWriter(path, syntheticRescueHeader);
    const { events, samples } = syntheticRescue();
    for (const sample of samples()) writer.write([sampleEntry(sample)], false);
    for (const event of events) writer.write([eventEntry(event)], true);
    writer.close();
    expect(readRun(path)).toEqual({
      ok: false,
      problem: `journal ${path}: it is a rescue record, not of a run.`,
    });
    const back = readRescue(path);
    if (!back.ok) throw new Error(back.problem);
    expect(back.record.header).toEqual(syntheticRescueHeader);
    expect(back.record.events).toEqual(events);
    expect([...back.record.samples()]).toEqual([...samples()]);
    back.record.close();
    const made = await writeDocuments({
      ...job(),
      journalPath: path,
      known: { status: 'preliminary', addenda: [], recordSha256: null },
      makeChartFiles: async () => [],
    });
    expect(made).toEqual({
      folder,
      report: join(folder, 'report.pdf'),
      samples: join(folder, 'samples.csv'),
      summary: null,
      problem: null,
    });
  });
});
