import type { Account } from '../account.ts';
import type { JournalEvidence } from '../console/journal-evidence.ts';
import type { Sight } from '../console/live-console.ts';
import { heldTicks, type Stretch } from '../console/sample-times.ts';
import type { Shown } from '../console/shown.ts';
import type { Fault, Promised } from './terms.ts';

/** What was seen of one round. Times are of this process, `wall` those of the wall clock; ms. */
export interface Round {
  readonly round: number;
  readonly fault: Fault;
  readonly failedMs: number;
  readonly mendedMs: number;
  readonly failedWallMs: number;
  readonly mendedWallMs: number;
  readonly sights: readonly Sight[];
  readonly shown: Shown;
  /** The journals found in the folder of the record once the program has ended, as one; `null`: none was. */
  readonly journal: JournalEvidence | null;
  /** Missed by a bare timer meanwhile: what the machine had no time for, for anybody. */
  readonly bareMissed: number;
}

/** An entry that has waited 3 s is an alarm (docs/alarms.md); views come four times a second, ms. */
const toldWithinMs = 5_000;
/** A view that comes later than this stood still, ms: four are due each second. */
const viewStoodMs = 1_500;

type DiskAccount = Account<Fault, Promised>;

export function judgeRound(account: DiskAccount, round: Round): void {
  judgeTicks(account, round);
  judgeTold(account, round);
  judgeUndamaged(account, round);
  judgeResumes(account, round);
}

/** Views go on, and with them session time; and the record, once it has caught up, has a sample for every slot. */
function judgeTicks(account: DiskAccount, seen: Round): void {
  const { round, fault, sights, journal, failedMs, mendedMs, bareMissed } = seen;
  const during = sights.filter(({ atMs, run }) => run !== null && atMs >= failedMs && atMs <= mendedMs);
  const times = [failedMs, ...during.map(({ atMs }) => atMs), mendedMs];
  const stoodMs = Math.max(...times.slice(1).map((atMs, at) => atMs - (times[at] as number)));
  account.check(
    'ticks',
    round,
    stoodMs <= viewStoodMs,
    () => `${fault}: no view for ${Math.round(stoodMs)} ms`,
  );
  // With a file that was removed its samples may be gone; whether they are is judged with what is stored.
  if (fault === 'removed') return;
  const samples = journal?.samples ?? [];
  const broken = brokenIn(seen);
  const quiet = [
    { fromMs: samples[0]?.wallMs ?? broken.fromMs, toMs: broken.fromMs },
    { fromMs: broken.toMs, toMs: samples.at(-1)?.wallMs ?? broken.toMs },
  ];
  const { ticks, longestMs, mayMiss } = heldTicks(samples, broken, quiet, bareMissed);
  account.check(
    'ticks',
    round,
    ticks <= mayMiss,
    () => `${fault}: ${ticks} slots without a sample, ${mayMiss} may be; longest ${longestMs} ms`,
  );
}

/** From just before the fault until it is mended. */
export const brokenIn = (seen: Pick<Round, 'failedWallMs' | 'mendedWallMs'>): Stretch => ({
  fromMs: seen.failedWallMs - 1000,
  toMs: seen.mendedWallMs,
});

const tellsOfDisk = (code: string): boolean => /^(storage|record)-/.test(code) && code !== 'storage-low';

function judgeTold(account: DiskAccount, { round, fault, sights, failedMs, mendedMs }: Round): void {
  const told = sights.find(
    ({ atMs, run }) => atMs >= failedMs && atMs <= mendedMs && run?.alarms.some(tellsOfDisk) === true,
  );
  const afterMs = told === undefined ? null : told.atMs - failedMs;
  account.check('told', round, afterMs !== null && afterMs <= toldWithinMs, () =>
    afterMs === null
      ? `${fault}: no alarm in ${Math.round(mendedMs - failedMs)} ms`
      : `${fault}: told after ${Math.round(afterMs)} ms`,
  );
}

function judgeUndamaged(account: DiskAccount, { round, fault, shown, journal }: Round): void {
  const missing = shown.missingIn(journal);
  account.lose(missing.length);
  const good = journal !== null && journal.integrity === 'ok' && missing.length === 0;
  account.check('undamaged', round, good, () =>
    journal === null
      ? `${fault}: there is no journal, and ${shown.upTo} events were shown as recorded`
      : `${fault}: integrity ${journal.integrity}, missing or changed: ${missing.join(', ') || 'none'}`,
  );
}

/** After the disk is mended nothing waits any more, the alarm is over, and samples from then on are in the record. */
function judgeResumes(account: DiskAccount, seen: Round): void {
  const { round, fault, sights, journal, mendedMs, mendedWallMs } = seen;
  const caughtUp = sights.some(
    ({ atMs, run }) =>
      atMs > mendedMs &&
      run !== null &&
      run.durableSeq >= (run.events.at(-1)?.seq ?? 0) &&
      !run.alarms.some(tellsOfDisk),
  );
  const later = journal?.samples.filter(({ wallMs }) => wallMs > mendedWallMs).length ?? 0;
  const good = caughtUp && later > 0 && journal?.ended === true;
  account.check('resumes', round, good, () =>
    [
      `${fault}: ${caughtUp ? 'caught up' : 'never caught up, or the alarm stood'}`,
      `${later} samples from after the disk was mended`,
      `the record ${journal?.ended === true ? 'has its end' : 'has no end'}`,
    ].join(', '),
  );
}
