import { bandCelsius } from '../domain/preset.ts';
import { missing } from '../domain/reading.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { Telemetry } from '../domain/telemetry.ts';
import { cem43Minutes } from '../domain/thermal-dose.ts';
import { stepClocks } from './clocks.ts';
import { isTreating, phasePlans } from './phase-plan.ts';
import { comingDue, watchCore } from './reminders.ts';
import { watchReturn } from './return-watch.ts';
import { circulating } from './start-rules.ts';
import type { RunState } from './state.ts';
import { countVolumes } from './volumes.ts';

/**
 * All that adds up in a tick: clocks, dose, volumes. `heard`: fresh telemetry came in this very tick. `gap`: the tick
 * is longer than a lost link, nobody knows what was meanwhile.
 */
export function count(
  state: RunState,
  heard: boolean,
  gap: boolean,
  dtMs: number,
  events: RunEvent[],
): RunState {
  const inTreatment = isTreating(state.phase);
  const clocks = stepClocks(state.clocks, {
    inTreatment,
    judged: phasePlans[state.phase].heat === 'control',
    dtMs,
    heard,
    linkUp: state.telemetry !== null && !gap,
    circulating:
      state.flowHeld === null && state.telemetry?.inForce.mode === 'circulate' && circulating(state),
    celsius: state.control.celsius.value,
    targetCelsius: state.targetCelsius,
    bandCelsius,
  });
  if (inTreatment && clocks.stop !== state.clocks.stop) {
    events.push({ type: 'in-band-clock', running: clocks.stop === null, why: clocks.stop ?? '' });
  }
  // The pump goes on while a single reply is lost, so volume is counted until the link is; what flowed in a gap is unknown.
  const volumes =
    state.telemetry === null
      ? state.volumes
      : countVolumes(
          state.volumes,
          gap ? unmetered(state.telemetry) : state.telemetry,
          state.preset.drainFlowMlPerMin,
          dtMs / 1000,
        );
  const minutes = heard && !gap ? dtMs / 60_000 : 0;
  const dose = minutes === 0 ? state.cem43Minutes : dosed(state, minutes);
  if (inTreatment) events.push(...comingDue(state, clocks.elapsedMs));
  const next = { ...state, clocks, cem43Minutes: dose, volumes, core: watchCore(state) };
  const returns = watchReturn(state.returns, next);
  return returns === state.returns ? next : { ...next, returns };
}

function dosed({ cem43Minutes: before, probesCelsius }: RunState, minutes: number): readonly number[] {
  const of = (probe: 0 | 1 | 2 | 3): number => {
    const { value } = probesCelsius[probe];
    return (before[probe] as number) + (value === null ? 0 : cem43Minutes(value, minutes));
  };
  return [of(0), of(1), of(2), of(3)];
}

const unmetered = (telemetry: Telemetry): Telemetry => ({
  ...telemetry,
  flowMlPerMin: missing('no-value'),
  outflowMlPerMin: missing('no-value'),
});
