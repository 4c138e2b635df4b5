import type { Account } from '../account.ts';
import type { JournalEvidence } from '../console/journal-evidence.ts';
import { heldTicks, type Stretch } from '../console/sample-times.ts';
import { differences, type Snapshot } from './snapshot.ts';
import type { Fault, Promised } from './terms.ts';

/** What was seen of one round. */
export interface Round {
  readonly round: number;
  readonly fault: Fault;
  readonly before: Snapshot;
  /** `null`: it did not come back. */
  readonly after: Snapshot | null;
  /** From just before the fault until the screen was back. */
  readonly broken: Stretch;
  readonly bareMissed: number;
}

type ViewAccount = Account<Fault, Promised>;

export function judgeScreen(account: ViewAccount, { round, fault, before, after }: Round): void {
  account.check('back', round, after !== null, () => `${fault}: it does not show the run again`);
  if (after === null) return;
  const found = differences(before, after);
  account.check('equal', round, found.length === 0, () => `${fault}: changed: ${found.join(', ')}`);
}

/** Once the run is over, with its record: all of the rounds at once. */
export function judgeTicks(
  account: ViewAccount,
  rounds: readonly Round[],
  journal: JournalEvidence | null,
): void {
  const samples = journal?.samples ?? [];
  const quiet = between(rounds, samples[0]?.wallMs ?? 0, samples.at(-1)?.wallMs ?? 0);
  for (const { round, fault, broken, bareMissed } of rounds) {
    const { ticks, longestMs, mayMiss } = heldTicks(samples, broken, quiet, bareMissed);
    const seen = samples.some(({ wallMs }) => wallMs >= broken.fromMs && wallMs <= broken.toMs);
    account.check('ticks', round, seen && ticks <= mayMiss, () =>
      seen
        ? `${fault}: ${ticks} slots without a sample, ${mayMiss} may be; longest ${longestMs} ms`
        : `${fault}: no samples at all`,
    );
  }
}

/** The time of the run in which nothing was broken. */
function between(rounds: readonly Round[], fromMs: number, toMs: number): Stretch[] {
  const edges = [fromMs, ...rounds.flatMap(({ broken }) => [broken.fromMs, broken.toMs]), toMs];
  return edges.flatMap((edge, at) => (at % 2 === 0 ? [{ fromMs: edge, toMs: edges[at + 1] as number }] : []));
}

/** A screen that hung had an alarm that was on meanwhile; one that came back soon may be the one before, still on. */
export function judgeTold(
  account: ViewAccount,
  rounds: readonly Round[],
  journal: JournalEvidence | null,
): void {
  const alarms = standingStill(journal);
  for (const { round, fault, broken } of rounds) {
    if (fault !== 'hung') continue;
    const [fromMs, toMs] = [sessionMsAt(journal, broken.fromMs), sessionMsAt(journal, broken.toMs)];
    const told = alarms.some(({ raisedMs, clearedMs }) => raisedMs <= toMs && clearedMs > fromMs);
    account.check(
      'told',
      round,
      told,
      () => `no alarm was on while the screen hung, ${alarms.length} in all`,
    );
  }
}

interface Standing {
  readonly raisedMs: number;
  clearedMs: number;
}

/** Occurrences of the alarm on record, in session time. */
function standingStill(journal: JournalEvidence | null): readonly Standing[] {
  const found = new Map<string, Standing>();
  for (const body of journal?.events.values() ?? []) {
    const { type, alarm } = JSON.parse(body) as {
      type: string;
      alarm?: { id: string; code: string; raisedMs: number; clearedMs: number | null };
    };
    if (alarm?.code !== 'screen-not-updating') continue;
    if (type === 'alarm-raised')
      found.set(alarm.id, { raisedMs: alarm.raisedMs, clearedMs: Number.POSITIVE_INFINITY });
    const known = found.get(alarm.id);
    if (type === 'alarm-cleared' && known !== undefined) known.clearedMs = alarm.clearedMs ?? known.clearedMs;
  }
  return [...found.values()];
}

/** Session time of the last sample until then, ms. */
const sessionMsAt = (journal: JournalEvidence | null, atWallMs: number): number =>
  journal?.samples.findLast(({ wallMs }) => wallMs <= atWallMs)?.sessionMs ?? 0;
