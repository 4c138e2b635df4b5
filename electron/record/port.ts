import type { FromServer, ToServer } from './messages.ts';

/** One end of a line that carries messages in order and never blocks: a worker thread's, or a simulation's. */
export interface Port<In, Out> {
  post(message: Out): void;
  onMessage(hear: (message: In) => void): void;
  close(): void;
}

/** The journal's end. */
export interface JournalPort extends Port<FromServer, ToServer> {
  /** Nobody is at the other end any more, and why. */
  onGone(hear: (why: string) => void): void;
}

/** The server's end. */
export type ServerPort = Port<ToServer, FromServer>;
