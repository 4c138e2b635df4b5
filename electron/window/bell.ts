/** The part of the console's clock that is needed here. */
interface BellClock {
  after(ms: number, run: () => void): () => void;
}

/** What the bell has to know; each may throw. */
export interface BellNeeds {
  /** A high alarm is to be heard that nobody has paused or acknowledged. */
  readonly soundsHigh: () => boolean;
  /** Since the view last said that it lives, ms. */
  readonly viewSilentMs: () => number;
  /** The view says that its loudspeaker works. */
  readonly viewIsHeard: () => boolean;
  readonly ring: () => void;
  readonly say: (line: string) => void;
}

/** A living view says so once a second; one that has not for this long sounds nothing, ms. */
export const voiceLostAfterMs = 2_500;
/** The time between two strokes, ms (chosen: slower than the bursts of a high alarm, so that nobody takes it for them). */
export const strokeEveryMs = 1_500;

/**
 * The computer's own bell, in the place of a view that is gone or has no loudspeaker: then a high alarm would be heard
 * only at the machine, and there only while the machine may be written to. Returns the function that ends it.
 */
export function standInForTheView(clock: BellClock, needs: BellNeeds): () => void {
  let told = false;
  let cancel = () => {};
  const look = (): void => {
    cancel = clock.after(strokeEveryMs, look);
    if (!isNeeded(needs)) {
      told = false;
      return;
    }
    try {
      needs.ring();
      if (!told) needs.say('A high alarm is on and the view cannot sound it: the computer rings its bell.');
    } catch (error) {
      if (!told)
        needs.say(`The bell of the computer failed: ${error instanceof Error ? error.message : error}.`);
    }
    told = true;
  };
  look();
  return () => cancel();
}

/** Where it cannot be told whether something is to be heard, something is. */
function isNeeded({ soundsHigh, viewSilentMs, viewIsHeard }: BellNeeds): boolean {
  try {
    return soundsHigh() && (viewSilentMs() > voiceLostAfterMs || !viewIsHeard());
  } catch {
    return true;
  }
}
