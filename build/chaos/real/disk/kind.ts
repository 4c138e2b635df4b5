import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import { testNeeds } from '../../../setup/package-needs.ts';
import { setUp } from '../../../setup/set-up.ts';
import { BareTimer } from '../console/bare-timer.ts';
import { type Job, realKind } from '../real-kind.ts';
import { makeShim } from './failing-disk.ts';
import { judgeRound } from './judges.ts';
import { playRound } from './round.ts';
import { type Fault, type Promised, terms } from './terms.ts';

/** Each fault comes once before any comes again; the seed draws the order. */
export function faultsOf(seed: number, times: number): Fault[] {
  const drawn: Fault[] = [];
  for (let turn = 0; drawn.length < times; turn += 1) {
    const dice = new Draw(seed, turn, 'disk-order');
    const left = [...terms.faults];
    while (left.length > 0) drawn.push(...left.splice(dice.whole(left.length), 1));
  }
  return drawn.slice(0, times);
}

async function play({ times, seed, folder, account, stop, progress }: Job<Fault, Promised>): Promise<void> {
  await setUp(testNeeds);
  const shim = makeShim(folder);
  const bare = new BareTimer();
  const hows = new Set<string>();
  try {
    for (const [at, fault] of faultsOf(seed, times).entries()) {
      if (stop.aborted) break;
      const round = at + 1;
      const own = join(folder, `round-${round}`);
      const dice = new Draw(seed, round, 'disk');
      const effect = (how: string): void => {
        account.tookEffect(fault);
        hows.add(`${fault}: ${how}`);
      };
      try {
        const seen = await playRound({ round, fault, folder: own, shim, dice, bare, stop, effect });
        if (seen !== null) judgeRound(account, seen);
      } catch (error) {
        account.fail(round, `${fault}: ${(error as Error).message}`);
      }
      progress(round);
    }
  } finally {
    await bare.end();
    rmSync(shim, { force: true });
  }
  account.note(`how they took effect: ${[...hows].join('; ') || 'none did'}`);
}

export const kind = realKind<Fault, Promised>({
  name: 'disk',
  counts: 'rounds',
  most: 10_000,
  ...terms,
  play,
});
