import type { DrugCheck, Refusal } from '../domain/action.ts';
import type { RunState } from './state.ts';
import { addVolume } from './volumes.ts';

/** Drugs are recorded as the team enters them. Nothing here knows, suggests or checks a drug or a dose. */

/** Two different people have to stand for the first drug of a run (brief: treatment). */
export function drugRefusal(state: RunState, checkedBy: DrugCheck | null): Refusal | null {
  if (state.clocks.drugFromMs !== null) return null;
  const [one, other] = checkedBy?.map((name) => name.trim().toLowerCase()) ?? [];
  return one && other && one !== other ? null : 'needs-two-names';
}

/** A planned addition is recorded once. `addition`: from 0; `null`: an unplanned one. */
export function additionRefusal(state: RunState, addition: number | null): Refusal | null {
  if (addition === null) return null;
  const recorded = state.additionsMs[addition];
  if (recorded === undefined) return 'no-such-addition';
  return recorded === null ? null : 'addition-recorded';
}

/** A recorded drug: the drug clock runs from the first, a planned addition is done, its volume is in. */
export function recordDrug(state: RunState, addition: number | null, volumeMl: number | null): RunState {
  const { clocks, nowMs } = state;
  const volumes = volumeMl === null ? state.volumes : addVolume(state.volumes, volumeMl);
  const additionsMs =
    addition === null ? state.additionsMs : state.additionsMs.map((ms, i) => (i === addition ? nowMs : ms));
  return { ...state, volumes, additionsMs, clocks: { ...clocks, drugFromMs: clocks.drugFromMs ?? nowMs } };
}

/** The drug that starts a treatment is the addition planned for its first minute, if one is. */
export function recordStartingDrug(state: RunState): RunState {
  const index = state.preset.additions.findIndex(({ atMinutes }) => atMinutes === 0);
  return recordDrug(state, index < 0 || state.additionsMs[index] !== null ? null : index, null);
}
