import type { Jitter } from './jitter.ts';
import type { Memory } from './memory.ts';

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1).padStart(8);
const milliseconds = (ms: number): string => ms.toFixed(1).padStart(8);

/** Megabytes of 10⁶ bytes, run after run. */
export const memoryLines = (memory: readonly Memory[]): string[] => [
  '',
  '   hours  main heap  resident  view heap  of it held  resident, MB after collection',
  ...memory.map((one) =>
    [
      one.hours.toFixed(2).padStart(8),
      megabytes(one.mainHeap).padStart(11),
      megabytes(one.mainResident).padStart(10),
      megabytes(one.viewHeap).padStart(11),
      megabytes(one.viewHeld).padStart(12),
      megabytes(one.viewResident).padStart(10),
    ].join(''),
  ),
];

export const jitterLines = (console: Jitter, bare: Jitter): string[] => [
  '',
  'late by, ms        p50       p99     p99.9      most    missed   of ticks',
  ...Object.entries({ console, 'bare timer': bare }).map(([name, { p50, p99, p999, most, missed, ticks }]) =>
    [
      name.padEnd(12),
      ...[p50, p99, p999, most].map((ms) => milliseconds(ms).padStart(10)),
      String(missed).padStart(10),
      String(ticks).padStart(11),
    ].join(''),
  ),
];
