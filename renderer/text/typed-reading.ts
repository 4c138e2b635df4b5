import { type ReadingKind, readingRules, withinBounds } from '../../electron/contract/words.ts';
import type { Text } from './text.ts';
import { isAmbiguous, typedNumber } from './typed-number.ts';

/** A reading as typed: `value` `null` until it is one of its kind, `problem` `null` while nothing is wrong with it. */
export function typedReading(
  kind: ReadingKind,
  typed: string,
  words: Text,
): { readonly value: number | null; readonly problem: string | null } {
  const { unit, bounds } = readingRules[kind];
  const [low, high] = bounds;
  const value = typedNumber(typed);
  if (value === null || withinBounds(kind, value)) return { value, problem: null };
  const problem = isAmbiguous(typed) ? words.entry.ambiguous : words.actions.reading.outside(low, high, unit);
  return { value: null, problem };
}
