import type { Intent } from '../../electron/domain/command.ts';
import { ageingAfterMs, type LinkCounters, linkLostAfterMs } from '../../electron/domain/link.ts';
import type { RigIdentity } from '../../electron/domain/telemetry.ts';
import type { Cancel, Clock } from '../../electron/domain/time.ts';
import { type ExchangeOptions, type ExchangeResult, RigClient, type RigClientOptions } from './client.ts';
import type { ConnectFault } from './identify.ts';

export type LinkState = 'closed' | 'connecting' | 'up' | 'ageing' | 'lost';

/** An exchange, and whether its telemetry shows that the rig restarted since the one before; told once. */
export type TickResult =
  | (Extract<ExchangeResult, { ok: true }> & { readonly rigRestarted: boolean })
  | Extract<ExchangeResult, { ok: false }>;

/** Delay before the next try to connect: at once, then doubling from the first to the longest. */
const firstRetryMs = 100;
const longestRetryMs = 2000;
/** An uptime this much smaller is the 32-bit counter starting over (after 49.7 days), not a restart. */
const uptimeWrapMs = 2 ** 31;

/**
 * The link as a session drives it, one `tick` at a time. Connects and reconnects in the background, always on a
 * new port. From link lost (telemetry older than 1 s) until `takeCommand` it only reads, whatever it is handed.
 * Never throws; never decides that a run goes on.
 */
export class RigLink {
  /** Whether intents are written. False from link lost until a person takes command. */
  commanding = true;
  /** What is wrong with the connection and how to mend it; `null` when nothing is. */
  problem: string | null = null;
  /** Why the last try to connect failed; `null`: it did not. */
  fault: ConnectFault | null = null;
  readonly #client: RigClient;
  readonly #clock: Clock;
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

  /** A run belongs to one machine: another one is refused until `unbind`. */
  bindTo(serialNumber: string): void {
    this.#client.bindTo(serialNumber);
  }

  unbind(): void {
    this.#client.unbind();
  }

  /** A person decided to go on after a lost link. Has no effect while the link is lost. */
  takeCommand(): void {
    this.commanding = true;
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

  /** One exchange with the current intent, or a read where there is none or none may be written. */
  async tick(intent: Intent | null, options: ExchangeOptions = {}): Promise<TickResult> {
    this.#noticeLoss();
    const write = this.commanding && !this.#readFirst;
    const result = await this.#client.exchange(write ? intent : null, options);
    this.#noticeLoss();
    if (!result.ok) {
      if (result.fault !== 'closed' && result.fault !== 'busy') this.#reconnectIfSilent(result.detail);
      return result;
    }
    this.#readFirst = false;
    this.#receivedMs = result.receivedMs;
    return { ...result, rigRestarted: this.#noticeRestart(result.telemetry.uptimeMs) };
  }

  #noticeLoss(): void {
    if (this.state(this.#clock.monotonicMs()) === 'lost') this.commanding = false;
  }

  /** The port is open and no telemetry has come through it for as long as makes a lost link: try a new one. */
  #reconnectIfSilent(detail: string): void {
    const sinceMs = Math.max(this.#receivedMs ?? 0, this.#connectedMs);
    if (this.#clock.monotonicMs() - sinceMs <= linkLostAfterMs) return;
    this.problem = `Rig on ${this.portName}: ${detail}. Check cable and power; reconnecting.`;
    this.#connectAfter(0);
  }

  #noticeRestart(uptimeMs: number): boolean {
    const backMs = this.#uptimeMs - uptimeMs;
    this.#uptimeMs = uptimeMs;
    return backMs > 0 && backMs < uptimeWrapMs;
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
    this.problem = null;
    this.#retryMs = firstRetryMs;
    this.#readFirst = true;
    this.#connectedMs = this.#clock.monotonicMs();
    if (result.identity.serialNumber !== this.#serialNumber) this.#uptimeMs = 0;
    this.#serialNumber = result.identity.serialNumber;
  }
}
