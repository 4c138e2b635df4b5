import { traps } from '../world/traps.ts';
import { type Begin, inSeconds, milliseconds } from './fault.ts';

const throwing: Begin = ({ world, dice, took }) => {
  const trap = dice.one(traps.filter((one) => one !== 'link-hangs'));
  const times = dice.one([1, 1, 2, 3, 4, 12]);
  world.traps.arm(trap, times, () => took(`${trap} throws ${times} times`));
};

/** Something outside a tick that nobody caught. */
const uncaught: Begin = ({ world, dice, took }) => {
  const times = dice.one([1, 1, 2, 12]);
  for (let at = 0; at < times; at += 1) {
    world.console?.lane.after(50 * at, () => {
      took(`${times} errors nobody caught`);
      throw new Error('uncaught (simulated)');
    });
  }
};

const exchangeHangs: Begin = ({ world, dice, took }) => {
  const times = dice.one([1, 1, 2, 4]);
  world.traps.arm('link-hangs', times, () => took(`${times} exchanges never end`));
};

/** Another console is started on the same rig and folder. */
const kill: Begin = ({ world, dice, took }) => {
  if (world.console === null) return;
  const downMs = milliseconds(dice, 0.5, 60);
  took(`the console is killed and started again after ${inSeconds(downMs)}`);
  world.kill(null);
  world.around.after(downMs, () => world.startAnew());
};

const hang: Begin = ({ world, dice, took }) => {
  const ms = milliseconds(dice, 0.5, 20);
  if (world.console === null) return;
  took(`the console hangs for ${inSeconds(ms)}`);
  world.console.lane.hold(ms);
};

const journalThreadEnds: Begin = ({ world, took }) => {
  const thread = world.console?.thread ?? null;
  if (thread === null) return;
  took("the journal's thread ends");
  thread.end('out of memory (simulated)');
};

export const processFaults = {
  throw: throwing,
  uncaught,
  'exchange-hangs': exchangeHangs,
  kill,
  hang,
  'journal-thread-ends': journalThreadEnds,
};
