/** A text on the plot: where it starts and how wide it is, in pixels. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly width: number;
}
export interface PlacedLabel extends Label {
  readonly row: number;
}

/** Puts labels into rows so that none touches another; a label that fits in no row is left out. */
export function intoRows(labels: readonly Label[], rowCount: number, right: number): PlacedLabel[] {
  const ends = Array.from({ length: rowCount }, () => Number.NEGATIVE_INFINITY);
  const placed: PlacedLabel[] = [];
  for (const label of labels) {
    const end = label.x + label.width;
    const row = ends.findIndex((taken) => taken + 4 <= label.x);
    if (row < 0 || end > right) continue;
    ends[row] = end;
    placed.push({ ...label, row });
  }
  return placed;
}

/**
 * Moves positions apart until neighbours are `distance` apart, keeping their order and staying within
 * `from` to `to` where there is room.
 */
export function spread(positions: readonly number[], distance: number, from: number, to: number): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => at(positions, a) - at(positions, b));
  const placed = positions.map((position) => Math.min(to, Math.max(from, position)));
  for (let turn = 0; turn < 8; turn += 1) {
    for (let n = 1; n < order.length; n += 1) {
      const upper = order[n - 1] as number;
      const lower = order[n] as number;
      const missing = distance - (at(placed, lower) - at(placed, upper));
      if (missing <= 0) continue;
      placed[upper] = Math.max(from, at(placed, upper) - missing / 2);
      placed[lower] = Math.min(to, Math.max(at(placed, upper) + distance, at(placed, lower) + missing / 2));
    }
  }
  return placed;
}
const at = (values: readonly number[], index: number): number => values[index] as number;

/** Things at pixels `x` that would cover each other, gathered; a group stands where its first one is. */
export function gather<T extends { readonly x: number }>(things: readonly T[], distance: number): T[][] {
  const groups: T[][] = [];
  for (const thing of [...things].sort((a, b) => a.x - b.x)) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && thing.x - group[0].x < distance) group.push(thing);
    else groups.push([thing]);
  }
  return groups;
}

/** Width of a character of the labels, in rem: Latin on average, Chinese always. */
const latinRem = 0.46;
const wideRem = 0.85;
const isWide = (character: string): boolean => character >= '\u2e80';

/** How wide a label is about to be, in rem. */
export const widthRem = (label: string): number =>
  [...label].reduce((sum, character) => sum + (isWide(character) ? wideRem : latinRem), 0);
