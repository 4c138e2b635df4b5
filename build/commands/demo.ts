import { runConsole } from '../run-console.ts';

/** One demonstration treatment at high speed, without a window; leaves report, data and pictures in out/demo/. */
export function run(args: readonly string[]): Promise<number> {
  return runConsole(['--headless', '--demo', ...args]);
}
