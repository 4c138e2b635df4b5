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
  | { readonly ok: true; readonly port: Port }
  /** `message`: what, where and how to mend it. */
  | { readonly ok: false; readonly fault: OpenFault; readonly message: string };

/** Opens a new port each time it is asked; a port is never reopened. */
export interface PortOpener {
  /** Where it leads, as people know it: "simulator" or a serial path. */
  readonly name: string;
  open(): Promise<OpenResult>;
}
