/** Starts the built console on whichever host is there, with a data folder of its own, and listens to it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { findHost, type Host } from '../../build/host.ts';
import { hire } from './staff.ts';

export interface StartOptions {
  /** Arguments of the console. */
  readonly args?: readonly string[];
  /** A folder that outlives this start; without it, a fresh one that ends with it. */
  readonly userDataDir?: string;
  /** Another main bundle than the console's. */
  readonly bundle?: string;
  /** Nobody has an account: as a console is first started. */
  readonly nobody?: boolean;
  /** On top of this process' own environment. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface StartPlan {
  readonly host: Host;
  readonly args: readonly string[];
  readonly userDataDir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly removeData: () => Promise<void>;
}

export async function planStart({
  args = [],
  userDataDir,
  bundle,
  nobody = false,
  env = {},
}: StartOptions): Promise<StartPlan> {
  const host = findHost(true);
  const folder = userDataDir ?? (await mkdtemp(join(tmpdir(), 'isotherm-e2e-')));
  if (!nobody && !existsSync(join(folder, 'people.json'))) await hire(folder);
  const hostArgs = bundle === undefined ? host.args : [...host.args.slice(0, -1), bundle];
  return {
    host,
    args: [...hostArgs, `--user-data-dir=${folder}`, '--headless', ...args],
    userDataDir: folder,
    env,
    removeData: async () => {
      if (userDataDir === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What a started console says and how it ends. */
export class ConsoleOutput {
  readonly lines: string[] = [];
  /** `null`: it was ended by a signal. */
  readonly exitCode: Promise<number | null>;
  readonly #heard = new Set<() => void>();
  #hasEnded = false;

  constructor(child: ChildProcess) {
    this.exitCode = new Promise((resolve) => {
      child.on('close', (code) => {
        this.#hasEnded = true;
        for (const look of this.#heard) look();
        resolve(code);
      });
    });
    for (const stream of [child.stdout, child.stderr]) if (stream) this.#listen(stream);
  }

  /** The first line that matches, said already or later; rejects when the console ends without it. */
  line(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const match = this.lines.map((line) => pattern.exec(line)).find((found) => found !== null);
        if (match) resolve(match);
        else if (this.#hasEnded)
          reject(new Error(`The console ended without ${pattern}:\n${this.lines.join('\n')}`));
        else return;
        this.#heard.delete(look);
      };
      this.#heard.add(look);
      look();
    });
  }

  #listen(stream: Readable): void {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      const whole = `${rest}${text}`.split('\n');
      rest = whole.pop() ?? '';
      this.lines.push(...whole);
      for (const look of [...this.#heard]) look();
    });
  }
}

/** Starts it without a hold on its page: for a start that is meant to end by itself. */
export async function startConsole(options: StartOptions = {}): Promise<ConsoleOutput> {
  const plan = await planStart(options);
  const output = new ConsoleOutput(spawnPlan(plan));
  output.exitCode.then(plan.removeData);
  return output;
}

export const spawnPlan = (plan: StartPlan, ...more: string[]): ChildProcess =>
  spawn(plan.host.executable, [...plan.args, ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...plan.env },
  });

/** Ends a console as a user's session would, and by force when it does not listen. */
export async function endProcess(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 8_000);
  await ended;
  clearTimeout(force);
}
