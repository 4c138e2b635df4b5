/**
 * The Electron runtime is not in its npm package: it is fetched from GitHub, or from the mirror that
 * npm_config_electron_mirror or ELECTRON_MIRROR name. Networks that refuse this are common, so it is tried
 * once for each version, with little patience for silence, and the outcome is remembered.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { downloadArtifact } from '@electron/get';
import { runProgram } from '../plain/program.mjs';
import { say } from '../plain/step.mjs';
import { inRoot } from '../root.ts';

const silenceMs = 8_000;
const folder = inRoot('node_modules/electron');
const memory = inRoot('out/set-up/electron-runtime.json');

export const electronVersion: string = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;

/** The runtime's executable, `null` where it is not installed. ELECTRON_OVERRIDE_DIST_PATH names a folder of one's own. */
export function findElectron(): string | null {
  const overridden = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const name = join(folder, 'path.txt');
  const executable = existsSync(name) ? readFileSync(name, 'utf8') : 'electron';
  const path = join(overridden ?? join(folder, 'dist'), executable);
  return existsSync(path) ? path : null;
}

/** Why the runtime could not be fetched; `null` where it was not tried or is there. */
export function fetchProblem(): string | null {
  if (!existsSync(memory)) return null;
  const { version, problem } = JSON.parse(readFileSync(memory, 'utf8'));
  return version === electronVersion ? problem : null;
}

/** Fetches the runtime unless it is there or was refused before; returns what it came to. */
export async function ensureElectron(): Promise<string> {
  if (findElectron() !== null) return `${electronVersion} is there`;
  const earlier = fetchProblem();
  if (earlier !== null) return `${electronVersion} is not to be had here (${earlier})`;
  say(`Electron runtime: fetching ${electronVersion} …`);
  const problem = await fetchRuntime();
  if (problem === null) return `${electronVersion} fetched`;
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, JSON.stringify({ version: electronVersion, problem }));
  return `${electronVersion} is not to be had here (${problem})`;
}

async function fetchRuntime(): Promise<string | null> {
  try {
    await downloadToCache();
  } catch (error) {
    return describe(error);
  }
  const code = await runProgram(process.execPath, [join(folder, 'install.js')]);
  return code === 0 ? null : `install-electron ended with exit code ${code}`;
}

/** Fills the cache that install-electron reads; gives up when nothing arrives for `silenceMs`. */
async function downloadToCache(): Promise<void> {
  const silence = new AbortController();
  const giveUp = () => silence.abort(new Error(`nothing arrived for ${silenceMs / 1000} s`));
  let timer = setTimeout(giveUp, silenceMs);
  try {
    await downloadArtifact({
      version: electronVersion,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: createRequire(import.meta.url)(join(folder, 'checksums.json')),
      downloadOptions: {
        signal: silence.signal,
        getProgressCallback: async () => {
          clearTimeout(timer);
          timer = setTimeout(giveUp, silenceMs);
        },
      },
    });
  } finally {
    clearTimeout(timer);
  }
}

/** fetch() keeps the cause to itself: "fetch failed" alone helps nobody. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
