import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../plain/step.mjs';
import { inRoot, root } from '../root.ts';
import { runTool } from '../tool.ts';

/** Everything that electron-vite reads, directly or through an import. */
const sources = [
  'electron',
  'native-bridge',
  'renderer',
  'assets',
  'electron.vite.config.ts',
  'package-lock.json',
];
const memory = inRoot('out/set-up/bundles.txt');
const bundles = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** Builds main, preload and renderer unless they are newer than their sources; returns what it did. */
export async function ensureBundles(): Promise<string> {
  const state = fingerprint();
  if (state === remembered() && bundles.every((path) => exists(inRoot(path))))
    return 'newer than their sources';
  // Whatever this process runs in: in a test run, React would otherwise be its development build.
  const env = { NODE_ENV: 'production' };
  const code = await runTool('electron-vite', ['build', '--logLevel', 'warn'], { env });
  if (code !== 0)
    throw new Problem(`electron-vite build ended with exit code ${code}; the lines above say why.`);
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, state);
  return 'built';
}

/** Changes with the name, size or time of any source; reading the names alone costs a few milliseconds. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesUnder(join(root, source)))) {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function remembered(): string | null {
  return exists(memory) ? readFileSync(memory, 'utf8') : null;
}

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;
