import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { runProgram } from '../plain/program.mjs';
import { say } from '../plain/step.mjs';
import { inRoot } from '../root.ts';
import type { PackageNeed } from './package-needs.ts';

const listsFolder = '/var/lib/apt/lists';
const listsStaleAfterMs = 7 * 24 * 3600 * 1000;
const logFile = inRoot('out/set-up/apt-get.log');
const failureFile = inRoot('out/set-up/apt-get-failed.txt');
const forgetFailureAfterMs = 24 * 3600 * 1000;
/** Another apt-get (unattended upgrades) may hold the lock for a while; a closed network is not worth long waits. */
const patience = ['DPkg::Lock::Timeout=120', 'Acquire::http::Timeout=20', 'Acquire::Retries=1'].flatMap(
  (option) => ['-o', option],
);

/** The first of `names` that can be run from `searchPath`, as a path; `null` where none can. */
export function findCommand(names: readonly string[], searchPath = process.env.PATH ?? ''): string | null {
  const candidates = names.flatMap((name) =>
    isAbsolute(name) ? [name] : searchPath.split(delimiter).map((folder) => join(folder, name)),
  );
  return candidates.find((path) => existsSync(path)) ?? null;
}

export function missingPackages(needs: readonly PackageNeed[], searchPath = process.env.PATH): string[] {
  return needs.filter(({ anyOf }) => findCommand(anyOf, searchPath) === null).map(({ debian }) => debian);
}

/** The commands that a person types. */
export const installCommand = (packages: readonly string[]): string =>
  `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/** Installs what is missing where this user may, otherwise prints the command; returns what it did. */
export async function ensureSystemPackages(needs: readonly PackageNeed[]): Promise<string> {
  const missing = missingPackages(needs);
  if (missing.length === 0) return 'all there';
  const advice = `missing ${missing.join(', ')}, and what needs them will fail. Install with: ${installCommand(missing)}`;
  const rights = findCommand(['apt-get']) === null ? null : adminPrefix();
  if (rights === null) return advice;
  if (failedLately(missing)) return `apt-get failed before, ${logFile} says why; ${advice}`;

  say(`system packages: apt-get install ${missing.join(' ')} …`);
  const fresh = listsAreFresh();
  if (!fresh) await aptGet(rights, ['update']);
  const install = () => aptGet(rights, ['install', '-y', '--no-install-recommends', ...missing]);
  const installed = (await install()) || (fresh && (await aptGet(rights, ['update'])) && (await install()));
  if (installed) return `installed ${missing.join(', ')}`;
  writeFileSync(failureFile, missing.join(' '));
  return `apt-get failed, ${logFile} says why; ${advice}`;
}

/** A network that refused these packages today will not be waited for at every start. */
const failedLately = (missing: readonly string[]): boolean =>
  existsSync(failureFile) &&
  readFileSync(failureFile, 'utf8') === missing.join(' ') &&
  Date.now() - statSync(failureFile).mtimeMs < forgetFailureAfterMs;

/** True when it went well; what it printed is in the log. */
async function aptGet(rights: readonly string[], args: readonly string[]): Promise<boolean> {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  const command = [...rights, 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...patience, ...args];
  const code = await runProgram('/usr/bin/env', command, { stdio: ['ignore', log, log] });
  closeSync(log);
  return code === 0;
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
