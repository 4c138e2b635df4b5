import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EnteredPreset, PresetTemplate } from '../domain/preset.ts';
import { basedOn, presetChanges } from '../domain/preset-changes.ts';
import { type FieldProblem, presetProblems } from '../domain/preset-problems.ts';
import type { RigIdentity } from '../domain/telemetry.ts';
import { onShelf, type PresetShelf, readPresets } from './presets.ts';

export type SavedPreset = { ok: true; preset: EnteredPreset } | { ok: false; problems: FieldProblem[] };

/** The shipped presets and those of the site, which are added to and never written over. */
export class PresetStore {
  readonly #shipped: string;
  readonly #site: string;
  #shelf: PresetShelf;

  constructor(shippedFolder: string, siteFolder: string) {
    this.#shipped = shippedFolder;
    this.#site = siteFolder;
    this.#shelf = readPresets(shippedFolder, siteFolder);
  }

  get shelf(): PresetShelf {
    return this.#shelf;
  }

  /**
   * Keeps `edited` in the site's folder with all its changes against `base`: as the next version of its name, or as
   * version 1 of a new one. `rig`: `null` while none is connected.
   */
  save(base: PresetTemplate, edited: EnteredPreset, by: string, rig: RigIdentity | null): SavedPreset {
    const named = onShelf(this.#shelf, edited.name);
    const version = (named?.version ?? 0) + 1;
    const preset = basedOn(base, { ...edited, version }, by);
    const problems = presetProblems(preset, rig);
    if (problems.length > 0) return { ok: false, problems };
    if (named !== null && presetChanges(named, preset).length === 0)
      return refused('name', `"${edited.name}" is kept like this already: change a value, or its name`);
    return this.#write(preset);
  }

  #write(preset: EnteredPreset): SavedPreset {
    try {
      mkdirSync(this.#site, { recursive: true });
      writeNew(this.#site, fileName(preset), `${JSON.stringify(preset, null, 2)}\n`);
    } catch (error) {
      return refused(
        'name',
        `it cannot be kept in ${this.#site}: ${(error as Error).message}. Check the folder`,
      );
    }
    this.#shelf = readPresets(this.#shipped, this.#site);
    return { ok: true, preset };
  }
}

const refused = (field: string, message: string): SavedPreset => ({
  ok: false,
  problems: [{ field, message }],
});

/** What a file system takes of a name in any script: 255 bytes with version, copy and ending. */
const mostNameSigns = 50;

/** Letters and figures of the name, as many as fit, then its version: `ours-42-v3`. */
function fileName({ name, version }: PresetTemplate): string {
  const signs = name.replace(/[^\p{L}\p{N}.]+/gu, '-').replace(/^[-.]+|-+$/g, '');
  return `${[...signs].slice(0, mostNameSigns).join('')}-v${version}`;
}

/** Names that differ only in signs share a file name; none is written over for that. */
function writeNew(folder: string, name: string, text: string): void {
  let path = join(folder, `${name}.json`);
  for (let copy = 2; existsSync(path); copy += 1) path = join(folder, `${name}-${copy}.json`);
  writeFileSync(path, text, { flag: 'wx' });
}
