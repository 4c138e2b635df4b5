import { hostileRequest } from '../person/hostile.ts';
import type { ScreenState } from '../world/screen.ts';
import { type Begin, inSeconds, milliseconds } from './fault.ts';

const away =
  (state: ScreenState, what: string): Begin =>
  ({ world, dice, took }) => {
    const life = world.console;
    const ms = milliseconds(dice, 1, 40);
    if (life === null || life.screen.state !== 'there') return;
    took(`the screen ${what} for ${inSeconds(ms)}`);
    life.screen.state = state;
    world.around.after(ms, () => {
      if (life.screen.state === state) life.lane.after(0, () => life.reload());
    });
  };

/** What a page gone mad sends, handed straight to the schemas and those who answer. */
const hostile: Begin = ({ world, dice, took }) => {
  const life = world.console;
  if (life === null) return;
  const times = dice.one([1, 10, 100]);
  for (let at = 0; at < times; at += 1) {
    life.lane.after(dice.whole(500), () => {
      took(`the screen sends nonsense ${times} times`);
      life.door.hear(hostileRequest(dice));
    });
  }
};

export const screenFaults = {
  'screen-gone': away('gone', 'is gone'),
  'screen-silent': away('silent', 'hangs'),
  'screen-hostile': hostile,
};
