import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../electron/domain/run-event.ts';
import type { TimeZone } from '../../../electron/domain/time-zone.ts';
import type { RunRecord } from '../../../electron/record/run-record.ts';
import { sampleLines } from '../../../electron/report/csv.ts';
import { computeFigures } from '../../../electron/report/figures.ts';
import { reportHtml } from '../../../electron/report/html.ts';
import { newReportCurves } from '../../../electron/report/report-input.ts';
import { unsigned } from '../../../electron/report/standing.ts';
import { summaryOf } from '../../../electron/report/summary.ts';
import { wallTime } from '../../../electron/report/wall-time.ts';
import { dictionaries } from '../../../electron/report/write-report.ts';
import { note } from '../record/example-run.ts';
import { ended, header, phaseEvent, samplesBetween } from './small-record.ts';

const program = join(import.meta.dirname, 'documents-program.ts');
const minuteMs = 60_000;

/** A run of 100 minutes in the night summer time ends, a note every 20. */
function nightRun(startedAt: string, timeZone: TimeZone | null): RunRecord {
  const startedWallMs = Date.parse(startedAt);
  const timed: [number, RunEvent][] = [
    [0, phaseEvent('treatment')],
    ...[20, 40, 60, 80].map((minute): [number, RunEvent] => [minute * minuteMs, note(`at ${minute} min`)]),
    [100 * minuteMs, ended('completed')],
  ];
  return {
    header: { ...header, startedWallMs, timeZone },
    events: timed.map(([sessionMs, event], index) => ({
      seq: index + 1,
      sessionMs,
      wallMs: startedWallMs + sessionMs,
      event,
    })),
    *samples() {
      for (const sample of samplesBetween(0, 2000))
        yield { ...sample, wallMs: startedWallMs + sample.sessionMs };
    },
    close() {},
  };
}

const textOf = (record: RunRecord): string =>
  reportHtml({
    header: record.header,
    events: record.events,
    figures: computeFigures(record),
    curves: newReportCurves().finish(),
    ...unsigned,
    paper: 'A4',
    ...dictionaries.en,
    time: wallTime(record.header),
    addenda: [],
  })
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('the report of a run in the night of the change', () => {
  const text = textOf(nightRun('2026-10-25T00:40:00Z', { name: 'Europe/Berlin', offsetMinutes: 120 }));

  it('opens with two times that cannot be mistaken', () => {
    expect(text).toContain('2026-10-25 02:40:00 +02:00 – 03:20:00 +01:00');
  });

  it('has each entry after the one before', () => {
    const rows = [
      '02:00:00 +01:00 20:00',
      '02:20:00 +01:00 40:00',
      '02:40:00 +01:00 60:00',
      '03:00:00 +01:00 80:00',
    ];
    let from = text.indexOf('Timeline');
    for (const row of rows) {
      const at = text.indexOf(row, from);
      expect(at, row).toBeGreaterThan(from);
      from = at;
    }
  });

  it('names the zone and its change', () => {
    expect(text).toContain('Times of day: Europe/Berlin, UTC+02:00, from 02:00:00 +01:00 UTC+01:00.');
  });
});

describe('a run over midnight', () => {
  it('has the date with each entry of the second day', () => {
    const text = textOf(nightRun('2026-03-02T22:40:00Z', { name: 'Europe/Berlin', offsetMinutes: 60 }));
    expect(text).toContain('2026-03-02 23:40:00 – 2026-03-03 01:20:00');
    expect(text).toContain('2026-03-03 00:00:00 20:00');
  });
});

describe('a clock that was set in the run', () => {
  const base = nightRun('2026-03-02T08:00:00Z', { name: 'UTC', offsetMinutes: 0 });
  const setBack = (clock: 'wall' | 'rig'): RunRecord => ({
    ...base,
    events: base.events.flatMap((kept) => {
      if (kept.sessionMs < 40 * minuteMs) return [kept];
      const later = { ...kept, seq: kept.seq + 1, wallMs: kept.wallMs - 3_600_000 };
      if (kept.sessionMs > 40 * minuteMs) return [later];
      const event: RunEvent = { type: 'clock-stepped', clock, bySeconds: -3600 };
      return [{ ...kept, sessionMs: kept.sessionMs - 1000, wallMs: later.wallMs - 1000, event }, later];
    }),
  });

  it('is told with the old time and the new, and what the times after it are', () => {
    const text = textOf(setBack('wall'));
    expect(text).toContain('s; session time did not follow; clock set from 08:39:59 to 07:39:59');
    expect(text).toContain('The clock of the computer was set during the run');
    // The end is the last thing on record, not the highest time.
    expect(text).toContain('08:00:00 – 08:40:00');
  });

  it('of the rig is none that times are of', () => {
    expect(textOf(setBack('rig'))).not.toContain('clock set from');
  });
});

describe('the data', () => {
  const record = nightRun('2026-10-25T00:40:00Z', { name: 'Europe/Berlin', offsetMinutes: 120 });

  it('samples.csv has each time in UTC, and in the zone of the run with its offset', () => {
    const { head, line } = sampleLines(record.header);
    const [first] = [...record.samples()];
    if (first === undefined) throw new Error('no samples');
    const cells = (at: typeof first) =>
      Object.fromEntries(
        head
          .trim()
          .split(',')
          .map((name, index) => [name, line(at).trim().split(',')[index]]),
      );
    expect(cells(first)).toMatchObject({
      wall_time_utc: '2026-10-25T00:40:00.100Z',
      wall_time: '2026-10-25T02:40:00.100+02:00',
    });
    expect(cells({ ...first, wallMs: first.wallMs + 30 * minuteMs })).toMatchObject({
      wall_time: '2026-10-25T02:10:00.100+01:00',
    });
  });

  it('summary.json names the zone, and says null where the record does not', () => {
    expect(summaryOf(record.header, computeFigures(record)).timeZone).toEqual({
      name: 'Europe/Berlin',
      offsetMinutes: 120,
    });
    const old = nightRun('2026-10-25T00:40:00Z', null);
    expect(summaryOf(old.header, computeFigures(old)).timeZone).toBeNull();
  });
});

describe('the computer that prints', () => {
  it('makes the same documents in whatever zone it is, or believes to be', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'isotherm-zones-'));
    const made: string[] = [];
    try {
      for (const [index, TZ] of ['Asia/Tokyo', '', 'Mars/Olympus', 'America/New_York'].entries()) {
        const to = join(folder, String(index));
        await promisify(execFile)(process.execPath, [program, to], { env: { ...process.env, TZ } });
        made.push(
          ['report.html', 'samples.csv', 'summary.json', 'rescue.html']
            .map((name) => readFileSync(join(to, name), 'utf8'))
            .join('\n'),
        );
      }
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    }
    expect(made[0]).toContain('09:12:40');
    expect(new Set(made).size).toBe(1);
  });
});
