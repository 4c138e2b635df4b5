/** The part of standard output and standard error that is needed here. */
export interface OutputStream {
  write(text: string): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/**
 * Whoever reads the output may go (a pipe that closes, a log service that restarts): what is written then is an
 * error event, which without a listener ends the program in the middle of a treatment (FB-09).
 */
export function outliveOutput(...streams: readonly OutputStream[]): void {
  for (const stream of streams) stream.on('error', () => {});
}

/** Writes lines to a stream; a line that cannot be written is dropped. Never throws. */
export function sayTo(stream: Pick<OutputStream, 'write'>): (line: string) => void {
  return (line) => {
    try {
      stream.write(`${line}\n`);
    } catch {
      // Nobody is there to be told.
    }
  };
}
