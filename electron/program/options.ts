import { parseArgs } from 'node:util';
import { type Language, languages } from '../domain/text/language.ts';
import { exitCodes } from './exit-codes.ts';
import { parseSerialRig, type SerialRig } from './open-rig.ts';

/** What the command line asks for. */
export interface Options {
  readonly headless: boolean;
  /** One treatment at high speed with pictures, then out. */
  readonly demo: boolean;
  /** `null`: the one that the site names. */
  readonly rig: Rig | null;
  /** `null`: the site of this console. */
  readonly siteFile: string | null;
  readonly preset: string | null;
  readonly operator: 'manual' | 'auto';
  readonly caseFile: string | null;
  readonly speed: number;
  readonly scenarioFile: string | null;
  readonly seed: number | null;
  readonly out: string | null;
  /** Folder of a run whose documents are to be made, and nothing else; `null`: the console is opened. */
  readonly report: string | null;
  /** Where these documents go; `null`: beside the journal. */
  readonly reportTo: string | null;
  /** What an unattended start does with a run that a lost console left open; `null`: nothing is said. */
  readonly recover: RecoverChoice | null;
  /** Of screen and documents, until somebody chooses another at the screen; `null`: not said. */
  readonly language: Language | null;
}

export type Rig = { readonly kind: 'simulator' } | { readonly kind: 'serial'; readonly serial: SerialRig };

export const recoverChoices = ['take-up', 'drain', 'end'] as const;
export type RecoverChoice = (typeof recoverChoices)[number];

/** `exitCode`: with which the program ends instead of starting. */
export type ParsedOptions = { ok: true; options: Options } | { ok: false; problem: string; exitCode: number };

export const usage = `Usage: npm start -- [options]
  --help                   this text
  --headless               no window; for tests and demonstrations
  --demo                   one demonstration treatment at high speed, pictures included
  --rig simulator | serial:<path>[?baud=115200&parity=even&stop=1&deadlineMs=60&bootMs=3000&dtr=keep]
                           the built-in simulated rig, or a rig on a serial port (default: as the site says), shown with what
                           each setting is where it is left out; what they may be: docs/link.md
  --preset <name or file>  protocol, default the first of assets/presets
  --operator manual | auto auto answers every prompt; simulated rigs only
  --case <json file>       case to start from
  --site <json file>       rules of the site, default site.json of the data folder, or assets/sites/theatre.json
  --speed <N>              built-in simulator: N times real time (1 to 1000, default 1)
  --scenario <json file>   built-in simulator: what happens when
  --seed <n>               built-in simulator: seed of its noise
  --out <dir>              where report.pdf, samples.csv, summary.json and journal.sqlite go; where a run is
                           there already, into a folder of the next one's own beneath
  --language en | zh       of screen and report (default: as last chosen at the screen, else en)
  --recover take-up | drain | end
                           unattended: what becomes of a run that a lost console left open in --out or beneath
  --report <dir>           makes the report of a run whose console was lost, from its journal.sqlite, and ends
  --to <dir>               where the documents of --report go, as from a folder that is read-only`;

const defaultDemoSpeed = 200;
const mostSpeed = 1000;

/** Reads the arguments; the first thing wrong with them is said with how to mend it. */
export function parseOptions(args: readonly string[]): ParsedOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        help: { type: 'boolean', default: false },
        headless: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        rig: { type: 'string' },
        site: { type: 'string' },
        preset: { type: 'string' },
        operator: { type: 'string' },
        case: { type: 'string' },
        speed: { type: 'string' },
        scenario: { type: 'string' },
        seed: { type: 'string' },
        out: { type: 'string' },
        language: { type: 'string' },
        report: { type: 'string' },
        to: { type: 'string' },
        recover: { type: 'string' },
      },
    });
    for (const [name, value] of Object.entries(values)) {
      if (value === '') throw new Error(`--${name} is empty: write a value after it, or leave it out`);
    }
    if (values.help) return { ok: false, problem: usage, exitCode: exitCodes.noTreatment };
    if (values.report !== undefined) {
      for (const only of [
        'demo',
        'preset',
        'operator',
        'case',
        'site',
        'speed',
        'scenario',
        'seed',
        'out',
        'recover',
      ] as const) {
        if (values[only] !== undefined && values[only] !== false)
          throw new Error(`--${only} is for a run, and --report makes the report of one that is over`);
      }
    }
    if (values.to !== undefined && values.report === undefined)
      throw new Error('--to says where the documents of --report go; for a run, write --out');
    const demo = values.demo;
    const rig = values.rig === undefined ? null : askedRig(values.rig);
    if (rig?.kind === 'serial') {
      for (const only of ['speed', 'scenario', 'seed'] as const) {
        if (values[only] !== undefined)
          throw new Error(`--${only} is for the built-in simulator, not for ${values.rig}`);
      }
    }
    return {
      ok: true,
      options: {
        headless: values.headless,
        demo,
        rig,
        preset: values.preset ?? null,
        operator: parseOperator(values.operator ?? (demo ? 'auto' : 'manual')),
        siteFile: values.site ?? null,
        caseFile: values.case ?? null,
        speed: parseNumber('speed', values.speed, demo ? defaultDemoSpeed : 1, 1, mostSpeed),
        scenarioFile: values.scenario ?? null,
        seed: values.seed === undefined ? null : parseNumber('seed', values.seed, 0, 0, 2 ** 31),
        out: values.out ?? null,
        report: values.report ?? null,
        reportTo: values.to ?? null,
        language: values.language === undefined ? null : parseLanguage(values.language),
        recover: parseRecover(values.recover, values.operator ?? (demo ? 'auto' : 'manual')),
      },
    };
  } catch (error) {
    return { ok: false, problem: `${(error as Error).message}.\n${usage}`, exitCode: exitCodes.badInput };
  }
}

/** Throws what is wrong with it. */
export function parseRig(value: string): Rig {
  if (value === 'simulator') return { kind: 'simulator' };
  if (!value.startsWith('serial:') || value === 'serial:') {
    throw new Error(`${value}: write "simulator" or "serial:<path>", for example serial:/dev/ttyUSB0`);
  }
  const read = parseSerialRig(value.slice('serial:'.length));
  if (!read.ok) throw new Error(`${value}: ${read.problem}`);
  return { kind: 'serial', serial: read.rig };
}

function parseOperator(value: string): Options['operator'] {
  if (value === 'manual' || value === 'auto') return value;
  throw new Error(`--operator ${value}: write "manual" or "auto"`);
}

function parseRecover(value: string | undefined, operator: string): RecoverChoice | null {
  if (value === undefined) return null;
  if (operator !== 'auto')
    throw new Error('--recover is for --operator auto; a person chooses at the screen');
  const known = recoverChoices.find((choice) => choice === value);
  if (known !== undefined) return known;
  throw new Error(`--recover ${value}: write ${recoverChoices.map((one) => `"${one}"`).join(' or ')}`);
}

function parseLanguage(value: string): Language {
  const known = languages.find((language) => language === value);
  if (known !== undefined) return known;
  throw new Error(`--language ${value}: write ${languages.map((one) => `"${one}"`).join(' or ')}`);
}

function parseNumber(
  name: string,
  text: string | undefined,
  otherwise: number,
  low: number,
  high: number,
): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw new Error(`--${name} ${text}: write a whole number from ${low} to ${high}`);
}

function askedRig(value: string): Rig {
  try {
    return parseRig(value);
  } catch (error) {
    throw new Error(`--rig ${(error as Error).message}`);
  }
}
