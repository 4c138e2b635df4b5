import type { Sample } from '../domain/sample.ts';
import { isTreating } from './phase-plan.ts';
import type { RunState } from './state.ts';
import type { Volumes } from './volumes.ts';

/** What was recorded after a checkpoint, added to it: time, clocks and volumes as the samples have them. Pure. */
export function foldSamples(state: RunState, samples: Iterable<Sample>): RunState {
  let next = state;
  for (const sample of samples) next = foldSample(next, sample);
  return next;
}

function foldSample(state: RunState, sample: Sample): RunState {
  const dtMs = sample.sessionMs - state.nowMs;
  if (dtMs <= 0) return state;
  const { clocks } = state;
  const drugRuns = clocks.drugFromMs !== null && !clocks.drugEnded;
  return {
    ...state,
    nowMs: sample.sessionMs,
    clocks: {
      ...clocks,
      elapsedMs: clocks.elapsedMs + (isTreating(sample.phase) ? dtMs : 0),
      inBandMs: clocks.inBandMs + (sample.inBand ? dtMs : 0),
      drugMs: clocks.drugMs + (drugRuns ? dtMs : 0),
    },
    volumes: foldVolume(state.volumes, sample),
  };
}

/** The change of the estimate goes where the mode in force puts it. */
function foldVolume(volumes: Volumes, { cavityVolumeMl, inForce }: Sample): Volumes {
  const ml = cavityVolumeMl - volumes.cavityMl;
  if (ml === 0) return volumes;
  const now = { ...volumes, cavityMl: cavityVolumeMl };
  switch (inForce?.mode) {
    case 'fill':
    case 'rinse':
      return { ...now, inMl: volumes.inMl + ml, fillingMl: volumes.fillingMl + ml };
    case 'drain':
      return { ...now, outMl: volumes.outMl - ml };
    default:
      return { ...now, circulationMl: volumes.circulationMl + ml };
  }
}
