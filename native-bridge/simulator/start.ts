import type { Cancel, Clock } from '../../electron/domain/time.ts';
import { encodeReply, illegalFunction, type Reply } from '../modbus/frames.ts';
import { type RequestEvent, RequestReader } from '../modbus/request-reader.ts';
import { rigUnit } from '../rig/registers.ts';
import type { Port } from '../transport/port.ts';
import { FaultyLine } from './faulty-line.ts';
import { Pacing } from './pacing.ts';
import { Rig, stepMs } from './rig.ts';
import type { Scenario } from './scenario.ts';
import { Slave } from './slave.ts';

/** Register 21 cannot say more. */
const mostTimeScale = 0xffff;

export interface SimulatedRigOptions {
  readonly clock: Clock;
  readonly scenario: Scenario;
  /** `null`: that of the scenario. */
  readonly seed: number | null;
  /** 1: real time. Above, whole: as many times faster at most. `Infinity`: as fast as it is asked. */
  readonly speed: number;
}

/** A rig with its clock, on the port it is told to serve. Ports may change; the rig goes on. */
export class SimulatedRig {
  readonly rig: Rig;
  readonly #clock: Clock;
  readonly #slave: Slave;
  readonly #line: FaultyLine;
  readonly #realTime: boolean;
  readonly #pacing: Pacing;
  readonly #startedMs: number;
  #reader = new RequestReader(rigUnit);
  #port: Port | null = null;
  /** Wall time the last reply leaves: a slave answers in order. */
  #lastReplyMs = 0;
  #paceMs = 0;
  #ticking: Cancel;

  constructor(options: SimulatedRigOptions) {
    const { clock, scenario, speed } = options;
    const seed = options.seed ?? scenario.seed;
    this.#clock = clock;
    this.#startedMs = clock.monotonicMs();
    this.#realTime = speed === 1;
    this.#pacing = new Pacing(speed, stepMs);
    this.#line = new FaultyLine(seed);
    this.rig = new Rig(scenario, seed, Math.min(speed, mostTimeScale));
    this.rig.onLineFault = (fault, forSeconds) =>
      this.#line.begin(fault, this.#clock.monotonicMs(), forSeconds);
    this.#slave = new Slave(this.rig, {
      nowMs: () => clock.monotonicMs(),
      onFreshHeartbeat: () => this.#onFreshHeartbeat(),
      aheadMs: () => (this.#realTime ? clock.monotonicMs() - this.#steppedMs : 0),
    });
    this.#ticking = clock.after(stepMs, () => this.#tick());
  }

  /** Serves `port` from now on and the one before no longer. The port stays its owner's to close. */
  serve(port: Port): void {
    this.#reader = new RequestReader(rigUnit);
    this.#port = port;
    port.onBytes((bytes) => {
      if (this.#port === port) this.#hear(bytes);
    });
  }

  /** Lets go of port and clock, for good. */
  stop(): void {
    this.#port = null;
    this.#ticking();
  }

  /** Wall time of the rig's last step at real time. */
  get #steppedMs(): number {
    return this.#startedMs + this.rig.sessionMs;
  }

  #tick(): void {
    this.#catchUp();
    this.#ticking = this.#clock.after(stepMs, () => this.#tick());
  }

  /** At real time the steps follow the clock; else only the watchdog does. */
  #catchUp(): void {
    const nowMs = this.#clock.monotonicMs();
    while (this.#realTime && this.#steppedMs + stepMs <= nowMs) this.rig.step(this.#steppedMs + stepMs);
    this.rig.control.watch(nowMs);
  }

  #onFreshHeartbeat(): void {
    if (this.#realTime) return;
    const nowMs = this.#clock.monotonicMs();
    this.rig.step(nowMs);
    this.#paceMs = this.#pacing.delayMs(nowMs);
  }

  #hear(bytes: Uint8Array): void {
    if (this.#line.isCut(this.#clock.monotonicMs())) return;
    this.#catchUp();
    this.#answer(this.#reader.push(bytes));
  }

  #answer(events: readonly RequestEvent[]): void {
    for (const event of events) {
      this.#paceMs = 0;
      const reply = this.#replyTo(event);
      if (reply !== null) this.#reply(encodeReply(reply));
    }
  }

  /** `null`: a slave is silent after a request with a wrong CRC-16. */
  #replyTo(event: RequestEvent): Reply | null {
    if (event.kind === 'crc') return null;
    if (event.kind === 'request') return this.#slave.answer(event.request);
    return { kind: 'exception', unit: rigUnit, functionCode: event.functionCode, code: illegalFunction };
  }

  #reply(frame: Uint8Array): void {
    const nowMs = this.#clock.monotonicMs();
    for (const { bytes, delayMs } of this.#line.carry(frame, nowMs)) {
      this.#lastReplyMs = Math.max(this.#lastReplyMs, nowMs + this.#paceMs + delayMs);
      this.#send(bytes, this.#lastReplyMs - nowMs);
    }
  }

  #send(bytes: Uint8Array, inMs: number): void {
    const port = this.#port;
    if (inMs <= 0) port?.write(bytes);
    else this.#clock.after(Math.ceil(inMs), () => this.#sendLate(port, bytes));
  }

  #sendLate(port: Port | null, bytes: Uint8Array): void {
    if (port === this.#port && !this.#line.isCut(this.#clock.monotonicMs())) port?.write(bytes);
  }
}

/** A simulated rig that serves `port` until it is stopped. */
export function startSimulatedRig(options: SimulatedRigOptions & { readonly port: Port }): SimulatedRig {
  const simulated = new SimulatedRig(options);
  simulated.serve(options.port);
  return simulated;
}
