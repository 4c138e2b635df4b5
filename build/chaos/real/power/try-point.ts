import { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import { claimsAt } from './claims.ts';
import type { Disk, Files } from './disk.ts';
import { judge, type Verdict } from './judge.ts';
import { fateOf, type Point } from './points.ts';
import type { Tape } from './tape.ts';

export interface Tried {
  readonly point: Point;
  /** Its number among all. */
  readonly round: number;
  readonly verdicts: readonly Verdict[];
  readonly lost: number;
  readonly withOldIndex: boolean;
}

/** What the power left at a point, judged. `folder` is made anew and left as it is found. */
export function tryPoint(tape: Tape, disk: Disk, point: Point, round: number, folder: string): Tried {
  disk.goTo(point.at);
  const files = new Map(disk.left(fateOf(point, disk)));
  const withOldIndex = files.has('journal.sqlite') && round % 4 === 0;
  if (withOldIndex) files.set('journal.sqlite-shm', rubbish(round));
  return { point, round, withOldIndex, ...judge(folder, files as Files, claimsAt(tape, point.at)) };
}

/** Of an index that a process had in memory anything may have reached the disk. */
function rubbish(round: number): Uint8Array {
  const dice = new Draw(0, round, 'index');
  return Uint8Array.from({ length: 32_768 }, () => dice.whole(256));
}
