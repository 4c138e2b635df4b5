import { expect, it } from 'vitest';
import { standbyIntent } from '../../../electron/domain/command.ts';
import type { Clock } from '../../../electron/domain/time.ts';
import { RigClient } from '../../../native-bridge/rig/client.ts';
import { startSimulatedRig } from '../../../native-bridge/simulator/start.ts';
import { Loopback } from '../../../native-bridge/transport/loopback.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { circulating, scenarioOf } from '../simulator/driver.ts';

/** Timers of a computer that is busy come this much late, ms. */
const lateMs = 40;

it.each([2, 3, 4])(
  'a simulated rig at speed %i takes its time between two steps: no reply is late',
  async (speed) => {
    const clock = new VirtualClock();
    const wire = new Loopback();
    const busy: Clock = {
      monotonicMs: () => clock.monotonicMs(),
      wallMs: () => clock.wallMs(),
      after: (ms, run) => clock.after(ms + lateMs, run),
    };
    const rig = startSimulatedRig({
      port: wire.rigPort,
      clock: busy,
      scenario: scenarioOf({}),
      seed: null,
      speed,
    });
    const client = new RigClient({ opener: wire.opener, clock });
    const connected = client.connect();
    await clock.advance(200);
    expect((await connected).ok).toBe(true);
    for (let exchange = 0; exchange < 50; exchange += 1) {
      const asked = client.exchange({ ...standbyIntent, ...circulating });
      let answered = false;
      void asked.then(() => {
        answered = true;
      });
      while (!answered) await clock.advance(1);
      expect(await asked).toMatchObject({ ok: true });
    }
    expect(client.counters).toMatchObject({ timeouts: 0, staleEchoes: 0 });
    rig.stop();
    await client.close();
  },
);
