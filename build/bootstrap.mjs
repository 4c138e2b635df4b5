/**
 * Starts every command of package.json on the Node that the machine has (20 or later):
 * brings the dependencies as locked, then hands the command to build/cli.ts on Node 24.
 * Imports `node:` modules and `plain/` only; nothing else is installed yet.
 */
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './plain/dependencies.mjs';
import { findNode24 } from './plain/node24.mjs';
import { runProgram } from './plain/program.mjs';
import { Problem, say, step } from './plain/step.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  await step('dependencies', () => ensureDependencies(root));
  const node = findNode24(root);
  const path = [dirname(node), process.env.PATH].join(delimiter);
  process.exitCode = await runProgram(node, [join(root, 'build/cli.ts'), ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, PATH: path },
  });
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  say(error.message);
  process.exitCode = 1;
}
