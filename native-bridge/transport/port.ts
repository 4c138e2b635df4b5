import type { Listing } from './discovery.ts';

/** An open line. After `close()` or a closing reported by `onClosed`, writes go nowhere and nothing is heard. */
export interface Port {
  write(bytes: Uint8Array): void;
  /** One listener; the bytes are its own to keep. */
  onBytes(listener: (bytes: Uint8Array) => void): void;
  /** Called once when the line closes by itself; `reason` is `null` where none is known. Not after `close()`. */
  onClosed(listener: (reason: string | null) => void): void;
  close(): Promise<void>;
}

export type OpenFault = 'not-found' | 'no-permission' | 'busy' | 'failed';

export type OpenResult =
  | {
      readonly ok: true;
      readonly port: Port;
      /** It was found under another name than asked for: only the machine seen last is meant. */
      readonly elsewhere?: boolean;
    }
  /** `message`: what, where and how to mend it. */
  | { readonly ok: false; readonly fault: OpenFault; readonly message: string };

/** Opens a new port each time it is asked; a port is never reopened. */
export interface PortOpener {
  /** Where it leads, as people know it: "simulator" or a serial path. */
  readonly name: string;
  /** How the line is set, as people write it; none where there is nothing to set. */
  readonly line?: string;
  open(): Promise<OpenResult>;
  /** The far end of the port opened last has been identified. */
  confirm?(): void;
  /** What could be opened instead, and the choice of one of it; neither where there is one way only. */
  readonly others?: OtherPorts;
}

export interface OtherPorts {
  list(): Promise<Listing>;
  /** From the next opening on. */
  choose(path: string): void;
}
