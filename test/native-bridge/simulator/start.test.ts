import { afterEach, describe, expect, it } from 'vitest';
import { standbyIntent } from '../../../electron/domain/command.ts';
import { encodeReply, encodeRequest, type Request } from '../../../native-bridge/modbus/frames.ts';
import {
  decodeIdentification,
  decodeTelemetry,
  encodeCommand,
} from '../../../native-bridge/rig/registers.ts';
import { type SimulatedRig, startSimulatedRig } from '../../../native-bridge/simulator/start.ts';
import { Loopback } from '../../../native-bridge/transport/loopback.ts';
import type { Port } from '../../../native-bridge/transport/port.ts';
import { settle, VirtualClock } from '../../support/virtual-clock.ts';
import { circulating, filled, scenarioOf } from './driver.ts';

let stopLast = (): void => {};
afterEach(() => stopLast());

/** A master that writes whole frames and hears whole replies. */
class Master {
  readonly clock = new VirtualClock();
  readonly simulated: SimulatedRig;
  heard: { bytes: Uint8Array; atMs: number }[] = [];
  #port: Port | null = null;
  #heartbeat = 0;
  readonly #wire = new Loopback();

  constructor(file: object = {}, speed = 1, seed: number | null = null) {
    this.simulated = startSimulatedRig({
      port: this.#wire.rigPort,
      clock: this.clock,
      scenario: scenarioOf(file),
      seed,
      speed,
    });
    stopLast = () => this.simulated.stop();
  }

  async send(bytes: Uint8Array): Promise<void> {
    if (this.#port === null) {
      const opened = await this.#wire.opener.open();
      if (!opened.ok) throw new Error(opened.message);
      this.#port = opened.port;
      opened.port.onBytes((reply) => this.heard.push({ bytes: reply, atMs: this.clock.monotonicMs() }));
    }
    this.#port.write(bytes);
    await settle();
  }

  /** What the rig answers at once. */
  async ask(request: Request): Promise<Uint8Array | null> {
    this.heard = [];
    await this.send(encodeRequest(request));
    return this.heard[0]?.bytes ?? null;
  }

  read = (address: number, count: number, unit = 1): Promise<Uint8Array | null> =>
    this.ask({ kind: 'read', unit, address, count });

  command(changes: Partial<typeof standbyIntent>, fresh = true): Request {
    if (fresh) this.#heartbeat += 1;
    return {
      kind: 'read-write',
      unit: 1,
      readAddress: 0x0100,
      readCount: 26,
      writeAddress: 0,
      registers: encodeCommand({ ...standbyIntent, ...changes }, this.#heartbeat, 'SIM-0001'),
    };
  }
}

const registersOf = (reply: Uint8Array | null): Uint16Array => {
  if (reply === null) throw new Error('no reply');
  return Uint16Array.from({ length: (reply[2] as number) / 2 }, (_, i) => {
    const at = 3 + 2 * i;
    return ((reply[at] as number) << 8) | (reply[at + 1] as number);
  });
};
const exception = (functionCode: number, code: number): Uint8Array =>
  encodeReply({ kind: 'exception', unit: 1, functionCode, code });
const uptimeMs = (reply: Uint8Array | null, master: Master): number => {
  const decoded = decodeTelemetry(registersOf(reply), master.simulated.rig.identity);
  if (!decoded.ok) throw new Error(decoded.fault);
  return decoded.telemetry.uptimeMs;
};

describe('slave unit 1', () => {
  it('tells who it is: a simulated rig and its time scale', async () => {
    const master = new Master({ rig: { serialNumber: 'SIM-0042' } }, 60);
    expect(decodeIdentification(registersOf(await master.read(0x0200, 24)))).toMatchObject({
      ok: true,
      identity: {
        serialNumber: 'SIM-0042',
        timeScale: 60,
        heaterRatingW: 1500,
        features: { simulated: true, core: true, outflowMeter: true },
      },
    });
  });

  it('reads any part of a block, and the command block as it was taken', async () => {
    const master = new Master();
    expect(registersOf(await master.read(0x0201, 1))).toEqual(Uint16Array.of(0x803f));
    const request = master.command({ inflowSetpointCelsius: 41.5 });
    await master.ask(request);
    expect(registersOf(await master.read(0, 10))).toEqual('registers' in request && request.registers);
  });

  it.each([
    [0x000b, 1],
    [0x0009, 2],
    [0x00ff, 2],
    [0x011a, 1],
    [0x0100, 27],
    [0x0218, 1],
    [0xffff, 125],
  ])('answers exception 2 at address %i for %i registers', async (address, count) => {
    expect(await new Master().read(address, count)).toEqual(exception(3, 2));
  });

  it('answers exception 3 for no registers or more than 125', async () => {
    const master = new Master();
    expect(await master.read(0x0100, 0)).toEqual(exception(3, 3));
    expect(await master.read(0x0100, 126)).toEqual(exception(3, 3));
  });

  it('writes nothing where it could not read, or beside the command block', async () => {
    const master = new Master();
    const good = master.command({}) as Extract<Request, { kind: 'read-write' }>;
    expect(await master.ask({ ...good, readAddress: 0x0300 })).toEqual(exception(23, 2));
    expect(await master.ask({ ...good, writeAddress: 0x0100 })).toEqual(exception(23, 2));
    expect(await master.ask({ ...good, registers: good.registers.slice(0, 9) })).toEqual(exception(23, 3));
    expect(master.simulated.rig.telemetry()).toMatchObject({ heartbeatEcho: 0, blocksRefused: 1 });
  });

  it('answers other functions with exception 1, other units and damaged requests not at all', async () => {
    const master = new Master();
    await master.send(Uint8Array.of(1, 6, 0, 0, 0, 1, 0x48, 0x0a));
    expect(master.heard[0]?.bytes).toEqual(exception(6, 1));
    expect(await master.read(0x0100, 26, 2)).toBeNull();
    const damaged = encodeRequest({ kind: 'read', unit: 1, address: 0x0100, count: 26 });
    damaged[7] = (damaged[7] as number) ^ 1;
    master.heard = [];
    await master.send(damaged);
    expect(master.heard).toEqual([]);
  });
});

describe('time', () => {
  it('follows the clock at real time, to the millisecond, in steps of 100 ms', async () => {
    const master = new Master();
    await master.clock.advance(12_345);
    expect(uptimeMs(await master.read(0x0100, 26), master)).toBe(12_345);
    expect(master.simulated.rig.sessionMs).toBe(12_300);
  });

  it('catches up when the clock went on without it', async () => {
    const master = new Master({ initial: filled });
    await master.ask(master.command({ ...circulating, heaterEnable: false, pumpEnable: false }));
    await master.ask(master.command(circulating));
    await master.clock.advance(10_000);
    const { telemetry } = { telemetry: master.simulated.rig.telemetry() };
    expect(telemetry.interlockBits).toBe(1);
    expect(master.simulated.rig.sessionMs).toBe(10_000);
  });

  it('at a scale above 1 goes on by 100 ms for each fresh heartbeat accepted, and not otherwise', async () => {
    const master = new Master({}, Number.POSITIVE_INFINITY);
    const read = async (): Promise<number> => uptimeMs(await master.read(0x0100, 26), master);
    await master.clock.advance(5000);
    expect(await read()).toBe(0);
    expect(uptimeMs(await master.ask(master.command({})), master)).toBe(100);
    expect(uptimeMs(await master.ask(master.command({})), master)).toBe(200);
    expect(uptimeMs(await master.ask(master.command({}, false)), master)).toBe(200);
    await master.ask(master.command({ watchdogMs: 1 }));
    await master.clock.advance(5000);
    expect(await read()).toBe(200);
  });

  it('leaves the watchdog to the clock at every scale', async () => {
    const master = new Master({ initial: filled }, Number.POSITIVE_INFINITY);
    await master.ask(master.command({ ...circulating, heaterEnable: false, pumpEnable: false }));
    await master.ask(master.command(circulating));
    await master.clock.advance(1400);
    expect(master.simulated.rig.telemetry().rigState).toBe('running');
    await master.clock.advance(200);
    expect(master.simulated.rig.telemetry().rigState).toBe('safe');
  });
});

describe('pace', () => {
  it('at speed 20 a step is answered for every 5 ms on average, and reads at once', async () => {
    const master = new Master({}, 20);
    for (let i = 0; i < 200; i += 1) {
      master.heard = [];
      await master.send(encodeRequest(master.command({})));
      while (master.heard.length === 0) await master.clock.advance(1);
    }
    expect(master.clock.monotonicMs()).toBe(1000);
    expect(await master.read(0x0100, 26)).not.toBeNull();
    expect(master.clock.monotonicMs()).toBe(1000);
  });

  it('makes up for a slow reader by a second at most', async () => {
    const master = new Master({}, 20);
    await master.ask(master.command({}));
    await master.clock.advance(60_000);
    let atOnce = 0;
    while ((await master.ask(master.command({}))) !== null) atOnce += 1;
    expect(atOnce).toBe(200);
  });

  it('never waits when there is no bound', async () => {
    const master = new Master({}, Number.POSITIVE_INFINITY);
    for (let i = 0; i < 300; i += 1) expect(await master.ask(master.command({}))).not.toBeNull();
    expect(master.clock.monotonicMs()).toBe(0);
  });
});

describe('the same seed', () => {
  const replies = async (seed: number | null, file: object): Promise<string[]> => {
    const master = new Master(file, Number.POSITIVE_INFINITY, seed);
    const all: string[] = [];
    for (let i = 0; i < 300; i += 1) {
      const asked = i === 0 ? { mode: 'circulate' as const } : circulating;
      const reply = await master.ask(master.command(asked));
      all.push(Buffer.from(reply ?? []).toString('hex'));
    }
    return all;
  };
  const noisy = {
    seed: 5,
    initial: filled,
    events: [
      { at: 5, fault: 'crc-error', share: 0.2 },
      { at: 10, fault: 'reply-dropped', share: 0.1 },
      { at: 15, fault: 'noise-bytes', share: 0.3 },
      { at: 20, fault: 'probe-drifting', probe: 3, celsiusPerMin: 1 },
    ],
  };

  it('gives the same replies to the byte, faults and all', async () => {
    const first = await replies(null, noisy);
    expect(await replies(null, noisy)).toEqual(first);
    expect(await replies(5, noisy)).toEqual(first);
    expect(await replies(6, noisy)).not.toEqual(first);
    expect(first).toContain('');
  });
});

describe('line faults', () => {
  it('last for wall time; what is sent meanwhile is lost for good', async () => {
    const master = new Master({ events: [{ at: 1, fault: 'line-cut', for: 3 }] });
    await master.clock.advance(900);
    expect(await master.read(0x0100, 26)).not.toBeNull();
    await master.clock.advance(200);
    expect(await master.read(0x0100, 26)).toBeNull();
    await master.clock.advance(3000);
    expect(master.heard).toEqual([]);
    expect(await master.read(0x0100, 26)).not.toBeNull();
  });

  it('keep replies in order when one is late', async () => {
    const master = new Master({ events: [{ at: 0, fault: 'reply-late', ms: 150 }] });
    await master.clock.advance(100);
    await master.read(0x0200, 1);
    await master.clock.advance(149);
    expect(master.heard).toEqual([]);
    await master.clock.advance(1);
    expect(master.heard).toHaveLength(1);
  });

  it('silence a rig that restarts', async () => {
    const master = new Master({ events: [{ at: 2, fault: 'rig-restart', for: 3 }] });
    await master.clock.advance(2500);
    expect(await master.read(0x0100, 26)).toBeNull();
    await master.clock.advance(3000);
    expect(uptimeMs(await master.read(0x0100, 26), master)).toBe(3500);
  });
});

describe('a rig that is stopped', () => {
  it('hears nothing and leaves no timer behind', async () => {
    const master = new Master();
    master.simulated.stop();
    expect(await master.read(0x0100, 26)).toBeNull();
    expect(master.clock.pending).toBe(0);
  });
});
