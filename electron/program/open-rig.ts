import { startSimulatedRig } from '../../native-bridge/simulator/start.ts';
import { parseSerialAddress } from '../../native-bridge/transport/discovery.ts';
import { Loopback } from '../../native-bridge/transport/loopback.ts';
import type { PortOpener } from '../../native-bridge/transport/port.ts';
import { serialOpener } from '../../native-bridge/transport/serial.ts';
import type { Clock } from '../domain/time.ts';
import type { Prepared } from './prepare.ts';
import { stallFreeClock } from './stall-free-clock.ts';

/** The time that session, link and rig go by. */
export function clockOf({ options }: Prepared, clock: Clock): Clock {
  const scaledInside = options.rig.kind === 'simulator' && options.speed !== 1;
  return scaledInside ? stallFreeClock(clock) : clock;
}

/** The way to the rig: a serial port, or the built-in simulated rig over a loopback. */
export function rigOpener(prepared: Prepared, clock: Clock): PortOpener {
  const { rig, speed, seed } = prepared.options;
  if (rig.kind === 'serial') {
    return serialOpener(parseSerialAddress(rig.path) ?? { usb: null, path: rig.path });
  }
  const loopback = new Loopback('simulator');
  startSimulatedRig({ port: loopback.rigPort, clock, scenario: prepared.scenario, seed, speed });
  return loopback.opener;
}
