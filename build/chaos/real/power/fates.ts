import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import type { Fate } from './disk.ts';

/** Of a disk (docs of SQLite, "atomiccommit": what is written is not whole beyond a sector), bytes. */
const sectorBytes = 512;

interface PendingWrite {
  readonly at: number;
  readonly length: number;
}

/** In order up to a byte of what was written, nothing after it. `bytes`: how many of all that is pending are there. */
export function inOrder(writes: readonly PendingWrite[], bytes: number): Fate {
  let left = bytes;
  let last = -1;
  const kept = new Map<number, number>();
  for (const { at, length } of writes) {
    const here = Math.min(length, left);
    kept.set(at, here);
    left -= here;
    if (here > 0) last = at;
    if (left === 0 && here < length) break;
  }
  const whole = left > 0 || bytes === writes.reduce((sum, { length }) => sum + length, 0);
  const reached = (at: number): boolean => whole || at < last;
  return {
    kept: (at) => {
      const here = kept.get(at) ?? 0;
      return here === 0 ? [] : [[0, here]];
    },
    cut: reached,
    names: (ats) => ats.filter(reached).length,
  };
}

/** Each sector of each write is there or not, whatever came before or after it. */
export const torn = (dice: Draw): Fate => {
  const share = dice.even(0, 1);
  return {
    kept: (_at, length) =>
      Array.from({ length: Math.ceil(length / sectorBytes) }, (_, sector) => sector * sectorBytes)
        .filter(() => dice.even(0, 1) < share)
        .map((from) => [from, Math.min(length, from + sectorBytes)] as const),
    cut: () => dice.even(0, 1) < share,
    names: (ats) => dice.whole(ats.length + 1),
  };
};

/** Whole writes are there or not, the later as likely as the earlier; one in eight broke off at any byte. */
export const reordered = (dice: Draw): Fate => {
  const share = dice.even(0, 1);
  return {
    kept: (_at, length) => {
      if (dice.even(0, 1) >= share) return [];
      return [[0, dice.whole(8) === 0 ? dice.whole(length + 1) : length]];
    },
    cut: () => dice.even(0, 1) < share,
    names: (ats) => dice.whole(ats.length + 1),
  };
};
