import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Intent, standbyIntent } from '../../electron/domain/command.ts';
import type { Telemetry } from '../../electron/domain/telemetry.ts';
import { systemClock } from '../../electron/domain/time.ts';
import { RigClient } from '../../native-bridge/rig/client.ts';
import { serialOpener } from '../../native-bridge/transport/serial.ts';
import { type PtyPair, ptyPair, until } from '../support/pty-pair.ts';
import { libmodbusProgram, type PeerProgram, pymodbusRig, start } from './peer-program.ts';

const peers = [
  {
    name: 'the slave on pymodbus',
    build: pymodbusRig,
    serialNumber: 'PYMODBUS-RIG-001',
    fitted: { core: true, reservoirLevel: true, cavityPressure: true, outflowMeter: true, simulated: true },
  },
  {
    name: 'the slave on libmodbus',
    build: () => libmodbusProgram('libmodbus_rig.c'),
    serialNumber: 'LIBMODBUS-7',
    fitted: {
      core: false,
      reservoirLevel: false,
      cavityPressure: false,
      outflowMeter: false,
      simulated: true,
    },
  },
];

const heating: Intent = {
  ...standbyIntent,
  mode: 'bypass',
  heaterEnable: true,
  pumpEnable: true,
  inflowSetpointCelsius: 42,
  flowSetpointMlPerMin: 1500,
};

describe.each(peers)('$name', ({ build, serialNumber, fitted }) => {
  let program: PeerProgram;
  let ptys: PtyPair;
  let peer: { stop(): Promise<void> };
  let client: RigClient;

  beforeAll(async () => {
    program = build();
    ptys = await ptyPair();
  });
  afterAll(async () => {
    await ptys.remove();
    program.remove();
  });

  async function connect(scale: number): Promise<void> {
    peer = await start(program, '--port', ptys.rigPath, '--scale', String(scale));
    client = new RigClient({
      opener: serialOpener({ usb: null, path: ptys.consolePath }),
      clock: systemClock,
      deadlineMs: 2_000,
    });
    expect(await client.connect()).toMatchObject({ ok: true });
    await telemetry(null);
  }
  async function telemetry(intent: Intent | null, holdHeartbeat = false): Promise<Telemetry> {
    const result = await client.exchange(intent, { holdHeartbeat });
    if (!result.ok) throw new Error(result.detail);
    return result.telemetry;
  }
  /** So many exchanges with the same intent; the last telemetry. */
  async function exchanges(count: number, intent: Intent): Promise<Telemetry> {
    for (let i = 1; i < count; i += 1) await telemetry(intent);
    return telemetry(intent);
  }
  afterEach(async () => {
    await client.close();
    await peer.stop();
  });

  describe('in real time', () => {
    beforeEach(() => connect(1));

    it('identifies itself', () => {
      expect(client.identity).toMatchObject({ mapVersion: 1, serialNumber, timeScale: 1, features: fitted });
    });

    it('powers up in standby with everything off', async () => {
      expect(await telemetry(null)).toMatchObject({
        rigState: 'standby',
        interlockBits: 0,
        heaterPowerPercent: 0,
        inForce: { mode: 'standby', heaterEnable: false, pumpEnable: false },
      });
    });

    it('answers 1 000 exchanges of function 23 without a fault', async () => {
      await exchanges(1000, standbyIntent);
      expect(client.counters).toMatchObject({
        exchanges: 1002,
        timeouts: 0,
        crcErrors: 0,
        blockCrcErrors: 0,
        shortFrames: 0,
        exceptions: 0,
        staleEchoes: 0,
        noiseBytes: 0,
      });
    });

    it('refuses what is out of bounds, counts it and changes nothing', async () => {
      await telemetry(standbyIntent);
      const tooHot = await client.exchange({ ...standbyIntent, inflowSetpointCelsius: 45.8 });
      expect(tooHot).toMatchObject({
        ok: false,
        fault: 'exception',
        detail: 'the rig refused (exception 3)',
      });
      const tooFast = await client.exchange({ ...standbyIntent, flowSetpointMlPerMin: 4000 });
      expect(tooFast).toMatchObject({ ok: false, fault: 'exception' });
      expect(await telemetry(null)).toMatchObject({
        blocksRefused: 2,
        inForce: { inflowSetpointCelsius: 20 },
      });
    });

    it('falls to its safe state by its watchdog, and restarts nothing by itself', async () => {
      await exchanges(2, standbyIntent);
      expect(await exchanges(3, heating)).toMatchObject({
        rigState: 'running',
        inForce: { heaterEnable: true },
      });
      const silentSinceMs = performance.now();
      let last = await telemetry(null);
      while (last.rigState === 'running' && performance.now() - silentSinceMs < 4000) {
        last = await telemetry(heating, true);
      }
      expect(last).toMatchObject({
        rigState: 'safe',
        interlockBits: 1,
        heaterPowerPercent: 0,
        inForce: { mode: 'bypass', heaterEnable: false, pumpEnable: true },
      });
      // Still asked for heat, and clear bits beside a heater enable: nothing comes back.
      expect(await exchanges(3, { ...heating, clearBits: 1 })).toMatchObject({ interlockBits: 1 });
      const cleared = await exchanges(3, { ...heating, heaterEnable: false, clearBits: 1 });
      expect(cleared).toMatchObject({ interlockBits: 0, inForce: { heaterEnable: false, clearBits: 1 } });
      expect(await exchanges(2, heating)).toMatchObject({ inForce: { heaterEnable: true, clearBits: 0 } });
    });

    it('is found again on a new port after the old one closed', async () => {
      await client.close();
      expect(await client.exchange(null)).toMatchObject({ ok: false, fault: 'closed' });
      expect(await client.connect()).toMatchObject({ ok: true, identity: { serialNumber } });
      expect(client.counters.reconnects).toBe(1);
    });
  });

  describe('at scale', () => {
    beforeEach(() => connect(60));

    it('lets time go on 100 ms for each fresh heartbeat and not otherwise', async () => {
      const { uptimeMs } = await telemetry(standbyIntent);
      expect((await exchanges(10, standbyIntent)).uptimeMs).toBe(uptimeMs + 1000);
      await telemetry(null);
      expect((await telemetry(standbyIntent, true)).uptimeMs).toBe(uptimeMs + 1000);
      expect(client.identity?.timeScale).toBe(60);
    });

    it('warms its circuit, fills a cavity and holds it near what comes in', async () => {
      await exchanges(2, standbyIntent);
      const minutes = (count: number, intent: Intent): Promise<Telemetry> => exchanges(600 * count, intent);
      const warm = await minutes(4, heating);
      expect(warm.probesCelsius[0].value).toBeCloseTo(42, 0);
      expect(warm.flowMlPerMin.value).toBeGreaterThan(1450);
      await minutes(3, { ...heating, mode: 'fill', flowSetpointMlPerMin: 1000 });
      const held = await minutes(5, { ...heating, mode: 'circulate', inflowSetpointCelsius: 44 });
      for (const probe of [1, 2, 3] as const) {
        expect(held.probesCelsius[probe].value).toBeGreaterThan(41.5);
        expect(held.probesCelsius[probe].value).toBeLessThan(44);
      }
      expect(held.interlockBits).toBe(0);
      const drained = await minutes(3.5, {
        ...standbyIntent,
        mode: 'drain',
        pumpEnable: true,
        flowSetpointMlPerMin: 1000,
      });
      expect(drained.flowMlPerMin.value).toBeLessThan(100);
    }, 90_000);
  });

  it('is missed when its port hangs up', async () => {
    await connect(1);
    let closed = false;
    client.onClosed(() => {
      closed = true;
    });
    await ptys.cut();
    await until(() => closed);
    expect(await client.connect()).toMatchObject({ ok: false, fault: 'not-found' });
    await ptys.restore();
  });
});
