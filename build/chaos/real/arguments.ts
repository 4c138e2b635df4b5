import { parseArgs } from 'node:util';
import { whole } from '../whole.ts';

/** A whole number that a kind takes besides. */
export interface Extra {
  readonly low: number;
  readonly high: number;
  /** Where it is not given. */
  readonly otherwise: number;
  readonly help: string;
}

/** How a kind is asked for. */
export interface Asking {
  readonly name: string;
  /** What `--times` counts: kills, rounds, exchanges … */
  readonly counts: string;
  readonly most: number;
  readonly extras?: Readonly<Record<string, Extra>>;
}

export interface RealOptions {
  readonly times: number;
  readonly seed: number;
  readonly jsonFile: string | null;
  /** What was left behind is not removed. */
  readonly keeps: boolean;
  readonly extras: Readonly<Record<string, number>>;
}

export type Parsed = { ok: true; options: RealOptions } | { ok: false; problem: string };

export const usageOf = ({ name, counts, most, extras = {} }: Asking): string =>
  [
    `Usage: npm run chaos -- ${name} --times <N> --seed <S> [options]`,
    `  --times <N>       how many ${counts} (1 to ${most})`,
    '  --seed <S>        seed of them all (0 to 4294967295)',
    '  --json <file>     the figures as JSON',
    '  --keep            what the programs left is not removed; the last line says where it is',
    ...Object.entries(extras).map(
      ([extra, { low, high, otherwise, help }]) =>
        `  ${`--${extra} <N>`.padEnd(17)} ${help} (${low} to ${high}, default ${otherwise})`,
    ),
  ].join('\n');

/** Reads the arguments; the first thing wrong with them is said with how to mend it. */
export function parseReal(asking: Asking, args: readonly string[]): Parsed {
  try {
    return { ok: true, options: parse(asking, args) };
  } catch (error) {
    return { ok: false, problem: `${(error as Error).message}.\n${usageOf(asking)}` };
  }
}

function parse({ most, extras = {} }: Asking, args: readonly string[]): RealOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    options: {
      times: text,
      seed: text,
      json: text,
      keep: { type: 'boolean', default: false },
      ...Object.fromEntries(Object.keys(extras).map((extra) => [extra, text])),
    },
  });
  if (values.json === '') throw new Error('--json is empty: write a file name after it');
  const given: Readonly<Record<string, unknown>> = values;
  return {
    times: whole('times', values.times, 1, most),
    seed: whole('seed', values.seed, 0, 0xffff_ffff),
    jsonFile: values.json ?? null,
    keeps: values.keep,
    extras: Object.fromEntries(
      Object.entries(extras).map(([extra, { low, high, otherwise }]) => [
        extra,
        given[extra] === undefined ? otherwise : whole(extra, String(given[extra]), low, high),
      ]),
    ),
  };
}
