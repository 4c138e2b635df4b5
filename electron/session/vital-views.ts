import type { VitalView } from '../contract/view.ts';
import type { SiteLists } from '../domain/site-lists.ts';
import { isTreating } from '../protocol/phase-plan.ts';
import type { RunState } from '../protocol/state.ts';

/** The last of each sign of the site's list; due from the start of treatment on, as often as the site wants it. */
export function vitalViews({ vitalSigns }: SiteLists, state: RunState): VitalView[] {
  const sinceStartMs = state.clocks.startedMs === null ? null : state.nowMs - state.clocks.startedMs;
  return vitalSigns.map(({ id, everyMinutes }) => {
    const last = state.vitals.find(({ sign }) => sign === id);
    const agoMs = last === undefined ? sinceStartMs : state.nowMs - last.atMs;
    const isDue = everyMinutes !== null && agoMs !== null && agoMs >= everyMinutes * 60_000;
    return {
      sign: id,
      value: last?.value ?? null,
      secondsAgo: last === undefined ? null : Math.floor((state.nowMs - last.atMs) / 1000),
      due: isDue && isTreating(state.phase),
    };
  });
}
