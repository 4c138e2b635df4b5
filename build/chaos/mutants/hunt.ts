import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { memoryFolder } from '../simulate/scratch.ts';
import type { Hunted, HuntOrder } from './hunter.ts';

const hunter = new URL('./hunter.ts', import.meta.url);
/** A run of the simulation takes about a second; one that takes this long never ends, ms. */
const standsAfterMs = 120_000;

export interface Hunt {
  /** Promises by run; only those that broke something. */
  readonly broken: ReadonlyMap<number, readonly string[]>;
  readonly runs: number;
  /** It could not be loaded, and why: nothing was simulated. */
  readonly notLoaded: string | null;
}

/** Runs one console, with a mistake or as it is, in a thread of its own. */
export async function hunt(order: HuntOrder, stop: AbortSignal): Promise<Hunt> {
  const TMPDIR = mkdtempSync(join(memoryFolder(), 'isotherm-mutant-'));
  const worker = new Worker(hunter, { workerData: order, env: { ...process.env, TMPDIR } });
  const broken = new Map<number, readonly string[]>();
  let runs = 0;
  let loaded = false;
  let notLoaded: string | null = null;
  try {
    await new Promise<void>((resolve) => {
      let watchdog: NodeJS.Timeout | undefined;
      const wait = () => {
        clearTimeout(watchdog);
        watchdog = setTimeout(() => end('it never ends'), standsAfterMs);
      };
      const end = (why: string | null) => {
        clearTimeout(watchdog);
        if (why !== null) broken.set(order.indices[runs] ?? -1, [why]);
        resolve();
      };
      stop.addEventListener('abort', () => end(null), { once: true });
      worker.on('message', (hunted: Hunted) => {
        if (hunted.kind === 'loaded') {
          loaded = true;
          return;
        }
        if (hunted.kind === 'done') return end(null);
        runs += 1;
        if (hunted.broken.length > 0) broken.set(hunted.index, hunted.broken);
        wait();
      });
      worker.on('error', (error) => {
        if (!loaded) notLoaded = error.message;
        end(loaded ? `its thread ends: ${error.message}` : null);
      });
      wait();
    });
  } finally {
    await worker.terminate();
    rmSync(TMPDIR, { recursive: true, force: true, maxRetries: 10 });
  }
  return { broken, runs, notLoaded };
}
