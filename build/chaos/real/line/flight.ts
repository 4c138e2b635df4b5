import type { OpenResult, Port, PortOpener } from '../../../../native-bridge/transport/port.ts';

/** No pty needs longer, real ms; beyond it bytes were lost in the harness itself. */
const patienceMs = 20_000;

/** What is on its way: bytes written at one end of the ptys and not yet read at the other, ports being opened or closed. */
export class Flight {
  /** Bytes console → middle and middle → console. */
  #toMiddle = 0;
  #toConsole = 0;
  #operations = 0;
  #arrivals = 0;
  #wake: () => void = () => {};

  sentByConsole(bytes: number): void {
    this.#toMiddle += bytes;
  }
  heardByMiddle(bytes: number): void {
    this.#toMiddle -= bytes;
    this.#stir();
  }
  sentByMiddle(bytes: number): void {
    this.#toConsole += bytes;
  }
  heardByConsole(bytes: number): void {
    this.#toConsole -= bytes;
    this.#stir();
  }

  get requestIsWhole(): boolean {
    return this.#toMiddle === 0;
  }

  /** The cable was pulled: what was in it is gone. */
  forget(): void {
    this.#toMiddle = 0;
    this.#toConsole = 0;
    this.#stir();
  }

  /** Something takes real time: the line's clock stands until it is done. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.#operations += 1;
    try {
      return await work;
    } finally {
      this.#operations -= 1;
      this.#stir();
    }
  }

  get #still(): boolean {
    return this.#toMiddle === 0 && this.#toConsole === 0 && this.#operations === 0;
  }

  #stir(): void {
    this.#arrivals += 1;
    this.#wake();
  }

  /** Resolves when nothing is on its way and what that set off has been done. */
  async settled(): Promise<void> {
    const giveUpMs = performance.now() + patienceMs;
    for (let turns = 0; turns < 2; ) {
      const before = this.#arrivals;
      await new Promise((resolve) => setImmediate(resolve));
      if (!this.#still) await this.#next(giveUpMs);
      turns = this.#still && before === this.#arrivals ? turns + 1 : 0;
    }
  }

  #next(giveUpMs: number): Promise<void> {
    const leftMs = giveUpMs - performance.now();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () =>
          reject(
            new Error(
              `bytes were lost in the ptys: ${this.#toMiddle} to the middle, ${this.#toConsole} to the console, ${this.#operations} operations`,
            ),
          ),
        Math.max(0, leftMs),
      );
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = () => {};
        resolve();
      };
    });
  }

  /** The console's way to its port, with what it writes and hears counted. */
  counted(opener: PortOpener, onOpen: (open: boolean) => void): PortOpener {
    return {
      name: opener.name,
      open: async (): Promise<OpenResult> => {
        const opened = await this.during(opener.open());
        if (!opened.ok) return opened;
        onOpen(true);
        return { ok: true, port: this.#countedPort(opened.port, () => onOpen(false)) };
      },
    };
  }

  #countedPort(port: Port, onClosed: () => void): Port {
    let open = true;
    const shut = (): void => {
      if (!open) return;
      open = false;
      onClosed();
    };
    return {
      write: (bytes) => {
        if (!open) return;
        this.sentByConsole(bytes.length);
        port.write(bytes);
      },
      onBytes: (listener) =>
        port.onBytes((bytes) => {
          listener(bytes);
          this.heardByConsole(bytes.length);
        }),
      onClosed: (listener) =>
        port.onClosed((reason) => {
          shut();
          listener(reason);
          this.#stir();
        }),
      close: () => {
        shut();
        return this.during(port.close());
      },
    };
  }
}
