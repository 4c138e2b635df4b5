import type { WallTime } from '../../report/wall-time.ts';
import { plainText } from '../plain-text.ts';

/** A time of day with its date, as a clock on the wall showed it. */
export interface LocalTime {
  /** ms since 1970-01-01 00:00 of that clock. */
  readonly localMs: number;
}

/** `null`: nothing is known, the cell stays empty. */
export type Cell = string | number | boolean | LocalTime | null;

/** Time of the wall in the zone of the run, and that zone's offset beside it: two cells. */
export function wallCells(time: WallTime, wallMs: number): readonly [LocalTime | null, string | null] {
  const iso = time.iso(wallMs);
  if (iso === '') return [null, null];
  return [{ localMs: Date.parse(`${iso.slice(0, 23)}Z`) }, iso.slice(23)];
}

/** To a thousandth; `null` stays. */
export const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1000) / 1000;

/** Cells of a text hold so many UTF-16 units in every spreadsheet; what is longer is cut, and says so. */
const mostUnits = 32_767;
const cutMark = ' … [cut: the whole text is in session.json]';

/** A text as XML, with what XML or a spreadsheet cannot hold shown by another character. */
export function cellXml(text: string): string {
  const plain = plainText(text);
  return escaped(plain.length <= mostUnits ? plain : `${head(plain, mostUnits - cutMark.length)}${cutMark}`);
}

/** Never half a character. */
const head = (text: string, units: number): string => text.slice(0, units).replace(/[\ud800-\udbff]$/, '');

/** `_x0041_` in a cell is read as "A" (ECMA-376 part 1, 22.9.2.19), so its first `_` is written as such a code itself. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
