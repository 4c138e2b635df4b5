import { parseArgs } from 'node:util';
import { inRoot } from '../root.ts';
import { isRegimen, type RegimenName, regimenNames } from './regimens/regimens.ts';

/** What a campaign is asked to do. */
export interface CampaignOptions {
  readonly kind: 'campaign';
  /** How many patients whose target is reachable. */
  readonly patients: number;
  readonly seed: number;
  readonly disturbed: boolean;
  readonly jsonFile: string | null;
  /** Where the pictures go. */
  readonly outFolder: string;
  readonly baseline: boolean;
  readonly threads: number;
}
/** The same for the population of each regimen. */
export interface RegimenOptions extends Pick<CampaignOptions, 'patients' | 'seed' | 'jsonFile' | 'threads'> {
  readonly kind: 'regimens';
  readonly regimens: readonly RegimenName[];
}
export interface ReplayOptions {
  readonly kind: 'replay';
  /** `null`: of the population at large. */
  readonly regimen: RegimenName | null;
  readonly seed: number;
  readonly index: number;
  readonly disturbed: boolean;
  /** Go to the console as they are. */
  readonly consoleArguments: readonly string[];
}
export interface SearchOptions {
  readonly kind: 'search';
  readonly patients: number;
  readonly seed: number;
  readonly threads: number;
}
export type CampaignCommand = CampaignOptions | RegimenOptions | ReplayOptions | SearchOptions;

/** The seed of the patients that gains were tuned on. A judging seed must be another. */
export const tuningSeed = 1;

export const usage = `Usage: npm run campaign -- --patients <N> --seed <S> [options]
  --patients <N>       how many patients whose target is reachable at all (1 to 100000)
  --seed <S>           seed of the population (0 to 4294967295); ${tuningSeed} is the tuning seed, judge with another
  --disturb            with one to three disturbances each
  --regimen <name>     the population of a regimen treated by its own card, or "all" of them:
                       ${regimenNames.join(', ')}
  --json <file>        the figures as JSON
  --out <folder>       where the pictures go, default out/campaign
  --no-baseline        without the fixed PID beside ours
  --threads <n>        worker threads (1 to 64, default 2)
  --replay <S>:<k>     open patient k of seed S as a treatment in the console, --disturb with its disturbances;
                       with --regimen of its population;
                       what follows -- goes to the console (npm start -- --help)
  --search-baseline    find the best fixed PID on the tuning seed anew (--patients, default 12) and keep it`;

export type Parsed = { ok: true; command: CampaignCommand } | { ok: false; problem: string };

/** Reads the arguments; the first thing wrong with them is said with how to mend it. */
export function parseCampaign(args: readonly string[]): Parsed {
  try {
    return { ok: true, command: parse(args) };
  } catch (error) {
    return { ok: false, problem: `${(error as Error).message}.\n${usage}` };
  }
}

function parse(args: readonly string[]): CampaignCommand {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: true,
    allowPositionals: true,
    options: {
      patients: { type: 'string' },
      seed: { type: 'string' },
      regimen: { type: 'string' },
      disturb: { type: 'boolean', default: false },
      json: { type: 'string' },
      out: { type: 'string', default: inRoot('out/campaign') },
      'no-baseline': { type: 'boolean', default: false },
      threads: { type: 'string', default: '2' },
      replay: { type: 'string' },
      'search-baseline': { type: 'boolean', default: false },
    },
  });
  const named = values.regimen === undefined ? null : regimensOf(values.regimen);
  if (named !== null && values.disturb)
    throw new Error('--disturb has no meaning with --regimen: leave it out');
  if (values.replay !== undefined) {
    for (const name of ['patients', 'seed', 'json'] as const) {
      if (values[name] !== undefined) throw new Error(`--${name} has no meaning with --replay: leave it out`);
    }
    return {
      kind: 'replay',
      regimen: named === null ? null : only(named),
      ...patientOf(values.replay),
      disturbed: values.disturb,
      consoleArguments: positionals,
    };
  }
  if (positionals[0] !== undefined)
    throw new Error(`"${positionals[0]}" is not an option: check the spelling`);
  const threads = whole('threads', values.threads, 1, 64);
  if (values['search-baseline']) {
    if (values.seed !== undefined && Number(values.seed) !== tuningSeed) {
      throw new Error(`--search-baseline tunes on seed ${tuningSeed} alone: leave --seed out`);
    }
    const patients = whole('patients', values.patients ?? '12', 1, 1000);
    return { kind: 'search', patients, seed: tuningSeed, threads };
  }
  if (values.json === '') throw new Error('--json is empty: write a file name after it');
  if (values.out === '') throw new Error('--out is empty: write a folder after it');
  const asked = {
    patients: whole('patients', values.patients, 1, 100_000),
    seed: whole('seed', values.seed, 0, 0xffff_ffff),
    jsonFile: values.json ?? null,
    threads,
  };
  if (named !== null) return { kind: 'regimens', regimens: named, ...asked };
  return {
    kind: 'campaign',
    ...asked,
    disturbed: values.disturb,
    outFolder: values.out,
    baseline: !values['no-baseline'],
  };
}

function regimensOf(name: string): readonly RegimenName[] {
  if (name === 'all') return regimenNames;
  if (isRegimen(name)) return [name];
  throw new Error(`--regimen ${name}: write one of ${regimenNames.join(', ')}, or all`);
}

function only([first, ...others]: readonly RegimenName[]): RegimenName {
  if (first !== undefined && others.length === 0) return first;
  throw new Error('--regimen all has no meaning with --replay: name one regimen');
}

function patientOf(text: string): { seed: number; index: number } {
  const match = /^(\d+):(\d+)$/.exec(text);
  if (match === null) throw new Error(`--replay ${text}: write seed and patient as S:k, for example 2026:17`);
  return {
    seed: whole('replay', match[1], 0, 0xffff_ffff),
    index: whole('replay', match[2], 0, 0xffff_ffff),
  };
}

function whole(name: string, text: string | undefined, low: number, high: number): number {
  if (text === undefined)
    throw new Error(`--${name} is missing: write a whole number from ${low} to ${high} after it`);
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= low && value <= high) return value;
  throw new Error(`--${name} ${text}: write a whole number from ${low} to ${high}`);
}
