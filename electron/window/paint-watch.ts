/** The parts of the console's clock that are needed here: monotonic milliseconds and a timer. */
interface WatchClock {
  monotonicMs(): number;
  after(ms: number, run: () => void): () => void;
}

export interface PaintWatch {
  /** The view has painted its frame number `frame`; the same number again is no sign of life. */
  painted(frame: number): void;
  /** The view has painted and has not stopped since. */
  readonly paints: boolean;
  /** Since its last new frame, ms; 0 before the first. */
  readonly silentMs: number;
  end(): void;
}

/** Twice the longest time between two reports of a living view. */
export const paintLimitMs = 2_000;

/**
 * Notices a view that stops painting: no new frame within `paintLimitMs`. Tells once when it stops and once when
 * it paints again. It begins to count with the first frame, so that a view may take its time to load.
 */
export function watchPainting(clock: WatchClock, tell: (painting: boolean) => void): PaintWatch {
  let lastFrame: number | null = null;
  let lastMs = 0;
  let painting = true;
  let cancel = () => {};

  const look = () => {
    const silentMs = clock.monotonicMs() - lastMs;
    if (silentMs >= paintLimitMs) {
      painting = false;
      tell(false);
    } else {
      cancel = clock.after(paintLimitMs - silentMs, look);
    }
  };

  return {
    painted(frame) {
      if (frame === lastFrame) return;
      const first = lastFrame === null;
      lastFrame = frame;
      lastMs = clock.monotonicMs();
      if (!painting) tell(true);
      if (first || !painting) cancel = clock.after(paintLimitMs, look);
      painting = true;
    },
    get paints() {
      return lastFrame !== null && painting;
    },
    get silentMs() {
      return lastFrame === null ? 0 : clock.monotonicMs() - lastMs;
    },
    end: () => cancel(),
  };
}
