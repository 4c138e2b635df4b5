import { join } from 'node:path';
import { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import { type Job, realKind } from '../real-kind.ts';
import { killDelivery } from './run.ts';
import { type Fault, type Promised, terms } from './terms.ts';

/** The receiver answers each so many-th message with an error (chosen). */
const errorEach = 7;

async function play({ times, seed, folder, account, stop, progress }: Job<Fault, Promised>): Promise<void> {
  await killDelivery({
    account,
    folder: join(folder, 'delivery'),
    dice: new Draw(seed, 1, 'delivery'),
    kills: times,
    errorEach,
    stop,
    killed: progress,
  });
}

export const kind = realKind<Fault, Promised>({
  name: 'delivery',
  counts: 'kills',
  most: 10_000,
  ...terms,
  play,
});
