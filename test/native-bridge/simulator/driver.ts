import { type Interlock, interlocksIn } from '../../../electron/domain/circuit.ts';
import { type Intent, standbyIntent } from '../../../electron/domain/command.ts';
import type { Telemetry } from '../../../electron/domain/telemetry.ts';
import { decodeCommand, encodeCommand } from '../../../native-bridge/rig/registers.ts';
import type { Taken } from '../../../native-bridge/simulator/control.ts';
import { Rig, stepMs } from '../../../native-bridge/simulator/rig.ts';
import { parseScenario, type Scenario } from '../../../native-bridge/simulator/scenario.ts';

/** A scenario as its file would hold it. */
export function scenarioOf(file: object): Scenario {
  const read = parseScenario(JSON.stringify(file), 'test');
  if (!read.ok) throw new Error(read.problem);
  return read.scenario;
}

/** Circulating, heated, as in a treatment. */
export const circulating: Partial<Intent> = {
  mode: 'circulate',
  heaterEnable: true,
  pumpEnable: true,
  inflowSetpointCelsius: 44,
  flowSetpointMlPerMin: 1500,
};

/** A full, warm cavity in a primed circuit. */
export const filled = {
  cavityMl: 3000,
  cavityCelsius: 41.5,
  reservoirMl: 1700,
  reservoirCelsius: 41,
  primed: true,
};

/** A console that keeps to the link: a fresh heartbeat every 100 ms, and the rig's time with it. */
export class Driver {
  readonly rig: Rig;
  intent: Intent = standbyIntent;
  heartbeat = 0;
  /** Wall time, which the watchdog counts by. */
  nowMs = 0;

  constructor(file: object = {}, seed = 1) {
    this.rig = new Rig(scenarioOf(file), seed, 1);
  }

  get telemetry(): Telemetry {
    return this.rig.telemetry();
  }

  get interlocks(): Interlock[] {
    return interlocksIn(this.telemetry.interlockBits);
  }

  /** One block with a fresh heartbeat; what `changes` does not name stays as asked before, clear bits apart. */
  send(changes: Partial<Intent> = {}): Taken {
    this.heartbeat = (this.heartbeat + 1) & 0xffff;
    return this.repeat(changes);
  }

  /** The same with the heartbeat of the block before. */
  repeat(changes: Partial<Intent> = {}): Taken {
    this.intent = { ...this.intent, clearBits: 0, ...changes };
    const { serialNumber } = this.rig.identity;
    return this.write(encodeCommand(this.intent, this.heartbeat, serialNumber));
  }

  write(registers: Uint16Array): Taken {
    return this.rig.take(decodeCommand(registers, this.rig.identity.serialNumber), this.nowMs);
  }

  /** Time goes by without a word from the console. */
  wait(seconds: number): void {
    for (let ms = 0; ms < seconds * 1000; ms += stepMs) {
      this.nowMs += stepMs;
      this.rig.step(this.nowMs);
    }
  }

  /** Exchanges go on for `seconds` with the intent as changed. */
  run(seconds: number, changes: Partial<Intent> = {}): void {
    for (let ms = 0; ms < seconds * 1000; ms += stepMs) {
      this.send(changes);
      this.wait(stepMs / 1000);
    }
  }

  /** Exchanges until `holds`; seconds it took. Fails after `mostSeconds`. */
  runUntil(holds: (telemetry: Telemetry) => boolean, mostSeconds: number): number {
    const startMs = this.rig.sessionMs;
    while (!holds(this.telemetry)) {
      if (this.rig.sessionMs - startMs > mostSeconds * 1000) {
        throw new Error(`not within ${mostSeconds} s: ${holds}`);
      }
      this.run(stepMs / 1000);
    }
    return (this.rig.sessionMs - startMs) / 1000;
  }

  /** From power-up to where `intent` is in force: enables asked 0 first. */
  start(intent: Partial<Intent> = circulating): void {
    this.send({ ...intent, heaterEnable: false, pumpEnable: false });
    this.run(5, intent);
  }

  probe(index: 0 | 1 | 2 | 3): number | null {
    return this.telemetry.probesCelsius[index].value;
  }
}
