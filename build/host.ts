/**
 * The program that runs the built bundles: the Electron runtime wherever it is installed, else its stand-in
 * on Node 24 and the system's Chromium. The launcher and the end-to-end tests ask here, so that they agree.
 */
import { inRoot } from './root.ts';
import { electronVersion, fetchProblem, findElectron } from './setup/electron-runtime.ts';

export interface Host {
  readonly name: 'electron' | 'stand-in';
  readonly executable: string;
  /** Stand before the program's own arguments. */
  readonly args: readonly string[];
  /** One line that says which host it is, and why. */
  readonly line: string;
}

export function findHost(headless: boolean): Host {
  const electron = findElectron();
  return electron === null ? standIn() : electronHost(electron, headless);
}

function electronHost(executable: string, headless: boolean): Host {
  const asRoot = process.getuid?.() === 0;
  return {
    name: 'electron',
    executable,
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      ...(headless && process.platform === 'linux' ? ['--ozone-platform=headless'] : []),
      inRoot(),
    ],
    line: `Electron ${electronVersion}${asRoot ? ', without its sandbox because this is root' : ''}`,
  };
}

function standIn(): Host {
  const problem = fetchProblem() ?? 'not fetched yet';
  return {
    name: 'stand-in',
    executable: process.execPath,
    args: [inRoot('test/electron-stand-in/run.mjs'), inRoot()],
    line: `the stand-in for Electron, on Node ${process.versions.node} and the system's Chromium (Electron ${electronVersion}: ${problem}; node_modules/.bin/install-electron tries again)`,
  };
}

/** True where a window can be shown. */
export const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
