import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { ConsoleOutput } from '../support/console-process.ts';

export interface Running {
  readonly child: ChildProcess;
  readonly output: ConsoleOutput;
}

/** Runs a main of `programs/` on the stand-in, headless. */
export function runProgram(name: string, ...args: string[]): Running {
  const { DISPLAY: _display, ...env } = process.env;
  const program = join(import.meta.dirname, 'programs', name);
  const child = spawn(process.execPath, [join(import.meta.dirname, 'run.mjs'), program, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { child, output: new ConsoleOutput(child) };
}
