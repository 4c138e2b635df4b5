import type { Carried, HoldStands, HoldsView } from '../contract/view.ts';
import type { InForce } from '../domain/telemetry.ts';
import { takesUpPumpOff } from '../protocol/keep.ts';
import type { RunState } from '../protocol/state.ts';

/** How far each hold has come: titles follow what is in force, never what was pressed. Pure. */
export const holdsView = (state: RunState): HoldsView => ({
  heat: state.heatHeld === null ? null : stands(state, ({ heaterEnable }) => !heaterEnable),
  flow: state.flowHeld === null ? null : stands(state, ({ pumpEnable }) => !pumpEnable),
});

function stands({ telemetry, decision }: RunState, isOff: (inForce: InForce) => boolean): HoldStands {
  if (telemetry === null) return 'not-sent';
  if (isOff(telemetry.inForce)) return 'in-force';
  return decision === 'none' ? 'held' : 'not-sent';
}

/** What the first block after "take command" does. */
export function carriedBy(state: RunState): Carried {
  if (state.stopped) return 'stop';
  if (state.flowHeld !== null || takesUpPumpOff(state)) return 'pause-flow';
  return state.heatHeld === 'operator' ? 'heat-off' : 'as-in-force';
}
