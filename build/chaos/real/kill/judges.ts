import type { Account } from '../account.ts';
import type { JournalEvidence } from '../console/journal-evidence.ts';
import type { Shown } from '../console/shown.ts';
import type { Fault, Promised } from './terms.ts';
import type { RigSight } from './witness.ts';

/** The console writes it to the rig (docs/link.md), ms. */
export const watchdogMs = 1500;
/** How long after that the rig may be seen running: one look and a busy machine (chosen: its own look is 100 ms), ms. */
const slackMs = 500;
/** Rig and record need not begin to count in the same tick. */
const uncertainTicks = 3;
const tickMs = 100;

type KillAccount = Account<Fault, Promised>;

export function judgeRecord(
  account: KillAccount,
  kill: number,
  shown: Shown,
  journal: JournalEvidence | null,
): void {
  const missing = shown.missingIn(journal);
  account.lose(missing.length);
  account.check(
    'recorded',
    kill,
    missing.length === 0,
    () => `of ${shown.upTo} events shown as recorded these are missing or changed: ${missing.join(', ')}`,
    Math.max(1, shown.upTo),
  );
  if (journal !== null) account.check('undamaged', kill, journal.integrity === 'ok', () => journal.integrity);
}

/**
 * Samples that this kill took, counted from outside: a scaled rig's uptime goes on 100 ms for each command it took, and
 * the record has a sample for each. `goneBefore`: what earlier kills took.
 */
export function samplesGone(
  sights: readonly RigSight[],
  journal: JournalEvidence | null,
  goneBefore: number,
): number | null {
  const uptimeMs = sights.at(-1)?.uptimeMs;
  if (uptimeMs === undefined) return null;
  return Math.max(0, Math.round(uptimeMs / tickMs) - (journal?.samples.length ?? 0) - goneBefore);
}

/** `ticksPerSecond`: how many this console made in a second of real time. */
export function judgeSamples(
  account: KillAccount,
  kill: number,
  gone: number | null,
  ticksPerSecond: number,
): void {
  if (gone === null) return;
  account.check(
    'samples',
    kill,
    gone <= ticksPerSecond + uncertainTicks,
    () => `${gone} samples are gone, in a second there are ${Math.round(ticksPerSecond)}`,
  );
}

/** The rig is asked itself, from the kill until the watchdog's time is over. */
export function judgeRig(
  account: KillAccount,
  kill: number,
  killedMs: number,
  sights: readonly RigSight[],
): void {
  const first = sights[0];
  const late = sights.filter(({ atMs }) => atMs > killedMs + watchdogMs + slackMs);
  if (first === undefined || late.length === 0) {
    account.fail(kill, 'nobody could ask the rig after the kill');
    return;
  }
  const unsafe = late.find(({ running, heaterInForce }) => running || heaterInForce);
  const latched = !first.running || late.every(({ safe, watchdogLatched }) => safe && watchdogLatched);
  account.check('safe', kill, unsafe === undefined && latched, () =>
    unsafe === undefined
      ? 'it ran, and has not latched its watchdog interlock'
      : `${Math.round(unsafe.atMs - killedMs)} ms after the kill it is ${unsafe.running ? 'running' : 'not running'}, heater ${unsafe.heaterInForce ? 'on' : 'off'}`,
  );
}

/** Exit codes of a run that was finished, and of one that was drained or ended (README). */
const goodEnds = [0, 8];

export function judgeEnd(
  account: KillAccount,
  round: number,
  exitCode: number | null,
  journal: JournalEvidence | null,
  machineOff: boolean,
  words: () => string,
): void {
  const ended = journal?.ended === true;
  const good = exitCode !== null && goodEnds.includes(exitCode) && ended && machineOff;
  account.check(
    'ends',
    round,
    good,
    () =>
      `exit code ${exitCode}, the record ${ended ? 'has its end' : 'has no end'}, the machine is ${machineOff ? 'off' : 'on'}: ${words()}`,
  );
}
