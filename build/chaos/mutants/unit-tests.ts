import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from '../../root.ts';
import { memoryFolder } from '../simulate/scratch.ts';

/** Tests that have not come to an end after this never will, and that is the mistake's doing, ms. */
const neverEndAfterMs = 600_000;
const config = inRoot('build/chaos/mutants/vitest.config.ts');

function vitest(): string {
  const manifest = inRoot('node_modules/vitest/package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin.vitest);
}

export interface UnitTests {
  readonly pass: boolean;
  /** The file with the mistake was loaded by them. */
  readonly loaded: boolean;
}

/** Unit tests (files below test/) on a console with that mistake; "" for none. */
export async function runUnitTests(
  mutant: string,
  tests: readonly string[],
  stop: AbortSignal,
): Promise<UnitTests> {
  const folder = mkdtempSync(join(memoryFolder(), 'isotherm-mutant-'));
  const mark = join(folder, 'loaded');
  const child = spawn(
    process.execPath,
    [vitest(), 'run', '--config', config, ...tests.map((file) => `test/${file}`)],
    {
      cwd: inRoot('.'),
      env: { ...process.env, ISOTHERM_MUTANT: mutant, ISOTHERM_MUTANT_LOADED: mark },
      stdio: 'ignore',
      signal: stop,
      timeout: neverEndAfterMs,
      killSignal: 'SIGKILL',
    },
  );
  try {
    const pass = await new Promise<boolean>((resolve) => {
      child.on('error', () => resolve(false));
      child.on('exit', (code) => resolve(code === 0));
    });
    return { pass, loaded: existsSync(mark) };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}
