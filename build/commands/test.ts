/**
 * The whole test run: set-up, static checks, then unit and scenario tests beside the end-to-end tests.
 * Its last line stands alone and counts them all.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { staticChecks } from '../checks.ts';
import { findHost } from '../host.ts';
import { Problem, say, step } from '../plain/step.mjs';
import { inRoot } from '../root.ts';
import { testNeeds } from '../setup/package-needs.ts';
import { setUp } from '../setup/set-up.ts';
import {
  addTallies,
  filesThatDied,
  playwrightTally,
  summaryLine,
  type Tally,
  tallyWithout,
  vitestTally,
} from '../tally.ts';
import { runTool } from '../tool.ts';

const results = inRoot('out/test');

export async function run(): Promise<number> {
  const tally = await runAll();
  console.log(summaryLine(tally));
  return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
}

async function runAll(): Promise<Tally> {
  try {
    await setUp(testNeeds);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(error.message);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  say(`host of the end-to-end tests: ${findHost(true).line}`);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });

  const staticTally = await runStaticChecks();
  // Side by side: most of an end-to-end test is waiting for a treatment to go on, and what it leaves of the cores
  // is enough for the others. These give way to it, so that it goes as fast as alone.
  const [unitTally, endToEndTally] = await Promise.all([runVitest(), runPlaywright()]);
  const parts: [string, Tally][] = [
    ['static checks', staticTally],
    ['unit and scenario tests', unitTally],
    ['end-to-end tests', endToEndTally],
  ];
  for (const [name, tally] of parts) say(`${name}: ${summaryLine(tally)}`);
  return addTallies(parts.map(([, tally]) => tally));
}

async function runStaticChecks(): Promise<Tally> {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for (const check of staticChecks) {
    await step(check.name, async () => {
      const good = (await check.run()) === 0;
      tally[good ? 'passed' : 'failed'] += 1;
      return good ? 'good' : 'FAILED';
    });
  }
  return tally;
}

/** A file whose process was killed by a signal says nothing of its tests: they are tried once more, and that is said. */
async function runVitest(): Promise<Tally> {
  const file = `${results}/vitest.json`;
  const code = await vitest(file, []);
  const died = code === 0 ? [] : filesThatDied(file);
  if (died.length === 0) return vitestTally(file, code);
  say(`the process of ${died.join(' and of ')} died: these tests run once more`);
  const again = `${results}/vitest-again.json`;
  return addTallies([tallyWithout(file, died), vitestTally(again, await vitest(again, died))]);
}

/** The longest test file takes about 200 s of a core; a loop in one that never gives way ends with this limit only. */
const mostCpuSeconds = 900;

function vitest(outputFile: string, files: readonly string[]): Promise<number> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`];
  // As in CI it writes line after line: two of them cannot both redraw the end of one terminal.
  const env = { CI: 'true' };
  return runTool('vitest', ['run', ...reporters, ...files], { env, mostCpuSeconds, givesWay: true });
}

async function runPlaywright(): Promise<Tally> {
  const file = `${results}/playwright.json`;
  const code = await runTool('playwright', ['test', '--reporter=list,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_FORCE_TTY: '0' },
  });
  return playwrightTally(file, code);
}
