import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What `run.mjs [switches] <bundle or folder> [arguments]` was asked, in Electron's own terms. */
export interface Command {
  /** Chromium switches before the bundle, as given. */
  readonly switches: readonly string[];
  /** As given: what main sees as its `process.argv[1]`. */
  readonly app: string;
  /** Everything behind it. */
  readonly args: readonly string[];
}

export const usage =
  'usage: node test/electron-stand-in/run.mjs [chromium switches] <main bundle or folder with package.json> [arguments]';

/** `null` when no bundle is named. */
export function parseCommand(given: readonly string[]): Command | null {
  const at = given.findIndex((argument) => !argument.startsWith('-'));
  const app = given[at];
  if (app === undefined) return null;
  return { switches: given.slice(0, at), app, args: given.slice(at + 1) };
}

/** The bundle to run and who it is; like Electron, a bare file has Electron's own name. */
export interface Application {
  readonly entry: string;
  readonly path: string;
  readonly name: string;
  readonly version: string;
}

export function findApplication(app: string, electronVersion: string): Application {
  const path = resolve(app);
  if (!existsSync(path)) throw new Error(`There is no ${path}. Build it first, or name the bundle.`);
  if (!statSync(path).isDirectory()) {
    return { entry: path, path: dirname(path), name: 'Electron', version: electronVersion };
  }
  const description = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const entry = resolve(path, String(description.main ?? 'index.js'));
  if (!existsSync(entry))
    throw new Error(`${path}/package.json names ${entry}, which is not there. Build it first.`);
  return {
    entry,
    path,
    name: String(description.productName ?? description.name),
    version: String(description.version),
  };
}

/** `--name` or `--name=value`, in the way Chromium reads its command line; "" for a switch without a value. */
export function switchValue(all: readonly string[], name: string): string | null {
  let value: string | null = null;
  for (const argument of all) {
    if (argument === `--${name}`) value = '';
    else if (argument.startsWith(`--${name}=`)) value = argument.slice(name.length + 3);
  }
  return value;
}
