import { minutesSeconds, missingText, number } from '../../electron/contract/text.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** Wall time as the clock on the wall says it: "14:32". */
export function wallTime(ms: number): string {
  const date = new Date(ms);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** "14:32:07" */
export const wallTimeSeconds = (ms: number): string => `${wallTime(ms)}:${two(new Date(ms).getSeconds())}`;

/** "2026-03-02" */
export function wallDate(ms: number): string {
  const date = new Date(ms);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** One decimal: for limits and targets, which have no more. */
export const oneDecimal = (celsius: number): string => number(celsius, 1);

/** A target as it was set, with one decimal at least: "42.5", "42.25". */
export const asSet = (celsius: number): string =>
  number(celsius, Number.isInteger(Math.round(celsius * 100) / 10) ? 1 : 2);

/** What is added to a reading, with its sign: none where nothing would be seen of it. */
export const addedKelvin = (kelvin: number): string[] =>
  Math.abs(kelvin) < 0.005 ? [] : [`${kelvin < 0 ? '−' : '+'}${number(Math.abs(kelvin), 2)}`];

export { minutesSeconds, missingText, number };
