import { RigLink } from '../../native-bridge/rig/link.ts';
import { startSimulatedRig } from '../../native-bridge/simulator/start.ts';
import { Loopback } from '../../native-bridge/transport/loopback.ts';
import { serialOpener } from '../../native-bridge/transport/serial.ts';
import type { RigConnection } from '../domain/rig-driver.ts';
import type { Clock } from '../domain/time.ts';
import type { Prepared } from './prepare.ts';
import { stallFreeClock } from './stall-free-clock.ts';

export { parseSerialRig, type SerialRig } from '../../native-bridge/rig/serial-rig.ts';
export { defaultScenario, parseScenario, type Scenario } from '../../native-bridge/simulator/scenario.ts';

/** The time that session, link and rig go by. */
export function clockOf({ options, rig }: Prepared, clock: Clock): Clock {
  const scaledInside = rig.kind === 'simulator' && options.speed !== 1;
  return scaledInside ? stallFreeClock(clock) : clock;
}

/**
 * The driver of the rig, on a serial port or of the built-in simulated rig over a loopback. The one place above
 * `native-bridge/` that knows which driver it is; not opened yet.
 */
export function rigDriver(prepared: Prepared, clock: Clock): RigConnection {
  const { rig } = prepared;
  const { speed, seed } = prepared.options;
  if (rig.kind === 'serial') {
    const { address, settings, deadlineMs, bootMs } = rig.serial;
    return new RigLink({ opener: serialOpener(address, settings), clock, deadlineMs, bootMs });
  }
  const loopback = new Loopback('simulator');
  startSimulatedRig({ port: loopback.rigPort, clock, scenario: prepared.scenario, seed, speed });
  return new RigLink({ opener: loopback.opener, clock });
}
