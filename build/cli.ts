/** The commands of package.json, on Node 24 with the dependencies in place. Each is loaded when it is asked for. */
import { Problem, say } from './plain/step.mjs';

/** Runs with the arguments after `--` and resolves with the exit code. */
type Command = (args: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, () => Promise<{ run: Command }>>> = {
  start: () => import('./commands/start.ts'),
  demo: () => import('./commands/demo.ts'),
  rig: () => import('./commands/rig.ts'),
  test: () => import('./commands/test.ts'),
  check: () => import('./commands/check.ts'),
  bench: () => import('./commands/bench.ts'),
  campaign: () => import('./commands/campaign.ts'),
  chaos: () => import('./commands/chaos.ts'),
  scenarios: () => import('./commands/scenarios.ts'),
  verify: () => import('./commands/verify.ts'),
  package: () => import('./commands/package.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = commands[name];

try {
  if (!load) throw new Problem(`No command "${name}". There are: ${Object.keys(commands).join(', ')}.`);
  const { run } = await load();
  // One that hears no arguments would go on as if nothing had been said.
  if (run.length === 0 && args.length > 0)
    throw new Problem(`npm run ${name} takes no arguments, and was given: ${args.join(' ')}`);
  process.exitCode = await run(args);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  say(error.message);
  process.exitCode = 1;
}
