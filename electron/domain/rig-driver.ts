import type { Intent } from './command.ts';
import type { LinkCounters, LinkState } from './link.ts';
import type { RigIdentity, Telemetry } from './telemetry.ts';

/** What one exchange came to. */
export type Exchanged = (
  | { readonly ok: true; readonly telemetry: Telemetry }
  | { readonly ok: false; readonly detail: string }
) & {
  /** What was put on the line in this exchange; `null`: nothing was, it only read. */
  readonly written: Intent | null;
  /** The link was lost at some moment of it, even if it is back already. */
  readonly linkLost: boolean;
  /** The telemetry shows that the machine restarted since the one before; told once. */
  readonly rigRestarted: boolean;
};

/** Why the machine could not be connected. */
export type ConnectFault =
  | 'not-found'
  | 'no-permission'
  | 'busy'
  | 'failed'
  | 'no-answer'
  /** It answers, and later than is waited for. */
  | 'too-slow'
  /** It speaks a version that this driver does not. */
  | 'other-version'
  | 'invalid'
  | 'other-machine'
  | 'closed';

/** A way to a machine that a person may choose. */
export interface PortOnOffer {
  readonly path: string;
  /** What the system says of it; empty where it says nothing. */
  readonly about: string;
}

/** A machine as the engine knows it: who it is and what it can do, and one exchange at a time. */
export interface RigDriver {
  /** Where it is looked for, as people know it. */
  readonly portName: string;
  readonly counters: LinkCounters;
  /** Of the machine connected last, with what it can do; `null` before the first. */
  readonly identity: RigIdentity | null;
  /** What is wrong with the connection and how to mend it; `null` when nothing is. */
  readonly problem: string | null;
  /** Starts connecting, and goes on by itself until `close`. */
  open(): void;
  close(): Promise<void>;
  /** An exchange that never ended is given up: the port is let go and opened anew. */
  abandon(): void;
  /** A run belongs to one machine: another one is refused until `unbind`. */
  bindTo(serialNumber: string): void;
  unbind(): void;
  state(nowMs: number): LinkState;
  /** Milliseconds since the last telemetry, `null` before the first. `nowMs` by the monotonic clock. */
  ageMs(nowMs: number): number | null;
  /** Writes `intent` and reads, or only reads where it is `null`. Never throws. */
  tick(intent: Intent | null, options: { readonly holdHeartbeat: boolean }): Promise<Exchanged>;
}

/** A driver with what whoever opens it may know of its way to the machine. */
export interface RigConnection extends RigDriver {
  /** Why the last try to connect failed; `null`: it did not. */
  readonly fault: ConnectFault | null;
  /** Where else it could be plugged in; empty where there is one way only. */
  ports(): Promise<readonly PortOnOffer[]>;
  /**
   * A person says where it is: one of `ports`, and only while the link is not up. What stands in the way, or `null`.
   * It changes nothing about which machine is taken.
   */
  choosePort(path: string): Promise<string | null>;
}
