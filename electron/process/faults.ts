/** The part of Node's `process` that is needed here. */
export interface FaultSource {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (reason: unknown) => void): unknown;
}

export interface FaultOptions {
  readonly monotonicMs: () => number;
  readonly say: (line: string) => void;
  /** Hears of every fault, said or not; what it throws goes no further. */
  readonly onFault: (error: Error) => void;
}

/** More than this many in `windowMs` are counted and no longer said: a fault that repeats must not fill a disk. */
export const saidAtMost = 10;
const windowMs = 60_000;

/**
 * Errors and rejections that nobody caught are said and reported, and the program goes on: the engine is supervised
 * by itself, and a console that is gone can tell nobody anything. With a listener there is no box of Electron's
 * either. Nothing in here can throw.
 */
export function watchFaults(source: FaultSource, { monotonicMs, say, onFault }: FaultOptions): void {
  let windowBeganMs = Number.NEGATIVE_INFINITY;
  let inWindow = 0;
  const tell = (what: string, error: Error): void => {
    const nowMs = monotonicMs();
    if (nowMs - windowBeganMs >= windowMs) {
      windowBeganMs = nowMs;
      inWindow = 0;
    }
    inWindow += 1;
    if (inWindow > saidAtMost) return;
    say(`${what}; the console goes on. ${error.stack ?? error.message}`);
    if (inWindow === saidAtMost) say('More of these within a minute are counted and not said.');
  };
  const hear =
    (what: string) =>
    (reason: unknown): void => {
      const error = asError(reason);
      try {
        tell(what, error);
      } catch {
        // Said or not: it is reported.
      }
      try {
        onFault(error);
      } catch {
        // A fault of the report of a fault would come back here.
      }
    };
  source.on('uncaughtException', hear('An error nobody caught'));
  source.on('unhandledRejection', hear('A rejection nobody caught'));
}

/** Anything can be thrown, also what cannot be written as text. */
function asError(reason: unknown): Error {
  if (reason instanceof Error) return reason;
  try {
    return new Error(String(reason));
  } catch {
    return new Error('something that cannot be written as text was thrown');
  }
}
