import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { decodeEvent, decodeHeader } from '../../../electron/record/codec/codec.ts';
import { readRun } from '../../../electron/record/read-run.ts';
import type { RunRecord } from '../../../electron/record/run-record.ts';
import { journalVersion } from '../../../electron/record/schema.ts';
import { computeFigures } from '../../../electron/report/figures.ts';
import { reportHtml } from '../../../electron/report/html.ts';
import { newReportCurves } from '../../../electron/report/report-input.ts';
import { unsigned } from '../../../electron/report/standing.ts';
import { wallTime } from '../../../electron/report/wall-time.ts';
import { dictionaries } from '../../../electron/report/write-report.ts';
import { syntheticHeader } from '../../support/synthetic-header.ts';
import { note } from './example-run.ts';
import { ownFolder, readJournal } from './journals.ts';

const golden = (name: string): string => join(import.meta.dirname, 'golden', `${name}.sqlite`);

/** A copy of a golden journal, changed by SQL as no console would. */
function changed(name: string, sql: string): string {
  const path = join(ownFolder(), 'journal.sqlite');
  copyFileSync(golden(name), path);
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
  return path;
}
const problemOf = (path: string): string => {
  const read = readRun(path);
  if (read.ok) read.record.close();
  return read.ok ? '' : read.problem;
};
const htmlOf = (record: RunRecord, language: 'en' | 'zh' = 'en'): string =>
  reportHtml({
    header: record.header,
    events: record.events,
    figures: computeFigures(record),
    curves: newReportCurves().finish(),
    ...unsigned,
    paper: 'A4',
    ...dictionaries[language],
    time: wallTime(record.header),
    addenda: [],
  });

describe('what this console writes', () => {
  it('is read back as it was, to the last field', () => {
    const db = new DatabaseSync(golden('journal-8'), { readOnly: true });
    const rows = db.prepare('SELECT type, body FROM event').all();
    db.close();
    expect(rows.length).toBeGreaterThan(50);
    for (const { type, body } of rows) {
      expect(decodeEvent(type as string, body as string, journalVersion)).toEqual(JSON.parse(body as string));
    }
  });
});

describe('an event that no console wrote', () => {
  const kept = note('kept');

  it.each([
    ['broken JSON', '{"type":"action"', /JSON/],
    ['no object', '[]', /it is no object/],
    ['a field that is missing', '{"type":"heat-held"}', /reason: /],
    ['a field that is not known', '{"type":"heat-released","why":"x"}', /"why"/],
    ['a value that is not known', '{"type":"heat-held","reason":"moon"}', /reason: /],
    ['a bare name in place of an actor', '{"type":"audio-paused","by":"P","seconds":120}', /by: /],
    ['another type than its row says', JSON.stringify(kept), /type: it is of action/],
  ])('%s: it is kept as it stands, with why', (_, body, why) => {
    const [, named = 'phase'] = /"type":"([^"]+)"/.exec(body) ?? [];
    const was = body === JSON.stringify(kept) ? 'phase' : named;
    expect(decodeEvent(was, body, journalVersion)).toEqual({
      type: 'unreadable',
      was,
      body,
      why: expect.stringMatching(why),
    });
  });

  it('costs the record nothing else, and stands on paper', () => {
    const path = changed(
      'journal-3',
      `UPDATE event SET body = '{"type":"heat-released","x":1}' WHERE type = 'heat-released'`,
    );
    const record = readJournal(path);
    const whole = readJournal(golden('journal-3'));
    expect(record.events).toHaveLength(whole.events.length);
    expect(computeFigures(record).outcome).toBe('completed');
    for (const [language, words] of [
      ['en', 'An entry of the record (heat-released) cannot be read'],
      ['zh', '记录中的一项（heat-released）无法读取'],
    ] as const) {
      const html = htmlOf(record, language);
      // In the timeline, and among the deviations.
      expect(html.split(words)).toHaveLength(3);
    }
    whole.close();
    record.close();
  });
});

describe('a header that no console wrote', () => {
  it('is refused, with the field; the file is left as it is', () => {
    const path = changed(
      'journal-3',
      "UPDATE meta SET value = json_remove(value, '$.preset.minutes') WHERE key = 'header'",
    );
    const before = readFileSync(path);
    expect(problemOf(path)).toMatch(
      /journal\.sqlite: its header is not one of a run \(preset\.minutes: .*left as it is/,
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('of an older version is not taken for one of this', () => {
    expect(() => decodeHeader('header', JSON.stringify({ ...syntheticHeader, startedBy: 'P' }), 3)).toThrow(
      /startedBy: /,
    );
  });
});

describe('a sample that no console wrote', () => {
  it.each([
    ["phase = 'moon'", /phase of sample \d+ is "moon"/],
    ["requested_mode = 'full-power'", /requested_mode of sample \d+ is "full-power"/],
    ["core_celsius = NULL, core_celsius_missing = 'lost'", /core_celsius_missing of sample \d+ is "lost"/],
    ['in_band = 7', /in_band of sample \d+ is 7/],
  ])('%s: is named, not believed', (set, why) => {
    const path = changed(
      'journal-3',
      `UPDATE sample SET ${set} WHERE rowid = (SELECT max(rowid) FROM sample)`,
    );
    const record = readJournal(path);
    expect(() => [...record.samples()]).toThrow(why);
    record.close();
  });
});

describe('a journal of version 1 from before checks and additions', () => {
  it('is read and reported; what was not recorded is said to be not recorded', () => {
    const path = changed(
      'journal-1a',
      "UPDATE meta SET value = json_remove(value, '$.case.checks') WHERE key = 'header'",
    );
    const record = readJournal(path);
    expect(record.header.case.checks).toBeNull();
    expect(htmlOf(record).split('not recorded').length).toBeGreaterThanOrEqual(3);
    record.close();
  });
});

describe('a journal of a newer console', () => {
  it('is refused before anything in it is looked at, and left as it is', () => {
    const path = changed(
      'journal-3',
      `UPDATE meta SET value = '{}'; DROP TABLE sample; PRAGMA user_version = ${journalVersion + 1}`,
    );
    const before = readFileSync(path);
    expect(problemOf(path)).toMatch(
      new RegExp(
        `written by a newer console \\(journal version ${journalVersion + 1}, this one reads up to ${journalVersion}\\)`,
      ),
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});
