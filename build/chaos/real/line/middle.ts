import { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import type { Port } from '../../../../native-bridge/transport/port.ts';
import type { Flight } from './flight.ts';
import { type Past, replyFault, requestFault } from './harm.ts';
import type { LineClock } from './line-clock.ts';
import type { Reply, RigEnd } from './rig-end.ts';
import type { LineFault } from './terms.ts';
import type { Truth } from './truth.ts';

/** A rig and its line take between these, ms: within the deadline of 60. */
const inTimeMs = { least: 2, most: 45 } as const;
/** So many replies back a frame may be brought up again. */
const remembered = 60;

/** What the man in the middle is asked to do with the next request and its reply. */
export type Plan = LineFault | null;

/**
 * Sits between the console's pty and the rig: passes on what comes, in time, and does the one wrong thing he was asked
 * for to the next request or its reply.
 */
export class Middle {
  /** Told of every fault that took effect. */
  onFault: (fault: LineFault) => void = () => {};
  plan: Plan = null;
  /** Answers of the rig since `takeTruths`. */
  #truths: Truth[] = [];
  readonly #clock: LineClock;
  readonly #flight: Flight;
  readonly #rig: RigEnd;
  readonly #dice: Draw;
  #port: Port | null = null;
  #consoleOpen = false;
  #heard: Uint8Array[] = [];
  #past: Past[] = [];
  #swapped: Uint8Array | null = null;
  #waiting = 0;
  #silentUntilMs = Number.NEGATIVE_INFINITY;

  constructor(clock: LineClock, flight: Flight, rig: RigEnd, seed: number, index: number) {
    this.#clock = clock;
    this.#flight = flight;
    this.#rig = rig;
    this.#dice = new Draw(seed, index, 'middle');
  }

  /** The middle's end of a pty; `null`: the cable is out. */
  serve(port: Port | null): void {
    this.#port = port;
    this.#heard = [];
    port?.onBytes((bytes) => {
      if (this.#port !== port) return;
      this.#heard.push(bytes);
      this.#flight.heardByMiddle(bytes.length);
      // A request is written in one go; all of it is here when nothing is on its way any more.
      if (this.#flight.requestIsWhole) this.#request(Buffer.concat(this.#heard.splice(0)));
    });
  }

  /** The console has its port open or not. */
  consoleIs(open: boolean): void {
    this.#consoleOpen = open;
    if (!open || this.plan !== 'left-over' || this.#past.length === 0) return;
    this.plan = null;
    this.onFault('left-over');
    this.#send(this.#dice.one(this.#past).bytes, 0);
  }

  /** Nothing he holds back is still to come. */
  get quiet(): boolean {
    return this.#waiting === 0 && this.#swapped === null && this.#clock.monotonicMs() >= this.#silentUntilMs;
  }

  /** What the rig had, answer by answer, since this was last asked. */
  takeTruths(): readonly Truth[] {
    return this.#truths.splice(0);
  }

  /** Both ways, for so long. */
  silence(ms: number): void {
    this.#silentUntilMs = this.#clock.monotonicMs() + ms;
    this.onFault('line-silent');
    // Its end is looked for.
    this.#clock.after(ms, () => {});
  }

  /** The cable is pulled out. */
  pulled(): void {
    this.onFault('line-cut');
  }

  get #silent(): boolean {
    return this.#clock.monotonicMs() < this.#silentUntilMs;
  }

  #request(bytes: Uint8Array): void {
    if (this.#silent) return;
    const { plan } = this;
    const harm = plan === null ? null : requestFault(plan, bytes, this.#dice);
    if (harm === null) {
      this.#ask(bytes, 0, plan);
      return;
    }
    this.plan = null;
    this.onFault(plan as LineFault);
    for (const { bytes: harmed, afterMs } of harm) this.#ask(harmed, afterMs, null);
  }

  #ask(bytes: Uint8Array, afterMs: number, plan: Plan): void {
    this.#later(afterMs + this.#dice.even(inTimeMs.least, inTimeMs.most) / 2, () => {
      for (const reply of this.#rig.ask(bytes)) this.#reply(reply, plan);
    });
  }

  #reply({ bytes, truth }: Reply, plan: Plan): void {
    this.#truths.push(truth);
    const dice = this.#dice;
    const delayMs = dice.even(inTimeMs.least, inTimeMs.most) / 2;
    const swapped = this.#swapped;
    this.#swapped = null;
    const { serialNumber } = this.#rig.rig.identity;
    const context = { past: this.#past, serialNumber, nowMs: this.#clock.monotonicMs() };
    const harm = plan === null ? null : replyFault(plan, bytes, context, dice);
    this.#remember({ bytes, madeMs: truth.atMs });
    if (harm === null) {
      this.#send(bytes, delayMs);
    } else {
      this.plan = null;
      this.onFault(plan as LineFault);
      if (harm === 'swap') this.#swapped = bytes;
      else for (const { bytes: harmed, afterMs } of harm) this.#send(harmed, delayMs + afterMs);
    }
    if (swapped !== null) this.#send(swapped, delayMs);
  }

  #remember(reply: Past): void {
    this.#past.push(reply);
    if (this.#past.length > remembered) this.#past.shift();
  }

  #send(bytes: Uint8Array, afterMs: number): void {
    this.#later(afterMs, () => {
      if (!this.#consoleOpen || this.#port === null || this.#silent) return;
      this.#flight.sentByMiddle(bytes.length);
      this.#port.write(bytes);
    });
  }

  #later(ms: number, run: () => void): void {
    this.#waiting += 1;
    this.#clock.after(ms, () => {
      this.#waiting -= 1;
      run();
    });
  }
}
