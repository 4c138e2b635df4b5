import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import type { OpenResult, Port, PortOpener } from '../../../../native-bridge/transport/port.ts';
import type { Lane } from './lane.ts';

export const wireFaults = ['flip', 'drop', 'double', 'late', 'swap'] as const;
export type WireFault = (typeof wireFaults)[number];

interface Present {
  readonly fault: WireFault;
  readonly untilMs: number;
  readonly share: number;
  readonly dice: Draw;
  readonly hit: () => void;
}

/** The cable between console and rig, both ways, as bad as it is made; it outlives the console. */
export class Wire {
  /** Requests of function 23 as they left the console. */
  onWritten: (frame: Uint8Array) => void = () => {};
  readonly #around: Lane;
  readonly #time: { readonly nowMs: number };
  #present: Present[] = [];
  #kept: (() => void) | null = null;
  #oldestLeftMs = Number.POSITIVE_INFINITY;

  /** `time`: true time, which no lane has. */
  constructor(around: Lane, time: { readonly nowMs: number }) {
    this.#around = around;
    this.#time = time;
  }

  /** `hit`: called for every frame it has changed. */
  begin(fault: WireFault, seconds: number, share: number, dice: Draw, hit: () => void): void {
    const untilMs = this.#around.monotonicMs() + 1000 * seconds;
    this.#present.push({ fault, untilMs, share, dice, hit });
  }

  mend(): void {
    this.#present = [];
  }

  /** When the oldest of the frames that reached the rig since the last call had left the console, true ms. */
  oldestLeftMs(): number {
    const oldestLeftMs = this.#oldestLeftMs;
    this.#oldestLeftMs = Number.POSITIVE_INFINITY;
    return oldestLeftMs;
  }

  get isBad(): boolean {
    this.#forget();
    return this.#present.length > 0;
  }

  /** What leads to the rig, for a console that runs on `lane`. */
  through(opener: PortOpener, lane: Lane): PortOpener {
    return {
      name: opener.name,
      open: async (): Promise<OpenResult> => {
        const opened = await opener.open();
        return opened.ok ? { ok: true, port: this.#over(opened.port, lane) } : opened;
      },
    };
  }

  #over(port: Port, lane: Lane): Port {
    return {
      write: (bytes) => {
        this.onWritten(bytes);
        const leftMs = this.#time.nowMs;
        const reach = (carried: Uint8Array) => {
          this.#oldestLeftMs = Math.min(this.#oldestLeftMs, leftMs);
          port.write(carried);
        };
        this.#carry(bytes, reach, this.#around);
      },
      onBytes: (listener) => port.onBytes((bytes) => this.#carry(bytes, listener, lane)),
      onClosed: (listener) => port.onClosed(listener),
      close: () => port.close(),
    };
  }

  #forget(): void {
    if (this.#present.length === 0) return;
    const nowMs = this.#around.monotonicMs();
    this.#present = this.#present.filter(({ untilMs }) => untilMs > nowMs);
  }

  #carry(bytes: Uint8Array, deliver: (bytes: Uint8Array) => void, lane: Lane): void {
    this.#forget();
    const hit = this.#present.find(({ share, dice }) => dice.even(0, 1) < share);
    if (hit === undefined) deliver(bytes);
    else this.#harm(hit, bytes, deliver, lane);
    const kept = hit?.fault === 'swap' ? null : this.#kept;
    if (kept !== null) {
      this.#kept = null;
      kept();
    }
  }

  #harm(present: Present, bytes: Uint8Array, deliver: (bytes: Uint8Array) => void, lane: Lane): void {
    const { fault, dice, hit } = present;
    hit();
    switch (fault) {
      case 'drop':
        return;
      case 'flip':
        deliver(flipped(bytes, dice));
        return;
      case 'double':
        deliver(bytes);
        deliver(bytes.slice());
        return;
      case 'late':
        lane.after(Math.round(dice.even(30, 900)), () => deliver(bytes));
        return;
      case 'swap':
        // After whatever comes next, in either direction.
        this.#kept ??= () => deliver(bytes);
    }
  }
}

function flipped(bytes: Uint8Array, dice: Draw): Uint8Array {
  const copy = bytes.slice();
  for (let bits = 1 + dice.whole(3); bits > 0; bits -= 1) {
    const at = dice.whole(copy.length);
    copy[at] = (copy[at] as number) ^ (1 << dice.whole(8));
  }
  return copy;
}
