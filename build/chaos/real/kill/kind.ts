import { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import { testNeeds } from '../../../setup/package-needs.ts';
import { setUp } from '../../../setup/set-up.ts';
import { type Job, realKind } from '../real-kind.ts';
import { type Gone, killRun, runFolder } from './run.ts';
import { type Fault, type Promised, terms } from './terms.ts';

/** Then the run is left to finish, and another begins. */
const killsPerRun = 6;
/** After so many runs in a row in which nothing could be killed there is no going on. */
const mostInVain = 3;

async function play({ times, seed, folder, account, stop, progress }: Job<Fault, Promised>): Promise<void> {
  await setUp(testNeeds);
  const goneEach: Gone[] = [];
  const phases = new Map<string, number>();
  let kills = 0;
  let runsInVain = 0;
  for (let run = 1; kills < times && runsInVain < mostInVain && !stop.aborted; run += 1) {
    const begun = kills;
    try {
      await killRun({
        account,
        folder: runFolder(folder, run),
        dice: new Draw(seed, run, 'kill'),
        stop,
        kills: Math.min(killsPerRun, times - kills),
        firstKill: kills + 1,
        killed: () => {
          kills += 1;
          progress(kills);
        },
        tell: (gone, phase) => {
          if (gone !== null) goneEach.push(gone);
          phases.set(phase ?? 'starting', (phases.get(phase ?? 'starting') ?? 0) + 1);
        },
      });
    } catch (error) {
      account.fail(kills + 1, (error as Error).message);
    }
    runsInVain = kills === begun ? runsInVain + 1 : 0;
  }
  if (kills < times && !stop.aborted) account.fail(kills, `only ${kills} of ${times} kills came about`);
  const [most] = goneEach.toSorted((a, b) => b.seconds - a.seconds);
  if (most !== undefined)
    account.note(
      `samples gone with a kill: ${most.samples} at most, what is made in ${most.seconds.toFixed(2)} s of real time`,
    );
  account.note(`killed in: ${[...phases].map(([phase, count]) => `${phase} ${count}`).join(', ')}`);
}

export const kind = realKind<Fault, Promised>({
  name: 'kill',
  counts: 'kills',
  most: 10_000,
  ...terms,
  play,
});
