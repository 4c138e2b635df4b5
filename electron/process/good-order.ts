import type { Clock } from '../domain/time.ts';

export interface GoodOrder {
  readonly clock: Pick<Clock, 'after'>;
  readonly say: (line: string) => void;
  /** Stops the machine, ends the record and the documents. */
  readonly close: (cause: string) => Promise<void>;
  /** The exit code once all is closed. */
  readonly exitCode: () => number;
  /** The exit code where closing failed or took too long. */
  readonly failedCode: number;
  readonly exit: (code: number) => void;
}

export interface Ending {
  /** The cause it was first asked for; `null`: nobody has asked. */
  readonly cause: string | null;
  /** Ends the program in good order, once. `last` runs just before the exit, also where closing failed. */
  quitInGoodOrder(cause: string, last?: () => void): void;
}

/** However it goes the process is gone after this: what is left is the machine's own watchdog. */
export const closeLimitMs = 20_000;

/**
 * The one way out of the program: window, signal, log-off, shutdown and restart all come here. What asks again
 * meanwhile is told that it is under way. A program that cannot be closed is ended nevertheless, in words.
 */
export function endInGoodOrder({ clock, say, close, exitCode, failedCode, exit }: GoodOrder): Ending {
  let cause: string | null = null;
  let isOver = false;
  const end = (code: () => number, last: () => void): void => {
    if (isOver) return;
    isOver = true;
    attempt(last, say);
    exit(code());
  };
  const closed = async (by: string, last: () => void): Promise<void> => {
    try {
      await close(by);
      end(exitCode, last);
    } catch (error) {
      say(`The console could not be closed in good order: ${inWords(error)}.`);
      end(() => failedCode, last);
    }
  };
  return {
    get cause() {
      return cause;
    },
    quitInGoodOrder(by, last = () => {}) {
      if (cause !== null) {
        say(`The console is ending already (${cause}); it takes ${closeLimitMs / 1000} s at most.`);
        return;
      }
      cause = by;
      say(`The console ends (${by}).`);
      clock.after(closeLimitMs, () => {
        if (!isOver) say(tooLong);
        end(() => failedCode, last);
      });
      void closed(by, last);
    },
  };
}

const tooLong =
  `The console did not close within ${closeLimitMs / 1000} s and is ended nevertheless. ` +
  'Look at the machine: its watchdog turns the heater off; use the switch on the machine if its pump runs.';

function attempt(run: () => void, say: (line: string) => void): void {
  try {
    run();
  } catch (error) {
    say(`At the end: ${inWords(error)}.`);
  }
}

const inWords = (error: unknown): string => (error instanceof Error ? error.message : String(error));
