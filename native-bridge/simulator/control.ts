import {
  type CircuitMode,
  circuitModes,
  interlockBit,
  type RigState,
} from '../../electron/domain/circuit.ts';
import {
  type Annunciation,
  annunciations,
  type Intent,
  standbyIntent,
} from '../../electron/domain/command.ts';
import { interlocksStopPump } from '../../electron/domain/interlock-effects.ts';
import { type CommandBlock, rigInflowLimitCelsius } from '../rig/registers.ts';
import { deliversIntoCavity } from './physics/hydraulics.ts';
import { type FlowRange, type RefusalCause, refusalOf } from './refusal.ts';

const takenFresh: Taken = { taken: true, fresh: true };
const takenStale: Taken = { taken: true, fresh: false };

const watchdogBit = interlockBit('watchdog-expired');
const overTemperatureBit = interlockBit('over-temperature');
const emergencyStopBit = interlockBit('emergency-stop');
const mostCounted = 0xffff;

export type Taken =
  | { readonly taken: true; readonly fresh: boolean }
  | { readonly taken: false; readonly why: RefusalCause };

/**
 * The part of the rig that decides what is in force: command blocks, enables, latched interlocks, watchdog.
 * It knows nothing of temperatures; the rig tells it which causes are present and whether the inflow is hot.
 * Its whole life is one power-up: a restart makes a new one.
 */
export class RigControl {
  blocksRefused = 0;
  heartbeat = 0;
  latchedBits = 0;
  /** The inflow is not known to be below the limit in force. */
  inflowHot = false;
  #accepted: Intent = { ...standbyIntent, inflowLimitCelsius: rigInflowLimitCelsius };
  #blocksTaken = 0;
  #heartbeatAtMs = 0;
  /** An enable counts only when it was asked 0 since power-up and since it was last switched off. */
  #heaterArmed = false;
  #pumpArmed = false;
  #failed = false;
  readonly #range: FlowRange;

  constructor(range: FlowRange) {
    this.#range = range;
  }

  /** Takes a block whole or not at all. `causeBits`: interlocks whose cause persists. */
  take(block: CommandBlock, causeBits: number, nowMs: number): Taken {
    const why = refusalOf(block, this.#range);
    if (why !== null) {
      this.blocksRefused = Math.min(mostCounted, this.blocksRefused + 1);
      return { taken: false, why };
    }
    const first = this.#blocksTaken === 0;
    const fresh = first || block.heartbeat !== this.heartbeat;
    if (fresh) this.#heartbeatAtMs = nowMs;
    this.#blocksTaken += 1;
    this.heartbeat = block.heartbeat;
    this.#accepted = accepted(block);
    if (!block.heaterEnable) this.#heaterArmed = true;
    if (!block.pumpEnable) this.#pumpArmed = true;
    if (!first && !block.heaterEnable) {
      const persisting = causeBits | (this.#heartbeatOverdue(nowMs) ? watchdogBit : 0);
      this.latchedBits &= ~(block.clearBits & ~persisting);
    }
    this.#switchOff();
    return fresh ? takenFresh : takenStale;
  }

  /** Latches interlocks; a heater, and a pump they stop, stay off after clearing until asked 0. */
  latch(bits: number): void {
    this.latchedBits |= bits;
    this.#switchOff();
  }

  /** The rig's check of itself fails (or no longer): everything off. */
  fail(failed: boolean): void {
    this.#failed = failed;
    this.#switchOff();
  }

  /** "Running, and no fresh heartbeat within the watchdog time". A pump that an interlock lets run is running. */
  watch(nowMs: number): void {
    if (this.#enabled && this.#heartbeatOverdue(nowMs)) this.latch(watchdogBit);
  }

  get accepted(): Intent {
    return this.#accepted;
  }

  get inflowLimitCelsius(): number {
    return Math.min(this.#accepted.inflowLimitCelsius, rigInflowLimitCelsius);
  }

  /** Where the valves stand. */
  get mode(): CircuitMode {
    const asked = this.#accepted.mode;
    if (this.latchedBits & emergencyStopBit) return 'standby';
    const diverted = this.inflowHot && (this.latchedBits & overTemperatureBit) !== 0;
    return diverted && deliversIntoCavity(asked) ? 'bypass' : asked;
  }

  get heaterEnable(): boolean {
    return this.#accepted.heaterEnable && this.#heaterArmed && this.latchedBits === 0 && !this.#failed;
  }

  get pumpEnable(): boolean {
    return this.#accepted.pumpEnable && this.#pumpArmed && !this.#pumpStopped && !this.#failed;
  }

  get state(): RigState {
    if (this.#failed) return 'fault';
    if (this.latchedBits !== 0) return 'safe';
    return this.#enabled ? 'running' : 'standby';
  }

  get #enabled(): boolean {
    return this.mode !== 'standby' && (this.heaterEnable || this.pumpEnable);
  }

  get #pumpStopped(): boolean {
    return interlocksStopPump(this.latchedBits, this.#accepted.mode);
  }

  #heartbeatOverdue(nowMs: number): boolean {
    return nowMs - this.#heartbeatAtMs >= this.#accepted.watchdogMs;
  }

  #switchOff(): void {
    if (this.#accepted.heaterEnable && (this.latchedBits !== 0 || this.#failed)) this.#heaterArmed = false;
    if (this.#accepted.pumpEnable && (this.#pumpStopped || this.#failed)) this.#pumpArmed = false;
  }
}

const accepted = (block: CommandBlock): Intent => ({
  mode: circuitModes[block.mode] as CircuitMode,
  heaterEnable: block.heaterEnable,
  pumpEnable: block.pumpEnable,
  inflowSetpointCelsius: block.inflowSetpointCelsius,
  flowSetpointMlPerMin: block.flowSetpointMlPerMin,
  inflowLimitCelsius: block.inflowLimitCelsius,
  watchdogMs: block.watchdogMs,
  annunciator: annunciations[block.annunciator] as Annunciation,
  clearBits: block.clearBits,
});
