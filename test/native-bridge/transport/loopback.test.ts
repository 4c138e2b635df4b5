import { beforeEach, describe, expect, it } from 'vitest';
import { Loopback } from '../../../native-bridge/transport/loopback.ts';
import type { Port } from '../../../native-bridge/transport/port.ts';
import { settle } from '../../support/virtual-clock.ts';

let wire: Loopback;
let atRig: number[];

beforeEach(() => {
  wire = new Loopback('simulator');
  atRig = [];
  wire.rigPort.onBytes((bytes) => atRig.push(...bytes));
});

async function open(): Promise<{ port: Port; heard: number[]; closed: (string | null)[] }> {
  const opened = await wire.opener.open();
  if (!opened.ok) throw new Error(opened.message);
  const heard: number[] = [];
  const closed: (string | null)[] = [];
  opened.port.onBytes((bytes) => heard.push(...bytes));
  opened.port.onClosed((reason) => closed.push(reason));
  return { port: opened.port, heard, closed };
}

describe('the loopback', () => {
  it('carries bytes both ways, in order, later', async () => {
    const { port, heard } = await open();
    port.write(Uint8Array.of(1, 2));
    port.write(Uint8Array.of(3));
    wire.rigPort.write(Uint8Array.of(4));
    expect(atRig).toEqual([]);
    await settle();
    expect(atRig).toEqual([1, 2, 3]);
    expect(heard).toEqual([4]);
  });

  it('carries what was written, whatever becomes of the buffer', async () => {
    const { port } = await open();
    const bytes = Uint8Array.of(1);
    port.write(bytes);
    bytes[0] = 9;
    await settle();
    expect(atRig).toEqual([1]);
  });

  it('loses bytes both ways while cut, and keeps the port', async () => {
    const { port, heard, closed } = await open();
    port.write(Uint8Array.of(1));
    wire.wire = 'cut';
    wire.rigPort.write(Uint8Array.of(2));
    await settle();
    wire.wire = 'whole';
    port.write(Uint8Array.of(3));
    await settle();
    expect([atRig, heard, closed]).toEqual([[3], [], []]);
  });

  it('closes the port when unplugged, and is not found until it is whole', async () => {
    const { closed } = await open();
    wire.wire = 'unplugged';
    expect(closed).toEqual(['the loopback was unplugged']);
    expect(await wire.opener.open()).toMatchObject({ ok: false, fault: 'not-found' });
    wire.wire = 'whole';
    await open();
  });

  it('refuses a second opener until the first has closed', async () => {
    const { port } = await open();
    expect(await wire.opener.open()).toMatchObject({ ok: false, fault: 'busy' });
    await port.close();
    await open();
  });

  it('lets nothing from a closed port reach the rig, nor a port opened later', async () => {
    const first = await open();
    wire.rigPort.write(Uint8Array.of(1));
    await first.port.close();
    first.port.write(Uint8Array.of(2));
    const second = await open();
    await settle();
    expect([atRig, first.heard, second.heard]).toEqual([[], [], []]);
  });
});
