import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Two ptys joined by socat: what is written at one end is read at the other. */
export interface PtyPair {
  readonly consolePath: string;
  readonly rigPath: string;
  /** Pulls the cable: both ends hang up. */
  cut(): Promise<void>;
  /** Plugs it in again, at the same paths; or with the console's end under another name, which is returned. */
  restore(name?: string): Promise<string>;
  /** Also removes the folder the paths are in. */
  remove(): Promise<void>;
}

export async function ptyPair(): Promise<PtyPair> {
  const folder = mkdtempSync(join(tmpdir(), 'isotherm-pty-'));
  const consolePath = join(folder, 'console');
  const rigPath = join(folder, 'rig');
  const start = async (consolePath: string): Promise<() => Promise<void>> => {
    const end = (path: string): string => `pty,raw,echo=0,link=${path}`;
    const socat = spawn('socat', [end(consolePath), end(rigPath)], { stdio: 'ignore' });
    const failed = new Promise<never>((_, reject) => {
      socat.once('error', (error) =>
        reject(new Error(`socat did not start (${error.message}). Install it: apt-get install socat`)),
      );
    });
    const ended = new Promise<void>((resolve) => socat.once('exit', () => resolve()));
    await Promise.race([until(() => existsSync(consolePath) && existsSync(rigPath)), failed]);
    failed.catch(() => {});
    return async () => {
      socat.kill();
      await ended;
    };
  };
  let stop = await start(consolePath);
  return {
    consolePath,
    rigPath,
    cut: () => stop(),
    restore: async (name = 'console') => {
      const path = join(folder, name);
      stop = await start(path);
      return path;
    },
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** Waits until `holds`, looking every 10 ms; an error after `patienceMs`: what never comes is found, a slow machine is not. */
export async function until(holds: () => boolean, patienceMs = 60_000): Promise<void> {
  const giveUpMs = performance.now() + patienceMs;
  while (!holds()) {
    if (performance.now() > giveUpMs) throw new Error(`It did not come true in ${patienceMs} ms: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
