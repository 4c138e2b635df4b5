/** Order statistics by the nearest rank: a figure that patients really had, never one between two of them. */

const ascending = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

/** The smallest value that at least `share` of the values do not exceed; `null` without values. */
export function notAbove(values: readonly number[], share: number): number | null {
  const sorted = ascending(values);
  return sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)] ?? null;
}

/** The largest value that at least `share` of the values do not fall below; `null` without values. */
export function notBelow(values: readonly number[], share: number): number | null {
  const mirrored = notAbove(
    values.map((value) => -value),
    share,
  );
  return mirrored === null ? null : -mirrored;
}

/** The middle value, or the mean of the two in the middle; `null` without values. */
export function median(values: readonly number[]): number | null {
  const sorted = ascending(values);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted.length % 2 === 1 ? upper : sorted[middle - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** Share of `true`, 0 to 1; `null` without any. */
export const shareOf = (flags: readonly boolean[]): number | null =>
  flags.length === 0 ? null : flags.filter(Boolean).length / flags.length;
