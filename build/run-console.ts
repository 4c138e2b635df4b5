import { homedir } from 'node:os';
import { join } from 'node:path';
import { findHost, type Host } from './host.ts';
import { runProgram } from './plain/program.mjs';
import { Problem, say } from './plain/step.mjs';
import { root } from './root.ts';
import { runNeeds } from './setup/package-needs.ts';
import { setUp } from './setup/set-up.ts';
import { missingPackages } from './setup/system-packages.ts';

/** Brings what the console needs and runs it; resolves with its exit code. */
export async function runConsole(args: readonly string[]): Promise<number> {
  await setUp(runNeeds);
  const host = findHost(args.includes('--headless'));
  if (host.name === 'stand-in' && missingPackages(runNeeds).includes('chromium')) {
    throw new Problem('Neither Electron nor Chromium is installed: nothing can show the console.');
  }
  say(`host: ${host.line}`);
  return runProgram(host.executable, [...host.args, ...lastingData(host, args), ...args], { cwd: root });
}

/** Records of a run outlive the stand-in, as Electron's own data folder does. A headless run has `--out`. */
function lastingData(host: Host, args: readonly string[]): string[] {
  const chosen = args.some((argument) => argument === '--headless' || argument.startsWith('--user-data-dir'));
  if (host.name === 'electron' || chosen) return [];
  return [`--user-data-dir=${join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'isotherm')}`];
}
