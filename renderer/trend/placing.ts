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
 * Moves positions apart until neighbours are `distance` apart, or share the room where it is less, within `from` to
 * `to`: in their order, and all together as little as that takes (least squares, pooling neighbours that collide).
 */
export function spread(positions: readonly number[], distance: number, from: number, to: number): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => at(positions, a) - at(positions, b));
  const gap = Math.max(0, Math.min(distance, (to - from) / Math.max(1, order.length - 1)));
  const pools: Pool[] = [];
  for (const [n, index] of order.entries()) {
    let pool: Pool = { sum: at(positions, index) - n * gap, count: 1 };
    for (let above = pools.at(-1); above !== undefined && mean(above) > mean(pool); above = pools.at(-1)) {
      pool = { sum: above.sum + pool.sum, count: above.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  }
  const lowest = to - gap * (order.length - 1);
  const starts = pools.flatMap((pool) =>
    Array.from({ length: pool.count }, () => Math.max(from, Math.min(lowest, mean(pool)))),
  );
  const placed = [...positions];
  for (const [n, index] of order.entries()) placed[index] = at(starts, n) + n * gap;
  return placed;
}
/** Neighbours that stand as close as they may; their positions less the gaps before them, summed. */
interface Pool {
  readonly sum: number;
  readonly count: number;
}
const mean = ({ sum, count }: Pool): number => sum / count;
const at = (values: readonly number[], index: number): number => values[index] as number;

/**
 * Where a label may stand, as baselines in order of liking: the first whose letters no line crosses, or the first of all.
 * `lines` and `baselines` in pixels, `em` the height of the font.
 */
export function clearOf(baselines: readonly number[], lines: readonly number[], em: number): number {
  const crossed = (baseline: number) => lines.some((y) => y > baseline - 0.9 * em && y < baseline + 0.2 * em);
  return baselines.find((baseline) => !crossed(baseline)) ?? (baselines[0] as number);
}

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
