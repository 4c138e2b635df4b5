import { parseArgs } from 'node:util';
import { say } from '../plain/step.mjs';
import { verifyPaths } from '../verify/verify.ts';

const usage = `Usage: npm run verify -- <run, audit.log or folder> [...]
  A run is a journal.sqlite or the folder it lies in; of a folder of runs all that lie one level beneath are looked at.
  Of a data folder its audit.log is looked at as well.
  Of a sealed run its seal, who signed it and what was said of it later, and its documents are looked at too.
  Exit codes: 0 all are intact; 1 one is changed, cut short, damaged or carries no chain, or a seal is broken; 2 there is
  nothing to verify.`;

/** Tells whether records are as they were written: `npm run verify -- <run or folder>`. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help: { type: 'boolean', default: false } },
    });
    if (values.help) {
      say(usage);
      return 0;
    }
    if (positionals.length === 0) throw new Error('Which run?');
    return await verifyPaths(positionals, (line) => console.log(line));
  } catch (error) {
    say(`${(error as Error).message}\n${usage}`);
    return 2;
  }
}
