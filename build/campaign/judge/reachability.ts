import { type Branch, flatOut } from './shortest.ts';

/** The inflow at its ceiling has this long to bring the control site to target, s. */
const withinSeconds = 3600;
/** Reached to within this, but not wholly: marginal, °C. */
const marginalCelsius = 0.2;
/** Lower edge of the band, below target, °C. */
export const bandEdgeCelsius = 0.5;

export type Reachability = 'reachable' | 'marginal' | 'unreachable';

export interface Reach {
  readonly reachability: Reachability;
  /** Shortest time from the start of heat-up to target −0.5 °C, s; `null`: never within an hour. */
  readonly secondsToBand: number | null;
  /** Highest at the control site, truly, seen before target was reached or the hour was over, °C. */
  readonly highestCelsius: number;
}

/** What any controller could reach: the inflow at its ceiling from the start of heat-up. */
export function reachOf(branch: Branch, targetCelsius: number): Reach {
  let highestCelsius = Number.NEGATIVE_INFINITY;
  let secondsToBand: number | null = null;
  let ticks = 0;
  flatOut(branch, 'inflow-at-ceiling', withinSeconds, (mean) => {
    ticks += 1;
    if (mean > highestCelsius) highestCelsius = mean;
    if (secondsToBand === null && mean >= targetCelsius - bandEdgeCelsius) secondsToBand = ticks / 10;
    return mean >= targetCelsius;
  });
  return { reachability: judge(highestCelsius, targetCelsius), secondsToBand, highestCelsius };
}

function judge(highestCelsius: number, targetCelsius: number): Reachability {
  if (highestCelsius >= targetCelsius) return 'reachable';
  return highestCelsius >= targetCelsius - marginalCelsius ? 'marginal' : 'unreachable';
}
