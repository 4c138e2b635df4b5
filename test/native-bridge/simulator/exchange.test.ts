import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Intent, standbyIntent } from '../../../electron/domain/command.ts';
import { systemClock } from '../../../electron/domain/time.ts';
import { RigClient } from '../../../native-bridge/rig/client.ts';
import { type SimulatedRig, startSimulatedRig } from '../../../native-bridge/simulator/start.ts';
import { Loopback } from '../../../native-bridge/transport/loopback.ts';
import { circulating, filled, scenarioOf } from './driver.ts';

let simulated: SimulatedRig;
let client: RigClient;

/** The console's own client at the other end, as fast as both can. */
async function connect(file: object): Promise<void> {
  const wire = new Loopback();
  simulated = startSimulatedRig({
    port: wire.rigPort,
    clock: systemClock,
    scenario: scenarioOf(file),
    seed: null,
    speed: Number.POSITIVE_INFINITY,
  });
  client = new RigClient({ opener: wire.opener, clock: systemClock });
  const connected = await client.connect();
  if (!connected.ok) throw new Error(connected.message);
}

/** Exchanges for `seconds` of the rig's time. */
async function run(seconds: number, intent: Intent): Promise<void> {
  const untilMs = simulated.rig.sessionMs + seconds * 1000;
  while (simulated.rig.sessionMs < untilMs) await client.exchange(intent);
}

beforeEach(() => connect({ initial: filled }));
afterEach(async () => {
  simulated.stop();
  await client.close();
});

describe('console and simulated rig over the loopback', () => {
  it('run a treatment from standby to drained, every exchange accepted', async () => {
    await run(1, standbyIntent);
    const treating: Intent = { ...standbyIntent, ...circulating };
    await run(600, treating);
    const warm = await client.exchange(treating);
    expect(warm).toMatchObject({
      ok: true,
      telemetry: {
        rigState: 'running',
        interlockBits: 0,
        inForce: { heaterEnable: true, mode: 'circulate' },
      },
    });
    if (warm.ok) expect(warm.telemetry.probesCelsius[0].value).toBeCloseTo(44, 1);
    await run(240, { ...treating, mode: 'drain', heaterEnable: false, flowSetpointMlPerMin: 1000 });
    await run(1, standbyIntent);
    expect(simulated.rig.plant.volumes.cavityMl).toBeLessThan(110);
    expect(await client.exchange(null)).toMatchObject({ ok: true, telemetry: { rigState: 'standby' } });
    expect(client.counters).toMatchObject({ timeouts: 0, crcErrors: 0, blockCrcErrors: 0, exceptions: 0 });
  });

  it('tell a refused block by its exception', async () => {
    const refused = await client.exchange({ ...standbyIntent, flowSetpointMlPerMin: 5 });
    expect(refused).toMatchObject({ ok: false, fault: 'exception' });
    expect(client.counters.exceptions).toBe(1);
  });

  it.each([
    ['crc-error', 'crcErrors'],
    ['block-crc-error', 'blockCrcErrors'],
    ['reply-dropped', 'timeouts'],
    ['reply-late', 'timeouts'],
  ] as const)('%s is counted among %s', async (fault, counter) => {
    simulated.rig.inject(fault === 'reply-late' ? { fault, share: 1, ms: 100 } : { fault, share: 1 }, null);
    expect(await client.exchange(standbyIntent)).toMatchObject({ ok: false });
    expect(client.counters[counter]).toBe(1);
  });

  it('get past doubled replies and noise', async () => {
    simulated.rig.inject({ fault: 'reply-duplicated', share: 1 }, null);
    simulated.rig.inject({ fault: 'noise-bytes', share: 1, bytes: 5 }, null);
    for (let i = 0; i < 5; i += 1) {
      expect(await client.exchange(standbyIntent)).toMatchObject({ ok: true });
    }
    expect(client.counters.noiseBytes).toBeGreaterThanOrEqual(20);
  });
});
