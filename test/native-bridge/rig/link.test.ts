import { beforeEach, describe, expect, it } from 'vitest';
import { type Intent, standbyIntent } from '../../../electron/domain/command.ts';
import { RigLink, type TickResult } from '../../../native-bridge/rig/link.ts';
import { longestDeadlineMs } from '../../../native-bridge/rig/timing.ts';
import { Loopback } from '../../../native-bridge/transport/loopback.ts';
import type { OpenResult, Port } from '../../../native-bridge/transport/port.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { exampleIdentity, exampleTelemetry } from './examples.ts';
import { SmallRig } from './small-rig.ts';

const heating: Intent = {
  ...standbyIntent,
  mode: 'circulate',
  heaterEnable: true,
  inflowSetpointCelsius: 43,
};
const tickMs = 100;

let clock: VirtualClock;
let wire: Loopback;
let rig: SmallRig;
let link: RigLink;

beforeEach(() => {
  clock = new VirtualClock();
  wire = new Loopback();
  rig = new SmallRig(wire.rigPort);
  rig.clock = clock;
  link = new RigLink({ opener: wire.opener, clock });
  link.open();
});

async function tick(intent: Intent | null = heating): Promise<TickResult> {
  const ticking = link.tick(intent);
  await clock.advance(tickMs);
  return ticking;
}
async function ticks(ms: number, intent: Intent | null = heating): Promise<TickResult[]> {
  const results: TickResult[] = [];
  for (let passed = 0; passed < ms; passed += tickMs) results.push(await tick(intent));
  return results;
}
const state = () => link.state(clock.monotonicMs());
const blocksWritten = () => rig.heartbeats.length;
async function up(): Promise<void> {
  await clock.advance(50);
  await ticks(500);
  expect(state()).toBe('up');
}

describe('the link', () => {
  it('is closed, connecting, up, and closed again', async () => {
    const other = new RigLink({ opener: new Loopback().opener, clock });
    expect(other.state(0)).toBe('closed');
    expect(state()).toBe('connecting');
    expect(link.ageMs(0)).toBeNull();
    await up();
    expect(link.problem).toBeNull();
    expect(link.identity?.serialNumber).toBe(exampleIdentity.serialNumber);
    await link.close();
    expect(state()).toBe('closed');
    expect(await link.tick(heating)).toMatchObject({ ok: false, fault: 'closed' });
    await clock.advance(10_000);
    expect(clock.pending).toBe(0);
  });

  it('reads once before it writes, on every connection', async () => {
    await clock.advance(50);
    await ticks(200);
    expect(rig.functions).toEqual(['read', 'read', 'read-write']);
  });

  it('survives single replies that are dropped, damaged or late', async () => {
    await up();
    rig.mischief.push(
      () => {},
      (reply, send) => send(reply),
      (reply, send) => send(reply.with(9, 0xaa)),
      (reply, send) => send(reply),
      (reply, send) => void clock.after(80, () => send(reply)),
    );
    const results = await ticks(600);
    expect(results.map((result) => result.ok)).toEqual([false, true, false, true, false, true]);
    expect(results.every(({ linkLost, written }) => !linkLost && written !== null)).toBe(true);
    expect(state()).toBe('up');
    expect(link.counters.reconnects).toBe(0);
  });

  it('is ageing after 300 ms and lost after 1 s', async () => {
    await up();
    wire.wire = 'cut';
    const states: string[] = [];
    for (let passed = 0; passed < 1200; passed += tickMs) {
      await tick();
      states.push(`${link.ageMs(clock.monotonicMs())} ${state()}`);
    }
    expect(states.slice(0, 3)).toEqual(['200 up', '300 up', '400 ageing']);
    expect(states.slice(8, 10)).toEqual(['1000 ageing', '1100 lost']);
  });

  it('says of each exchange what was put on the line: nothing in a read, on a closed port, or with the link lost', async () => {
    await up();
    expect((await tick()).written).toEqual(heating);
    expect((await tick(null)).written).toBeNull();
    wire.wire = 'cut';
    const silent = await ticks(1500);
    expect(silent[0]).toMatchObject({ ok: false, written: heating, linkLost: false });
    expect(silent.at(-1)).toMatchObject({ ok: false, written: null, linkLost: true });
    expect(link.problem).toContain('did not answer');
    wire.wire = 'unplugged';
    expect((await tick()).written).toBeNull();
  });

  it('tells a loss that is over within the very exchange', async () => {
    await up();
    rig.mischief.push(...Array.from({ length: 9 }, () => () => {}));
    const results = await ticks(900);
    expect(results.some(({ linkLost }) => linkLost)).toBe(false);
    rig.mischief.push((reply, send) => void clock.after(50, () => send(reply)));
    const late = await ticks(300);
    expect(late.map(({ ok }) => ok)).toContain(true);
    expect(late.some(({ linkLost }) => linkLost)).toBe(true);
  });

  it('reads first after a reconnect, then writes what it is handed: who may write is not its to decide', async () => {
    await up();
    wire.wire = 'cut';
    await ticks(1500);
    wire.wire = 'whole';
    const before = blocksWritten();
    const back = await ticks(3000);
    const first = back.findIndex(({ ok }) => ok);
    expect(back[first]?.written).toBeNull();
    expect(back.at(-1)).toMatchObject({ ok: true, written: heating });
    expect(blocksWritten()).toBeGreaterThan(before);
    expect(link.problem).toBeNull();
  });

  it('reconnects at once when the port closes, and a gap under 1 s costs nothing but the gap', async () => {
    await up();
    wire.wire = 'unplugged';
    await tick();
    expect(link.problem).toContain('loopback');
    wire.wire = 'whole';
    const results = await ticks(500);
    expect(state()).toBe('up');
    expect(results.some(({ linkLost }) => linkLost)).toBe(false);
    expect(link.counters.reconnects).toBe(1);
  });

  it('tries again after 100 ms, then twice as long each time up to 2 s', async () => {
    const triedMs: number[] = [];
    const absent = new RigLink({
      clock,
      opener: {
        name: '/dev/nothing',
        open: async () => {
          triedMs.push(clock.monotonicMs());
          return { ok: false, fault: 'not-found', message: 'There is no serial port /dev/nothing.' };
        },
      },
    });
    absent.open();
    await clock.advance(9000);
    const gapsMs = triedMs.slice(1).map((ms, i) => ms - (triedMs[i] as number));
    expect(gapsMs).toEqual([100, 200, 400, 800, 1600, 2000, 2000]);
    expect(absent.problem).toBe('There is no serial port /dev/nothing.');
    expect(absent.state(clock.monotonicMs())).toBe('connecting');
  });

  it('refuses another machine found at the other end, and says so', async () => {
    await up();
    link.bindTo(exampleIdentity.serialNumber);
    rig.identity = { ...exampleIdentity, serialNumber: 'ISO-2026-00099' };
    await ticks(6000);
    expect(state()).toBe('lost');
    expect(link.problem).toContain('this is the machine ISO-2026-00099');
    expect(link.counters.blockCrcErrors + link.counters.exceptions).toBeGreaterThan(0);
    rig.identity = exampleIdentity;
    await ticks(3000);
    expect(state()).toBe('up');
  });

  it('tells once that the rig restarted', async () => {
    await up();
    rig.telemetry = { ...exampleTelemetry, uptimeMs: 700 };
    const restarted = (await ticks(300)).map((result) => result.ok && result.rigRestarted);
    expect(restarted).toEqual([true, false, false]);
  });

  it('does not take the uptime counter starting over for a restart', async () => {
    rig.telemetry = { ...exampleTelemetry, uptimeMs: 2 ** 32 - 50 };
    await up();
    rig.telemetry = { ...exampleTelemetry, uptimeMs: 50 };
    expect(await tick()).toMatchObject({ ok: true, rigRestarted: false });
  });

  it('takes a rig that restarts after 30 days for one that restarted', async () => {
    rig.telemetry = { ...exampleTelemetry, uptimeMs: 30 * 24 * 3_600_000 };
    await up();
    rig.telemetry = { ...exampleTelemetry, uptimeMs: 700 };
    expect(await tick()).toMatchObject({ ok: true, rigRestarted: true });
  });

  it('gives up an opening that never ends, closes the port that comes too late, and tries again', async () => {
    const answers: ((opened: OpenResult) => void)[] = [];
    let closed = false;
    const stuck = new RigLink({
      clock,
      opener: {
        name: '/dev/stuck',
        open() {
          return new Promise((resolve) => answers.push(resolve));
        },
      },
    });
    stuck.open();
    await clock.advance(4900);
    expect(stuck.problem).toBeNull();
    await clock.advance(200);
    expect(stuck.problem).toMatch(/opening took over 5 s/);
    const port: Port = {
      write: () => {},
      onBytes: () => {},
      onClosed: () => {},
      close: async () => {
        closed = true;
      },
    };
    answers[0]?.({ ok: true, port });
    await clock.advance(300);
    expect(closed).toBe(true);
    expect(answers).toHaveLength(2);
    await stuck.close();
  });

  it('after a pause of the console reads before it commands', async () => {
    await up();
    await clock.advance(5000);
    const before = blocksWritten();
    const first = await tick();
    expect(first).toMatchObject({ ok: true, written: null, linkLost: true });
    expect(blocksWritten()).toBe(before);
    expect(link.counters.reconnects).toBe(0);
  });

  it.each([
    [2, false],
    [3, true],
  ])(
    'with the longest deadline and a rig as slow, %i replies lost in a row: link lost %s',
    async (dropped, lost) => {
      await link.close();
      const slow = new RigLink({ opener: wire.opener, clock, deadlineMs: longestDeadlineMs });
      slow.open();
      await clock.advance(50);
      const late = (reply: Uint8Array, send: (bytes: Uint8Array) => void) =>
        void clock.after(longestDeadlineMs - 1, () => send(reply));
      const none = () => {};
      rig.mischief.push(...Array.from({ length: 3 }, () => late), ...Array(dropped).fill(none), late, late);
      const results: TickResult[] = [];
      for (let tries = 0; tries < 5 + dropped; tries += 1) {
        const ticking = slow.tick(heating);
        // The next slot of 100 ms after an exchange of 250 ms.
        await clock.advance(300);
        results.push(await ticking);
      }
      expect(results.map(({ ok }) => ok)).toEqual([
        ...[true, true, true],
        ...Array(dropped).fill(false),
        ...[true, true],
      ]);
      expect(results.some(({ linkLost }) => linkLost)).toBe(lost);
    },
  );

  it('holds the heartbeat on request', async () => {
    await up();
    const last = rig.heartbeats.at(-1);
    const ticking = link.tick(heating, { holdHeartbeat: true });
    await clock.advance(tickMs);
    expect((await ticking).ok).toBe(true);
    expect(rig.heartbeats.at(-1)).toBe(last);
  });
});
