import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Preset } from '../domain/preset.ts';
import { type PresetResult, parsePreset } from '../protocol/preset-file.ts';

export interface PresetShelf {
  readonly presets: readonly Preset[];
  /** Files that were refused, each with what, where and how to mend it. */
  readonly problems: readonly string[];
}

/** The preset the console offers first. */
export const defaultPresetName = '42.5 °C × 60 min';

/** Reads every preset file of a folder; a bad one is named and left out, the others are offered. */
export function readPresets(folder: string): PresetShelf {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();
  const results = files.map((file) => readPresetFile(join(folder, file)));
  const presets = results.filter((result) => result.ok).map((result) => result.preset);
  const first = (preset: Preset): number => (preset.name === defaultPresetName ? 0 : 1);
  return {
    presets: presets.sort((a, b) => first(a) - first(b)),
    problems: results.filter((result) => !result.ok).map((result) => result.problem),
  };
}

/** A preset by its name on the shelf, or by the path of a file. */
export function findPreset(nameOrFile: string, shelf: PresetShelf): PresetResult {
  const named = shelf.presets.find((preset) => preset.name === nameOrFile);
  if (named !== undefined) return { ok: true, preset: named };
  if (existsSync(nameOrFile)) return readPresetFile(nameOrFile);
  const names = shelf.presets.map((preset) => `"${preset.name}"`).join(', ');
  return {
    ok: false,
    problem: `preset "${nameOrFile}": neither a file nor one of ${names}. Check the spelling.`,
  };
}

function readPresetFile(path: string): PresetResult {
  try {
    return parsePreset(readFileSync(path, 'utf8'), `preset ${basename(path)}`);
  } catch (error) {
    return { ok: false, problem: `preset ${path}: cannot be read (${(error as Error).message}).` };
  }
}
