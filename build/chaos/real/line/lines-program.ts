/**
 * A process of its own, because serialport knows only a process's first thread: plays the lines it is handed, some side
 * by side, so that nobody waits for a pty.
 */
import type { LineResult } from './ledger.ts';
import { OneLine } from './one-line.ts';

export interface LineTask {
  readonly seed: number;
  /** Numbers of the lines, each with its exchanges. */
  readonly lines: readonly { readonly index: number; readonly exchanges: number }[];
}

export type LineDone =
  | { readonly kind: 'going'; readonly exchanges: number }
  | { readonly kind: 'done'; readonly index: number; readonly result: LineResult }
  | { readonly kind: 'failed'; readonly index: number; readonly why: string };

const stop = new AbortController();
const say = (done: LineDone): void => void process.send?.(done);

async function play(seed: number, index: number, exchanges: number): Promise<void> {
  try {
    const going = (more: number): void => say({ kind: 'going', exchanges: more });
    say({ kind: 'done', index, result: await OneLine.play(seed, index, exchanges, stop.signal, going) });
  } catch (error) {
    say({
      kind: 'failed',
      index,
      why: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}

process.on('message', (task: LineTask | 'stop') => {
  if (task === 'stop') return stop.abort();
  const all = task.lines.map(({ index, exchanges }) => play(task.seed, index, exchanges));
  void Promise.all(all).then(() => process.disconnect());
});
// Ctrl-C reaches every process of the terminal; the one that began says what is to end. Without it there is nothing to do.
process.on('SIGINT', () => {});
process.on('disconnect', () => stop.abort());
