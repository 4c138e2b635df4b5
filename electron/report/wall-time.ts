/** Wall time as printed: ISO dates and 24-hour clock in one time zone, which is named. */
export interface WallTime {
  /** "2026-03-02" */
  readonly date: (wallMs: number) => string;
  /** "14:32:05" */
  readonly time: (wallMs: number) => string;
  /** "Europe/Berlin, UTC+01:00" */
  readonly zone: (wallMs: number) => string;
}

/** `timeZone`: an IANA name. Throws a `RangeError` for any other. */
export function wallTime(timeZone: string): WallTime {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  });
  const parts = (wallMs: number) =>
    Object.fromEntries(format.formatToParts(wallMs).map(({ type, value }) => [type, value]));
  return {
    date: (wallMs) => {
      const { year, month, day } = parts(wallMs);
      return `${year}-${month}-${day}`;
    },
    time: (wallMs) => {
      const { hour, minute, second } = parts(wallMs);
      return `${hour}:${minute}:${second}`;
    },
    zone: (wallMs) => {
      const offset = parts(wallMs).timeZoneName?.replace('GMT', 'UTC') ?? '';
      return offset === 'UTC' || timeZone === 'UTC' ? 'UTC' : `${timeZone}, ${offset}`;
    },
  };
}
