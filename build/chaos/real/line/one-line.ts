import type { Intent } from '../../../../electron/domain/command.ts';
import type { Telemetry } from '../../../../electron/domain/telemetry.ts';
import { RigLink, type TickResult } from '../../../../native-bridge/rig/link.ts';
import { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import type { Port } from '../../../../native-bridge/transport/port.ts';
import { serialOpener } from '../../../../native-bridge/transport/serial.ts';
import { type PtyPair, ptyPair, until } from '../../../../test/support/pty-pair.ts';
import { Causes } from './causes.ts';
import { Flight } from './flight.ts';
import { commandProblem, drawIntent } from './intents.ts';
import { check, emptyResult, type LineResult } from './ledger.ts';
import { LineClock } from './line-clock.ts';
import { Middle } from './middle.ts';
import { Mischief } from './mischief.ts';
import { RigEnd } from './rig-end.ts';
import { differsFrom, type Truth } from './truth.ts';

/** The engine's pace. */
const tickMs = 100;
/** Reads carry no number: this long back what they are answered with may be (docs/link.md), ms. */
const readsWithinMs = 1000;
/** Until the first fault, ms: a rig just switched on cannot be told from one that restarted. */
const settlingMs = 12_000;

/** One console, one real pty pair, the man in the middle and a rig behind him. */
export class OneLine {
  readonly result: LineResult = emptyResult();
  readonly #clock = new LineClock();
  readonly #flight = new Flight();
  readonly #ptys: PtyPair;
  readonly #rig: RigEnd;
  readonly #middle: Middle;
  readonly #link: RigLink;
  readonly #causes: Causes;
  readonly #mischief: Mischief;
  readonly #dice: Draw;
  #middlePort: Port | null = null;
  #consoleOpen = false;
  #sent: Intent[] = [];
  #truths: Truth[] = [];
  #lastOkMs: number | null = null;

  private constructor(ptys: PtyPair, seed: number, index: number) {
    this.#ptys = ptys;
    this.#dice = new Draw(seed, index, 'line');
    this.#rig = new RigEnd(this.#clock, seed + index);
    this.#middle = new Middle(this.#clock, this.#flight, this.#rig, seed, index);
    const opener = this.#flight.counted(serialOpener({ usb: null, path: ptys.consolePath }), (open) => {
      this.#consoleOpen = open;
      this.#middle.consoleIs(open);
    });
    this.#link = new RigLink({ opener, clock: this.#clock });
    this.#causes = new Causes(this.result, () => this.#link.counters);
    this.#middle.onFault = (fault) => this.#causes.fault(fault, this.#clock.monotonicMs());
    this.#mischief = new Mischief(this.#middle, this.#clock, new Draw(seed, index, 'mischief'), () =>
      this.#flight.during(this.#cut()),
    );
  }

  /** Plays so many exchanges and cleans up. */
  static async play(
    seed: number,
    index: number,
    exchanges: number,
    stop: AbortSignal,
    progress: (exchanges: number) => void,
  ): Promise<LineResult> {
    const ptys = await ptyPair();
    try {
      const line = new OneLine(ptys, seed, index);
      try {
        await line.#openMiddle();
        line.#link.open();
        await line.#run(exchanges, stop, progress);
        return line.result;
      } finally {
        await line.#close();
      }
    } finally {
      await ptys.remove();
    }
  }

  async #run(exchanges: number, stop: AbortSignal, progress: (exchanges: number) => void): Promise<void> {
    let over = false;
    let failed: unknown = null;
    const ticking = this.#ticks(exchanges, stop, progress).then(
      () => {
        over = true;
      },
      (error: unknown) => {
        over = true;
        failed = error;
      },
    );
    while (!over) {
      await this.#flight.settled();
      if (!over && !this.#clock.step()) throw new Error('nothing is to come any more');
    }
    await ticking;
    if (failed !== null) throw failed;
  }

  async #ticks(exchanges: number, stop: AbortSignal, progress: (exchanges: number) => void): Promise<void> {
    let dueMs = 0;
    let told = 0;
    let begun = false;
    while (!stop.aborted && (this.result.exchanges < exchanges || this.#causes.open)) {
      const nowMs = this.#clock.monotonicMs();
      if (!begun && nowMs >= settlingMs) {
        begun = true;
        this.#causes.begin();
      }
      const more = this.result.exchanges < exchanges;
      await this.#tick(begun, begun && more);
      if (this.result.exchanges - told >= 100) {
        progress(this.result.exchanges - told);
        told = this.result.exchanges;
      }
      const endMs = this.#clock.monotonicMs();
      dueMs = Math.max(dueMs + tickMs, tickMs * Math.ceil(endMs / tickMs));
      await new Promise<void>((resolve) => this.#clock.after(dueMs - endMs, resolve));
    }
    progress(this.result.exchanges - told);
  }

  async #tick(judged: boolean, mayHarm: boolean): Promise<void> {
    const startMs = this.#clock.monotonicMs();
    const intent = this.#mischief.reads ? null : drawIntent(this.#dice);
    if (mayHarm) this.#mischief.before(this.#causes.open);
    const result = await this.#link.tick(intent);
    const endMs = this.#clock.monotonicMs();
    if (result.written !== null) this.#sent = [...this.#sent, result.written].slice(-100);
    this.#truths = [...this.#truths, ...this.#middle.takeTruths()].filter(
      ({ atMs }) => atMs >= startMs - readsWithinMs - tickMs,
    );
    if (judged) this.#judge(result, startMs, endMs);
    if (result.ok) this.#lastOkMs = endMs;
  }

  #judge(result: TickResult, startMs: number, endMs: number): void {
    const out = this.result;
    const onLine = result.ok || (result.fault !== 'closed' && result.fault !== 'busy');
    if (onLine) out.exchanges += 1;
    if (result.ok) {
      out.accepted += 1;
      this.#judgeValue(result.telemetry, result.written !== null, startMs, endMs);
    }
    check(out, 'restarts', !result.rigRestarted, endMs, () => 'a restart was told');
    const gone = (atMs: number): boolean => this.#lastOkMs !== null && atMs - this.#lastOkMs > 1000;
    const lost = gone(startMs) || gone(endMs);
    check(
      out,
      'lost',
      result.linkLost === lost,
      endMs,
      () => `told ${result.linkLost}, last accepted ${this.#lastOkMs}`,
    );
    const wrong = commandProblem(this.#rig.rig.control.accepted, this.#sent);
    check(out, 'commands', wrong === null, endMs, () => wrong ?? '');
    const cutOff = !result.ok && result.fault === 'cut-off';
    this.#causes.after({ accepted: result.ok, onLine: onLine && !cutOff, endMs, quiet: this.#middle.quiet });
  }

  /** A write carries its number: its reply is of this exchange. */
  #judgeValue(seen: Telemetry, wrote: boolean, startMs: number, endMs: number): void {
    const since = wrote ? startMs : startMs - readsWithinMs;
    const might = this.#truths.filter(({ atMs }) => atMs >= since);
    const differs = might.map((truth) => differsFrom(truth, seen));
    const right = differs.includes(null);
    const why = (): string =>
      `accepted ${wrote ? 'of a write' : 'of a read'}: ${differs.at(-1) ?? 'the rig answered nothing in this time'}`;
    check(this.result, wrote ? 'values' : 'reads', right, endMs, why);
  }

  /** The cable is pulled and plugged in again; the line's clock stands meanwhile. */
  async #cut(): Promise<void> {
    await this.#ptys.cut();
    const port = this.#middlePort;
    this.#middlePort = null;
    this.#middle.serve(null);
    await port?.close();
    await until(() => !this.#consoleOpen);
    this.#flight.forget();
    await this.#ptys.restore();
    await this.#openMiddle();
  }

  async #openMiddle(): Promise<void> {
    const opened = await serialOpener({ usb: null, path: this.#ptys.rigPath }).open();
    if (!opened.ok) throw new Error(opened.message);
    const { port } = opened;
    this.#middlePort = port;
    this.#middle.serve({
      write: (bytes) => port.write(bytes),
      onBytes: (listener) => port.onBytes(listener),
      onClosed: (listener) => port.onClosed(listener),
      close: () => port.close(),
    });
  }

  async #close(): Promise<void> {
    this.#rig.stop();
    await this.#link.close();
    await this.#middlePort?.close();
  }
}
