import type { LinkCounters } from '../domain/link.ts';
import type { RunTotals } from '../domain/run-event.ts';
import type { RunState } from '../protocol/state.ts';
import { notRecoveredMl } from '../protocol/volumes.ts';

/** What a run has come to, however it ends. `link`: counted over it. */
export const runTotals = ({ clocks, volumes }: RunState, link: LinkCounters): RunTotals => ({
  elapsedSeconds: clocks.elapsedMs / 1000,
  inBandSeconds: clocks.inBandMs / 1000,
  drugInCavitySeconds: clocks.drugFromMs === null ? null : clocks.drugMs / 1000,
  volumeInMl: Math.round(volumes.inMl),
  volumeOutMl: Math.round(volumes.outMl),
  volumeRetainedMl: volumes.uncertaintyMl === null ? null : Math.round(notRecoveredMl(volumes)),
  link,
});
