import { type Begin, inSeconds, milliseconds } from './fault.ts';

const refuses: Begin = ({ world, dice, took }) => {
  const ms = milliseconds(dice, 1, 60);
  world.disk.refusing = true;
  world.disk.onRefused = () => took(`the disk refuses for ${inSeconds(ms)}`);
  world.around.after(ms, () => {
    world.disk.refusing = false;
  });
};

const hangs: Begin = ({ world, dice, took }) => {
  const ms = milliseconds(dice, 1, 30);
  const thread = world.console?.thread ?? null;
  if (thread === null) return;
  took(`the disk hangs for ${inSeconds(ms)}`);
  thread.lane.hold(ms);
};

/** Of what was not synced the last part is missing; the rig has power of its own. */
const powerCut: Begin = ({ world, dice, took }) => {
  if (world.console === null) return;
  const tear = dice.even(0, 1);
  const downMs = milliseconds(dice, 10, 120);
  took(
    `the computer loses power, of what was not synced ${Math.round(100 * tear)} % is left, and is back after ${inSeconds(downMs)}`,
  );
  world.kill(tear);
  world.around.after(downMs, () => world.startAnew());
};

export const diskFaults = { 'disk-refuses': refuses, 'disk-hangs': hangs, 'power-cut': powerCut };
