import { RigLink } from '../../native-bridge/rig/link.ts';
import { filledWith, stiffnessFor } from '../../native-bridge/simulator/population/index.ts';
import { defaultScenario, parseScenario, type Scenario } from '../../native-bridge/simulator/scenario.ts';
import { startSimulatedRig } from '../../native-bridge/simulator/start.ts';
import { Loopback } from '../../native-bridge/transport/loopback.ts';
import { serialOpener } from '../../native-bridge/transport/serial.ts';
import type { RigConnection } from '../domain/rig-driver.ts';
import type { Clock } from '../domain/time.ts';
import type { Prepared } from './prepare.ts';
import { stallFreeClock } from './stall-free-clock.ts';

export { parseSerialRig, type SerialRig } from '../../native-bridge/rig/serial-rig.ts';
export { defaultScenario, filledWith, parseScenario, type Scenario, stiffnessFor };

/** The time that session, link and rig go by. */
export function clockOf({ options, rig }: Prepared, clock: Clock): Clock {
  const scaledInside = rig.kind === 'simulator' && options.speed !== 1;
  return scaledInside ? stallFreeClock(clock) : clock;
}

export interface RigAtHand {
  readonly driver: RigConnection;
  /** A run began on a patient whose cavity is empty: the built-in simulated rig gets one, and what is filled into it. */
  readonly nextCase: (patient: Scenario) => void;
}

/**
 * The driver of the rig, on a serial port or of the built-in simulated rig over a loopback. The one place above
 * `native-bridge/` that knows which driver it is; not opened yet.
 */
export function rigAtHand(prepared: Prepared, clock: Clock): RigAtHand {
  const { rig } = prepared;
  const { speed, seed } = prepared.options;
  if (rig.kind === 'serial') {
    const { address, settings, deadlineMs, bootMs } = rig.serial;
    const driver = new RigLink({ opener: serialOpener(address, settings), clock, deadlineMs, bootMs });
    return { driver, nextCase: () => {} };
  }
  const loopback = new Loopback('simulator');
  const { scenario } = prepared;
  const simulated = startSimulatedRig({ port: loopback.rigPort, clock, scenario, seed, speed });
  return {
    driver: new RigLink({ opener: loopback.opener, clock }),
    nextCase: (patient) => simulated.rig.nextCase(patient),
  };
}
