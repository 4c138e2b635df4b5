import { beforeEach, describe, expect, it } from 'vitest';
import { type Intent, standbyIntent } from '../../../electron/domain/command.ts';
import { type LinkCounters, newLinkCounters } from '../../../electron/domain/link.ts';
import { missing } from '../../../electron/domain/reading.ts';
import { type Clock, systemClock } from '../../../electron/domain/time.ts';
import { encodeReply } from '../../../native-bridge/modbus/frames.ts';
import { type ExchangeResult, RigClient } from '../../../native-bridge/rig/client.ts';
import { encodeTelemetry } from '../../../native-bridge/rig/registers.ts';
import { Loopback } from '../../../native-bridge/transport/loopback.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { exampleIdentity, exampleTelemetry } from './examples.ts';
import { SmallRig } from './small-rig.ts';

const heating: Intent = {
  ...standbyIntent,
  mode: 'circulate',
  heaterEnable: true,
  inflowSetpointCelsius: 43,
};

let clock: VirtualClock;
let wire: Loopback;
let rig: SmallRig;
let client: RigClient;

beforeEach(() => {
  clock = new VirtualClock();
  wire = new Loopback();
  rig = new SmallRig(wire.rigPort);
  client = new RigClient({ opener: wire.opener, clock });
});

/** Lets virtual time pass, then hands over what came of `promise`. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  await clock.advance(ms);
  return promise;
}
async function connected(): Promise<void> {
  expect(await within(30, client.connect())).toMatchObject({ ok: true });
}
const exchange = (intent: Intent | null = null): Promise<ExchangeResult> =>
  within(100, client.exchange(intent));
const counted = (some: Partial<LinkCounters>): LinkCounters => ({ ...newLinkCounters(), ...some });

describe('connecting', () => {
  it('reads who is there', async () => {
    expect(await within(30, client.connect())).toEqual({ ok: true, identity: exampleIdentity });
    expect(client.identity).toEqual(exampleIdentity);
    expect(rig.functions).toEqual(['read']);
  });

  it('says what is wrong and how to mend it when the port does not open', async () => {
    wire.wire = 'unplugged';
    expect(await client.connect()).toEqual({
      ok: false,
      fault: 'not-found',
      message: 'loopback is unplugged. Plug it in.',
    });
  });

  it('asks three times and gives up when nobody answers', async () => {
    wire.wire = 'cut';
    expect(await within(1000, client.connect())).toEqual({
      ok: false,
      fault: 'no-answer',
      message: 'Rig on loopback: the rig did not answer in time. Switch the rig on and check the cable.',
    });
    expect(client.counters.timeouts).toBe(3);
    expect(client.connected).toBe(false);
  });

  it('is not put off by one damaged answer', async () => {
    rig.mischief.push((reply, send) => send(reply.with(10, 0xee)));
    expect(await within(300, client.connect())).toMatchObject({ ok: true });
    expect(client.counters.crcErrors).toBe(1);
  });

  it('refuses another map version', async () => {
    rig.identity = { ...exampleIdentity, mapVersion: 2 };
    expect(await within(30, client.connect())).toEqual({
      ok: false,
      fault: 'other-version',
      message:
        'Rig on loopback: the rig speaks register map version 2, this console speaks version 1. Update the older of the two.',
    });
    expect((await exchange()).ok).toBe(false);
  });

  it('refuses another machine while a run is bound to one, and takes it once unbound', async () => {
    client.bindTo('ISO-2026-00041');
    expect(await within(30, client.connect())).toEqual({
      ok: false,
      fault: 'other-machine',
      message:
        'Rig on loopback: this is the machine ISO-2026-00042, and the run belongs to ISO-2026-00041. Connect ISO-2026-00041, or end the run.',
    });
    client.unbind();
    await connected();
  });

  it('ignores what the line still holds of an earlier conversation', async () => {
    const connecting = client.connect();
    await clock.advance(5);
    rig.say(Uint8Array.of(9, 9, 9));
    expect(await within(60, connecting)).toMatchObject({ ok: true });
    expect(client.counters.noiseBytes).toBe(3);
  });
});

describe('an exchange', () => {
  beforeEach(connected);

  it('reads telemetry by function 3, and tells when it came', async () => {
    const result = await exchange();
    const fitted = {
      ...exampleTelemetry,
      reservoirMl: missing('not-fitted'),
      outflowMlPerMin: missing('not-fitted'),
    };
    expect(result).toEqual({ ok: true, telemetry: fitted, receivedMs: 30 });
    expect(rig.functions).toEqual(['read', 'read']);
  });

  it('writes the intent and reads telemetry in one transaction by function 23', async () => {
    const result = await exchange(heating);
    expect(result).toMatchObject({
      ok: true,
      telemetry: { inForce: { mode: 'circulate', heaterEnable: true, inflowSetpointCelsius: 43 } },
    });
    expect(rig.functions).toEqual(['read', 'read-write']);
  });

  it('counts the heartbeat up from the one the rig accepted last, and over the edge', async () => {
    rig.telemetry = { ...exampleTelemetry, heartbeatEcho: 0xfffe };
    await exchange();
    await exchange(heating);
    await exchange(heating);
    await exchange(heating);
    expect(rig.heartbeats).toEqual([0xffff, 0, 1]);
  });

  it('repeats the heartbeat when told to hold it', async () => {
    await exchange(heating);
    await within(100, client.exchange(heating, { holdHeartbeat: true }));
    const [first, second] = rig.heartbeats;
    expect(second).toBe(first);
  });

  it('has no company: a second one is refused while the first is in flight', async () => {
    const first = client.exchange(null);
    expect(await client.exchange(null)).toMatchObject({ ok: false, fault: 'busy' });
    expect((await within(10, first)).ok).toBe(true);
  });

  it('ends at its deadline when nothing comes', async () => {
    rig.mischief.push(() => {});
    let result: ExchangeResult | null = null;
    const waiting = client.exchange(heating).then((value) => {
      result = value;
    });
    await clock.advance(59);
    expect(result).toBeNull();
    await clock.advance(1);
    await waiting;
    expect(result).toEqual({ ok: false, fault: 'timeout', detail: 'the rig did not answer in time' });
    expect(client.counters).toEqual(counted({ exchanges: 2, timeouts: 1 }));
  });

  const spoilt: readonly [string, (reply: Uint8Array) => Uint8Array, Partial<LinkCounters>][] = [
    ['crc', (reply) => reply.with(20, (reply[20] as number) ^ 0x10), { crcErrors: 1 }],
    ['short', (reply) => reply.subarray(0, 30), { shortFrames: 1 }],
    [
      'exception',
      () => encodeReply({ kind: 'exception', unit: 1, functionCode: 23, code: 3 }),
      { exceptions: 1 },
    ],
    [
      'block-crc',
      () =>
        encodeReply({
          kind: 'registers',
          unit: 1,
          functionCode: 23,
          registers: encodeTelemetry(rig.telemetry, { ...exampleIdentity, serialNumber: 'SOMEBODY ELSE' }),
        }),
      { blockCrcErrors: 1 },
    ],
    [
      'stale-echo',
      () =>
        encodeReply({
          kind: 'registers',
          unit: 1,
          functionCode: 23,
          registers: encodeTelemetry({ ...rig.telemetry, heartbeatEcho: 77 }, exampleIdentity),
        }),
      { staleEchoes: 1 },
    ],
    ['timeout', (reply) => reply.with(0, 9), { timeouts: 1, noiseBytes: 57 }],
  ];

  it.each(spoilt)(
    'discards a reply for %s, counts it once, and fails by that name',
    async (fault, spoil, counters) => {
      rig.mischief.push((reply, send) => send(spoil(reply)));
      expect(await exchange(heating)).toMatchObject({ ok: false, fault });
      expect(client.counters).toEqual(counted({ exchanges: 2, ...counters }));
      expect((await exchange(heating)).ok).toBe(true);
    },
  );

  it.each(spoilt.slice(2))('goes on waiting after a reply discarded for %s', async (_, spoil, counters) => {
    rig.mischief.push((reply, send) => {
      send(spoil(reply));
      send(reply);
    });
    expect((await exchange(heating)).ok).toBe(true);
    expect(client.counters).toEqual(counted({ exchanges: 2, ...counters, timeouts: 0 }));
  });

  it('gives a reply that a stalled computer has not read yet a little more time', async () => {
    const busy: Clock = {
      monotonicMs: () => clock.monotonicMs(),
      wallMs: () => clock.wallMs(),
      // Every timer comes 15 ms late.
      after: (ms, run) => clock.after(ms + 15, run),
    };
    const late = new RigClient({ opener: wire.opener, clock: busy });
    await client.close();
    expect(await within(100, late.connect())).toMatchObject({ ok: true });
    rig.mischief.push((reply, send) => void clock.after(75, () => send(reply)));
    expect(await within(100, late.exchange(null))).toMatchObject({ ok: true });
    rig.mischief.push((reply, send) => void clock.after(120, () => send(reply)));
    expect(await within(200, late.exchange(null))).toMatchObject({ ok: false, fault: 'timeout' });
  });

  it('tells the code of an exception', async () => {
    rig.mischief.push((_, send) =>
      send(encodeReply({ kind: 'exception', unit: 1, functionCode: 23, code: 3 })),
    );
    expect(await exchange(heating)).toMatchObject({ detail: 'the rig refused (exception 3)' });
  });

  it('never takes the late reply to one request for the reply to the next', async () => {
    const late = exampleTelemetry.uptimeMs;
    rig.mischief.push((reply, send) => void clock.after(75, () => send(reply)));
    expect(await within(60, client.exchange(null))).toMatchObject({ ok: false, fault: 'timeout' });
    rig.telemetry = { ...exampleTelemetry, uptimeMs: late + 5000 };
    // Asked at once: the client waits until the line is quiet, and the late reply falls into that time.
    expect(await exchange()).toMatchObject({ ok: true, telemetry: { uptimeMs: late + 5000 } });
    expect(client.counters).toEqual(counted({ exchanges: 3, timeouts: 1, staleEchoes: 1 }));
  });

  it('counts a reply that comes twice, and is not a step behind afterwards', async () => {
    rig.mischief.push((reply, send) => {
      send(reply);
      send(reply);
    });
    expect((await exchange()).ok).toBe(true);
    rig.telemetry = { ...exampleTelemetry, uptimeMs: 123_456 };
    expect(await exchange()).toMatchObject({ telemetry: { uptimeMs: 123_456 } });
    expect(client.counters.staleEchoes).toBe(1);
  });

  it('does not send into a line that never falls quiet', async () => {
    rig.mischief.push(() => {});
    await within(60, client.exchange(null));
    const asked = rig.requests.length;
    const pending = client.exchange(null);
    for (let ms = 0; ms < 100; ms += 10) {
      rig.say(Uint8Array.of(0x55));
      await clock.advance(10);
    }
    expect(await pending).toMatchObject({ ok: false, fault: 'timeout' });
    expect(rig.requests.length).toBe(asked);
  });

  it('ends at once when the port closes, and fails at once on a closed one', async () => {
    rig.mischief.push(() => {});
    const pending = client.exchange(heating);
    wire.wire = 'unplugged';
    expect(await pending).toMatchObject({ ok: false, fault: 'cut-off' });
    expect(await client.exchange(heating)).toMatchObject({ ok: false, fault: 'closed' });
  });

  it('leaves nothing behind for the port opened next', async () => {
    const heard = rig.requests.length;
    const pending = client.exchange(heating);
    await client.close();
    await pending;
    await connected();
    const blocks = rig.requests.slice(heard).filter((request) => request.kind === 'read-write');
    expect(blocks.length).toBeLessThanOrEqual(1);
    expect(client.counters.reconnects).toBe(1);
    await client.close();
    expect(clock.pending).toBe(0);
  });
});

describe('in real time', () => {
  it('exchanges 60 000 times over the loopback without a fault', async () => {
    const real = new RigClient({ opener: wire.opener, clock: systemClock, deadlineMs: 5_000 });
    expect((await real.connect()).ok).toBe(true);
    await real.exchange(null);
    for (let i = 0; i < 60_000; i += 1) {
      const result = await real.exchange(heating);
      if (!result.ok) throw new Error(result.detail);
    }
    expect(real.counters).toEqual(counted({ exchanges: 60_002 }));
    await real.close();
  });
});
