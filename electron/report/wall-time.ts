import { offsetText, type TimeZone } from '../domain/time-zone.ts';

/** In which zone the times of a document are, and why in that one. */
export type PrintedZone =
  | { readonly kind: 'named'; readonly name: string; readonly offset: string }
  /** The record does not say its zone: UTC. */
  | { readonly kind: 'not-recorded' }
  /** The offset at the start of the run throughout: the zone has no name, or none that can be used here. */
  | { readonly kind: 'unnamed'; readonly offset: string }
  | { readonly kind: 'unknown-here' | 'other-here'; readonly name: string; readonly offset: string };

/** Wall time as printed: ISO dates and 24-hour clock in the zone of the run, whatever that of this computer is. */
export interface WallTime {
  /** "2026-03-02" */
  readonly date: (wallMs: number) => string;
  /**
   * "14:32:05". With its date on another day than the run began, and with its offset where that is another than at the
   * start, or where the hour comes twice: "2026-10-25 02:10:00 +01:00".
   */
  readonly time: (wallMs: number) => string;
  /** ISO 8601 with milliseconds and offset. */
  readonly iso: (wallMs: number) => string;
  readonly zone: PrintedZone;
  /** Offsets that came into force up to then, each with the moment as printed. */
  readonly changes: (untilWallMs: number) => readonly { readonly at: string; readonly offset: string }[];
}

interface Begun {
  readonly startedWallMs: number;
  /** `null`: the record does not say. */
  readonly timeZone: TimeZone | null;
}

/** The times of a record. No zone costs a document: where its name is of no use, its offset at the start is. */
export function wallTime({ startedWallMs: began, timeZone }: Begun): WallTime {
  const startedWallMs = isDate(began) ? began : 0;
  const { zone, offsetAt } = placed(startedWallMs, timeZone);
  const startOffset = offsetAt(startedWallMs);
  const local = (wallMs: number): string => new Date(wallMs + offsetAt(wallMs) * 60_000).toISOString();
  const date = (wallMs: number): string => local(wallMs).slice(0, 10);
  const startDate = date(startedWallMs);
  const marked = (wallMs: number): boolean =>
    offsetAt(wallMs) !== startOffset || comesTwice(wallMs, offsetAt);
  const time = (wallMs: number): string => {
    const day = date(wallMs) === startDate ? '' : `${date(wallMs)} `;
    const offset = marked(wallMs) ? ` ${offsetText(offsetAt(wallMs))}` : '';
    return `${day}${local(wallMs).slice(11, 19)}${offset}`;
  };
  return {
    date: (wallMs) => (isDate(wallMs) ? date(wallMs) : '----------'),
    time: (wallMs) => (isDate(wallMs) ? time(wallMs) : '--:--:--'),
    iso: (wallMs) => (isDate(wallMs) ? local(wallMs).replace('Z', offsetText(offsetAt(wallMs))) : ''),
    zone,
    changes: (untilWallMs) =>
      changesOf(startedWallMs, untilWallMs, offsetAt).map((wallMs) => ({
        at: time(wallMs),
        offset: utc(offsetAt(wallMs)),
      })),
  };
}

/** A day before the year 10000, ms: what lies outside is no time a computer had, and costs no document. */
const lastMs = Date.UTC(9999, 11, 31);
const isDate = (wallMs: number): boolean => wallMs >= 0 && wallMs <= lastMs;
/** No zone is further from UTC, min. */
const furthestMinutes = 24 * 60;

type OffsetAt = (wallMs: number) => number;
interface Placed {
  readonly zone: PrintedZone;
  readonly offsetAt: OffsetAt;
}

function placed(startedWallMs: number, timeZone: TimeZone | null): Placed {
  if (timeZone === null || !(Math.abs(timeZone.offsetMinutes) < furthestMinutes))
    return { zone: { kind: 'not-recorded' }, offsetAt: () => 0 };
  const { name, offsetMinutes } = timeZone;
  const offset = utc(offsetMinutes);
  const fixed: OffsetAt = () => offsetMinutes;
  if (name === null) return { zone: { kind: 'unnamed', offset }, offsetAt: fixed };
  const offsetAt = offsetsOf(name);
  if (offsetAt === null) return { zone: { kind: 'unknown-here', name, offset }, offsetAt: fixed };
  // Rules of zones change; what the screen of the run showed is what was recorded.
  if (offsetAt(startedWallMs) !== offsetMinutes) {
    return { zone: { kind: 'other-here', name, offset }, offsetAt: fixed };
  }
  return { zone: { kind: 'named', name, offset }, offsetAt };
}

const utc = (offsetMinutes: number): string => `UTC${offsetText(offsetMinutes)}`;
/** Zones change their offset at a quarter of an hour of UTC, ms. */
const quarterMs = 15 * 60_000;

/** `null`: no such zone is known here. */
function offsetsOf(name: string): OffsetAt | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
  const known = new Map<number, number>();
  return (wallMs) => {
    const quarter = Math.floor(wallMs / quarterMs);
    const offset = known.get(quarter) ?? offsetIn(format, quarter * quarterMs);
    known.set(quarter, offset);
    return offset;
  };
}

/** "GMT+01:00", or "GMT" alone. */
function offsetIn(format: Intl.DateTimeFormat, wallMs: number): number {
  const named = format.formatToParts(wallMs).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /([+-])(\d+):(\d+)/.exec(named) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/** No zone is set by more at once, ms. */
const lookAroundMs = 3 * 3_600_000;

/** Another moment shows the same time of day on the same date. */
function comesTwice(wallMs: number, offsetAt: OffsetAt): boolean {
  const offset = offsetAt(wallMs);
  return [wallMs - lookAroundMs, wallMs + lookAroundMs].some((around) => {
    const other = offsetAt(around);
    return other !== offset && offsetAt(wallMs + (offset - other) * 60_000) === other;
  });
}

/** More than two days is no run but a clock that was set; every time that differs has its offset by itself, ms. */
const longestMs = 48 * 3_600_000;

function changesOf(fromWallMs: number, untilWallMs: number, offsetAt: OffsetAt): number[] {
  const changes: number[] = [];
  const end = Math.min(untilWallMs, fromWallMs + longestMs);
  for (let at = (Math.floor(fromWallMs / quarterMs) + 1) * quarterMs; at <= end; at += quarterMs) {
    if (offsetAt(at) !== offsetAt(at - quarterMs)) changes.push(at);
  }
  return changes;
}
