import { say } from '../plain/step.mjs';
import { parseScenarios } from '../scenarios/arguments.ts';
import { runScenarios } from '../scenarios/scenarios.ts';

/** Each fault of the simulator at each phase, and treatments in which nothing goes wrong: `npm run scenarios [-- --json file]`. */
export async function run(args: readonly string[]): Promise<number> {
  const parsed = parseScenarios(args);
  if (parsed.ok) return runScenarios(parsed.options);
  say(parsed.problem);
  return 2;
}
