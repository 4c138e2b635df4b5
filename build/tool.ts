import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram } from './plain/program.mjs';
import { inRoot, root } from './root.ts';

/** npm package and name of each command-line tool that the build runs. */
const tools = {
  tsc: 'typescript',
  biome: '@biomejs/biome',
  vitest: 'vitest',
  playwright: '@playwright/test',
  'electron-vite': 'electron-vite',
} as const;
export type Tool = keyof typeof tools;

/** Runs a tool of the dependencies on this Node; everything it prints goes to standard output, in order. */
export function runTool(tool: Tool, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return runProgram(process.execPath, [scriptOf(tool), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['inherit', 'inherit', 1],
  });
}

function scriptOf(tool: Tool): string {
  const manifest = inRoot('node_modules', tools[tool], 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[tool]);
}
