/** One thread for one mutant: loads the console with the mistake in it and simulates until a promise is broken. */
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { inRoot } from '../../root.ts';
import { type Mutant, mutated } from './mutant.ts';

export interface HuntOrder {
  /** `null`: the console as it is. */
  readonly mutant: Mutant | null;
  readonly seed: number;
  /** Runs, in the order in which they are tried. */
  readonly indices: readonly number[];
  /** Goes on after the first that breaks something. */
  readonly all: boolean;
}
export type Hunted =
  /** The console is there, with the mistake in it. */
  | { readonly kind: 'loaded' }
  | { readonly kind: 'run'; readonly index: number; readonly broken: readonly string[] }
  | { readonly kind: 'done' };

const port = parentPort;
if (port === null) throw new Error('build/chaos/mutants/hunter.ts runs as a worker thread only.');
const { mutant, seed, indices, all } = workerData as HuntOrder;

let loads = 0;
if (mutant !== null) {
  const url = pathToFileURL(inRoot(mutant.file)).href;
  registerHooks({
    load(asked, context, next) {
      const loaded = next(asked, context);
      if (asked !== url) return loaded;
      loads += 1;
      return { ...loaded, source: mutated(mutant, String(loaded.source)) };
    },
  });
}

const { doTask } = await import('../simulate/task.ts');
const { scratchFolder } = await import('../simulate/scratch.ts');
port.postMessage({ kind: 'loaded' } satisfies Hunted);
// What the simulation never loads only the unit tests can notice.
const simulated = mutant === null || loads > 0;
const scratch = scratchFolder();
for (const index of simulated ? indices : []) {
  const done = await doTask({ seed, index }, scratch);
  const broken = done.ok ? done.result.breaches.map(({ promise }) => promise) : ['came to no verdict'];
  if (done.ok && !done.result.begun && broken.length === 0)
    broken.push('never came to where it was to begin');
  port.postMessage({ kind: 'run', index, broken } satisfies Hunted);
  if (broken.length > 0 && !all) break;
}
port.postMessage({ kind: 'done' } satisfies Hunted);
