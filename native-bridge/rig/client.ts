import type { Intent } from '../../electron/domain/command.ts';
import { type LinkCounters, newLinkCounters } from '../../electron/domain/link.ts';
import type { RigIdentity, Telemetry } from '../../electron/domain/telemetry.ts';
import type { Clock } from '../../electron/domain/time.ts';
import { encodeRequest, type FunctionCode, readFunction, readWriteFunction } from '../modbus/frames.ts';
import type { PortOpener } from '../transport/port.ts';
import { describeFault, type ExchangeFault, type ReplyFault } from './faults.ts';
import { type ConnectResult, identify, refusal } from './identify.ts';
import { Line } from './line.ts';
import {
  commandAddress,
  decodeTelemetry,
  encodeCommand,
  rigUnit,
  telemetryAddress,
  telemetryCount,
} from './registers.ts';

/** docs/link.md, for 115 200 Bd. */
export const defaultDeadlineMs = 60;

export interface RigClientOptions {
  readonly opener: PortOpener;
  readonly clock: Clock;
  readonly deadlineMs?: number;
}

export type ExchangeResult =
  /** `receivedMs`: when the reply was accepted, by the monotonic clock. */
  | { readonly ok: true; readonly telemetry: Telemetry; readonly receivedMs: number }
  | { readonly ok: false; readonly fault: ExchangeFault; readonly detail: string };

export interface ExchangeOptions {
  /** Repeat the last heartbeat: the rig answers and does not take it as alive (self-test of the watchdog). */
  readonly holdHeartbeat?: boolean;
}

/** A simulated rig whose time runs faster answers for a step of 100 ms when it is due, ms of wall time. */
const paceMs = (timeScale: number): number => (timeScale > 1 ? 100 / timeScale : 0);

const readFrame = encodeRequest({
  kind: 'read',
  unit: rigUnit,
  address: telemetryAddress,
  count: telemetryCount,
});
const closedResult: ExchangeResult = { ok: false, fault: 'closed', detail: describeFault('closed') };

/**
 * The console's end of the link to one rig: connects, identifies, exchanges. Keeps no queue and does not decide
 * when; `RigLink` (link.ts) does. Never throws.
 */
export class RigClient {
  readonly counters: LinkCounters = newLinkCounters();
  /** Of the rig connected last; `null` before the first. */
  identity: RigIdentity | null = null;
  readonly #options: RigClientOptions;
  #line: Line | null = null;
  /** The line once its far end is identified; nothing but the identification is sent before. */
  #identified: Line | null = null;
  #closePort: () => Promise<void> = async () => {};
  #onClosed: (reason: string | null) => void = () => {};
  #generation = 0;
  #connections = 0;
  #boundTo: string | null = null;
  #heartbeat = 0;
  #heartbeatKnown = false;

  constructor(options: RigClientOptions) {
    this.#options = options;
  }

  get portName(): string {
    return this.#options.opener.name;
  }

  get connected(): boolean {
    return this.#identified?.isOpen === true;
  }

  /** From the next connection on, only the machine with this serial number is spoken to. */
  bindTo(serialNumber: string): void {
    this.#boundTo = serialNumber;
  }

  unbind(): void {
    this.#boundTo = null;
  }

  /** One listener, called when the port closes by itself. */
  onClosed(listener: (reason: string | null) => void): void {
    this.#onClosed = listener;
  }

  /** Lets go of the old port, opens a new one and reads the identification block. */
  async connect(): Promise<ConnectResult> {
    await this.close();
    const generation = this.#generation;
    const opened = await this.#options.opener.open();
    if (!opened.ok) return opened;
    if (generation !== this.#generation) {
      await opened.port.close();
      return refusal('closed', this.portName, 'closed while it was being opened');
    }
    const { clock, deadlineMs = defaultDeadlineMs } = this.#options;
    const line = new Line(opened.port, clock, this.counters, deadlineMs);
    this.#line = line;
    this.#closePort = () => opened.port.close();
    opened.port.onClosed((reason) => {
      line.shut();
      if (line === this.#line) this.#onClosed(reason);
    });
    const result = await identify(line, this.portName, this.#boundTo);
    if (line !== this.#line) return refusal('closed', this.portName, 'closed while it was being identified');
    if (result.ok) this.#welcome(line, result.identity);
    else await this.close();
    return result;
  }

  #welcome(line: Line, identity: RigIdentity): void {
    line.allow(paceMs(identity.timeScale));
    this.#identified = line;
    this.identity = identity;
    this.#heartbeatKnown = false;
    this.#connections += 1;
    if (this.#connections > 1) this.counters.reconnects += 1;
  }

  async close(): Promise<void> {
    this.#generation += 1;
    const closePort = this.#closePort;
    this.#closePort = async () => {};
    this.#line?.shut();
    this.#line = null;
    this.#identified = null;
    await closePort();
  }

  /**
   * `null` reads the telemetry (function 3); an intent is written as command block and the telemetry read in one
   * transaction (function 23). The first exchange after `connect` should be a read: it tells the heartbeat the
   * rig accepted last, so that the next one is fresh to it.
   */
  async exchange(intent: Intent | null, options: ExchangeOptions = {}): Promise<ExchangeResult> {
    const { identity } = this;
    const line = this.#identified;
    if (line === null || identity === null) return closedResult;
    if (intent !== null) return this.#command(line, identity, intent, options.holdHeartbeat === true);
    const result = await this.#ask(line, identity, readFrame, readFunction, null);
    if (result.ok && !this.#heartbeatKnown) {
      this.#heartbeat = result.telemetry.heartbeatEcho;
      this.#heartbeatKnown = true;
    }
    return result;
  }

  #command(line: Line, identity: RigIdentity, intent: Intent, hold: boolean): Promise<ExchangeResult> {
    if (!hold) this.#heartbeat = (this.#heartbeat + 1) & 0xffff;
    this.#heartbeatKnown = true;
    const frame = encodeRequest({
      kind: 'read-write',
      unit: rigUnit,
      readAddress: telemetryAddress,
      readCount: telemetryCount,
      writeAddress: commandAddress,
      registers: encodeCommand(intent, this.#heartbeat, identity.serialNumber),
    });
    return this.#ask(line, identity, frame, readWriteFunction, this.#heartbeat);
  }

  async #ask(
    line: Line,
    identity: RigIdentity,
    frame: Uint8Array,
    functionCode: FunctionCode,
    heartbeat: number | null,
  ): Promise<ExchangeResult> {
    let telemetry: Telemetry | null = null;
    const accept = (registers: Uint16Array): ReplyFault | null => {
      const decoded = decodeTelemetry(registers, identity);
      if (!decoded.ok) return decoded.fault;
      if (heartbeat !== null && decoded.telemetry.heartbeatEcho !== heartbeat) return 'stale-echo';
      telemetry = decoded.telemetry;
      return null;
    };
    const answer = await line.request({ frame, functionCode, count: telemetryCount, accept });
    if (telemetry !== null) return { ok: true, telemetry, receivedMs: this.#options.clock.monotonicMs() };
    const fault = answer.fault ?? 'invalid';
    return { ok: false, fault, detail: describeFault(fault, answer.exceptionCode) };
  }
}
