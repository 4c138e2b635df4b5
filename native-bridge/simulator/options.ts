import { parseArgs } from 'node:util';
import { nearestName } from './nearest-name.ts';

export const usage = `Usage: npm run rig -- --port <serial path> [--speed N] [--scenario file] [--seed n]

  --port <serial path>  the serial port to serve, 115 200 Bd 8E1
  --speed <N>           1 (default): real time; a whole number: up to so many times faster; max: no bound
  --scenario <file>     what happens when (docs/simulator.md); examples in assets/scenarios/
  --seed <n>            0 to 4294967295: repeats noise and line faults exactly; default: the scenario's
  --help                this text`;

export interface RigOptions {
  readonly port: string;
  readonly speed: number;
  readonly scenarioFile: string | null;
  readonly seed: number | null;
}

export type OptionsResult =
  | { readonly kind: 'run'; readonly options: RigOptions }
  | { readonly kind: 'help' }
  /** What is wrong and how to mend it. */
  | { readonly kind: 'problem'; readonly problem: string };

const fastestSpeed = 65_534;
const largestSeed = 0xffff_ffff;

/** Reads the arguments of the program, without the interpreter and its file. */
export function readOptions(args: readonly string[]): OptionsResult {
  const parsed = parse(args);
  if (typeof parsed === 'string') return problem(parsed);
  if (parsed.help) return { kind: 'help' };
  const { port } = parsed;
  if (port === undefined || port === '') return problem('--port is missing: name the serial port to serve.');
  const speed =
    parsed.speed === 'max' ? Number.POSITIVE_INFINITY : whole(parsed.speed ?? '1', 1, fastestSpeed);
  if (speed === null) {
    return problem(`--speed is ${parsed.speed}: give a whole number from 1 to ${fastestSpeed}, or max.`);
  }
  const seed = parsed.seed === undefined ? undefined : whole(parsed.seed, 0, largestSeed);
  if (seed === null) {
    return problem(`--seed is ${parsed.seed}: give a whole number from 0 to ${largestSeed}.`);
  }
  return {
    kind: 'run',
    options: { port, speed, scenarioFile: parsed.scenario ?? null, seed: seed ?? null },
  };
}

const text = { type: 'string' } as const;
const known = { port: text, speed: text, scenario: text, seed: text, help: { type: 'boolean' } } as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: known }).values;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return message;
    const typed = /'-*([^']*)'/.exec(message)?.[1] ?? '';
    const nearest = nearestName(typed, Object.keys(known));
    return `--${typed} is not an option${nearest === null ? '.' : `; did you mean --${nearest}?`}`;
  }
}

const problem = (what: string): OptionsResult => ({ kind: 'problem', problem: `${what}\n\n${usage}` });

function whole(text: string, least: number, most: number): number | null {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}
