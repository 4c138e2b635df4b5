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
  /** It takes what others leave of the cores, where the system has such a rank. */
  readonly givesWay?: boolean;
}

/** Runs a tool of the dependencies on this Node; everything it prints goes to standard output, in order. */
export function runTool(tool: Tool, args: readonly string[], options: ToolOptions = {}): Promise<number> {
  const { env = {} } = options;
  const command = [process.execPath, scriptOf(tool), ...args];
  const shell = process.platform === 'win32' ? '' : shellFor(options);
  const [program = '', ...rest] = shell === '' ? command : ['/bin/sh', '-c', shell, tool, ...command];
  return runProgram(program, rest, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['inherit', 'inherit', 1],
  });
}

/** A line that sets the limits and becomes the command; "" where there are none. */
function shellFor({ mostCpuSeconds, givesWay = false }: ToolOptions): string {
  if (mostCpuSeconds === undefined && !givesWay) return '';
  const limit = mostCpuSeconds === undefined ? '' : `ulimit -t ${mostCpuSeconds}; `;
  return `${limit}exec ${givesWay ? 'nice -n 5 ' : ''}"$@"`;
}

function scriptOf(tool: Tool): string {
  const manifest = inRoot('node_modules', tools[tool], 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[tool]);
}
