import { runProgram } from '../plain/program.mjs';
import { inRoot, root } from '../root.ts';

/** The simulated rig as a program of its own, on a serial port. */
export function run(args: readonly string[]): Promise<number> {
  return runProgram(process.execPath, [inRoot('native-bridge/simulator/main.ts'), ...args], { cwd: root });
}
