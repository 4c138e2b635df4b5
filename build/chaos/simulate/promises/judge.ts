import type { Ledger } from '../ledger.ts';
import type { Press } from '../person/people.ts';
import type { World } from '../world/world.ts';

/** What a judge goes by: the world as it truly is, and where it writes what it found. */
export interface Bench {
  readonly world: World;
  readonly ledger: Ledger;
}

/** Looks ten times a second whether one promise holds, for as long as the run lasts. */
export interface Judge {
  look(): void;
  onPress?(press: Press): void;
  /** A run was begun. */
  onBegin?(): void;
  onKill?(): void;
}

/** A machine as it truly is. */
export interface Truth {
  readonly mode: string;
  readonly pumpOn: boolean;
  readonly heatOn: boolean;
  /** What the pump moves, mL/min. */
  readonly flowMlPerMin: number;
  readonly stoodDown: boolean;
  readonly latched: number;
  readonly sounds: boolean;
}

/** Less than this is a pump running down, mL/min. */
const restingMlPerMin = 10;

export function truthOf({ rig: { rig } }: World): Truth {
  const { control, plant } = rig;
  const { mode, pumpEnable, heaterEnable, latchedBits, accepted } = control;
  const flowMlPerMin = Math.abs(plant.flows.pump);
  return {
    mode,
    pumpOn: pumpEnable && mode !== 'standby' && accepted.flowSetpointMlPerMin > 0,
    heatOn: heaterEnable,
    flowMlPerMin,
    stoodDown: mode === 'standby' && !pumpEnable && !heaterEnable && flowMlPerMin < restingMlPerMin,
    latched: latchedBits,
    sounds: accepted.annunciator === 'high',
  };
}

export const truthText = ({ mode, pumpOn, heatOn, flowMlPerMin }: Truth): string =>
  `mode ${mode}, pump ${pumpOn ? 'on' : 'off'} (${Math.round(flowMlPerMin)} mL/min), heater ${heatOn ? 'on' : 'off'}`;

/** How long something has been so, ms of true time; it is forgotten when it is not. */
export class Lasting {
  #sinceMs: number | null = null;

  ms(holds: boolean, nowMs: number): number {
    if (!holds) this.#sinceMs = null;
    else this.#sinceMs ??= nowMs;
    return this.#sinceMs === null ? 0 : nowMs - this.#sinceMs;
  }
}
