import { describe, expect, it } from 'vitest';
import type { TimeZone } from '../../../electron/domain/time-zone.ts';
import { wallTime } from '../../../electron/report/wall-time.ts';
import { timeEn, timeZh } from '../../../electron/report/words/time-words.ts';

const at = (iso: string): number => Date.parse(iso);
const berlin = (offsetMinutes: number): TimeZone => ({ name: 'Europe/Berlin', offsetMinutes });
const begun = (started: string, timeZone: TimeZone | null) =>
  wallTime({ startedWallMs: at(started), timeZone });
/** Each moment as printed. */
const printed = (time: ReturnType<typeof begun>, ...moments: string[]) =>
  moments.map((moment) => time.time(at(moment)));

describe('times of a run on an ordinary day', () => {
  it('are times of day in its zone, without more', () => {
    const time = begun('2026-03-02T08:12:40Z', berlin(60));
    expect(time.date(at('2026-03-02T08:12:40Z'))).toBe('2026-03-02');
    expect(printed(time, '2026-03-02T08:12:40Z', '2026-03-02T22:59:59.900Z')).toEqual([
      '09:12:40',
      '23:59:59',
    ]);
    expect(time.iso(at('2026-03-02T08:12:40.5Z'))).toBe('2026-03-02T09:12:40.500+01:00');
    expect(time.changes(at('2026-03-02T12:00:00Z'))).toEqual([]);
    expect(timeEn.zone(time.zone)).toBe('Europe/Berlin, UTC+01:00');
  });

  it.each([
    ['Asia/Kolkata', 330, '13:42:40', '+05:30'],
    ['America/St_Johns', -210, '04:42:40', '-03:30'],
    ['Australia/Lord_Howe', 660, '19:12:40', '+11:00'],
    ['UTC', 0, '08:12:40', '+00:00'],
  ] as const)('in %s', (name, offsetMinutes, shown, offset) => {
    const time = begun('2026-03-02T08:12:40Z', { name, offsetMinutes });
    expect(printed(time, '2026-03-02T08:12:40Z')).toEqual([shown]);
    expect(time.iso(at('2026-03-02T08:12:40Z'))).toMatch(new RegExp(`${shown}\\.000\\${offset}$`));
  });
});

describe('times of a run over midnight', () => {
  it('have their date from then on', () => {
    const time = begun('2026-03-02T22:40:00Z', berlin(60));
    expect(
      printed(
        time,
        '2026-03-02T22:40:00Z',
        '2026-03-02T22:59:59Z',
        '2026-03-02T23:00:00Z',
        '2026-03-03T00:10:00Z',
      ),
    ).toEqual(['23:40:00', '23:59:59', '2026-03-03 00:00:00', '2026-03-03 01:10:00']);
  });
});

describe('times of a run in the night summer time ends', () => {
  const time = begun('2026-10-25T00:30:00Z', berlin(120));

  it('have their offset where the hour comes twice, and from the change on', () => {
    const moments = [
      '2026-10-24T23:59:00Z',
      '2026-10-25T00:10:00Z',
      '2026-10-25T00:59:59Z',
      '2026-10-25T01:10:00Z',
      '2026-10-25T02:05:00Z',
    ];
    expect(printed(time, ...moments)).toEqual([
      '01:59:00',
      '02:10:00 +02:00',
      '02:59:59 +02:00',
      '02:10:00 +01:00',
      '03:05:00 +01:00',
    ]);
  });

  it('name the change beside the zone', () => {
    expect(time.changes(at('2026-10-25T03:00:00Z'))).toEqual([
      { at: '02:00:00 +01:00', offset: 'UTC+01:00' },
    ]);
    expect(time.changes(at('2026-10-25T00:59:00Z'))).toEqual([]);
  });

  it('never show two moments as one', () => {
    const shown = new Set<string>();
    for (let minute = 0; minute < 240; minute += 1) {
      const now = time.time(at('2026-10-24T22:00:00Z') + minute * 60_000);
      expect(shown.has(now)).toBe(false);
      shown.add(now);
    }
  });
});

describe('times of a run in the night summer time begins', () => {
  it('have their offset from the change on; no hour comes twice', () => {
    const time = begun('2026-03-29T00:50:00Z', berlin(60));
    expect(printed(time, '2026-03-29T00:50:00Z', '2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z')).toEqual([
      '01:50:00',
      '01:59:59',
      '03:00:00 +02:00',
    ]);
  });

  it('where it is set by half an hour: only that half hour comes twice', () => {
    const time = begun('2026-04-04T14:00:00Z', { name: 'Australia/Lord_Howe', offsetMinutes: 660 });
    expect(printed(time, '2026-04-04T14:20:00Z', '2026-04-04T14:40:00Z', '2026-04-04T15:10:00Z')).toEqual([
      '01:20:00',
      '01:40:00 +11:00',
      '01:40:00 +10:30',
    ]);
  });
});

describe('a zone that is of no use here costs no document, and it is said', () => {
  const start = '2026-03-02T08:12:40Z';

  it('an offset that no zone has, and a time that no computer had', () => {
    const startedWallMs = Date.UTC(2026, 2, 2, 10);
    const far = wallTime({ startedWallMs, timeZone: { name: null, offsetMinutes: 1e12 } });
    expect([far.zone.kind, far.time(startedWallMs)]).toEqual(['not-recorded', '10:00:00']);
    const { time, date, iso } = wallTime({
      startedWallMs,
      timeZone: { name: 'Europe/Berlin', offsetMinutes: 60 },
    });
    for (const odd of [9e15, -9e15, 9.3e18, Number.NaN, Number.POSITIVE_INFINITY])
      expect([time(odd), date(odd), iso(odd)]).toEqual(['--:--:--', '----------', '']);
    expect(wallTime({ startedWallMs: 9e15, timeZone: null }).time(startedWallMs)).toMatch(/10:00:00$/);
  });

  it('a name that Intl does not know', () => {
    const time = begun(start, { name: 'Mars/Olympus', offsetMinutes: 75 });
    expect(printed(time, start)).toEqual(['09:27:40']);
    expect(timeEn.zone(time.zone)).toBe(
      'UTC+01:15, the offset at the start of the run; time zone Mars/Olympus is not known to this console',
    );
    expect(timeZh.zone(time.zone)).toContain('Mars/Olympus');
  });

  it('no name at all', () => {
    const time = begun(start, { name: null, offsetMinutes: -180 });
    expect(printed(time, start)).toEqual(['05:12:40']);
    expect(timeEn.zone(time.zone)).toMatch(
      /^UTC-03:00, the offset at the start of the run; its computer knew/,
    );
  });

  it('a name whose offset was another then than it is here', () => {
    const time = begun(start, berlin(120));
    expect(printed(time, start)).toEqual(['10:12:40']);
    expect(timeEn.zone(time.zone)).toMatch(/^UTC\+02:00, .* this console has another for Europe\/Berlin$/);
  });

  it('nothing on record', () => {
    const time = begun(start, null);
    expect(printed(time, start)).toEqual(['08:12:40']);
    expect(timeEn.zone(time.zone)).toBe('UTC, as the record does not say its time zone');
  });
});

describe('a clock that was set by years', () => {
  it('takes no longer, and names no changes of the years between', () => {
    const time = begun('2026-03-02T08:12:40Z', berlin(60));
    expect(time.changes(at('2096-03-02T08:12:40Z'))).toEqual([]);
    expect(printed(time, '2027-07-02T08:12:40Z')).toEqual(['2027-07-02 10:12:40 +02:00']);
  });
});
