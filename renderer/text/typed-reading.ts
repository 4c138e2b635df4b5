import { type ReadingKind, readingRules, withinBounds } from '../../electron/contract/words.ts';
import type { Text } from './text.ts';
import { ambiguous, type NumberRule, typedNumber } from './typed-number.ts';

export const readingRule = (kind: ReadingKind): NumberRule => {
  const { unit, bounds } = readingRules[kind];
  return { bounds, whole: unit === 'ml' };
};

/** A reading as typed: `value` `null` until it is one of its kind, `problem` `null` while nothing is wrong with it. */
export function typedReading(
  kind: ReadingKind,
  typed: string,
  words: Text,
): { readonly value: number | null; readonly problem: string | null } {
  const { unit, bounds } = readingRules[kind];
  const [low, high] = bounds;
  const value = typedNumber(typed, readingRule(kind));
  if (value === null || withinBounds(kind, value)) return { value, problem: null };
  const either = ambiguous(typed, readingRule(kind));
  const problem =
    either === null ? words.actions.reading.outside(low, high, unit) : words.entry.ambiguous(either);
  return { value: null, problem };
}
