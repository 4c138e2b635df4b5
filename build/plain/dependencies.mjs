import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './program.mjs';
import { Problem, say } from './step.mjs';

/** Brings `node_modules` to what the lock says; returns what it did. */
export async function ensureDependencies(root) {
  if (dependenciesMatch(root)) return 'as locked';
  say('dependencies: npm ci, a minute or two …');
  const code = await npm(['ci', '--loglevel=error'], root);
  if (code !== 0) {
    throw new Problem(
      `npm ci ended with exit code ${code}. The lines above say why; it needs the npm registry (npm config get registry).`,
    );
  }
  return 'installed';
}

/** True where every package of the lock is installed as locked; optional ones may be absent (other platforms). */
export function dependenciesMatch(root) {
  const wanted = readLock(join(root, 'package-lock.json'));
  const installed = readLock(join(root, 'node_modules/.package-lock.json'));
  return (
    wanted !== null &&
    installed !== null &&
    Object.entries(wanted).every(([path, entry]) => {
      if (path === '') return true;
      const found = installed[path];
      return found ? found.integrity === entry.integrity : entry.optional === true;
    })
  );
}

function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null;
}

/** The npm that started this command, else the one on the path. */
function npm(args, root) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  return script?.endsWith('npm-cli.js') && node
    ? runProgram(node, [script, ...args], { cwd: root })
    : runProgram('npm', args, { cwd: root });
}
