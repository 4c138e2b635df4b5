import { parseArgs } from 'node:util';
import { say } from '../../plain/step.mjs';
import type { Kind } from '../kinds.ts';
import { whole } from '../whole.ts';
import { catchMutants, type MutantsOptions } from './catch.ts';

const usage = `Usage: npm run chaos -- mutants [options]
  --seed <S>      seed of the runs that are to catch them (0 to 4294967295, default 8)
  --runs <N>      how many runs at most for each (1 to 10000, default 60)
  --threads <n>   worker threads (1 to 64, default 2)
  --only <text>   only mutants whose part or name holds this
  --json <file>   the table as JSON`;

function parse(args: readonly string[]): MutantsOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    options: {
      seed: { type: 'string', default: '8' },
      runs: { type: 'string', default: '60' },
      threads: { type: 'string', default: '2' },
      only: { type: 'string', default: '' },
      json: { type: 'string' },
    },
  });
  if (values.json === '') throw new Error('--json is empty: write a file name after it');
  return {
    seed: whole('seed', values.seed, 0, 0xffff_ffff),
    runs: whole('runs', values.runs, 1, 10_000),
    threads: whole('threads', values.threads, 1, 64),
    only: values.only,
    jsonFile: values.json ?? null,
  };
}

async function run(args: readonly string[]): Promise<number> {
  let options: MutantsOptions;
  try {
    options = parse(args);
  } catch (error) {
    say(`${(error as Error).message}.\n${usage}`);
    return 2;
  }
  return catchMutants(options);
}

export const kind: Kind = { usage, run };
