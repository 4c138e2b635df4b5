import { layerCheck, staticChecks } from '../checks.ts';
import { say } from '../plain/step.mjs';

/** Types, format, lint and layers; all of them, whatever the first one says. */
export async function run(): Promise<number> {
  let failed = 0;
  for (const check of [...staticChecks, layerCheck]) {
    const code = await check.run();
    say(`${check.name}: ${code === 0 ? 'good' : 'FAILED'}`);
    if (code !== 0) failed += 1;
  }
  return failed === 0 ? 0 : 1;
}
