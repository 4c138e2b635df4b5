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

interface ToolOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** A process of it that takes more of a core than this is ended by the system, where that has such a limit. */
  readonly mostCpuSeconds?: number;
}

/** Runs a tool of the dependencies on this Node; everything it prints goes to standard output, in order. */
export function runTool(tool: Tool, args: readonly string[], options: ToolOptions = {}): Promise<number> {
  const { env = {}, mostCpuSeconds } = options;
  const command = [process.execPath, scriptOf(tool), ...args];
  const [program = '', ...rest] =
    mostCpuSeconds === undefined || process.platform === 'win32'
      ? command
      : ['/bin/sh', '-c', `ulimit -t ${mostCpuSeconds}; exec "$@"`, tool, ...command];
  return runProgram(program, rest, {
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
