import { ProgressWriter } from '../../electron/program/progress.ts';

/** Exit code of a program that Ctrl-C ended: 128 + SIGINT. */
export const interruptedCode = 130;

/** What ends a program from outside, often twice: to it, and to all of its group. */
const endings = ['SIGTERM', 'SIGHUP'] as const;

/** Long work that Ctrl-C stops where it is, with its progress on the terminal. */
export async function interruptible(
  work: (stop: AbortSignal, progress: (line: (elapsedMs: number) => string) => void) => Promise<void>,
): Promise<{ readonly interrupted: boolean; readonly seconds: number }> {
  const stopping = new AbortController();
  const interrupt = () => stopping.abort();
  const writer = new ProgressWriter(process.stdout.isTTY === true, (text) => process.stdout.write(text));
  const startedMs = performance.now();
  // A second Ctrl-C is meant: it ends at once.
  process.once('SIGINT', interrupt);
  for (const signal of endings) process.on(signal, interrupt);
  try {
    await work(stopping.signal, (line) => {
      const nowMs = performance.now();
      writer.show(() => line(nowMs - startedMs), nowMs);
    });
  } finally {
    writer.end();
    for (const signal of ['SIGINT', ...endings]) process.off(signal, interrupt);
  }
  return { interrupted: stopping.signal.aborted, seconds: (performance.now() - startedMs) / 1000 };
}

/** How many of how many, how fast, and how long it still takes. */
export function progressLine(what: string, done: number, of: number, elapsedMs: number): string {
  const perSecond = done / Math.max(elapsedMs / 1000, 0.001);
  const left = perSecond === 0 ? '---' : `${Math.ceil((of - done) / perSecond)} s`;
  return `${done} of ${of} ${what}, ${perSecond.toFixed(1)} ${what}/s, ${left} left`;
}
