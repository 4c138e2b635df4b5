import { parseArgs } from 'node:util';

/** What a scenario campaign is asked to do. */
export interface ScenarioOptions {
  readonly jsonFile: string | null;
  readonly threads: number;
}

export const usage = `Usage: npm run scenarios [-- options]
  --json <file>   the report as JSON (docs/scenarios.md is drawn from docs/scenarios/scenarios.json)
  --threads <n>   worker threads (1 to 64, default 2)`;

export type Parsed = { ok: true; options: ScenarioOptions } | { ok: false; problem: string };

/** Reads the arguments; the first thing wrong with them is said with how to mend it. */
export function parseScenarios(args: readonly string[]): Parsed {
  try {
    return { ok: true, options: parse(args) };
  } catch (error) {
    return { ok: false, problem: `${(error as Error).message}.\n${usage}` };
  }
}

function parse(args: readonly string[]): ScenarioOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    options: { json: { type: 'string' }, threads: { type: 'string', default: '2' } },
  });
  if (values.json === '') throw new Error('--json is empty: write a file name after it');
  const threads = Number(values.threads);
  if (!/^\d+$/.test(values.threads) || threads < 1 || threads > 64)
    throw new Error(`--threads ${values.threads}: write a whole number from 1 to 64`);
  return { jsonFile: values.json ?? null, threads };
}
