import { parseArgs } from 'node:util';
import { seedAndIndex, whole } from '../whole.ts';

export interface SimulateOptions {
  readonly kind: 'simulate';
  readonly runs: number;
  readonly seed: number;
  readonly jsonFile: string | null;
  readonly threads: number;
  /** What is broken is made as small as it goes. */
  readonly shrinks: boolean;
}
export interface ReplayOptions {
  readonly kind: 'replay';
  readonly seed: number;
  readonly index: number;
  readonly shrinks: boolean;
}

export const usage = `Usage: npm run chaos -- simulate --runs <N> --seed <S> [options]
  --runs <N>        how many runs (1 to 1000000)
  --seed <S>        seed of them all (0 to 4294967295)
  --json <file>     the figures as JSON
  --threads <n>     worker threads (1 to 64, default 2)
  --no-shrink       failures are listed, not made smaller
  --replay <S>:<k>  tell run k of seed S as a story, with --shrink its smallest form`;

export type Parsed = { ok: true; options: SimulateOptions | ReplayOptions } | { ok: false; problem: string };

/** Reads the arguments; the first thing wrong with them is said with how to mend it. */
export function parseSimulate(args: readonly string[]): Parsed {
  try {
    return { ok: true, options: parse(args) };
  } catch (error) {
    return { ok: false, problem: `${(error as Error).message}.\n${usage}` };
  }
}

function parse(args: readonly string[]): SimulateOptions | ReplayOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    options: {
      runs: { type: 'string' },
      seed: { type: 'string' },
      json: { type: 'string' },
      threads: { type: 'string', default: '2' },
      'no-shrink': { type: 'boolean', default: false },
      shrink: { type: 'boolean', default: false },
      replay: { type: 'string' },
    },
  });
  if (values.replay !== undefined) {
    for (const name of ['runs', 'seed', 'json'] as const)
      if (values[name] !== undefined) throw new Error(`--${name} has no meaning with --replay: leave it out`);
    return { kind: 'replay', ...seedAndIndex('replay', values.replay), shrinks: values.shrink };
  }
  if (values.json === '') throw new Error('--json is empty: write a file name after it');
  return {
    kind: 'simulate',
    runs: whole('runs', values.runs, 1, 1_000_000),
    seed: whole('seed', values.seed, 0, 0xffff_ffff),
    jsonFile: values.json ?? null,
    threads: whole('threads', values.threads, 1, 64),
    shrinks: !values['no-shrink'],
  };
}
