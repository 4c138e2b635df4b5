import type { DrugCheck, Refusal } from '../domain/action.ts';
import type { Phase } from '../domain/phase.ts';
import type { Clocks } from './clocks.ts';
import type { RunState } from './state.ts';
import { addVolume } from './volumes.ts';

/** Drugs are recorded as the team enters them. Nothing here knows, suggests or checks a drug or a dose. */

/** Two different people have to stand for the first drug of a run (brief: treatment), or for each, as the site has it. */
export const drugNeedsTwo = ({ clocks, checksEachDrug }: RunState): boolean =>
  checksEachDrug || !clocks.drugRecorded;

export function drugRefusal(state: RunState, checkedBy: DrugCheck | null): Refusal | null {
  if (!drugNeedsTwo(state)) return null;
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

/** Neither recorded nor said to be not given: somebody has to say which, before the treatment ends as planned. */
export const isOpen = ({ additionsMs, notGiven }: RunState, index: number): boolean =>
  additionsMs[index] === null && notGiven[index] !== true;

export const someOpen = (state: RunState): boolean =>
  state.additionsMs.some((_, index) => isOpen(state, index));

export const recordNotGiven = (state: RunState, addition: number): RunState => ({
  ...state,
  notGiven: state.notGiven.map((was, index) => was || index === addition),
});

/** What is added to the circuit before the cavity is filled comes in with the filling: volume and contact count there. */
const beforeFill: readonly Phase[] = ['self-test', 'prime', 'machine-test', 'preheat'];

/** A recorded drug: a planned addition is done, its volume is in, the drug clock runs from the first. */
export function recordDrug(state: RunState, addition: number | null, volumeMl: number | null): RunState {
  const { nowMs } = state;
  const additionsMs =
    addition === null ? state.additionsMs : state.additionsMs.map((ms, i) => (i === addition ? nowMs : ms));
  // Given after all.
  const notGiven =
    addition === null ? state.notGiven : state.notGiven.map((was, index) => was && index !== addition);
  const recorded = { ...state, additionsMs, notGiven, clocks: { ...state.clocks, drugRecorded: true } };
  if (beforeFill.includes(state.phase)) return recorded;
  const volumes = volumeMl === null ? state.volumes : addVolume(state.volumes, volumeMl);
  return { ...recorded, volumes, clocks: inContact(recorded.clocks, nowMs) };
}

/** From first contact on the drug clock runs. */
export const inContact = (clocks: Clocks, nowMs: number): Clocks =>
  clocks.drugRecorded && clocks.drugFromMs === null ? { ...clocks, drugFromMs: nowMs } : clocks;

/** The drug that starts a treatment is the addition planned for its first minute, if one is. */
export function recordStartingDrug(state: RunState, volumeMl: number | null): RunState {
  const index = state.preset.additions.findIndex(({ atMinutes }) => atMinutes === 0);
  return recordDrug(state, index < 0 || state.additionsMs[index] !== null ? null : index, volumeMl);
}
