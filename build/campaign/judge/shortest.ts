import { circuitModes } from '../../../electron/domain/circuit.ts';
import { inflowCeilingCelsius, inflowLimitCelsius, watchdogMs } from '../../../electron/domain/command.ts';
import { interlocksStopPump } from '../../../electron/domain/interlock-effects.ts';
import type { PresetControlSite } from '../../../electron/domain/preset.ts';
import type { CommandBlock } from '../../../native-bridge/rig/registers.ts';
import { type Rig, stepMs } from '../../../native-bridge/simulator/rig.ts';
import type { Scenario } from '../../../native-bridge/simulator/scenario.ts';
import { type CommandLog, rigAfter } from '../treatment/command-log.ts';
import { trueCelsius } from '../treatment/true-temperature.ts';

/** The heat of a controller that knows only one thing to do: everything, or nothing. */
export type FlatOut = 'inflow-at-ceiling' | 'heater-off';

/** A rig as it stood at some tick of a run; from there on it goes its own way. */
export interface Branch {
  readonly scenario: Scenario;
  readonly log: CommandLog;
  readonly fromTick: number;
  readonly flowMlPerMin: number;
  readonly controlSite: PresetControlSite;
}

/**
 * The same rig, patient and disturbances from tick `fromTick` on, circulating with the heat flat out and any interlock
 * cleared at once. Where the run had to stand still or go through bypass, unheated, so does this. What the control site
 * truly has goes to `see` at every tick until that says to stop, for at most `seconds`.
 */
export function flatOut(
  branch: Branch,
  heat: FlatOut,
  seconds: number,
  see: (siteCelsius: number) => boolean,
): void {
  const { scenario, log, fromTick } = branch;
  const rig = rigAfter(scenario, log, fromTick);
  const lastTick = fromTick + Math.round((seconds * 1000) / stepMs);
  for (let tick = fromTick; tick < lastTick; tick += 1) {
    rig.take(blockFor(branch, rig, tick, heat), tick * stepMs);
    rig.step((tick + 1) * stepMs);
    if (see(trueCelsius(branch.controlSite, rig.plant, scenario.plant))) return;
  }
}

/** Seconds until `back` holds; `null`: not within `mostSeconds`. */
export function shortestSeconds(
  branch: Branch,
  heat: FlatOut,
  mostSeconds: number,
  back: (siteCelsius: number) => boolean,
): number | null {
  let ticks = 0;
  let found = false;
  flatOut(branch, heat, mostSeconds, (mean) => {
    ticks += 1;
    found = back(mean);
    return found;
  });
  return found ? (ticks * stepMs) / 1000 : null;
}

const circulate = circuitModes.indexOf('circulate');

function blockFor({ log, flowMlPerMin }: Branch, rig: Rig, tick: number, heat: FlatOut): CommandBlock {
  const written = log.at(tick);
  const bound = written?.flowBound === true ? written.block : null;
  const { latchedBits } = rig.control;
  const pumps = bound === null ? !interlocksStopPump(latchedBits, 'circulate') : bound.pumpEnable;
  return {
    crcHolds: true,
    heartbeat: (rig.control.heartbeat + 1) & 0xffff,
    mode: bound?.mode ?? circulate,
    pumpEnable: pumps,
    heaterEnable: heat === 'inflow-at-ceiling' && latchedBits === 0 && bound === null && pumps,
    inflowSetpointCelsius: inflowCeilingCelsius,
    flowSetpointMlPerMin: bound?.flowSetpointMlPerMin ?? flowMlPerMin,
    inflowLimitCelsius,
    watchdogMs,
    annunciator: 0,
    clearBits: latchedBits,
  };
}
