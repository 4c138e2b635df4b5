import { type Columns, isGap } from './columns.ts';

/** A stretch without data, in session seconds, and the probes (0 to 3) it concerns. */
export interface Gap {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly probes: readonly number[];
}

/** Gaps of the probes in use, oldest first; those that coincide are one gap of several probes. */
export function gaps(columns: Columns, probesInUse: readonly number[]): Gap[] {
  const found = new Map<string, { from: number; to: number; probes: number[] }>();
  for (const probe of probesInUse) {
    for (const { from, to } of runs(columns.count, (column) => isGap(columns, probe, column))) {
      const key = `${from}-${to}`;
      const gap = found.get(key) ?? { from, to, probes: [] };
      gap.probes.push(probe);
      found.set(key, gap);
    }
  }
  return [...found.values()]
    .sort((a, b) => a.from - b.from)
    .map((gap) => ({
      fromSeconds: gap.from * columns.seconds,
      toSeconds: gap.to * columns.seconds,
      probes: gap.probes,
    }));
}

/** Where a curve lies wholly beyond one end of the scale, in session seconds. */
export interface OffScale {
  readonly probe: number;
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly side: 'below' | 'above';
}

export function offScale(
  columns: Columns,
  probesInUse: readonly number[],
  lowest: number,
  highest: number,
): OffScale[] {
  const { seconds } = columns;
  return probesInUse.flatMap((probe) => {
    const low = columns.low[probe] ?? [];
    const high = columns.high[probe] ?? [];
    const sides = {
      below: (column: number) => (high[column] as number) < lowest,
      above: (column: number) => (low[column] as number) > highest,
    };
    return (['below', 'above'] as const).flatMap((side) =>
      runs(columns.count, sides[side]).map(({ from, to }) => ({
        probe,
        side,
        fromSeconds: from * seconds,
        toSeconds: to * seconds,
      })),
    );
  });
}

/** Stretches of columns for which `is` holds, end exclusive. */
function runs(count: number, is: (column: number) => boolean): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = -1;
  for (let column = 0; column <= count; column += 1) {
    const inside = column < count && is(column);
    if (inside && from < 0) from = column;
    if (!inside && from >= 0) {
      found.push({ from, to: column });
      from = -1;
    }
  }
  return found;
}
