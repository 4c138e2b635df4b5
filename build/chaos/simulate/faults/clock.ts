import { type Begin, inSeconds, milliseconds } from './fault.ts';

const step: Begin = ({ world, dice, took }) => {
  const ms = milliseconds(dice, 0.5, 7200) * dice.one([1, -1]);
  if (world.console === null) return;
  took(`the wall clock is set by ${inSeconds(ms)}`);
  world.scheduler.setWall(ms);
};

/** The computer sleeps: its monotonic clock stands, wall and rig go on. */
const sleep: Begin = ({ world, dice, took }) => {
  if (world.console === null) return;
  const ms = milliseconds(dice, 1, 120);
  took(`the computer sleeps for ${inSeconds(ms)}`);
  world.console.lane.sleep(ms);
  world.console.thread?.lane.sleep(ms);
};

export const clockFaults = { 'clock-step': step, sleep };
