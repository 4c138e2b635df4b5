/** Runs the benches and prints each figure beside its peer's, as a ratio of the two measured in the same run. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { say } from '../plain/step.mjs';
import type { BenchRow } from './row.ts';
import { asTable } from './table.ts';

type Bench = () => Promise<{ run(): Promise<BenchRow[]> }>;

const benches: Readonly<Record<string, Bench>> = {
  link: () => import('./link.ts'),
  engine: () => import('./engine.ts'),
  trend: () => import('./trend.ts'),
};
const names = Object.keys(benches);

export async function runBenches(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (typeof asked === 'string') {
    say(asked);
    return 2;
  }
  const rows: BenchRow[] = [];
  for (const [name, load] of Object.entries(benches)) {
    if (!asked.names.includes(name)) continue;
    say(`bench: ${name} …`);
    rows.push(...(await (await load()).run()));
  }
  console.log(asTable(rows));
  if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify(rows, null, 2)}\n`);
  return 0;
}

/** What was asked for, or what is wrong with it. */
function readArguments(
  args: readonly string[],
): { names: readonly string[]; json: string | undefined } | string {
  const usage = `npm run bench [-- <name>] [--json <file>]; the names are ${names.join(', ')}.`;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'string' } },
      allowPositionals: true,
    });
    const unknown = positionals.find((name) => !names.includes(name));
    if (unknown !== undefined) return `There is no bench "${unknown}". Use: ${usage}`;
    return { names: positionals.length === 0 ? names : positionals, json: values.json };
  } catch (error) {
    return `${error instanceof Error ? error.message : error}. Use: ${usage}`;
  }
}
