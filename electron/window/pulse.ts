import type { Pulse } from '../contract/pulse.ts';

/** The part of the console's clock that is needed here. */
interface BeatClock {
  after(ms: number, run: () => void): () => void;
}

/** Half of what the contract promises, so that a late one is still in time. */
export const beatEveryMs = 500;

/**
 * Sends the pulse twice a second for the life of the program, whether the engine ticks or not: `read` says how it
 * is. Where it cannot be read nothing is sent, and the view takes the silence for what it is.
 * Returns the function that ends it.
 */
export function beatPulse(
  clock: BeatClock,
  read: () => Pulse,
  send: (pulse: Pulse) => void,
  say: (line: string) => void,
): () => void {
  let told = false;
  let cancel = () => {};
  const beat = (): void => {
    cancel = clock.after(beatEveryMs, beat);
    try {
      send(read());
      told = false;
    } catch (error) {
      if (!told)
        say(`The pulse of the console was not sent: ${error instanceof Error ? error.message : error}.`);
      told = true;
    }
  };
  beat();
  return () => cancel();
}
