import { systemClock } from '../../../electron/domain/time.ts';
import { parseScenario } from '../../../native-bridge/simulator/scenario.ts';
import { SimulatedRig } from '../../../native-bridge/simulator/start.ts';
import type { Port } from '../../../native-bridge/transport/port.ts';
import { serialOpener } from '../../../native-bridge/transport/serial.ts';
import { until } from '../../support/pty-pair.ts';

/** The simulated rig in real time on a real serial path. */
export interface ServedRig {
  readonly simulated: SimulatedRig;
  /** Serves the path as it is now: after a cable was pulled. */
  again(): Promise<void>;
  end(): Promise<void>;
}

export async function serveRig(path: string, scenario: object = {}): Promise<ServedRig> {
  const read = parseScenario(JSON.stringify(scenario), 'the scenario of this test');
  if (!read.ok) throw new Error(read.problem);
  const simulated = new SimulatedRig({ clock: systemClock, scenario: read.scenario, seed: null, speed: 1 });
  let port: Port | null = null;
  const again = async (): Promise<void> => {
    const opened = await serialOpener({ usb: null, path }).open();
    if (!opened.ok) throw new Error(opened.message);
    port = opened.port;
    simulated.serve(port);
  };
  await again();
  // What the scenario begins with is in force from the first step on.
  await until(() => simulated.rig.sessionMs > 0);
  return {
    simulated,
    again,
    end: async () => {
      simulated.stop();
      await port?.close();
    },
  };
}

/** Every reply comes `ms` late, from power-up on. */
export const answersAfter = (ms: number) => ({ events: [{ at: 0, fault: 'reply-late', share: 1, ms }] });
