import { runPool } from '../../../campaign/pool.ts';
import { memoryFolder } from '../../simulate/scratch.ts';
import type { Account } from '../account.ts';
import { type Job, realKind } from '../real-kind.ts';
import { drawPoint, fullest, type Moment, moments, type Point } from './points.ts';
import { recordTape } from './record-tape.ts';
import type { Tape } from './tape.ts';
import { faults, type PowerFault, type Promised, promises } from './terms.ts';
import type { Tried } from './try-point.ts';
import type { PowerTask } from './worker.ts';

const threads = 2;
/** For a thread at once. */
const batch = 40;
/** Every byte is tried of so many at the end of what was not synced: the last transactions (chosen: an hour's work). */
const lastBytes = 65_536;

async function play({
  times,
  seed,
  extras,
  folder,
  account,
  stop,
  progress,
}: Job<PowerFault, Promised>): Promise<void> {
  let taped: { path: string; tape: Tape };
  try {
    taped = await recordTape(folder, seed, stop);
  } catch (error) {
    if (stop.aborted) return;
    throw error;
  }
  const { path, tape } = taped;
  const found = moments(tape);
  const all = fullest(found);
  const everyByte = all.reduce((sum, moment) => sum + bytesOf(moment).length, 0);
  note(account, tape, found, everyByte, extras.all === 1);
  const points = Array.from({ length: times }, (_, index) => drawPoint(tape, found, seed, index));
  if (extras.all === 1) for (const moment of all) points.push(...bytesOf(moment));
  const queue = inBatches(points);
  let done = 0;
  await runPool<PowerTask, Tried[]>({
    worker: new URL('./worker.ts', import.meta.url),
    threads,
    scratchIn: memoryFolder(),
    stop,
    next: () => {
      const next = queue.shift();
      return next === undefined ? null : { tape: path, points: next };
    },
    take: (tried) => {
      for (const one of tried) enter(account, one, found);
      done += tried.length;
      progress(Math.round((times * done) / points.length));
    },
  });
}

const bytesOf = ({ at, pendingBytes }: Moment): Point[] =>
  Array.from({ length: Math.min(lastBytes, pendingBytes) + 1 }, (_, back) => ({
    at,
    style: 'cut-in-order',
    bytes: pendingBytes - back,
  }));

/** In the order of the tape, so that each thread plays it forwards. */
function inBatches(points: readonly Point[]): PowerTask['points'][] {
  const sorted = points
    .map((point, index) => ({ point, round: index + 1 }))
    .toSorted((a, b) => a.point.at - b.point.at);
  const size = Math.max(1, Math.min(batch, Math.ceil(sorted.length / threads)));
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, at) =>
    sorted.slice(at * size, (at + 1) * size),
  );
}

function enter(account: Account<PowerFault, Promised>, tried: Tried, found: readonly Moment[]): void {
  const { point, round, verdicts, lost, withOldIndex } = tried;
  account.tookEffect(point.style);
  const moment = found.find(({ at }) => at >= point.at);
  if (moment !== undefined) account.tookEffect(moment.where);
  if (withOldIndex) account.tookEffect('old-index-beside');
  account.lose(lost);
  for (const { promise, holds, why } of verdicts)
    account.check(promise, round, holds, () => `${why} (${JSON.stringify(point)})`);
}

function note(
  account: Account<PowerFault, Promised>,
  { ops }: Tape,
  found: readonly Moment[],
  everyByte: number,
  all: boolean,
): void {
  const written = ops.reduce((sum, op) => sum + (op.kind === 'write' ? op.bytes.length : 0), 0);
  const syncs = ops.filter(({ kind }) => kind === 'sync').length;
  account.note(
    `taped: ${ops.length} entries, ${written} bytes written, ${syncs} syncs, ${found.length} moments with something not synced`,
  );
  account.note(
    all
      ? `besides, every byte of the last transactions at ${fullest(found).length} moments: ${everyByte} points`
      : `every byte of the last transactions at ${fullest(found).length} moments would be ${everyByte} points: --all 1`,
  );
}

export const kind = realKind<PowerFault, Promised>({
  name: 'power',
  counts: 'points',
  most: 10_000_000,
  extras: {
    all: { low: 0, high: 1, otherwise: 0, help: '1: besides, every byte of the last transactions' },
  },
  faults,
  promises,
  play,
});
