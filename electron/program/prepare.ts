import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TreatmentCase } from '../domain/case.ts';
import type { EnteredPreset } from '../domain/preset.ts';
import type { Site } from '../domain/site.ts';
import type { OpenRun, OpenRuns } from '../record/open-runs.ts';
import { readCase } from './case-file.ts';
import { demonstrationCase, demonstrationRig, lineProbesOnly } from './demonstration.ts';
import { parseScenario, type Scenario } from './open-rig.ts';
import { type Options, parseRig, type Rig } from './options.ts';
import { PresetStore } from './preset-store.ts';
import { findPreset } from './presets.ts';
import { runsLeftOpen } from './records.ts';
import { readSite, type SiteInForce, siteInForce } from './site-file.ts';
import { readTextFile } from './text-file.ts';

/** Everything the command line names, read and found good, before a window opens or a port is touched. */
export interface Prepared {
  readonly options: Options;
  readonly rig: Rig;
  /** The rules in force, and why they are not those that were looked for. */
  readonly inForce: SiteInForce;
  readonly store: PresetStore;
  /** Named on the command line; offered first, on the shelf or not. */
  readonly preset: EnteredPreset | null;
  readonly draftCase: TreatmentCase | null;
  readonly scenario: Scenario;
  /** Otherwise the simulated patient follows the preset of each run. */
  readonly scenarioIsGiven: boolean;
  /** Runs that a lost console left open where this start puts its own, the newest first. */
  readonly lost: readonly OpenRun[];
  /** To be said at the start: what of the records was passed over, or cannot be read. */
  readonly notices: readonly string[];
  /** Where runs go, the first into it and each that finds one there into a folder of its own beneath; `null`: the data folder. */
  readonly out: string | null;
}

export type Preparation = { ok: true; prepared: Prepared } | { ok: false; problem: string };

const demoFolder = join('out', 'demo');

/**
 * Reads the files that the options name. `asset` gives the path of a file in `assets/`; in `dataFolder` the console
 * keeps what it is given: rules and presets of the site, and its runs.
 */
export function prepare(
  options: Options,
  asset: (...parts: string[]) => string,
  dataFolder: string,
): Preparation {
  try {
    const inForce = siteOf(options, asset('sites', 'theatre.json'), dataFolder);
    const store = new PresetStore(asset('presets'), join(dataFolder, 'presets'));
    const { shelf } = store;
    const preset = options.preset === null ? null : must(findPreset(options.preset, shelf)).preset;
    const unattended = options.operator === 'auto';
    const { lost, notices } = runsLeft(options, join(dataFolder, 'runs'));
    const card = preset ?? shelf.presets[0] ?? null;
    const scenarioFile = options.scenarioFile ?? (showsFault(options, card) ? asset(...demonstrated) : null);
    const demo = (): TreatmentCase => must(readCase(asset('demo-case.json'))).case;
    return {
      ok: true,
      prepared: {
        options,
        rig: rigOf(options, inForce.site),
        inForce,
        store,
        preset,
        draftCase:
          options.caseFile !== null
            ? must(readCase(options.caseFile)).case
            : unattended
              ? demonstrationFor(demo(), card, scenarioFile)
              : null,
        scenario: scenarioFile === null ? demonstrationRig(card) : readScenario(scenarioFile),
        scenarioIsGiven: scenarioFile !== null,
        lost,
        notices: inForce.problem === null ? notices : [inForce.problem, ...notices],
        out: outFolder(options),
      },
    };
  } catch (error) {
    return { ok: false, problem: (error as Error).message };
  }
}

/** What the demonstration shows is a probe of the cavity that comes off: not where there is none. */
const demonstrated = ['scenarios', 'demonstration.json'] as const;
const showsFault = ({ demo }: Options, card: EnteredPreset | null): boolean =>
  demo && (card === null || !lineProbesOnly(card));

/** A scenario says what rig there is; the patient follows the preset only where the rig does. */
const demonstrationFor = (
  demo: TreatmentCase,
  card: EnteredPreset | null,
  scenarioFile: string | null,
): TreatmentCase => (card === null || scenarioFile !== null ? demo : demonstrationCase(demo, card));

function siteOf({ siteFile }: Options, shipped: string, dataFolder: string): SiteInForce {
  if (siteFile === null) return siteInForce(dataFolder, shipped);
  const { site, notice } = must(readSite(siteFile, () => must(readSite(shipped)).site));
  return { site, problem: notice };
}

/** A demonstration is always on the simulated one. */
function rigOf({ rig, demo, speed, scenarioFile, seed }: Options, site: Site): Rig {
  if (rig !== null) return rig;
  const named = demo ? ({ kind: 'simulator' } as const) : parseRig(site.rig);
  const simulates = speed !== 1 || scenarioFile !== null || seed !== null;
  if (named.kind === 'serial' && simulates)
    throw new Error(
      `--speed, --scenario and --seed are for the built-in simulator, and the site names ${site.rig}. Add --rig simulator.`,
    );
  return named;
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
  const read = readTextFile(path);
  if (!read.ok) throw new Error(`scenario ${path}: ${read.problem}. Check the file.`);
  return must(parseScenario(read.text, `scenario ${path}`)).scenario;
}

type Left = Pick<Prepared, 'lost' | 'notices'>;

/**
 * A person is shown every run left open. Unattended, one where this start writes is neither passed over nor decided
 * about: it is named, or the order for it is there; one elsewhere is passed over, and that is said.
 */
function runsLeft(options: Options, runsFolder: string): Left {
  const out = options.out === null ? null : resolve(options.out);
  if (options.operator !== 'auto') {
    const { runs, problems } = runsLeftOpen({ out, runs: runsFolder });
    return { lost: runs, notices: problems };
  }
  // The demonstration makes its folder anew, so nothing is left open there.
  const writesTo = out ?? (options.demo ? null : runsFolder);
  const elsewhere = writesTo === runsFolder ? nothingLeft : runsLeftOpen({ out: null, runs: runsFolder });
  const here = writesTo === null ? nothingLeft : runsLeftOpen({ out: null, runs: writesTo });
  const [first] = here.runs;
  if (first !== undefined && options.recover === null) {
    throw new Error(
      `run ${first.header.runId} was left open in ${first.folder}. ` +
        'Say what becomes of it with --recover take-up, drain or end.',
    );
  }
  if (first === undefined && options.recover !== null) {
    throw new Error(`--recover ${options.recover}: no run was left open in ${writesTo ?? demoFolder}.`);
  }
  const notices = [...here.problems, ...elsewhere.problems, ...elsewhere.runs.map(passedOver)];
  return { lost: here.runs, notices };
}

const nothingLeft: OpenRuns = { runs: [], problems: [] };

const passedOver = ({ header, folder }: OpenRun): string =>
  `Run ${header.runId} was left open in ${folder} and is passed over: this start writes elsewhere. ` +
  'To take it up, drain or end it, start without --operator auto.';

/** The demonstration makes its own folder anew; in any other nothing is written over (`Records`). */
function outFolder(options: Options): string | null {
  if (options.out === null && !options.demo) return null;
  const folder = resolve(options.out ?? demoFolder);
  if (options.out === null) rmSync(folder, { recursive: true, force: true });
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Error(`--out ${folder}: cannot be made (${(error as Error).message}). Choose another folder.`);
  }
  return folder;
}
