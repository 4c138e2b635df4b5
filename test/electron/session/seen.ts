import type { Phase } from '../../../electron/domain/phase.ts';
import { advise } from '../../../electron/session/advice.ts';
import { offeredActions, primaryAction } from '../../../electron/session/offers.ts';
import { type Bench, runIn } from '../protocol/bench.ts';

/** A run that has been in a phase for some seconds. */
export const settledIn = (phase: Phase, seconds = 2): Bench => {
  const bench = runIn(phase);
  bench.seconds(seconds);
  return bench;
};
/** Everything a person sees of what goes on and what may be done. */
export function seen(bench: Bench): string[] {
  const { now, next } = advise(bench.state);
  const primary = primaryAction(bench.state);
  const offered = offeredActions(bench.state).map(
    ({ action, needsName }) => action + (needsName ? ' (name)' : ''),
  );
  return [
    `now ${now.key}`,
    `next ${next?.key ?? '–'}`,
    primary === null ? 'no primary' : `${primary.action} ${primary.blocked ?? 'may be pressed'}`,
    ...offered,
  ];
}
