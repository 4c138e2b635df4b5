import { minutesSeconds, missingText, number } from '../../domain/text/format.ts';
import type { Moment } from '../figures/alarm-log.ts';
import { html, type Markup } from '../markup.ts';
import type { ReportInput } from '../report-input.ts';

/** A heading over a list of names and values; an empty value is shown as missing, never left out. */
export const fieldList = (
  heading: string,
  fields: readonly (readonly [name: string, value: string | Markup])[],
): Markup =>
  html`<section><h2>${heading}</h2><dl>${fields.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value === '' ? missingText : value}</dd></div>`,
  )}</dl></section>`;

/** Session time of a column, "62:05". */
export const sessionTime = (sessionMs: number): string => minutesSeconds(sessionMs / 1000);

/** Minutes with one decimal. */
export const minutes = (value: number): string => number(value, 1);

/** A value with its unit, or `---`. */
export const orMissing = (value: number | null, write: (value: number) => string): string =>
  value === null ? missingText : write(value);

/** A moment in a column: time of day, session time under it. */
export const moment = ({ time }: Pick<ReportInput, 'time'>, { sessionMs, wallMs }: Moment): Markup =>
  html`${time.time(wallMs)}<br><span class="soft">${sessionTime(sessionMs)}</span>`;
