import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Account } from '../account.ts';
import { type Job, realKind } from '../real-kind.ts';
import type { LineResult } from './ledger.ts';
import type { LineDone, LineTask } from './lines-program.ts';
import { faults, type LineFault, type Promised, promises } from './terms.ts';

const processes = 2;
/** Side by side in each: while one waits for its ptys the others go on. */
const linesEach = 4;

type Line = LineTask['lines'][number];

async function play({ times, seed, account, stop, progress }: Job<LineFault, Promised>): Promise<void> {
  const lines = spread(times);
  let done = 0;
  const totals = { exchanges: 0, accepted: 0 };
  const take = (message: LineDone): void => {
    if (message.kind === 'going') {
      done += message.exchanges;
      progress(Math.min(done, times));
    } else if (message.kind === 'failed') {
      account.fail(message.index + 1, message.why);
    } else {
      enter(account, message.index, message.result);
      totals.exchanges += message.result.exchanges;
      totals.accepted += message.result.accepted;
    }
  };
  const shares = Array.from({ length: processes }, (_, at) =>
    lines.filter(({ index }) => index % processes === at),
  );
  await Promise.all(
    shares.filter((share) => share.length > 0).map((share) => playIn({ seed, lines: share }, take, stop)),
  );
  account.note(
    `${totals.exchanges} exchanges over ${lines.length} pairs of ptys, ${totals.accepted} brought values`,
  );
}

/** The exchanges asked for, on as many lines as are worth it. */
function spread(times: number): Line[] {
  const lines = Math.min(processes * linesEach, Math.ceil(times / 100));
  return Array.from({ length: lines }, (_, index) => ({
    index,
    exchanges: Math.floor(times / lines) + (index < times % lines ? 1 : 0),
  }));
}

/** Ctrl-C: each line ends after its exchange and takes its ptys with it. */
function playIn(task: LineTask, take: (done: LineDone) => void, stop: AbortSignal): Promise<void> {
  const child = fork(join(import.meta.dirname, 'lines-program.ts'));
  const end = (): void => void (child.connected && child.send('stop'));
  stop.addEventListener('abort', end);
  return new Promise<void>((resolve, reject) => {
    child.on('message', (message) => take(message as LineDone));
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`the lines ended with ${code ?? signal}`)),
    );
    child.send(task);
  }).finally(() => stop.removeEventListener('abort', end));
}

function enter(account: Account<LineFault, Promised>, index: number, result: LineResult): void {
  for (const fault of faults) account.tookEffect(fault, result.faults[fault]);
  for (const promise of Object.keys(promises) as Promised[]) {
    const found = result.found.filter((one) => one.promise === promise);
    const broken = result.broken[promise];
    if (result.checked[promise] > broken)
      account.check(promise, index + 1, true, () => '', result.checked[promise] - broken);
    for (let at = 0; at < broken; at += 1) {
      const one = found[Math.min(at, found.length - 1)];
      account.check(promise, index + 1, false, () => `after ${Math.round(one?.atMs ?? 0)} ms: ${one?.why}`);
    }
  }
}

export const kind = realKind<LineFault, Promised>({
  name: 'line',
  counts: 'exchanges',
  most: 100_000_000,
  faults,
  promises,
  play,
});
