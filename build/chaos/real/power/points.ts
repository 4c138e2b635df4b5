import { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import { Disk, type Fate } from './disk.ts';
import { inOrder, reordered, torn } from './fates.ts';
import type { Tape } from './tape.ts';
import type { PowerFault } from './terms.ts';

/** A moment of the tape at which the power goes, and what becomes of what was not synced. */
export type Point = { readonly at: number } & (
  | { readonly style: 'cut-in-order'; readonly bytes: number }
  | { readonly style: 'sectors-torn' | 'writes-reordered'; readonly seed: number; readonly index: number }
);

/** A moment at which much waits to be synced. */
export interface Moment {
  readonly at: number;
  readonly pendingBytes: number;
  readonly where: Extract<PowerFault, `at-${string}`>;
}

/** Just before each sync: what was not synced since the one before. */
export function moments(tape: Tape): Moment[] {
  const disk = new Disk(tape);
  const said = (kind: string) =>
    tape.ops.findIndex((op) => op.kind === 'mark' && op.mark.way === 'said' && op.mark.message.kind === kind);
  const made = said('opened');
  // Whoever is asked for the last record before a run is told to close as well.
  const closing = tape.ops.findIndex(
    (op, at) =>
      at > made && op.kind === 'mark' && op.mark.way === 'heard' && op.mark.message.kind === 'close',
  );
  const found: Moment[] = [];
  tape.ops.forEach((op, at) => {
    if (op.kind !== 'sync' && op.kind !== 'sync-folder') return;
    disk.goTo(at);
    const writes = disk.pendingWrites;
    const pendingBytes = writes.reduce((sum, { length }) => sum + length, 0);
    if (pendingBytes === 0) return;
    const folds = writes.some(({ name }) => name === 'journal.sqlite');
    const where =
      at < made
        ? 'at-the-making'
        : closing >= 0 && at > closing
          ? 'at-the-end'
          : folds
            ? 'at-a-checkpoint'
            : 'at-a-commit';
    found.push({ at, pendingBytes, where });
  });
  return found;
}

const styles = ['cut-in-order', 'sectors-torn', 'writes-reordered'] as const;

/** Point `index` of a seed: a kind of moment, one of them, a fate. Not only just before a sync, also between two. */
export function drawPoint(tape: Tape, found: readonly Moment[], seed: number, index: number): Point {
  const dice = new Draw(seed, index, 'power');
  const kinds = [...new Set(found.map(({ where }) => where))];
  const where = dice.one(kinds);
  const moment = dice.one(found.filter((one) => one.where === where));
  const style = styles[index % styles.length] as (typeof styles)[number];
  if (style === 'cut-in-order') return { at: moment.at, style, bytes: dice.whole(moment.pendingBytes + 1) };
  const earlier = found.findLast(({ at }) => at < moment.at)?.at ?? 0;
  const at = dice.whole(2) === 0 ? moment.at : earlier + 1 + dice.whole(moment.at - earlier);
  return { at: Math.min(at, tape.ops.length), style, seed, index };
}

/** The moments of which every byte is tried: of each kind the one with the most that is not synced. */
export function fullest(found: readonly Moment[]): Moment[] {
  const kinds = [...new Set(found.map(({ where }) => where))];
  return kinds.map((where) =>
    found
      .filter((one) => one.where === where)
      .reduce((most, one) => (one.pendingBytes > most.pendingBytes ? one : most)),
  );
}

/** The disk stands at the point's moment. */
export function fateOf(point: Point, disk: Disk): Fate {
  if (point.style === 'cut-in-order') return inOrder(disk.pendingWrites, point.bytes);
  const dice = new Draw(point.seed, point.index, 'fate');
  return point.style === 'sectors-torn' ? torn(dice) : reordered(dice);
}
