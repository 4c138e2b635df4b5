import type { CoreMark, RunView } from '../../electron/contract/view.ts';

/** The patient's core as it is drawn: by a probe as a curve, as read by hand as points. */
export interface CoreOnTrend {
  /** The rig has a probe for it. */
  readonly byProbe: boolean;
  /** Oldest first. */
  readonly points: readonly CoreMark[];
  /** The newest point is what limits are held against: its age in whole minutes; `null`: it is not. */
  readonly standsMinutes: number | null;
}

export function coreOnTrend({
  marks,
  coreCelsius,
  coreByHand: { celsius, secondsAgo },
  coreJudged,
  sessionSeconds,
}: Pick<RunView, 'marks' | 'coreCelsius' | 'coreByHand' | 'coreJudged' | 'sessionSeconds'>): CoreOnTrend {
  const marked = marks.filter((mark) => mark.kind === 'core');
  // A console that has taken the run up knows the last one only.
  const known: readonly CoreMark[] =
    marked.length === 0 && celsius !== null && secondsAgo !== null
      ? [{ kind: 'core', seconds: Math.max(0, Math.floor(sessionSeconds) - secondsAgo), celsius }]
      : marked;
  const stands = coreJudged === 'hand' && secondsAgo !== null;
  return {
    byProbe: coreCelsius.missing !== 'not-fitted',
    points: known,
    standsMinutes: stands ? Math.floor(secondsAgo / 60) : null,
  };
}
