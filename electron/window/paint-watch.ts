/** The parts of the console's clock that are needed here: monotonic milliseconds and a timer. */
interface WatchClock {
  monotonicMs(): number;
  after(ms: number, run: () => void): () => void;
}

/**
 * `covered`: nobody can see it, hidden, minimised or behind another window; it is whole as far as one can tell.
 * `never`: it has not painted a first frame although it had time to load.
 */
export type Painting = 'loading' | 'painting' | 'stopped' | 'covered' | 'never';

export interface PaintWatch {
  /** The view reports its frame number `frame`; the same number again says that it lives, not that it paints. */
  painted(frame: number, visible?: boolean): void;
  /** The window was hidden or minimised, or is back. */
  windowHidden(hidden: boolean): void;
  /** Another window has the keyboard, or this one. */
  windowFocused(focused: boolean): void;
  readonly state: Painting;
  /** The view has painted and has not stopped since. */
  readonly paints: boolean;
  /** Since it last said that it lives, or since it was opened, ms. */
  readonly unheardMs: number;
  /** Since its last new frame, or since it was opened, ms; 0 while it loads and while it is covered. */
  readonly silentMs: number;
  end(): void;
}

/** Twice the longest time between two reports of a living view. */
export const paintLimitMs = 2_000;
/** A view has this long to load and paint its first frame. */
export const loadLimitMs = 15_000;
const lookEveryMs = 250;

/**
 * Notices a view that stops painting, or never begins, and tells each change. A window that nobody can see is told as
 * covered. On some desktops (Wayland) a window behind another gets no frames and is told nothing: one that lives,
 * paints nothing and has not the keyboard is taken for covered; with the keyboard it is broken.
 */
export function watchPainting(clock: WatchClock, tell: (painting: Painting) => void): PaintWatch {
  const openedMs = clock.monotonicMs();
  let lastFrame: number | null = null;
  /** When the last new frame came, or when the window could be seen again. */
  let frameMs = openedMs;
  let reportMs = Number.NEGATIVE_INFINITY;
  let windowHidden = false;
  let pageHidden = false;
  let focused = true;
  let state: Painting = 'loading';
  /** A new frame came since the window was covered. */
  let framed = true;
  /** When it could be seen again, while no new frame has come since. */
  let seenAgainMs: number | null = null;

  const judge = (nowMs: number): Painting => {
    const lives = nowMs - reportMs < paintLimitMs;
    if (windowHidden || (pageHidden && lives)) return 'covered';
    if (lastFrame === null) return nowMs - openedMs >= loadLimitMs ? 'never' : 'loading';
    if (nowMs - frameMs < paintLimitMs) return 'painting';
    return lives && !focused ? 'covered' : 'stopped';
  };
  const look = (): void => {
    const nowMs = clock.monotonicMs();
    const next = judge(nowMs);
    if (next === state) {
      seenAgainMs = null;
      return;
    }
    if (state === 'covered' && !framed && (next === 'painting' || next === 'stopped')) {
      // Seen again, it has the same time as ever to paint.
      seenAgainMs ??= nowMs;
      if (nowMs - seenAgainMs < paintLimitMs) return;
      frameMs = Math.max(frameMs, seenAgainMs);
    }
    if (next === 'covered') framed = false;
    const isNews = !(state === 'loading' && next === 'painting');
    seenAgainMs = null;
    state = next;
    if (isNews) tell(next);
  };
  let cancel = clock.after(lookEveryMs, function again() {
    cancel = clock.after(lookEveryMs, again);
    look();
  });

  return {
    painted(frame, visible = true) {
      const nowMs = clock.monotonicMs();
      reportMs = nowMs;
      pageHidden = !visible;
      if (frame !== lastFrame) {
        frameMs = nowMs;
        framed = true;
      }
      lastFrame = frame;
      look();
    },
    windowHidden(hidden) {
      windowHidden = hidden;
      look();
    },
    windowFocused(now) {
      focused = now;
      look();
    },
    get state() {
      return state;
    },
    get paints() {
      return state === 'painting';
    },
    get unheardMs() {
      return clock.monotonicMs() - Math.max(openedMs, reportMs);
    },
    get silentMs() {
      if (state === 'loading' || state === 'covered') return 0;
      return clock.monotonicMs() - (lastFrame === null ? openedMs : frameMs);
    },
    end: () => cancel(),
  };
}
