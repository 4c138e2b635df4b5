import { beforeEach, describe, expect, it } from 'vitest';
import { standbyIntent } from '../../../electron/domain/command.ts';
import { RigLink, type TickResult } from '../../../native-bridge/rig/link.ts';
import { Loopback } from '../../../native-bridge/transport/loopback.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { exampleTelemetry } from './examples.ts';
import { SmallRig } from './small-rig.ts';

/** Uptime of the rig when the clock stood at nought, ms. */
const aheadMs = 100_000;

let clock: VirtualClock;
let wire: Loopback;
let rig: SmallRig;
let link: RigLink;

beforeEach(async () => {
  clock = new VirtualClock();
  wire = new Loopback();
  rig = new SmallRig(wire.rigPort);
  link = new RigLink({ opener: wire.opener, clock });
  link.open();
  await clock.advance(50);
  for (let read = 0; read < 5; read += 1) await tick();
});

async function tick(intent: typeof standbyIntent | null = null): Promise<TickResult> {
  rig.telemetry = { ...exampleTelemetry, uptimeMs: aheadMs + clock.monotonicMs() };
  const ticking = link.tick(intent);
  await clock.advance(100);
  return ticking;
}

/** Keeps the next reply and sends it in the place of the reply after so many others. */
function keepBack(others: number): void {
  let kept: Uint8Array = new Uint8Array();
  rig.mischief.push((reply) => {
    kept = reply.slice();
  });
  for (let other = 0; other < others; other += 1) rig.mischief.push((reply, send) => send(reply));
  rig.mischief.push((_reply, send) => send(kept));
}

describe('a read, which carries no number', () => {
  it('is not answered by a reply that was held back behind others', async () => {
    keepBack(3);
    const results: TickResult[] = [];
    for (let read = 0; read < 6; read += 1) results.push(await tick());
    expect(results.map(({ ok }) => ok)).toEqual([false, true, true, true, false, true]);
    expect(results[4]).toMatchObject({ ok: false, fault: 'old' });
    expect(results.some((one) => one.rigRestarted)).toBe(false);
    expect(link.counters.staleEchoes).toBe(1);
  });

  it('is not answered by the last reply once more, seconds later', async () => {
    let last: Uint8Array = new Uint8Array();
    rig.mischief.push((reply, send) => {
      last = reply.slice();
      send(reply);
    });
    await tick();
    for (let read = 0; read < 8; read += 1) rig.mischief.push(() => {});
    for (let read = 0; read < 8; read += 1) await tick();
    await clock.advance(3000);
    rig.mischief.push((_reply, send) => send(last));
    expect(await tick()).toMatchObject({ ok: false, fault: 'old' });
  });

  it('never falls further and further behind: a line a little later each time is found out', async () => {
    let accepted = 0;
    const behindMs: number[] = [];
    const waiting: { reply: Uint8Array; madeMs: number }[] = [];
    for (let read = 0; read < 100; read += 1) {
      rig.mischief.push((reply, send) => {
        waiting.push({ reply: reply.slice(), madeMs: clock.monotonicMs() });
        // One more is kept back after every five.
        const next = read % 5 === 0 ? undefined : waiting.shift();
        if (next === undefined) return;
        behindMs.push(clock.monotonicMs() - next.madeMs);
        send(next.reply);
      });
    }
    for (let read = 0; read < 100; read += 1) {
      const result = await tick();
      if (!result.ok) continue;
      accepted += 1;
      expect(aheadMs + clock.monotonicMs() - result.telemetry.uptimeMs).toBeLessThan(1000 + 200 + 200);
    }
    expect(accepted).toBeGreaterThan(10);
    expect(Math.max(...behindMs)).toBeGreaterThan(1500);
  });

  it('of a rig that restarted is told as that', async () => {
    rig.telemetry = { ...exampleTelemetry, uptimeMs: 40 };
    const ticking = link.tick(null);
    await clock.advance(100);
    expect(await ticking).toMatchObject({ ok: true, rigRestarted: true });
  });

  it('of a rig that counts whole seconds, or whose clock is 1 % slow, is taken', async () => {
    for (const shown of [
      (ms: number) => 1000 * Math.floor(ms / 1000),
      (ms: number) => Math.floor(0.99 * ms),
    ]) {
      for (let read = 0; read < 600; read += 1) {
        rig.telemetry = { ...exampleTelemetry, uptimeMs: shown(aheadMs + 100_000 + clock.monotonicMs()) };
        const ticking = link.tick(null);
        await clock.advance(100);
        if (read > 0) expect(await ticking).toMatchObject({ ok: true });
      }
      await link.close();
      link = new RigLink({ opener: wire.opener, clock });
      link.open();
      await clock.advance(50);
    }
  });
});

it('a port that closes with a command on the line says that it was written', async () => {
  await tick(standbyIntent);
  rig.mischief.push(() => {});
  const ticking = link.tick(standbyIntent);
  await clock.advance(10);
  wire.wire = 'unplugged';
  await clock.advance(10);
  expect(await ticking).toMatchObject({ ok: false, fault: 'cut-off', written: standbyIntent });
});
