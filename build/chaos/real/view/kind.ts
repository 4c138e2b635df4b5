import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import { testNeeds } from '../../../setup/package-needs.ts';
import { setUp } from '../../../setup/set-up.ts';
import { BareTimer } from '../console/bare-timer.ts';
import { readJournal } from '../console/journal-evidence.ts';
import { LiveConsole } from '../console/live-console.ts';
import { writeShortRun } from '../console/short-run.ts';
import { type Job, realKind } from '../real-kind.ts';
import { breakScreen } from './break-screen.ts';
import { judgeScreen, judgeTicks, judgeTold, type Round } from './judges.ts';
import { takeSnapshot } from './snapshot.ts';
import { type Fault, type Promised, terms } from './terms.ts';

/** The longest that a preset may have: the run stays in treatment. */
const treatmentMinutes = 120;
/** Treatment comes within, ms. */
const comesUpMs = 300_000;
/** A screen that was broken shows the run again within, ms (chosen: a bedside waits no longer). */
const backWithinMs = 30_000;
/** Between two rounds, for what is compared to be still, ms. */
const restMs = 1_500;

/** Each fault comes once before any comes again; the seed draws the order. */
export function faultsOf(seed: number, times: number): Fault[] {
  const drawn: Fault[] = [];
  for (let turn = 0; drawn.length < times; turn += 1) {
    const dice = new Draw(seed, turn, 'view-order');
    const left = [...terms.faults];
    while (left.length > 0) drawn.push(...left.splice(dice.whole(left.length), 1));
  }
  return drawn.slice(0, times);
}

async function play(job: Job<Fault, Promised>): Promise<void> {
  const { folder, account, stop } = job;
  await setUp(testNeeds);
  const { preset, scenario } = writeShortRun(folder, treatmentMinutes);
  const out = join(folder, 'out');
  const bare = new BareTimer();
  const rounds: Round[] = [];
  const console = await LiveConsole.start({
    userDataDir: join(folder, 'data'),
    args: ['--operator', 'auto', '--preset', preset, '--scenario', scenario, '--out', out],
  });
  try {
    await untilTreatment(console, stop);
    await playRounds(job, console, bare, rounds);
  } catch (error) {
    account.fail(rounds.length + 1, (error as Error).message);
  } finally {
    await console.close();
    await bare.end();
  }
  const journal = readJournal(join(out, 'journal.sqlite'), folder);
  judgeTicks(account, rounds, journal);
  judgeTold(account, rounds, journal);
}

async function untilTreatment(console: LiveConsole, stop: AbortSignal): Promise<void> {
  let phase: string | null = null;
  const page = await console.watch(({ run }) => {
    phase = run?.phase ?? null;
  });
  const giveUpMs = performance.now() + comesUpMs;
  while (phase !== 'treatment' && !stop.aborted) {
    if (console.ended || performance.now() > giveUpMs)
      throw new Error(`treatment never came, the run is in ${phase}: ${console.tail()}`);
    await setTimeout(100);
  }
  await page.context().browser()?.close();
}

async function playRounds(
  { times, seed, account, stop, progress }: Job<Fault, Promised>,
  console: LiveConsole,
  bare: BareTimer,
  rounds: Round[],
): Promise<void> {
  for (const [at, fault] of faultsOf(seed, times).entries()) {
    if (stop.aborted) return;
    const round = at + 1;
    await setTimeout(restMs);
    const before = await console.inPage((page) => takeSnapshot(page, backWithinMs));
    const fromMs = Date.now() - 500;
    if (await breakScreen(console, fault, new Draw(seed, round, 'view'), stop)) account.tookEffect(fault);
    if (stop.aborted) return;
    const after = await console.inPage((page) => takeSnapshot(page, backWithinMs)).catch(() => null);
    const broken = { fromMs, toMs: Date.now() };
    const seen = { round, fault, before, after, broken, bareMissed: bare.missed(broken) };
    rounds.push(seen);
    judgeScreen(account, seen);
    progress(round);
  }
}

export const kind = realKind<Fault, Promised>({
  name: 'view',
  counts: 'rounds',
  most: 1_000,
  ...terms,
  play,
});
