import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defaultScenario, parseScenario, type Scenario } from '../../native-bridge/simulator/scenario.ts';
import type { TreatmentCase } from '../domain/case.ts';
import type { Preset } from '../domain/preset.ts';
import { readCase } from './case-file.ts';
import type { Options } from './options.ts';
import { PresetStore } from './preset-store.ts';
import { findPreset } from './presets.ts';

/** Everything the command line names, read and found good, before a window opens or a port is touched. */
export interface Prepared {
  readonly options: Options;
  readonly store: PresetStore;
  /** Named on the command line; offered first, on the shelf or not. */
  readonly preset: Preset | null;
  readonly draftCase: TreatmentCase | null;
  readonly scenario: Scenario;
  /** Where the documents of the run go; `null`: a folder of its own in the data folder. */
  readonly out: string | null;
}

export type Preparation = { ok: true; prepared: Prepared } | { ok: false; problem: string };

/** What a run leaves in its folder. */
export const runFileNames = ['journal.sqlite', 'report.pdf', 'samples.csv', 'summary.json'] as const;

const demoFolder = join('out', 'demo');

/** Reads the files that the options name. `asset` gives the path of a file in `assets/`; `sitePresets` is a folder. */
export function prepare(
  options: Options,
  asset: (...parts: string[]) => string,
  sitePresets: string,
): Preparation {
  try {
    const store = new PresetStore(asset('presets'), sitePresets);
    const { shelf } = store;
    const preset = options.preset === null ? null : must(findPreset(options.preset, shelf)).preset;
    const unattended = options.operator === 'auto';
    const caseFile = options.caseFile ?? (unattended ? asset('demo-case.json') : null);
    const scenarioFile =
      options.scenarioFile ?? (options.demo ? asset('scenarios', 'demonstration.json') : null);
    return {
      ok: true,
      prepared: {
        options,
        store,
        preset,
        draftCase: caseFile === null ? null : must(readCase(caseFile)).case,
        scenario: scenarioFile === null ? defaultScenario : readScenario(scenarioFile),
        out: outFolder(options),
      },
    };
  } catch (error) {
    return { ok: false, problem: (error as Error).message };
  }
}

/** What was read, or its problem as an error. */
function must<T extends { readonly ok: boolean }>(result: T | Refused): Extract<T, { readonly ok: true }> {
  if (!result.ok) throw new Error((result as Refused).problem);
  return result as Extract<T, { readonly ok: true }>;
}

interface Refused {
  readonly ok: false;
  readonly problem: string;
}

function readScenario(path: string): Scenario {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`scenario ${path}: cannot be read (${(error as Error).message}). Check the path.`);
  }
  return must(parseScenario(text, `scenario ${path}`)).scenario;
}

/** The demonstration makes its own folder anew; anything else is never written over. */
function outFolder(options: Options): string | null {
  if (options.out === null && !options.demo) return null;
  const folder = resolve(options.out ?? demoFolder);
  if (options.out === null) rmSync(folder, { recursive: true, force: true });
  for (const name of runFileNames) {
    if (existsSync(join(folder, name))) {
      throw new Error(
        `--out ${folder}: ${name} is there already and is not written over. Choose another folder.`,
      );
    }
  }
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Error(`--out ${folder}: cannot be made (${(error as Error).message}). Choose another folder.`);
  }
  return folder;
}
