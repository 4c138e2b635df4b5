import type { AlarmUnit } from './alarm.ts';

/**
 * What is read off another device and entered by hand. `drained-volume`: all that has been drained, as measured or
 * weighed. `ascites` stands in old records alone, where it changed no count: today it is fluid in or out.
 */
export const readingKinds = ['core-temperature', 'ascites', 'drained-volume', 'cavity-pressure'] as const;
export type ReadingKind = (typeof readingKinds)[number];
export type EnteredReadingKind = Exclude<ReadingKind, 'ascites'>;
export const enteredReadingKinds = readingKinds.filter(
  (kind): kind is EnteredReadingKind => kind !== 'ascites',
);

export interface ReadingRule {
  readonly unit: AlarmUnit;
  /** What is outside was typed wrongly, or is no patient. */
  readonly bounds: readonly [low: number, high: number];
}

export const readingRules: Readonly<Record<ReadingKind, ReadingRule>> = {
  'core-temperature': { unit: 'celsius', bounds: [25, 45] },
  ascites: { unit: 'ml', bounds: [0, 20_000] },
  'drained-volume': { unit: 'ml', bounds: [0, 20_000] },
  'cavity-pressure': { unit: 'mmHg', bounds: [0, 100] },
};

export const withinBounds = (kind: ReadingKind, value: number): boolean => {
  const [low, high] = readingRules[kind].bounds;
  return value >= low && value <= high;
};
