/** Runs the benches and prints each figure beside its peer's, as a ratio of the two measured in the same run. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { say } from '../plain/step.mjs';
import type { BenchRow } from './row.ts';
import { asTable } from './table.ts';

const names = ['link', 'trend', 'engine'] as const;
type Name = (typeof names)[number];

export async function runBenches(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (typeof asked === 'string') {
    say(asked);
    return 2;
  }
  const rows: BenchRow[] = [];
  for (const name of asked.names) {
    say(`bench: ${name} …`);
    const bench: { run(): Promise<BenchRow[]> } = await import(`./${name}.ts`);
    rows.push(...(await bench.run()));
  }
  console.log(asTable(rows));
  if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify(rows, null, 2)}\n`);
  return 0;
}

/** What was asked for, or what is wrong with it. */
function readArguments(
  args: readonly string[],
): { names: readonly Name[]; json: string | undefined } | string {
  const usage = `npm run bench [-- <name>] [--json <file>]; the names are ${names.join(', ')}.`;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'string' } },
      allowPositionals: true,
    });
    const unknown = positionals.find((name) => !isName(name));
    if (unknown !== undefined) return `There is no bench "${unknown}". Use: ${usage}`;
    return { names: positionals.length === 0 ? names : positionals.filter(isName), json: values.json };
  } catch (error) {
    return `${error instanceof Error ? error.message : error}. Use: ${usage}`;
  }
}

const isName = (name: string): name is Name => (names as readonly string[]).includes(name);
