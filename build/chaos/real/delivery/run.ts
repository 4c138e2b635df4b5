import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import { inRoot } from '../../../root.ts';
import type { Account } from '../account.ts';
import { judge } from './judges.ts';
import { handedOver } from './made-documents.ts';
import { makePlaces } from './places.ts';
import { Receiver } from './receiver.ts';
import type { Fault, Promised } from './terms.ts';

export interface DeliveryRun {
  readonly account: Account<Fault, Promised>;
  /** Its own, empty. */
  readonly folder: string;
  readonly dice: Draw;
  readonly kills: number;
  /** The receiver answers each so many-th message with an error; 0: none. */
  readonly errorEach: number;
  readonly stop: AbortSignal;
  readonly killed: (kills: number) => void;
}

/** A life of the program once it is up lasts at most, ms: making and delivering the documents of a few records. */
const lifeMs = 400;
/** What waits for a first back-off and the round after it is done by then, ms; all cores may be busy. */
const settlesWithinMs = 90_000;
/** More than can be made before the last kill. */
const endless = 99_999;

/** Kills the program again and again at moments that the dice draw, lets the last one finish, and judges what came. */
export async function killDelivery(run: DeliveryRun): Promise<void> {
  const { account, folder, dice, kills, errorEach, stop } = run;
  makePlaces(folder);
  const receiver = new Receiver(folder, errorEach);
  try {
    for (let kill = 1; kill <= kills && !stop.aborted; kill += 1) {
      account.tookEffect(await oneLife(folder, dice));
      run.killed(kill);
    }
    await finish(folder, receiver);
  } finally {
    receiver.end();
  }
  account.tookEffect('receiver-error', receiver.askedAgain);
  const announced = announcedIn(folder);
  const kinds = handedOver('', 1).files.map(({ kind }) => kind);
  judge(account, kills, { announced, kinds, taken: receiver.taken, states: statesIn(folder) });
  account.note(`${announced.length} records, ${receiver.taken.length} files taken`);
}

async function oneLife(folder: string, dice: Draw): Promise<Fault> {
  const { child, up } = start(folder, endless);
  const dies = once(child, 'exit');
  // One of six is killed before it is up, wherever it is then.
  const early = dice.whole(6) === 0;
  if (early) await Promise.race([setTimeout(dice.even(0, 200)), dies]);
  else {
    await Promise.race([up, dies]);
    await Promise.race([setTimeout(dice.even(0, lifeMs)), dies]);
  }
  child.kill('SIGKILL');
  const [, signal] = await dies;
  if (signal !== 'SIGKILL') throw new Error('the program ended by itself');
  return early ? 'kill-while-starting' : 'kill-at-work';
}

/** The last life makes nothing new: it finishes what the others began. */
async function finish(folder: string, receiver: Receiver): Promise<void> {
  const { child } = start(folder, 0);
  const dies = once(child, 'exit');
  const untilMs = performance.now() + settlesWithinMs;
  const due = 3 * announcedIn(folder).length;
  const came = (): number => new Set(receiver.taken.map(({ name }) => name)).size;
  const answered = (): number =>
    receiver.taken.filter((one) => one.controlId !== null && !one.askedAgain).length;
  while (performance.now() < untilMs && (came() < due || answered() < due / 3)) await setTimeout(50);
  // Two rounds more: for the answers, and for whatever would come twice.
  await setTimeout(5_000);
  child.kill('SIGKILL');
  await dies;
}

function start(folder: string, records: number): { child: ChildProcess; up: Promise<void> } {
  const program = inRoot('build/chaos/real/delivery/courier-program.ts');
  const child = spawn(process.execPath, [program, folder, String(records)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const up = new Promise<void>((resolve) => {
    if (child.stdout !== null) createInterface(child.stdout).once('line', () => resolve());
  });
  return { child, up };
}

function announcedIn(folder: string): string[] {
  const path = join(folder, 'announced');
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
}

/** With plain SQL, past the program. */
function statesIn(folder: string): string[] {
  const database = new DatabaseSync(join(folder, 'data', 'delivery.sqlite'));
  try {
    return database
      .prepare(
        "SELECT record_id || ' ' || kind || ' ' || state AS line FROM delivery JOIN document USING (control_id)",
      )
      .all()
      .map(({ line }) => String(line));
  } finally {
    database.close();
  }
}
