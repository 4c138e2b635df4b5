import type { Pulse } from '../../electron/contract/pulse.ts';

/** A pulse comes twice a second; without an engine that ticks for this long the screen tells nothing true any more. */
export const silentAfterMs = 3_000;
/** A screen that stood still itself does not lay more than this to main's account, ms: what main sent waits unread. */
const longestStepMs = 500;

export interface CoreWatch {
  readonly pulse: Pulse | null;
  /** When the engine ticked last, as far as is known, on the clock of the page. */
  readonly tickedMs: number;
  /** Time of this page without a pulse of a ticking engine. */
  readonly silentMs: number;
  readonly lookedMs: number;
}

/** `silent`: nothing is heard from an engine that ticks; `faulted`: it says that it has let the machine go for good. */
export type Silence = 'none' | 'silent' | 'faulted';

/** The page is loaded; it has heard nothing yet. */
export const beginWatch = (nowMs: number): CoreWatch => ({
  pulse: null,
  tickedMs: nowMs,
  silentMs: 0,
  lookedMs: nowMs,
});

export function hear(watch: CoreWatch, pulse: Pulse, nowMs: number): CoreWatch {
  if (pulse.engine !== 'ticking') return { ...look(watch, nowMs), pulse };
  return { pulse, tickedMs: nowMs - pulse.lastTickAgeMs, silentMs: 0, lookedMs: nowMs };
}

export function look(watch: CoreWatch, nowMs: number): CoreWatch {
  const stepMs = Math.min(nowMs - watch.lookedMs, longestStepMs);
  return { ...watch, silentMs: watch.silentMs + stepMs, lookedMs: nowMs };
}

/** `inRun`: the screen shows a run, which it knows also where main never said that anything is to be watched. */
export function silenceOf({ pulse, silentMs }: CoreWatch, inRun: boolean): Silence {
  if (pulse?.engine === 'faulted') return 'faulted';
  return isWatching(pulse, inRun) && silentMs >= silentAfterMs ? 'silent' : 'none';
}

/** Has the console to sound high by itself, whatever the last view said of sounds? */
export const soundsHigh = ({ pulse, silentMs }: CoreWatch, inRun: boolean): boolean =>
  pulse?.sound === 'high' || (isWatching(pulse, inRun) && silentMs >= silentAfterMs);

const isWatching = (pulse: Pulse | null, inRun: boolean): boolean => inRun || pulse?.watching === true;
