import type { Intent } from '../../electron/domain/command.ts';
import {
  ageingAfterMs,
  type LinkCounters,
  type LinkState,
  linkLostAfterMs,
} from '../../electron/domain/link.ts';
import type { ConnectFault, PortOnOffer, RigConnection } from '../../electron/domain/rig-driver.ts';
import type { RigIdentity } from '../../electron/domain/telemetry.ts';
import type { Cancel, Clock } from '../../electron/domain/time.ts';
import { uptimeWentBack } from '../../electron/domain/uptime.ts';
import { aboutPort } from '../transport/discovery.ts';
import type { OtherPorts } from '../transport/port.ts';
import { type ExchangeOptions, type ExchangeResult, RigClient, type RigClientOptions } from './client.ts';

/** One exchange, and what it showed besides telemetry. */
export type TickResult = ExchangeResult & {
  /** What was put on the line in this exchange; `null`: nothing was, it only read. */
  readonly written: Intent | null;
  /** The link was lost at some moment of it, even if it is back already. */
  readonly linkLost: boolean;
  /** The telemetry shows that the rig restarted since the one before; told once. */
  readonly rigRestarted: boolean;
};

/** Delay before the next try to connect: at once, then doubling from the first to the longest. */
const firstRetryMs = 100;
const longestRetryMs = 2000;

/**
 * The link as the engine drives it, one `tick` at a time. Connects and reconnects in the background, always on a
 * new port. Writes what it is handed, but for the first exchange of a connection, which reads. Never throws; never
 * decides who may write (`electron/authority/`) nor that a run goes on.
 */
export class RigLink implements RigConnection {
  /** What is wrong with the connection and how to mend it; `null` when nothing is. */
  problem: string | null = null;
  /** Why the last try to connect failed; `null`: it did not. */
  fault: ConnectFault | null = null;
  readonly #client: RigClient;
  readonly #clock: Clock;
  readonly #others: OtherPorts | null;
  #wanted = false;
  #connecting = false;
  /** Tells an attempt begun before `close` from those after. */
  #openings = 0;
  /** The first exchange of a connection is a read: heartbeat and mode in force are learnt before any write. */
  #readFirst = true;
  #retryMs = firstRetryMs;
  #cancelRetry: Cancel = () => {};
  #connectedMs = 0;
  #receivedMs: number | null = null;
  #uptimeMs = 0;
  #serialNumber: string | null = null;

  constructor(options: RigClientOptions) {
    this.#client = new RigClient(options);
    this.#clock = options.clock;
    this.#others = options.opener.others ?? null;
    this.#client.onClosed((reason) => {
      this.problem = `${this.portName} closed${reason === null ? '' : `: ${reason}`}. Check cable and power; reconnecting.`;
      this.#connectAfter(0);
    });
  }

  get portName(): string {
    return this.#client.portName;
  }

  get counters(): LinkCounters {
    return this.#client.counters;
  }

  /** Of the rig connected last; `null` before the first. */
  get identity(): RigIdentity | null {
    return this.#client.identity;
  }

  /** Starts connecting. */
  open(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#connectAfter(0);
  }

  async close(): Promise<void> {
    this.#wanted = false;
    this.#openings += 1;
    this.#connecting = false;
    this.#cancelRetry();
    await this.#client.close();
  }

  /** What is in flight is given up: a new port. */
  abandon(): void {
    this.problem = `Rig on ${this.portName}: an exchange did not end. Reconnecting.`;
    this.#connectAfter(0);
  }

  /** A run belongs to one machine: another one is refused until `unbind`. */
  bindTo(serialNumber: string): void {
    this.#client.bindTo(serialNumber);
  }

  unbind(): void {
    this.#client.unbind();
  }

  async ports(): Promise<readonly PortOnOffer[]> {
    const listing = await this.#others?.list();
    return (listing?.ports ?? []).map((port) => ({ path: port.path, about: aboutPort(port) }));
  }

  /** The machine is still the one the run is bound to, whatever the port. */
  async choosePort(path: string): Promise<string | null> {
    const offered = (await this.ports()).some((port) => port.path === path);
    const state = this.state(this.#clock.monotonicMs());
    if (state === 'up' || state === 'ageing') {
      return `The rig is connected on ${this.portName}. Another port can be chosen once it is not.`;
    }
    if (this.#others === null || !offered)
      return `There is no serial port ${path} now. Choose one of the list.`;
    this.#others.choose(path);
    this.#retryMs = firstRetryMs;
    if (this.#wanted) this.#connectAnew();
    return null;
  }

  /** Milliseconds since the last telemetry, `null` before the first. `nowMs` by the monotonic clock. */
  ageMs(nowMs: number): number | null {
    return this.#receivedMs === null ? null : Math.max(0, nowMs - this.#receivedMs);
  }

  state(nowMs: number): LinkState {
    if (!this.#wanted) return 'closed';
    const ageMs = this.ageMs(nowMs);
    if (ageMs === null) return 'connecting';
    if (ageMs > linkLostAfterMs) return 'lost';
    return ageMs > ageingAfterMs ? 'ageing' : 'up';
  }

  /** One exchange with the current intent, or a read where there is none. */
  async tick(intent: Intent | null, options: ExchangeOptions = {}): Promise<TickResult> {
    const lostBefore = this.#isLost();
    const write = lostBefore || this.#readFirst ? null : intent;
    const result = await this.#client.exchange(write, options);
    const linkLost = lostBefore || this.#isLost();
    const sent = result.ok || (result.fault !== 'closed' && result.fault !== 'busy');
    const written = sent ? write : null;
    if (!result.ok) {
      if (sent) this.#reconnectIfSilent(result.detail);
      return { ...result, written, linkLost, rigRestarted: false };
    }
    this.#readFirst = false;
    this.#receivedMs = result.receivedMs;
    this.problem = null;
    return { ...result, written, linkLost, rigRestarted: this.#noticeRestart(result.telemetry.uptimeMs) };
  }

  #isLost(): boolean {
    return this.state(this.#clock.monotonicMs()) === 'lost';
  }

  /** The port is open and no telemetry has come through it for as long as makes a lost link: try a new one. */
  #reconnectIfSilent(detail: string): void {
    const sinceMs = Math.max(this.#receivedMs ?? 0, this.#connectedMs);
    if (this.#clock.monotonicMs() - sinceMs <= linkLostAfterMs) return;
    this.problem = `Rig on ${this.portName}: ${detail}. Check cable and power; reconnecting.`;
    this.#connectAfter(0);
  }

  #noticeRestart(uptimeMs: number): boolean {
    const before = this.#uptimeMs;
    this.#uptimeMs = uptimeMs;
    return uptimeWentBack(before, uptimeMs);
  }

  /** A try under way, or waiting for its turn, is given up. */
  #connectAnew(): void {
    this.#openings += 1;
    this.#cancelRetry();
    this.#connecting = false;
    this.#connectAfter(0);
  }

  #connectAfter(ms: number): void {
    if (!this.#wanted || this.#connecting) return;
    this.#connecting = true;
    this.#cancelRetry = this.#clock.after(ms, () => void this.#connect());
  }

  async #connect(): Promise<void> {
    const opening = this.#openings;
    const result = await this.#client.connect();
    if (opening !== this.#openings) return;
    this.#connecting = false;
    this.fault = result.ok ? null : result.fault;
    if (!result.ok) {
      this.problem = result.message;
      this.#connectAfter(this.#retryMs);
      this.#retryMs = Math.min(2 * this.#retryMs, longestRetryMs);
      return;
    }
    this.#retryMs = firstRetryMs;
    this.#readFirst = true;
    this.#connectedMs = this.#clock.monotonicMs();
    if (result.identity.serialNumber !== this.#serialNumber) this.#uptimeMs = 0;
    this.#serialNumber = result.identity.serialNumber;
  }
}
