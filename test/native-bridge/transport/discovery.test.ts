import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  choosePort,
  describeAddress,
  type Listing,
  parseSerialAddress,
} from '../../../native-bridge/transport/discovery.ts';
import { listLinuxPorts } from '../../../native-bridge/transport/linux-ports.ts';

const ftdi = { vendorId: '0403', productId: '6001' };
const listing: Listing = {
  note: null,
  ports: [
    { path: '/dev/ttyS0' },
    { path: '/dev/ttyUSB0', ...ftdi, serialNumber: 'A1' },
    { path: '/dev/ttyUSB1', ...ftdi, serialNumber: 'A2' },
    { path: '/dev/ttyACM0', vendorId: '2E8A', productId: '000a' },
  ],
};
const choose = (text: string, among: Listing = listing) => {
  const address = parseSerialAddress(text);
  if (address === null) throw new Error(`not an address: ${text}`);
  return choosePort(address, among);
};

describe('the serial port of the rig', () => {
  it('is found by USB vendor, product and serial number, wherever it is plugged in', () => {
    expect(choose('usb:0403:6001:A2')).toEqual({ ok: true, path: '/dev/ttyUSB1' });
    expect(choose('usb:2e8a:000A')).toEqual({ ok: true, path: '/dev/ttyACM0' });
  });

  it('is taken by path where there are no ids, or none fits', () => {
    expect(choose('/dev/ttyS0')).toEqual({ ok: true, path: '/dev/ttyS0' });
    expect(choose('COM3')).toEqual({ ok: true, path: 'COM3' });
    expect(choose('usb:0403:6001:A9,/dev/ttyS0')).toEqual({ ok: true, path: '/dev/ttyS0' });
  });

  it('is never chosen between two that fit, not even with a path to fall back on', () => {
    expect(choose('usb:0403:6001,/dev/ttyS0')).toEqual({
      ok: false,
      message:
        'Several serial ports are USB 0403:6001, else /dev/ttyS0: /dev/ttyUSB0, /dev/ttyUSB1. Give the serial number of one.',
    });
  });

  it('that is not there is told with those that are', () => {
    expect(choose('usb:1234:5678')).toEqual({
      ok: false,
      message:
        'No serial port is USB 1234:5678. Plug the rig in or name its port. Serial ports here: /dev/ttyS0; /dev/ttyUSB0 (usb:0403:6001:A1); /dev/ttyUSB1 (usb:0403:6001:A2); /dev/ttyACM0 (usb:2E8A:000a).',
    });
    expect(choose('usb:1234:5678', { ports: [], note: null })).toMatchObject({
      message: expect.stringContaining('This computer shows no serial port.'),
    });
  });

  it.each(['', 'usb:', 'usb:403:6001', 'usb:0403:6001,', 'usb:0403:zzzz'])('is not named by "%s"', (text) => {
    expect(parseSerialAddress(text)).toBeNull();
  });

  it('is named so that people recognise it', () => {
    const name = (text: string): string =>
      describeAddress(parseSerialAddress(text) ?? { usb: null, path: null });
    expect(name('/dev/ttyUSB0')).toBe('/dev/ttyUSB0');
    expect(name('usb:0403:6001:A2,/dev/ttyUSB0')).toBe('USB 0403:6001 serial number A2, else /dev/ttyUSB0');
  });
});

describe('without udevadm', () => {
  it('ports and their USB ids are read from /dev and /sys', async () => {
    const root = mkdtempSync(join(tmpdir(), 'isotherm-ports-'));
    const device = join(root, 'sys/devices/usb1/1-2');
    mkdirSync(join(device, '1-2:1.0/ttyUSB0'), { recursive: true });
    writeFileSync(join(device, 'idVendor'), '0403\n');
    writeFileSync(join(device, 'idProduct'), '6001\n');
    writeFileSync(join(device, 'serial'), 'A1\n');
    mkdirSync(join(root, 'sys/class/tty/ttyUSB0'), { recursive: true });
    symlinkSync(join(device, '1-2:1.0/ttyUSB0'), join(root, 'sys/class/tty/ttyUSB0/device'));
    mkdirSync(join(root, 'dev/serial/by-id'), { recursive: true });
    for (const name of ['ttyUSB0', 'ttyS0', 'tty1', 'null']) writeFileSync(join(root, 'dev', name), '');
    writeFileSync(join(root, 'dev/serial/by-id/usb-FTDI_A1-if00'), '');

    const found = await listLinuxPorts(root);
    expect(found.ports).toEqual([
      { path: '/dev/ttyS0' },
      { path: '/dev/ttyUSB0', vendorId: '0403', productId: '6001', serialNumber: 'A1' },
    ]);
    expect(found.note).toContain('udevadm is missing');
    expect(found.note).toContain('/dev/serial/by-id/usb-FTDI_A1-if00');
    rmSync(root, { recursive: true, maxRetries: 10 });
  });
});
