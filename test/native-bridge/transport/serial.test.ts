import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenResult, Port } from '../../../native-bridge/transport/port.ts';
import { listSerialPorts, serialOpener } from '../../../native-bridge/transport/serial.ts';
import { defaultSerialSettings } from '../../../native-bridge/transport/serial-settings.ts';
import { type PtyPair, ptyPair, until } from '../../support/pty-pair.ts';

let ptys: PtyPair;
beforeAll(async () => {
  ptys = await ptyPair();
});
afterAll(() => ptys.remove());

const at = (path: string): Promise<OpenResult> => serialOpener({ usb: null, path }).open();
async function open(path: string): Promise<{ port: Port; heard: number[]; closed: (string | null)[] }> {
  const opened = await at(path);
  if (!opened.ok) throw new Error(opened.message);
  const heard: number[] = [];
  const closed: (string | null)[] = [];
  opened.port.onBytes((bytes) => heard.push(...bytes));
  opened.port.onClosed((reason) => closed.push(reason));
  return { port: opened.port, heard, closed };
}

describe('a serial port', () => {
  it('carries every byte value both ways at 115 200 Bd 8E1', async () => {
    const [ours, theirs] = [await open(ptys.consolePath), await open(ptys.rigPath)];
    const all = Array.from({ length: 256 }, (_, i) => i);
    ours.port.write(Uint8Array.from(all));
    theirs.port.write(Uint8Array.from(all.toReversed()));
    await until(() => ours.heard.length === 256 && theirs.heard.length === 256);
    expect(theirs.heard).toEqual(all);
    expect(ours.heard).toEqual(all.toReversed());
    await Promise.all([ours.port.close(), theirs.port.close()]);
    expect(ours.closed).toEqual([]);
  });

  it('says nothing on a new port of what was written on the old one', async () => {
    const theirs = await open(ptys.rigPath);
    const first = await open(ptys.consolePath);
    await first.port.close();
    first.port.write(Uint8Array.of(1, 2, 3));
    const second = await open(ptys.consolePath);
    second.port.write(Uint8Array.of(7));
    await until(() => theirs.heard.length > 0);
    expect(theirs.heard).toEqual([7]);
    await Promise.all([second.port.close(), theirs.port.close()]);
  });

  it('tells that the cable was pulled, and opens anew when it is back', async () => {
    const { closed } = await open(ptys.consolePath);
    await ptys.cut();
    await until(() => closed.length > 0);
    expect(closed).toHaveLength(1);
    expect(await at(ptys.consolePath)).toMatchObject({ ok: false, fault: 'not-found' });
    await ptys.restore();
    const again = await open(ptys.consolePath);
    await again.port.close();
  });

  it('names the port that is missing and those that are there', async () => {
    const opened = await at('/dev/no-such-port');
    expect(opened).toMatchObject({ ok: false, fault: 'not-found' });
    expect(!opened.ok && opened.message).toMatch(
      /^There is no serial port \/dev\/no-such-port\. Plug the rig in or name its port\. (Serial ports here: |This computer shows)/,
    );
  });

  it('says how to find who holds a busy port', async () => {
    const { port } = await open(ptys.consolePath);
    expect(await at(ptys.consolePath)).toEqual({
      ok: false,
      fault: 'busy',
      message: `The serial port ${ptys.consolePath} is in use by another program. Close it; on Linux \`fuser -v ${ptys.consolePath}\` names it.`,
    });
    await port.close();
  });

  it('says what the system says of something that is no serial port', async () => {
    expect(await at('/dev/null')).toMatchObject({ ok: false, fault: 'failed' });
  });

  it('that USB ids should lead to and do not falls back on the path', async () => {
    const usb = { vendorId: 'dead', productId: 'beef', serialNumber: null };
    const opened = await serialOpener({ usb, path: ptys.consolePath }).open();
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.port.close();
    expect(await serialOpener({ usb, path: null }).open()).toMatchObject({ ok: false, fault: 'not-found' });
  });
});

describe('DTR', () => {
  /** What the system does with the line when the port is closed, as stty shows it. */
  const onClose = (): string[] =>
    execFileSync('stty', ['-F', ptys.consolePath, '-a'], { encoding: 'utf8' }).match(/-?hupcl/) ?? [];
  const withDtr = (dtr: 'keep' | 'on' | 'off') =>
    serialOpener({ usb: null, path: ptys.consolePath }, { ...defaultSerialSettings, dtr }).open();

  it.each([
    ['keep', '-hupcl'],
    ['on', 'hupcl'],
  ] as const)('with dtr=%s is left to the system as %s when the port is closed', async (dtr, shown) => {
    const opened = await withDtr(dtr);
    expect(onClose()[0]).toBe(shown);
    if (opened.ok) await opened.port.close();
  });

  it('that a port cannot drop is told with what to write instead, and the port is free again', async () => {
    // A pty has no such line.
    expect(await withDtr('off')).toMatchObject({
      ok: false,
      fault: 'failed',
      message: expect.stringMatching(/ cannot drop DTR: .+ Write dtr=keep or dtr=on, or leave dtr out\.$/),
    });
    const opened = await withDtr('keep');
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.port.close();
  });
});

describe('the list of serial ports', () => {
  it('is made without udevadm, and says so', async () => {
    const path = process.env.PATH;
    process.env.PATH = '/nonexistent';
    try {
      expect((await listSerialPorts()).note).toMatch(/udevadm is missing/);
    } finally {
      process.env.PATH = path;
    }
  });
});
