import { beforeEach, describe, expect, it } from 'vitest';
import type { ListedPort, Listing } from '../../../native-bridge/transport/discovery.ts';
import { PortFinder } from '../../../native-bridge/transport/port-finder.ts';

const ftdi = { vendorId: '0403', productId: '6001' };
const among = (...ports: ListedPort[]): Listing => ({ ports, note: null });
const adapter = (path: string, serialNumber?: string): ListedPort => ({ path, ...ftdi, serialNumber });
const other: ListedPort = { path: '/dev/ttyUSB0', vendorId: '067b', productId: '2303' };

let finder: PortFinder;
/** A rig answered through this adapter. */
function confirm(port: ListedPort): void {
  finder.confirm();
  finder.remember(port);
}
beforeEach(() => {
  finder = new PortFinder({ usb: null, path: '/dev/ttyUSB0' });
});

describe('a cable that comes back', () => {
  it('at its own path is taken there, before and after a rig answered', () => {
    expect(finder.asksForList).toBe(false);
    expect(finder.next(null)).toEqual({ ok: true, path: '/dev/ttyUSB0', elsewhere: false });
    confirm(adapter('/dev/ttyUSB0', 'A1'));
    // At once, without a list; only then is it asked where the adapter is.
    expect(finder.asksForList).toBe(false);
    expect(finder.next(null)).toMatchObject({ path: '/dev/ttyUSB0', elsewhere: false });
    expect(finder.asksForList).toBe(true);
    expect(finder.next(among(adapter('/dev/ttyUSB0', 'A1')))).toMatchObject({ elsewhere: false });
  });

  it('under another name is found by the ids of its adapter, and says so', () => {
    confirm(adapter('/dev/ttyUSB0', 'A1'));
    const ports = among({ path: '/dev/ttyS0' }, adapter('/dev/ttyUSB2', 'A9'), adapter('/dev/ttyUSB1', 'A1'));
    expect(finder.next(ports)).toEqual({ ok: true, path: '/dev/ttyUSB1', elsewhere: true });
    expect(finder.name).toBe('/dev/ttyUSB1 (instead of /dev/ttyUSB0)');
    expect(finder.next(among(adapter('/dev/ttyUSB0', 'A1')))).toMatchObject({ path: '/dev/ttyUSB0' });
    expect(finder.name).toBe('/dev/ttyUSB0');
  });

  it('is found again as well where a person has chosen its port, once a rig has answered there', () => {
    confirm(adapter('/dev/ttyUSB0', 'A1'));
    finder.choose('/dev/ttyUSB1');
    // Nothing of the adapter before: this one was chosen.
    expect(finder.asksForList).toBe(false);
    expect(finder.next(among(adapter('/dev/ttyUSB0', 'A1')))).toMatchObject({
      path: '/dev/ttyUSB1',
      elsewhere: false,
    });
    confirm(adapter('/dev/ttyUSB1', 'B2'));
    expect(finder.next(null)).toMatchObject({ path: '/dev/ttyUSB1' });
    expect(finder.asksForList).toBe(true);
    expect(finder.next(among(other, adapter('/dev/ttyUSB2', 'B2')))).toEqual({
      ok: true,
      path: '/dev/ttyUSB2',
      elsewhere: true,
    });
  });

  it('among others like it is told by the serial number of the adapter that answered', () => {
    finder = new PortFinder({
      usb: { ...ftdi, vendorId: '0403', productId: '6001', serialNumber: null },
      path: null,
    });
    const both = among(adapter('/dev/ttyUSB0', 'A1'), adapter('/dev/ttyUSB1', 'B2'));
    expect(finder.next(both)).toMatchObject({
      ok: false,
      message: expect.stringContaining('Several serial ports'),
    });
    expect(finder.next(among(adapter('/dev/ttyUSB0', 'B2')))).toMatchObject({ path: '/dev/ttyUSB0' });
    confirm(adapter('/dev/ttyUSB0', 'B2'));
    expect(finder.next(both)).toMatchObject({ ok: true, path: '/dev/ttyUSB1', elsewhere: true });
    expect(finder.next(among())).toMatchObject({ ok: false });
  });

  it('is not mistaken for another adapter that took its name', () => {
    confirm(adapter('/dev/ttyUSB0', 'A1'));
    expect(finder.next(among(other, adapter('/dev/ttyUSB1', 'A1')))).toMatchObject({ path: '/dev/ttyUSB1' });
    // Nothing of it anywhere: what has its name is tried, for the same machine only.
    expect(finder.next(among(other))).toEqual({ ok: true, path: '/dev/ttyUSB0', elsewhere: true });
    expect(finder.next(among())).toMatchObject({ path: '/dev/ttyUSB0' });
  });

  it('with an adapter that has no serial number is looked for at each that could be it, in turn', () => {
    confirm(adapter('/dev/ttyUSB0'));
    const ports = among(adapter('/dev/ttyUSB1'), adapter('/dev/ttyUSB2'));
    const tried = [1, 2, 3].map(() => finder.next(ports));
    expect(tried.map((found) => found.ok && found.path)).toEqual([
      '/dev/ttyUSB1',
      '/dev/ttyUSB2',
      '/dev/ttyUSB1',
    ]);
    expect(tried.every(({ elsewhere }) => elsewhere)).toBe(true);
  });

  it('through an adapter without USB ids is waited for at its path', () => {
    confirm({ path: '/dev/ttyUSB0' });
    expect(finder.asksForList).toBe(false);
    expect(finder.next(among(adapter('/dev/ttyUSB1')))).toMatchObject({ path: '/dev/ttyUSB0' });
  });
});

describe('a port that a person chooses', () => {
  it('is taken from then on, whatever the address says', () => {
    confirm(adapter('/dev/ttyUSB0', 'A1'));
    finder.choose('/dev/ttyACM0');
    expect(finder.next(null)).toEqual({ ok: true, path: '/dev/ttyACM0', elsewhere: false });
    expect(finder.name).toBe('/dev/ttyACM0 (instead of /dev/ttyUSB0)');
  });

  it('is named where USB ids were asked for, too', () => {
    const byIds = new PortFinder({ usb: { ...ftdi, serialNumber: null }, path: null });
    byIds.choose('/dev/ttyACM0');
    expect(byIds.name).toBe('/dev/ttyACM0 (instead of USB 0403:6001)');
  });
});
