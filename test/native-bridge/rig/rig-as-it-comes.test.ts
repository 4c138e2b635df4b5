import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standbyIntent } from '../../../electron/domain/command.ts';
import { linkLostAfterMs } from '../../../electron/domain/link.ts';
import { systemClock } from '../../../electron/domain/time.ts';
import { Pace } from '../../../electron/session/pace.ts';
import type { RigClientOptions } from '../../../native-bridge/rig/client.ts';
import { RigLink, type TickResult } from '../../../native-bridge/rig/link.ts';
import { longestDeadlineMs } from '../../../native-bridge/rig/timing.ts';
import type { ListedPort } from '../../../native-bridge/transport/discovery.ts';
import type { PortOpener } from '../../../native-bridge/transport/port.ts';
import { serialOpener } from '../../../native-bridge/transport/serial.ts';
import { type PtyPair, ptyPair } from '../../support/pty-pair.ts';
import { answersAfter, type ServedRig, serveRig } from './served-rig.ts';

/* Real serial ports over ptys, real time: a rig that is slow, boots, or comes back under another name. */

let ptys: PtyPair;
let rig: ServedRig | null = null;
let link: RigLink | null = null;
beforeEach(async () => {
  ptys = await ptyPair();
});
afterEach(async () => {
  await link?.close();
  await rig?.end();
  await ptys.remove();
});

const onPty = (): PortOpener => serialOpener({ usb: null, path: ptys.consolePath });
/** With time enough for a busy computer, where the story is not about time. */
function openLink(options: Partial<RigClientOptions> = {}): RigLink {
  link = new RigLink({ opener: onPty(), clock: systemClock, deadlineMs: longestDeadlineMs, ...options });
  link.open();
  return link;
}

interface Ticked {
  readonly result: TickResult;
  readonly atMs: number;
  readonly ageMs: number | null;
}
/** Ticks as the engine does. */
async function tickFor(driven: RigLink, ms: number): Promise<Ticked[]> {
  const pace = new Pace(systemClock);
  const ticks: Ticked[] = [];
  const endMs = systemClock.monotonicMs() + ms;
  while (systemClock.monotonicMs() < endMs) {
    const result = await driven.tick(standbyIntent);
    const atMs = systemClock.monotonicMs();
    ticks.push({ result, atMs, ageMs: driven.ageMs(atMs) });
    await pace.next();
  }
  return ticks;
}
async function upWithin(driven: RigLink, ms: number): Promise<void> {
  const endMs = systemClock.monotonicMs() + ms;
  while (driven.state(systemClock.monotonicMs()) !== 'up' && systemClock.monotonicMs() < endMs)
    await tickFor(driven, 200);
  expect(driven.state(systemClock.monotonicMs())).toBe('up');
}

describe('a rig that answers later than it is waited for', () => {
  it('is told with how late it is and the setting that mends it, and never passes for one that is there', async () => {
    rig = await serveRig(ptys.rigPath, answersAfter(72));
    const driven = openLink({ deadlineMs: 60 });
    const ticks = await tickFor(driven, 2500);
    expect(ticks.some(({ result }) => result.ok)).toBe(false);
    expect(driven.fault).toBe('too-slow');
    expect(driven.problem).toMatch(
      /: the rig answered after (7[2-9]|[89]\d|1\d\d) ms, this console waits 60; set deadlineMs=(\d\d0) \(--rig serial:<path>\?deadlineMs=\2\)\.$/,
    );
  });

  it('is there with the deadline it asks for, at the pace it can keep, and honestly lost after a second', async () => {
    rig = await serveRig(ptys.rigPath, answersAfter(130));
    const driven = openLink({ deadlineMs: 200 });
    await upWithin(driven, 8000);
    const ticks = await tickFor(driven, 4000);
    // 130 ms an exchange: every second slot of 100 ms at most, and no slot made up in a burst.
    const oks = ticks.filter(({ result }) => result.ok);
    expect(oks.length).toBeGreaterThan(ticks.length / 2);
    expect(oks.length).toBeLessThanOrEqual(21);
    expect(ticks.some(({ result }) => result.linkLost)).toBe(false);

    await ptys.cut();
    const cutMs = systemClock.monotonicMs();
    const after = await tickFor(driven, 2500);
    const lost = after.find(({ result }) => result.linkLost);
    expect((lost?.atMs ?? Number.POSITIVE_INFINITY) - cutMs).toBeGreaterThan(linkLostAfterMs - 300);
    expect((lost?.atMs ?? Number.POSITIVE_INFINITY) - cutMs).toBeLessThan(linkLostAfterMs + 1000);
  });

  it('only where it is commanded is told as well, by the command it answers to', async () => {
    rig = await serveRig(ptys.rigPath);
    const driven = openLink({ deadlineMs: 60 });
    await upWithin(driven, 8000);
    rig.simulated.rig.onLineFault?.({ fault: 'reply-late', share: 1, ms: 90 }, null);
    const details = (await tickFor(driven, 900)).flatMap(({ result }) => (result.ok ? [] : [result.detail]));
    // A busy machine may have given the line up by the end of it.
    expect(details.filter((detail) => detail !== 'the port is closed').at(-1)).toMatch(
      /^the rig answered after (9\d|\d\d\d) ms, this console waits 60; set deadlineMs=/,
    );
  });
});

describe('a controller that reboots when its port is opened', () => {
  /** The real port; each opening silences the rig as a boot does. */
  function rebooting(silentSeconds: number): { opener: PortOpener; openings: () => number } {
    const real = onPty();
    let openings = 0;
    return {
      openings: () => openings,
      opener: {
        ...real,
        name: real.name,
        open: async () => {
          openings += 1;
          rig?.simulated.rig.onLineFault?.({ fault: 'line-cut' }, silentSeconds);
          return real.open();
        },
      },
    };
  }

  it('is reached at the first opening: the port is kept and asked again', async () => {
    rig = await serveRig(ptys.rigPath);
    const { opener, openings } = rebooting(1.8);
    const driven = openLink({ opener, bootMs: 4000 });
    await upWithin(driven, 8000);
    expect(openings()).toBe(1);
  });

  it('is reached as well where it answers, once it is up, what came while it booted', async () => {
    rig = await serveRig(ptys.rigPath);
    const { opener, openings } = rebooting(0);
    const open = opener.open.bind(opener);
    /** What is sent meanwhile waits in the buffer of the controller; only the last of it fits. */
    const buffering: PortOpener = {
      ...opener,
      name: opener.name,
      open: async () => {
        const opened = await open();
        if (!opened.ok) return opened;
        const { port } = opened;
        let waiting: Uint8Array | null = null;
        let boots = true;
        systemClock.after(850, () => {
          boots = false;
          if (waiting !== null) port.write(waiting);
        });
        const write = (bytes: Uint8Array): void => {
          if (boots) waiting = bytes;
          else port.write(bytes);
        };
        return {
          ok: true,
          port: {
            ...port,
            write,
            onBytes: port.onBytes.bind(port),
            onClosed: port.onClosed.bind(port),
            close: port.close.bind(port),
          },
        };
      },
    };
    const driven = openLink({ opener: buffering, bootMs: 3000, deadlineMs: 60 });
    await upWithin(driven, 8000);
    expect(openings()).toBe(1);
  });

  it('is never reached where it is not given the time', async () => {
    rig = await serveRig(ptys.rigPath);
    const { opener, openings } = rebooting(1.8);
    const driven = openLink({ opener, bootMs: 0 });
    await tickFor(driven, 4000);
    expect(driven.state(systemClock.monotonicMs())).toBe('connecting');
    expect(openings()).toBeGreaterThan(1);
    expect(driven.problem).toContain('115200 Bd 8E1 (baud=, parity=, stop=)');
  });
});

describe('a cable that comes back under another name', () => {
  const usb = { vendorId: '0403', productId: '6001', serialNumber: 'A1' };
  let ports: readonly ListedPort[] = [];
  // Ptys have no USB ids: the list says of them what a system says of an adapter.
  const listed = (): PortOpener =>
    serialOpener({ usb: null, path: ptys.consolePath }, undefined, async () => ({
      ports: [...ports],
      note: null,
    }));

  it('is found by its adapter, for the same machine', async () => {
    ports = [{ path: ptys.consolePath, ...usb }];
    rig = await serveRig(ptys.rigPath);
    const driven = openLink({ opener: listed() });
    await upWithin(driven, 8000);
    driven.bindTo('SIM-0001');
    await ptys.cut();
    const moved = await ptys.restore('ttyUSB1');
    ports = [{ path: moved, ...usb }];
    await rig.again();
    await tickFor(driven, 300);
    await upWithin(driven, 8000);
    expect(driven.portName).toBe(`${moved} (instead of ${ptys.consolePath})`);
  });

  it('is not taken with another machine behind it, unless a person chooses that port', async () => {
    ports = [{ path: ptys.consolePath, ...usb }];
    rig = await serveRig(ptys.rigPath);
    const driven = openLink({ opener: listed() });
    await upWithin(driven, 8000);
    await ptys.cut();
    const moved = await ptys.restore('ttyUSB1');
    ports = [{ path: moved, ...usb }];
    await rig.end();
    rig = await serveRig(ptys.rigPath, { rig: { serialNumber: 'SIM-0002' } });
    const ticks = await tickFor(driven, 2500);
    expect(ticks.some(({ result }) => result.ok)).toBe(false);
    expect(driven.fault).toBe('other-machine');
    expect(driven.problem).toContain(
      'this is the machine SIM-0002, and SIM-0001 was connected before. Choose this port if it is meant.',
    );
    // A person may mean it.
    expect(await driven.choosePort(moved)).toBeNull();
    await upWithin(driven, 8000);
    expect(driven.identity?.serialNumber).toBe('SIM-0002');
  });

  it('through an adapter without ids is chosen by a person, of the ports there are and only while it is lost', async () => {
    ports = [{ path: ptys.consolePath }];
    rig = await serveRig(ptys.rigPath);
    const driven = openLink({ opener: listed() });
    await upWithin(driven, 8000);
    driven.bindTo('SIM-0001');
    expect(await driven.choosePort(ptys.consolePath)).toMatch(
      /^The rig is connected on .+ Another port can be/,
    );
    await ptys.cut();
    const moved = await ptys.restore('ttyUSB1');
    ports = [{ path: moved }];
    await rig.again();
    await tickFor(driven, 1500);
    expect(driven.problem).toContain(`There is no serial port ${ptys.consolePath}.`);
    expect(await driven.ports()).toEqual([{ path: moved, about: '' }]);
    expect(await driven.choosePort('/etc/passwd')).toBe(
      'There is no serial port /etc/passwd now. Choose one of the list.',
    );
    expect(await driven.choosePort(moved)).toBeNull();
    await upWithin(driven, 8000);
    expect(driven.identity?.serialNumber).toBe('SIM-0001');
  });
});

it('a link that is let go leaves the port free', async () => {
  rig = await serveRig(ptys.rigPath);
  const driven = openLink();
  await upWithin(driven, 8000);
  await driven.close();
  const opened = await onPty().open();
  expect(opened.ok).toBe(true);
  if (opened.ok) await opened.port.close();
});
