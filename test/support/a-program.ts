import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseOptions } from '../../electron/program/options.ts';
import { prepare } from '../../electron/program/prepare.ts';
import { Program } from '../../electron/program/program.ts';
import type { Surrounding } from '../../electron/program/surrounding.ts';
import type { VirtualClock } from './virtual-clock.ts';

const root = join(import.meta.dirname, '../..');

/** The program as `main.ts` makes it, without a window; on a clock of the test's own, and not yet started. */
export function aProgram(
  clock: VirtualClock,
  dataFolder: string,
  args: readonly string[] = [],
  around: Partial<Surrounding> = {},
): Program {
  const parsed = parseOptions(args);
  if (!parsed.ok) throw new Error(parsed.problem);
  const prepared = prepare(parsed.options, (...parts) => join(root, 'assets', ...parts), dataFolder);
  if (!prepared.ok) throw new Error(prepared.problem);
  return new Program(prepared.prepared, {
    clock,
    host: 'stand-in',
    version: 'test',
    dataFolder,
    // Bundled by journal-worker.ts before the first test.
    journalWorker: new URL('../../out/test/journal-worker/worker.js', import.meta.url),
    makeCourier: null,
    fontSheets: [],
    showView: () => {},
    showTrend: () => {},
    screenStaleSeconds: () => 0,
    audioNotWorking: () => false,
    computerUptimeSeconds: () => 1_000_000,
    screenPaints: () => true,
    takePicture: async () => new Uint8Array(),
    printPdf: async () => new TextEncoder().encode('%PDF'),
    makeChartFiles: async () => [],
    secrets: null,
    runIsOn: () => {},
    say: () => {},
    exit: () => {},
    ...around,
  });
}

/**
 * What a promise comes to while the clock goes on: disk and threads take their own time, and get more of it than passes
 * by the clock, so that a slow machine is no disk that does not answer.
 */
export async function meanwhile<T>(clock: VirtualClock, promise: Promise<T>): Promise<T> {
  let isSettled = false;
  const settled = promise.finally(() => {
    isSettled = true;
  });
  settled.catch(() => {});
  for (let tries = 0; !isSettled && tries < 12_000; tries += 1) {
    await clock.advance(5);
    await sleep(10);
  }
  if (!isSettled) throw new Error('it was not answered in two minutes');
  return settled;
}
