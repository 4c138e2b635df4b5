/** The time zone of a computer at one moment. */
export interface TimeZone {
  /** IANA name, "Europe/Berlin"; `null`: the system does not know it. */
  readonly name: string | null;
  /** Ahead of UTC, min. */
  readonly offsetMinutes: number;
}

/** "+01:00" */
export function offsetText(offsetMinutes: number): string {
  const minutes = Math.abs(offsetMinutes);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${offsetMinutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** ISO 8601 with milliseconds and offset: "2026-10-25T02:40:00.000+02:00". */
export const isoAtOffset = (wallMs: number, offsetMinutes: number): string =>
  new Date(wallMs + offsetMinutes * 60_000).toISOString().replace('Z', offsetText(offsetMinutes));
