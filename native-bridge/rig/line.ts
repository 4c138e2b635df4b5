import type { LinkCounters } from '../../electron/domain/link.ts';
import type { Cancel, Clock } from '../../electron/domain/time.ts';
import type { FunctionCode } from '../modbus/frames.ts';
import { type ReplyEvent, ReplyReader } from '../modbus/reply-reader.ts';
import type { Port } from '../transport/port.ts';
import { count, type ExchangeFault, type ReplyFault } from './faults.ts';
import { LateReplies } from './late-replies.ts';
import { rigUnit } from './map.ts';

/** The line counts as quiet after this; longer than the 16 ms latency timer of common USB adapters. */
export const quietMs = 20;
/** The first look at the clock comes this long before the deadline. */
const lastLookMs = 5;
/** A first look that comes after the deadline means this computer stood still: so much more time, once. */
const stallGraceMs = 20;

/** One request and what counts as its reply. */
export interface Ask {
  readonly frame: Uint8Array;
  readonly functionCode: FunctionCode;
  /** Registers in the reply. */
  readonly count: number;
  /** Instead of the deadline of the line, as long as nothing is heard, ms. */
  readonly withinMs?: number;
  /** `null`: this is the reply; else why it is not, and the wait goes on. */
  accept(registers: Uint16Array): ReplyFault | null;
}

/** `fault` `null`: the reply was accepted. */
export interface Answer {
  readonly fault: ExchangeFault | null;
  readonly exceptionCode: number | null;
  /** From the request to this, ms. */
  readonly tookMs: number;
}

const closed: Answer = { fault: 'closed', exceptionCode: null, tookMs: 0 };
const busy: Answer = { fault: 'busy', exceptionCode: null, tookMs: 0 };

/**
 * One open port as a question-and-answer line: one request in flight, each with a deadline. What is not the
 * reply is discarded and counted. After a time-out, or after anything unasked for, the next request waits until
 * the line is quiet, so that a late reply is never taken for the reply to another request.
 */
export class Line {
  readonly #port: Port;
  readonly #clock: Clock;
  readonly #counters: LinkCounters;
  #deadlineMs: number;
  readonly #reader = new ReplyReader(rigUnit);
  #noiseTold = 0;
  #open = true;

  #ask: Ask | null = null;
  #sent = false;
  #sentMs = 0;
  #dueMs = 0;
  /** The clock has been looked at shortly before the deadline, so the event loop has turned since. */
  #looked = false;
  #settle: (answer: Answer) => void = () => {};
  /** One deadline timer serves many requests: it looks again where the request it was set for is answered. */
  #cancelDeadline: Cancel | null = null;
  /** When it looks. */
  #lookMs = 0;
  #cancelQuiet: Cancel = () => {};
  /** Of the last reply discarded since the request was sent. */
  #fault: ExchangeFault = 'timeout';
  #exceptionCode: number | null = null;

  readonly #late = new LateReplies();

  /** A port just opened may still hold bytes of an earlier conversation. */
  #unquiet = true;
  #lastNoiseMs: number;

  constructor(port: Port, clock: Clock, counters: LinkCounters, deadlineMs: number) {
    this.#port = port;
    this.#clock = clock;
    this.#counters = counters;
    this.#deadlineMs = deadlineMs;
    this.#lastNoiseMs = clock.monotonicMs();
    port.onBytes((bytes) => this.#hear(bytes));
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** How long after its request a reply came that was not waited for any more, ms; `null`: none did of late. */
  get lateMs(): number | null {
    return this.#late.tookMs(this.#clock.monotonicMs());
  }

  get deadlineMs(): number {
    return this.#deadlineMs;
  }

  /** From the next request on its far end may take so much longer, ms. */
  allow(moreMs: number): void {
    this.#deadlineMs += moreMs;
  }

  request(ask: Ask): Promise<Answer> {
    if (!this.#open) return Promise.resolve(closed);
    if (this.#ask !== null) return Promise.resolve(busy);
    this.#ask = ask;
    this.#fault = 'timeout';
    this.#exceptionCode = null;
    return new Promise((resolve) => {
      this.#settle = resolve;
      if (this.#unquiet) this.#waitForQuiet(this.#clock.monotonicMs() + this.#deadlineOf(ask));
      else this.#send(ask);
    });
  }

  /** The port closed, or is to be closed: the request in flight ends. */
  shut(): void {
    this.#open = false;
    this.#cancelQuiet();
    this.#cancelDeadline?.();
    if (this.#ask !== null) this.#finish(this.#sent ? 'cut-off' : 'closed', null);
  }

  #deadlineOf({ withinMs }: Ask): number {
    return withinMs ?? this.#deadlineMs;
  }

  #waitForQuiet(giveUpMs: number): void {
    const nowMs = this.#clock.monotonicMs();
    const leftMs = this.#lastNoiseMs + quietMs - nowMs;
    if (leftMs <= 0) {
      this.#unquiet = false;
      if (this.#ask !== null) this.#send(this.#ask);
    } else if (nowMs >= giveUpMs) {
      this.#counters.timeouts += 1;
      this.#finish('timeout', null);
    } else {
      this.#cancelQuiet = this.#clock.after(Math.ceil(leftMs), () => this.#waitForQuiet(giveUpMs));
    }
  }

  #send(ask: Ask): void {
    this.#reader.expect(ask.functionCode, ask.count);
    this.#sent = true;
    this.#looked = false;
    this.#counters.exchanges += 1;
    this.#sentMs = this.#clock.monotonicMs();
    this.#dueMs = this.#sentMs + this.#deadlineOf(ask);
    this.#lookBefore(this.#dueMs - lastLookMs);
    this.#port.write(ask.frame);
  }

  /** A timer of an earlier request does as well, unless that one had longer. */
  #lookBefore(lastMs: number): void {
    if (this.#cancelDeadline !== null && this.#lookMs <= lastMs) return;
    this.#cancelDeadline?.();
    this.#lookAfter(Math.max(0, lastMs - this.#clock.monotonicMs()));
  }

  #lookAfter(ms: number): void {
    this.#lookMs = this.#clock.monotonicMs() + ms;
    this.#cancelDeadline = this.#clock.after(ms, () => {
      this.#cancelDeadline = null;
      if (this.#sent) this.#lookAtDeadline();
    });
  }

  /** Gives up at the second look only: at the first, after a stall of this computer, a reply may lie unread. */
  #lookAtDeadline(): void {
    const leftMs = this.#dueMs - this.#clock.monotonicMs();
    if (leftMs > lastLookMs) {
      this.#lookAfter(Math.ceil(leftMs - lastLookMs));
    } else if (!this.#looked) {
      this.#looked = true;
      this.#lookAfter(leftMs > 0 ? Math.ceil(leftMs) : stallGraceMs);
    } else {
      this.#expire();
    }
  }

  #expire(): void {
    this.#disturb();
    if (this.#reader.begun) {
      this.#reader.giveUp();
      this.#discard('short');
    }
    if (this.#fault === 'timeout') this.#counters.timeouts += 1;
    if (this.#ask !== null) this.#late.expect(this.#ask, this.#sentMs);
    this.#finish(this.#fault, this.#exceptionCode);
  }

  #hear(bytes: Uint8Array): void {
    if (!this.#open) return;
    if (!this.#sent) this.#disturb();
    for (const event of this.#reader.push(bytes)) this.#judge(event);
    this.#counters.noiseBytes += this.#reader.noiseBytes - this.#noiseTold;
    this.#noiseTold = this.#reader.noiseBytes;
  }

  #judge(event: ReplyEvent): void {
    if (event.kind === 'exception') {
      this.#exceptionCode = event.code;
      this.#discard('exception');
    } else if (event.kind !== 'frame') {
      this.#discard(event.kind);
    } else if (this.#ask === null || !this.#sent) {
      // Late or twice.
      this.#disturb();
      this.#late.hear(event.registers, this.#clock.monotonicMs());
      this.#discard('stale-echo');
    } else {
      const fault = this.#ask.accept(event.registers);
      if (fault !== null) this.#late.hear(event.registers, this.#clock.monotonicMs());
      if (fault === null) this.#finish(null, null);
      else this.#discard(fault);
    }
  }

  #discard(fault: ReplyFault): void {
    this.#fault = fault;
    count(this.#counters, fault);
    if (!this.#sent) return;
    this.#dueMs = Math.min(this.#dueMs, this.#sentMs + this.#deadlineMs);
    this.#lookBefore(this.#dueMs - lastLookMs);
  }

  #disturb(): void {
    this.#unquiet = true;
    this.#lastNoiseMs = this.#clock.monotonicMs();
  }

  #finish(fault: ExchangeFault | null, exceptionCode: number | null): void {
    const tookMs = this.#sent ? this.#clock.monotonicMs() - this.#sentMs : 0;
    this.#ask = null;
    this.#sent = false;
    this.#settle({ fault, exceptionCode, tookMs });
  }
}
