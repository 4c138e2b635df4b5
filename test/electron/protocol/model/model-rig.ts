import { type CircuitMode, circuitModes, interlockBit } from '../../../../electron/domain/circuit.ts';
import { annunciations, type Intent, standbyIntent } from '../../../../electron/domain/command.ts';
import { measured, missing, type Reading } from '../../../../electron/domain/reading.ts';
import type { Telemetry } from '../../../../electron/domain/telemetry.ts';
import type { CommandBlock } from '../../../../native-bridge/rig/registers.ts';
import { RigControl } from '../../../../native-bridge/simulator/control.ts';
import { benchRig, type ProbeValue } from '../bench.ts';

/** What is wrong with a probe besides its value. */
export type ProbeFault = 'none' | 'stuck' | 'drifting';

/**
 * The control of the simulated rig, the real one, with sensors that show what the story says: enables, latches
 * and watchdog are those of the machine, temperatures and flow are anything.
 */
export class ModelRig {
  control = new RigControl(benchRig);
  celsius: ProbeValue[] = [22, 22, 36.5, 36.4];
  /** Nothing of it measures what comes back. */
  bare = false;
  faults: ProbeFault[] = ['none', 'none', 'none', 'none'];
  flowShare: number | null = 1;
  outflowShare: number | null = null;
  /** The relay is welded. */
  heaterStuck = false;
  /** It goes on with what it took last, and answers as if alive. */
  takesRequests = true;
  /** Its valves stand where nobody asked them to. */
  standsIn: CircuitMode | null = null;
  /** Interlocks whose cause is there: they latch again when cleared. */
  causeBits = 0;
  nowMs = 0;
  #bootedMs = 0;
  #heartbeat = 0;
  #ticks = 0;
  #cavityMl: number;
  #taken: Intent;

  /** Stands as if it had been led here: what it was told last is in force. */
  constructor(taken: Intent, cavityMl: number) {
    this.#cavityMl = cavityMl;
    this.#taken = taken;
    this.take({ ...taken, heaterEnable: false, pumpEnable: false }, false);
    this.take(taken, false);
  }

  restart(): void {
    this.control = new RigControl(benchRig);
    this.#bootedMs = this.nowMs;
    this.#taken = standbyIntent;
  }

  pass(ms: number): void {
    this.nowMs += Math.max(0, ms);
    this.#ticks += 1;
    for (const [probe, fault] of this.faults.entries()) {
      const value = this.celsius[probe];
      if (fault === 'drifting' && typeof value === 'number')
        this.celsius[probe] = value + (0.1 * ms) / 60_000;
    }
    const { mode, pumpEnable, accepted } = this.control;
    const ml = pumpEnable ? (accepted.flowSetpointMlPerMin * Math.max(0, ms)) / 60_000 : 0;
    if (mode === 'fill' || mode === 'rinse') this.#cavityMl += ml;
    if (mode === 'drain') this.#cavityMl = Math.max(0, this.#cavityMl - ml);
  }

  /** `false`: refused, as a machine refuses what it cannot do. */
  take(intent: Intent, holdHeartbeat: boolean): boolean {
    if (this.takesRequests) this.#taken = intent;
    if (!holdHeartbeat) this.#heartbeat = (this.#heartbeat + 1) & 0xffff;
    return this.control.take(this.#block(this.#taken), this.causeBits, this.nowMs).taken;
  }

  watch(): void {
    this.control.watch(this.nowMs);
    if (this.causeBits !== 0) this.control.latch(this.causeBits);
  }

  get emergencyStop(): boolean {
    return (this.causeBits & interlockBit('emergency-stop')) !== 0;
  }

  telemetry(): Telemetry {
    const { control } = this;
    const { accepted } = control;
    const mode = this.standsIn ?? control.mode;
    const dry = mode === 'drain' && this.#cavityMl <= 0;
    const flow = control.pumpEnable && !dry ? accepted.flowSetpointMlPerMin : 0;
    const metered = (share: number | null): Reading =>
      share === null ? missing('no-value') : measured(flow * share);
    return {
      heartbeatEcho: control.heartbeat,
      rigState: control.state,
      interlockBits: control.latchedBits,
      probesCelsius: [this.#probe(0), this.#probe(1), this.#probe(2), this.#probe(3)],
      coreCelsius: measured(37),
      flowMlPerMin: metered(this.flowShare),
      inflowLinePressureMmHg: measured(60),
      heaterPowerPercent: this.heaterStuck ? 30 : control.heaterEnable ? 20 : 0,
      pumpSpeedRpm: flow / 10,
      reservoirMl: missing('not-fitted'),
      inForce: {
        mode,
        heaterEnable: control.heaterEnable,
        pumpEnable: control.pumpEnable,
        inflowSetpointCelsius: accepted.inflowSetpointCelsius,
        flowSetpointMlPerMin: accepted.flowSetpointMlPerMin,
        inflowLimitCelsius: control.inflowLimitCelsius,
        clearBits: accepted.clearBits,
      },
      uptimeMs: this.nowMs - this.#bootedMs,
      blocksRefused: control.blocksRefused,
      cavityPressureMmHg: this.bare ? missing('not-fitted') : measured(10),
      outflowMlPerMin: this.outflowShare === null ? missing('not-fitted') : metered(this.outflowShare),
    };
  }

  #block(intent: Intent): CommandBlock {
    return {
      ...intent,
      crcHolds: true,
      heartbeat: this.#heartbeat,
      mode: circuitModes.indexOf(intent.mode),
      annunciator: annunciations.indexOf(intent.annunciator),
    };
  }

  /** The last digit of a live probe moves. */
  #probe(probe: 0 | 1 | 2 | 3): Reading {
    const value = this.celsius[probe];
    if (typeof value !== 'number') return missing(value ?? 'no-value');
    return measured(this.faults[probe] === 'stuck' ? value : value + (this.#ticks % 2) / 1000);
  }
}
