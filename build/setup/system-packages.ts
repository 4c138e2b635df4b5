import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { runProgram } from '../plain/program.mjs';
import { say } from '../plain/step.mjs';
import type { PackageNeed } from './package-needs.ts';

const listsFolder = '/var/lib/apt/lists';
const listsStaleAfterMs = 7 * 24 * 3600 * 1000;

/** The first of `names` that can be run from `searchPath`, as a path; `null` where none can. */
export function findCommand(names: readonly string[], searchPath = process.env.PATH ?? ''): string | null {
  const candidates = names.flatMap((name) =>
    isAbsolute(name) ? [name] : searchPath.split(delimiter).map((folder) => join(folder, name)),
  );
  return candidates.find(exists) ?? null;
}

export function missingPackages(needs: readonly PackageNeed[], searchPath = process.env.PATH): string[] {
  return needs.filter(({ anyOf }) => findCommand(anyOf, searchPath) === null).map(({ debian }) => debian);
}

/** The commands that a person would type; `sudo` in front unless they are root already. */
export function installCommand(packages: readonly string[], prefix = 'sudo '): string {
  return `${prefix}apt-get update && ${prefix}apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/** Installs what is missing where this user may, otherwise prints the command; returns what it did. */
export async function ensureSystemPackages(needs: readonly PackageNeed[]): Promise<string> {
  const missing = missingPackages(needs);
  if (missing.length === 0) return 'all there';
  const advice = `missing ${missing.join(', ')}. Install with: ${installCommand(missing)}`;
  const rights = findCommand(['apt-get']) === null ? null : adminPrefix();
  if (rights === null) return advice;

  say(`system packages: apt-get install ${missing.join(' ')} …`);
  const apt = (...args: string[]) =>
    runProgram('/usr/bin/env', [...rights, 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args]);
  const install = () => apt('-o', 'Dpkg::Use-Pty=0', 'install', '-y', '--no-install-recommends', ...missing);
  const fresh = listsAreFresh();
  if (!fresh) await apt('update');
  let code = await install();
  if (code !== 0 && fresh) {
    await apt('update');
    code = await install();
  }
  return code === 0 ? `installed ${missing.join(', ')}` : `apt-get ended with exit code ${code}; ${advice}`;
}

/** What goes in front of apt-get: nothing for root, sudo where it asks for no password; `null` = may not. */
function adminPrefix(): string[] | null {
  if (process.getuid?.() === 0) return [];
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return sudo.status === 0 ? ['sudo', '-n', '/usr/bin/env'] : null;
}

function listsAreFresh(): boolean {
  try {
    const lists = readdirSync(listsFolder).some((name) => name.includes('_Packages'));
    return lists && Date.now() - statSync(listsFolder).mtimeMs < listsStaleAfterMs;
  } catch {
    return false;
  }
}

function exists(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
