import { number } from '../../electron/contract/text.ts';
import { oneDecimal } from './format.ts';

/** On the trend. */
export const trend = {
  label: (from: string, to: string) => `Temperatures of T1 to T4 and patient core from ${from} to ${to}`,
  ceiling: (celsius: number) => `inflow ceiling ${oneDecimal(celsius)}`,
  limit: (celsius: number) => `limit ${number(celsius, 2)}`,
  limitOf: { inflow: 'inflow', cavity: 'cavity', control: 'control', core: 'core' },
  limitIs: (side: 'above' | 'below', celsius: string) => `${side === 'above' ? '≤' : '≥'}\u2009${celsius}`,
  band: (low: number, high: number) => `${oneDecimal(low)} – ${oneDecimal(high)}`,
  core: 'core',
  /** Of the newest reading; `minutes` `null`: it does not count any more. */
  coreByHand: (celsius: string, minutes: number | null) =>
    minutes === null ? `${celsius} by hand` : `${celsius} by hand, ${number(minutes)} min ago`,
  minutes: (value: number) => `${number(value)} min`,
  degrees: (celsius: number) => `${number(celsius)}°`,
  drug: 'D',
  alarm: 'A',
  several: (letter: string, count: number) => `${letter}${count}`,
  plannedDrug: (number: string) => `drug ${number}`,
  plannedEnd: 'planned end',
  plannedEndLater: (minutes: number) => `planned end at ${number(minutes)} min ▸`,
  noData: (probes: string) => (probes === '' ? 'no data' : `${probes} no data`),
};
