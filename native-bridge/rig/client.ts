import type { Intent } from '../../electron/domain/command.ts';
import { type LinkCounters, newLinkCounters } from '../../electron/domain/link.ts';
import type { RigIdentity, Telemetry } from '../../electron/domain/telemetry.ts';
import type { Clock } from '../../electron/domain/time.ts';
import { encodeRequest, type FunctionCode, readFunction, readWriteFunction } from '../modbus/frames.ts';
import type { OpenResult, PortOpener } from '../transport/port.ts';
import { describeFault, type ExchangeFault, type ReplyFault, tooSlow } from './faults.ts';
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
import { ReplyAge } from './reply-age.ts';
import { defaultDeadlineMs } from './timing.ts';

/** A serial port opens in well under a second; a driver that needs longer is stuck, ms. */
const openLimitMs = 5_000;

export interface RigClientOptions {
  readonly opener: PortOpener;
  readonly clock: Clock;
  /** What an exchange may take. */
  readonly deadlineMs?: number;
  /** A port where nobody answers is kept and asked again for this long, three times at least. */
  readonly bootMs?: number;
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

const notOpened = (portName: string, detail: string): OpenResult => ({
  ok: false,
  fault: 'failed',
  message: `Rig on ${portName}: ${detail}.`,
});

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
  #replyAge = new ReplyAge(false);

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
    const opened = await this.#openInTime();
    if (!opened.ok) return opened;
    if (generation !== this.#generation) {
      await opened.port.close();
      return refusal('closed', this.portName, 'closed while it was being opened');
    }
    const { clock, opener, deadlineMs = defaultDeadlineMs, bootMs = 0 } = this.#options;
    const line = new Line(opened.port, clock, this.counters, deadlineMs);
    this.#line = line;
    this.#closePort = () => opened.port.close();
    opened.port.onClosed((reason) => {
      line.shut();
      if (line === this.#line) this.#onClosed(reason);
    });
    const result = await identify(line, {
      clock,
      portName: this.portName,
      lineText: opener.line ?? null,
      boundTo: this.#boundTo,
      seenBefore: opened.elsewhere === true ? (this.identity?.serialNumber ?? null) : null,
      deadlineMs,
      bootMs,
    });
    if (line !== this.#line) return refusal('closed', this.portName, 'closed while it was being identified');
    if (result.ok) this.#welcome(line, result.identity);
    else await this.close();
    return result;
  }

  /** A driver that never answers an opening must not end the trying; a port that comes too late is closed. */
  #openInTime(): Promise<OpenResult> {
    const { opener, clock } = this.#options;
    return new Promise((resolve) => {
      let late = false;
      const cancel = clock.after(openLimitMs, () => {
        late = true;
        resolve(
          notOpened(
            this.portName,
            `opening took over ${openLimitMs / 1000} s: unplug it and plug it in again`,
          ),
        );
      });
      opener.open().then(
        (opened) => {
          cancel();
          if (late && opened.ok) void opened.port.close();
          resolve(opened);
        },
        (error: Error) => {
          cancel();
          resolve(notOpened(this.portName, error.message));
        },
      );
    });
  }

  #welcome(line: Line, identity: RigIdentity): void {
    line.allow(paceMs(identity.timeScale));
    this.#identified = line;
    if (identity.serialNumber !== this.identity?.serialNumber)
      this.#replyAge = new ReplyAge(identity.timeScale > 1);
    this.identity = identity;
    this.#heartbeatKnown = false;
    this.#options.opener.confirm?.();
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
    const { clock } = this.#options;
    const askedMs = clock.monotonicMs();
    let telemetry: Telemetry | null = null;
    const accept = (registers: Uint16Array): ReplyFault | null => {
      const decoded = decodeTelemetry(registers, identity);
      if (!decoded.ok) return decoded.fault;
      const { heartbeatEcho, uptimeMs } = decoded.telemetry;
      if (heartbeat !== null && heartbeatEcho !== heartbeat) return 'stale-echo';
      if (heartbeat === null && this.#replyAge.isOld(uptimeMs, askedMs, clock.monotonicMs())) return 'old';
      telemetry = decoded.telemetry;
      this.#replyAge.accepted(uptimeMs, clock.monotonicMs());
      return null;
    };
    const answer = await line.request({ frame, functionCode, count: telemetryCount, accept });
    if (telemetry !== null) return { ok: true, telemetry, receivedMs: clock.monotonicMs() };
    const fault = answer.fault ?? 'invalid';
    const late = fault === 'timeout' || fault === 'stale-echo' ? line.lateMs : null;
    const detail =
      late === null ? describeFault(fault, answer.exceptionCode) : tooSlow(late, line.deadlineMs);
    return { ok: false, fault, detail };
  }
}
