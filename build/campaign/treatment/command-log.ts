import type { CommandBlock } from '../../../native-bridge/rig/registers.ts';
import { Rig, stepMs } from '../../../native-bridge/simulator/rig.ts';
import type { Scenario } from '../../../native-bridge/simulator/scenario.ts';

/** One tick of a run as the rig saw it. */
export interface Written {
  readonly block: CommandBlock;
  /** The pump stands, or flow has to go through bypass first: no choice of a temperature controller. */
  readonly flowBound: boolean;
}

/** The rig of a run after its first `ticks` ticks: the same scenario, seed and commands give the same rig to the bit. */
export function rigAfter(scenario: Scenario, log: readonly Written[], ticks: number): Rig {
  const rig = newRig(scenario);
  for (let tick = 0; tick < ticks; tick += 1) {
    rig.take((log[tick] as Written).block, tick * stepMs);
    rig.step((tick + 1) * stepMs);
  }
  return rig;
}

/** Register 21 says real time, so session time is the time of the steps. */
export const newRig = (scenario: Scenario): Rig => new Rig(scenario, scenario.seed, 1);
