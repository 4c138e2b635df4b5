import { type CircuitMode, type Interlock, interlocksIn } from './circuit.ts';

type PumpEffect = 'goes-on' | 'stops' | 'stops-except-drain' | 'stops-into-patient';

/** What each interlock does to the pump (link map version 1). All of them turn the heater off. */
const pumpEffects: Readonly<Record<Interlock, PumpEffect>> = {
  'watchdog-expired': 'stops-into-patient',
  'over-temperature': 'goes-on',
  'no-flow': 'goes-on',
  'air-in-line': 'stops',
  'reservoir-low': 'stops-except-drain',
  'over-pressure': 'stops',
  'heater-fault': 'goes-on',
  'pump-fault': 'stops',
  'cover-open': 'stops',
  'on-battery': 'goes-on',
  'emergency-stop': 'stops',
  'inflow-sensor-fault': 'goes-on',
};

/** Whether a latched set of interlocks keeps the pump from running in a circuit mode. */
export function interlocksStopPump(bits: number, mode: CircuitMode): boolean {
  if (bits === 0) return false;
  return interlocksIn(bits).some((interlock) => {
    const effect = pumpEffects[interlock];
    if (effect === 'stops-except-drain') return mode !== 'drain';
    if (effect === 'stops-into-patient') return mode === 'prime' || mode === 'fill' || mode === 'rinse';
    return effect === 'stops';
  });
}
