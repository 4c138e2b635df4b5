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

/** As many alarms of a screen that stands still as there were hung ones. */
export function judgeTold(
  account: ViewAccount,
  rounds: readonly Round[],
  journal: JournalEvidence | null,
): void {
  const raised = [...(journal?.events.values() ?? [])]
    .map((body) => JSON.parse(body) as { type: string; alarm?: { code: string } })
    .filter(({ type, alarm }) => type === 'alarm-raised' && alarm?.code === 'screen-not-updating').length;
  const hung = rounds.filter(({ fault }) => fault === 'hung');
  for (const [at, { round }] of hung.entries())
    account.check(
      'told',
      round,
      raised > at,
      () => `${hung.length} screens hung, ${raised} alarms are on record`,
    );
}
