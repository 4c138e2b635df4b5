import type { CircuitMode } from '../domain/circuit.ts';
import { phasePlans } from './phase-plan.ts';
import type { Kept, RunState } from './state.ts';

/** What the first write after "take command" keeps; `null`: the machine is not heard. A hold is in it from the start. */
export function keptOf(state: RunState): Kept | null {
  const inForce = state.telemetry?.inForce;
  if (inForce === undefined) return null;
  const pumpEnable = inForce.pumpEnable && state.flowHeld === null && !takesUpPumpOff(state);
  return {
    mode: inForce.mode,
    pumpEnable,
    flowMlPerMin: pumpEnable ? inForce.flowSetpointMlPerMin : 0,
    answered: false,
  };
}

/** In these a watchdog stops the pump (docs/link.md): one that a new console finds running is not kept on. */
const stoppedByWatchdog: readonly CircuitMode[] = ['prime', 'fill', 'rinse'];

/** A console that was started again takes up fill, prime, rinse and the test of the pump with the pump off. */
export const takesUpPumpOff = ({ decision, phase, telemetry }: RunState): boolean =>
  decision === 'console-restarted' &&
  (phase === 'machine-test' ||
    stoppedByWatchdog.includes(phasePlans[phase].mode) ||
    (telemetry !== null && stoppedByWatchdog.includes(telemetry.inForce.mode)));
