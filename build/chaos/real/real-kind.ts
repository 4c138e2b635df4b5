import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interruptedCode, interruptible, progressLine } from '../../campaign/interruptible.ts';
import { writeJsonReport } from '../../json-report.ts';
import { say } from '../../plain/step.mjs';
import type { Kind } from '../kinds.ts';
import { Account, type Terms } from './account.ts';
import { type Asking, parseReal, type RealOptions, usageOf } from './arguments.ts';
import { passOverBrowserDeaths } from './console/browser-death.ts';
import { asText } from './table.ts';

/** What a kind is given to do its rounds with. */
export interface Job<Fault extends string, Promised extends string> {
  readonly times: number;
  readonly seed: number;
  readonly extras: Readonly<Record<string, number>>;
  /** Its own, on a real disk, and `TMPDIR` of all that it starts; removed at the end. */
  readonly folder: string;
  readonly account: Account<Fault, Promised>;
  /** Ctrl-C: what is begun is ended and cleaned up, nothing is begun. */
  readonly stop: AbortSignal;
  /** So many of `times` are done. */
  readonly progress: (done: number) => void;
}

/** A kind of chaos on the real thing: how it is asked for, what it is held to, and how it is done. */
export interface RealKind<Fault extends string, Promised extends string>
  extends Asking,
    Terms<Fault, Promised> {
  readonly play: (job: Job<Fault, Promised>) => Promise<void>;
}

export const realKind = <Fault extends string, Promised extends string>(
  real: RealKind<Fault, Promised>,
): Kind => ({
  usage: usageOf(real),
  run: async (args) => {
    const parsed = parseReal(real, args);
    if (parsed.ok) return play(real, parsed.options);
    say(parsed.problem);
    return 2;
  },
});

/** Resolves with 0 only where nothing was broken, lost or left unchecked. */
async function play<Fault extends string, Promised extends string>(
  real: RealKind<Fault, Promised>,
  { times, seed, jsonFile, keeps, extras }: RealOptions,
): Promise<number> {
  const account = new Account<Fault, Promised>(real);
  const folder = mkdtempSync(join(tmpdir(), `isotherm-chaos-${real.name}-`));
  const { TMPDIR: before } = process.env;
  // What a program leaves that was killed (the profile of a browser, a pty's folder) goes with the rest.
  process.env.TMPDIR = folder;
  const hearAgain = passOverBrowserDeaths();
  try {
    const { interrupted, seconds } = await interruptible((stop, progress) => {
      const tell = (done: number): void =>
        progress((elapsedMs) => progressLine(real.counts, done, times, elapsedMs));
      return real.play({ times, seed, extras, folder, account, stop, progress: tell });
    });
    const report = account.report(real.name, times, seed, seconds);
    console.log(asText(report, account, real.counts));
    if (interrupted) {
      say('interrupted: the table is of what was done until then; nothing was written');
      return interruptedCode;
    }
    writeJsonReport(jsonFile, report);
    return account.good ? 0 : 1;
  } finally {
    hearAgain();
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    if (keeps) say(`kept: ${folder}`);
    else rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
