import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import type { People } from '../person/people.ts';
import type { World } from '../world/world.ts';

/** What a fault is begun with. */
export interface Strike {
  readonly world: World;
  readonly people: People;
  /** Its own. */
  readonly dice: Draw;
  /** It has had an effect: told once, with what it did. */
  readonly took: (what: string) => void;
}
export type Begin = (strike: Strike) => void;

/** Whole milliseconds: time is told in them. */
export const milliseconds = (dice: Draw, least: number, most: number): number =>
  Math.round(1000 * dice.ratio(least, most));
export const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
