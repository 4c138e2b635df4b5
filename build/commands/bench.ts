import { runBenches } from '../bench/main.ts';
import { step } from '../plain/step.mjs';
import { testNeeds } from '../setup/package-needs.ts';
import { ensureSystemPackages } from '../setup/system-packages.ts';

/** Measures against peers: `npm run bench [-- <name>] [--json <file>]`. */
export async function run(args: readonly string[]): Promise<number> {
  await step('system packages', () => ensureSystemPackages(testNeeds));
  return runBenches(args);
}
