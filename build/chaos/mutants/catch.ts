import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { interruptedCode, interruptible, progressLine } from '../../campaign/interruptible.ts';
import { say } from '../../plain/step.mjs';
import { inRoot } from '../../root.ts';
import { sourceFingerprint } from './fingerprint.ts';
import { hunt } from './hunt.ts';
import { mutants } from './list/all.ts';
import { type Mutant, mutated } from './mutant.ts';
import { runUnitTests } from './unit-tests.ts';

export interface MutantsOptions {
  readonly seed: number;
  /** At most, for each mutant. */
  readonly runs: number;
  readonly threads: number;
  readonly only: string;
  readonly jsonFile: string | null;
}

export interface Caught {
  readonly part: string;
  readonly name: string;
  /** Run and promise, or the unit tests; `null`: it lives. */
  readonly by: string | null;
  readonly runs: number;
}

/** Every mistake is to be noticed; resolves with 0 only where each is. */
export async function catchMutants(options: MutantsOptions): Promise<number> {
  const chosen = mutants.filter(({ part, name }) => `${part} ${name}`.includes(options.only));
  // One that does not fit the source any more would be caught by nothing, or by everything.
  for (const mutant of chosen) mutated(mutant, readFileSync(inRoot(mutant.file), 'utf8'));
  const caught: Caught[] = [];
  const before = sourceFingerprint();
  const { interrupted, seconds } = await interruptible(async (stop, progress) => {
    const tell = (what: string, done: number, of: number) =>
      progress((elapsedMs) => progressLine(what, done, of, elapsedMs));
    const tests = [...new Set(chosen.flatMap((mutant) => mutant.tests ?? []))];
    const sound = await runUnitTests('', tests, stop);
    if (!sound.pass && !stop.aborted)
      throw new Error('The unit tests fail without any mistake: mend them first.');
    const waiting = [...chosen];
    const work = async (): Promise<void> => {
      for (let mutant = waiting.shift(); mutant !== undefined && !stop.aborted; mutant = waiting.shift()) {
        const one = await tryToCatch(mutant, options, stop);
        caught.push(one);
        if (one.by === null && !stop.aborted) say(`LIVES: ${one.name}`);
        tell('mutants', caught.length, chosen.length);
      }
    };
    await Promise.all(Array.from({ length: options.threads }, work));
  });
  if (interrupted) {
    say(`interrupted after ${caught.length} of ${chosen.length} mutants; nothing was written`);
    return interruptedCode;
  }
  if (sourceFingerprint() !== before)
    throw new Error('The source was changed meanwhile: what caught whom is not known. Run it again.');
  const inOrder = chosen.flatMap(({ name }) => caught.filter((one) => one.name === name));
  console.log(asText(inOrder, seconds));
  if (options.jsonFile !== null) {
    mkdirSync(dirname(options.jsonFile), { recursive: true });
    writeFileSync(
      options.jsonFile,
      `${JSON.stringify({ seed: options.seed, mutants: inOrder, seconds }, null, 2)}\n`,
    );
  }
  return inOrder.every(({ by }) => by !== null) ? 0 : 1;
}

/** Runs first, of which the console as it is must keep every promise; then the tests named with it. */
async function tryToCatch(
  mutant: Mutant,
  { seed, runs }: MutantsOptions,
  stop: AbortSignal,
): Promise<Caught> {
  const { part, name, tests = [] } = mutant;
  let from = 0;
  while (from < runs && !stop.aborted) {
    const indices = Array.from({ length: runs - from }, (_, at) => from + at);
    const hunted = await hunt({ mutant, seed, indices, all: false }, stop);
    if (hunted.notLoaded !== null) throw new Error(`mutant "${name}" does not load: ${hunted.notLoaded}`);
    const [found] = hunted.broken;
    if (found === undefined) break;
    const [index, broken] = found;
    const asItIs = await hunt({ mutant: null, seed, indices: [index], all: false }, stop);
    if (asItIs.broken.size === 0)
      return { part, name, by: `${seed}:${index} ${broken.join(', ')}`, runs: index + 1 };
    from = index + 1;
  }
  if (tests.length === 0 || stop.aborted) return { part, name, by: null, runs };
  const { pass, loaded } = await runUnitTests(name, tests, stop);
  // A failure that came without the mistake being loaded is not its doing.
  return { part, name, by: !pass && loaded ? 'unit tests' : null, runs };
}

function asText(caught: readonly Caught[], seconds: number): string {
  const rows = caught.map(({ part, name, by, runs }) =>
    [part.padEnd(9), String(runs).padStart(4), (by ?? 'LIVES').padEnd(34), name].join('  '),
  );
  const alive = caught.filter(({ by }) => by === null).length;
  return [
    `${caught.length} mutants, ${alive} alive, in ${seconds.toFixed(0)} s`,
    ['part     ', 'runs', 'caught by'.padEnd(34), 'mistake'].join('  '),
    ...rows,
  ].join('\n');
}
