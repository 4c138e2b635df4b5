import type { CommandBlock } from '../../../native-bridge/rig/registers.ts';
import { Rig, stepMs } from '../../../native-bridge/simulator/rig.ts';
import type { Scenario } from '../../../native-bridge/simulator/scenario.ts';

/** One tick's command as the rig read it. */
export interface Written {
  readonly block: CommandBlock;
  /** The pump stands, or flow has to go through bypass first: no choice of a temperature controller. */
  readonly flowBound: boolean;
}

const columns = 8;
const firstTicks = 50_000;
const heaterBit = 1;
const pumpBit = 2;
const flowBoundBit = 4;

/**
 * Every command of a run, from the first. Kept as the registers they are: an object a tick, kept for an hour of
 * session time, would cost more to look after than the treatment itself.
 */
export class CommandLog {
  #registers = new Uint16Array(columns * firstTicks);
  #ticks = 0;

  get ticks(): number {
    return this.#ticks;
  }

  add(block: CommandBlock, flowBound: boolean): void {
    const at = columns * this.#ticks;
    if (at === this.#registers.length) this.#grow();
    const registers = this.#registers;
    registers[at] = block.heartbeat;
    registers[at + 1] =
      (block.heaterEnable ? heaterBit : 0) |
      (block.pumpEnable ? pumpBit : 0) |
      (flowBound ? flowBoundBit : 0) |
      (block.annunciator << 3) |
      (block.mode << 5);
    registers[at + 2] = Math.round(100 * block.inflowSetpointCelsius);
    registers[at + 3] = block.flowSetpointMlPerMin;
    registers[at + 4] = Math.round(100 * block.inflowLimitCelsius);
    registers[at + 5] = block.watchdogMs;
    registers[at + 6] = block.clearBits;
    this.#ticks += 1;
  }

  /** `null`: the run had ended by then. */
  at(tick: number): Written | null {
    if (tick >= this.#ticks) return null;
    const from = columns * tick;
    const register = (column: number): number => this.#registers[from + column] as number;
    const bits = register(1);
    return {
      flowBound: (bits & flowBoundBit) !== 0,
      block: {
        crcHolds: true,
        heartbeat: register(0),
        heaterEnable: (bits & heaterBit) !== 0,
        pumpEnable: (bits & pumpBit) !== 0,
        annunciator: (bits >> 3) & 3,
        mode: bits >> 5,
        inflowSetpointCelsius: register(2) / 100,
        flowSetpointMlPerMin: register(3),
        inflowLimitCelsius: register(4) / 100,
        watchdogMs: register(5),
        clearBits: register(6),
      },
    };
  }

  copy(): CommandLog {
    const copy = new CommandLog();
    copy.#registers = this.#registers.slice();
    copy.#ticks = this.#ticks;
    return copy;
  }

  #grow(): void {
    const more = new Uint16Array(2 * this.#registers.length);
    more.set(this.#registers);
    this.#registers = more;
  }
}

/** The rig of a run after its first `ticks` ticks: the same scenario, seed and commands give the same rig to the bit. */
export function rigAfter(scenario: Scenario, log: CommandLog, ticks: number): Rig {
  const rig = newRig(scenario);
  for (let tick = 0; tick < ticks; tick += 1) {
    const written = log.at(tick);
    if (written !== null) rig.take(written.block, tick * stepMs);
    rig.step((tick + 1) * stepMs);
  }
  return rig;
}

/** Register 21 says real time, so session time is the time of the steps. */
export const newRig = (scenario: Scenario): Rig => new Rig(scenario, scenario.seed, 1);
