import type { OpenResult, Port, PortOpener } from './port.ts';

/** `cut`: the port stays open and bytes get lost both ways. `unplugged`: the port closes and none is found. */
export type Wire = 'whole' | 'cut' | 'unplugged';

/** Runs `run` soon, and whatever was handed over before it first. `to`: whose bytes they are. */
export type Defer = (run: () => void, to: 'rig' | 'console') => void;

/**
 * Console and rig in one process: the rig's port is there from the start and stays, the console opens a new one
 * for every connection. Bytes arrive asynchronously, in order, and never at a port opened after they were sent.
 */
export class Loopback {
  readonly rigPort: Port;
  readonly opener: PortOpener;
  #wire: Wire = 'whole';
  readonly #rig: Endpoint;
  readonly #defer: Defer;
  #console: Endpoint | null = null;

  constructor(name = 'loopback', defer: Defer = setImmediate) {
    this.#defer = defer;
    this.#rig = new Endpoint((bytes) => this.#carry(this.#console, bytes));
    this.rigPort = this.#rig;
    this.opener = { name, open: async () => this.#open(name) };
  }

  get wire(): Wire {
    return this.#wire;
  }

  set wire(wire: Wire) {
    this.#wire = wire;
    if (wire === 'unplugged') this.#console?.drop('the loopback was unplugged');
  }

  /** The console at its end is gone, and its port with it, as a system closes what a program leaves open. */
  release(): void {
    void this.#console?.close();
  }

  #open(name: string): OpenResult {
    if (this.#wire === 'unplugged') {
      return { ok: false, fault: 'not-found', message: `${name} is unplugged. Plug it in.` };
    }
    if (this.#console?.isOpen) {
      return { ok: false, fault: 'busy', message: `${name} is open already. Close the other connection.` };
    }
    const port = new Endpoint((bytes) => {
      if (port.isOpen) this.#carry(this.#rig, bytes);
    });
    this.#console = port;
    return { ok: true, port };
  }

  #carry(to: Endpoint | null, bytes: Uint8Array): void {
    if (to === null || this.#wire !== 'whole') return;
    const copy = bytes.slice();
    this.#defer(
      () => {
        if (this.#wire === 'whole') to.hear(copy);
      },
      to === this.#rig ? 'rig' : 'console',
    );
  }
}

class Endpoint implements Port {
  isOpen = true;
  readonly write: (bytes: Uint8Array) => void;
  #bytes: (bytes: Uint8Array) => void = () => {};
  #closed: (reason: string | null) => void = () => {};

  constructor(write: (bytes: Uint8Array) => void) {
    this.write = write;
  }

  onBytes(listener: (bytes: Uint8Array) => void): void {
    this.#bytes = listener;
  }

  onClosed(listener: (reason: string | null) => void): void {
    this.#closed = listener;
  }

  hear(bytes: Uint8Array): void {
    if (this.isOpen) this.#bytes(bytes);
  }

  drop(reason: string): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#closed(reason);
  }

  async close(): Promise<void> {
    this.isOpen = false;
  }
}
