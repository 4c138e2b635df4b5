import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EnteredPreset, PresetTemplate } from '../domain/preset.ts';
import { isComplete } from '../domain/preset-problems.ts';
import {
  type PresetResult,
  parsePreset,
  parseTemplate,
  type TemplateResult,
} from '../protocol/preset-file.ts';
import { readTextFile } from './text-file.ts';

/** The presets on offer, of each name the highest version there is. */
export interface PresetShelf {
  readonly presets: readonly EnteredPreset[];
  /** Those with blanks, which the site fills in the editor before a run can start. */
  readonly templates: readonly PresetTemplate[];
  /** Files that were refused, each with what, where and how to mend it. */
  readonly problems: readonly string[];
}

/** The preset the console offers first. */
export const defaultPresetName = '42.5 °C × 60 min';

/** Reads every preset file of some folders; a bad one is named and left out, the others are offered. */
export function readPresets(...folders: readonly string[]): PresetShelf {
  const results = folders.flatMap(readFolder);
  const read = results.filter((result) => result.ok).map((result) => result.preset);
  const latest = latestVersions(read);
  const first = (preset: EnteredPreset): number => (preset.name === defaultPresetName ? 0 : 1);
  return {
    presets: latest.filter(isComplete).sort((a, b) => first(a) - first(b)),
    templates: latest.filter((preset) => !isComplete(preset)),
    problems: results.filter((result) => !result.ok).map((result) => result.problem),
  };
}

function readFolder(folder: string): TemplateResult[] {
  if (!existsSync(folder)) return [];
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    return [{ ok: false, problem: `presets ${folder}: cannot be read (${(error as Error).message}).` }];
  }
  // Some systems write the ending in capitals.
  const files = names.filter((name) => name.toLowerCase().endsWith('.json')).sort();
  return files.map((file) => readFile(join(folder, file), parseTemplate));
}

function latestVersions(read: readonly PresetTemplate[]): PresetTemplate[] {
  const latest = new Map<string, PresetTemplate>();
  for (const preset of read) {
    const known = latest.get(preset.name);
    if (known === undefined || preset.version > known.version) latest.set(preset.name, preset);
  }
  return [...latest.values()];
}

/** A preset or template by its name; `null`: there is none. */
export const onShelf = ({ presets, templates }: PresetShelf, name: string): PresetTemplate | null =>
  [...presets, ...templates].find((preset) => preset.name === name) ?? null;

/** A complete preset by its name on the shelf, or by the path of a file. */
export function findPreset(nameOrFile: string, shelf: PresetShelf): PresetResult {
  const named = shelf.presets.find((preset) => preset.name === nameOrFile);
  if (named !== undefined) return { ok: true, preset: named };
  if (shelf.templates.some((template) => template.name === nameOrFile)) {
    return {
      ok: false,
      problem: `preset "${nameOrFile}": its flow and volumes are blank. Enter them on the screen, or give a complete file.`,
    };
  }
  if (existsSync(nameOrFile)) return readFile(nameOrFile, parsePreset);
  const names = shelf.presets.map((preset) => `"${preset.name}"`).join(', ');
  return {
    ok: false,
    problem: `preset "${nameOrFile}": neither a file nor one of ${names}. Check the spelling.`,
  };
}

function readFile<T>(
  path: string,
  parse: (text: string, where: string) => T,
): T | { ok: false; problem: string } {
  const read = readTextFile(path);
  return read.ok
    ? parse(read.text, `preset ${path}`)
    : { ok: false, problem: `preset ${path}: ${read.problem}.` };
}
