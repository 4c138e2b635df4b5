import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSerialRig, type SerialRig } from '../../../native-bridge/rig/serial-rig.ts';

function parsed(text: string): SerialRig {
  const result = parseSerialRig(text);
  if (!result.ok) throw new Error(result.problem);
  return result.rig;
}
const problemOf = (text: string): string => {
  const result = parseSerialRig(text);
  return result.ok ? '' : result.problem;
};

describe('the address of a rig on a serial port', () => {
  it('alone means 115 200 Bd 8E1, 60 ms an exchange, 3 s to boot and DTR left as it is', () => {
    expect(parsed('/dev/ttyUSB0')).toEqual({
      address: { usb: null, path: '/dev/ttyUSB0' },
      settings: { baudRate: 115_200, parity: 'even', stopBits: 1, dtr: 'keep' },
      deadlineMs: 60,
      bootMs: 3000,
    });
  });

  it('takes every setting, behind USB ids too', () => {
    const settings = 'baud=19200&parity=none&stop=2&deadlineMs=200&bootMs=5000&dtr=off';
    expect(parsed(`usb:0403:6001:A1,/dev/ttyUSB0?${settings}`)).toEqual({
      address: {
        usb: { vendorId: '0403', productId: '6001', serialNumber: 'A1' },
        path: '/dev/ttyUSB0',
      },
      settings: { baudRate: 19_200, parity: 'none', stopBits: 2, dtr: 'off' },
      deadlineMs: 200,
      bootMs: 5000,
    });
  });

  // 33 bytes out and 57 back; 11 bits each with parity, 10 without; and 50 ms for the rig.
  it.each([
    ['baud=9600', 154],
    ['baud=19200', 102],
    ['baud=19200&parity=none', 97],
    ['baud=230400', 60],
  ])('with %s gives an exchange %i ms where no deadline is set', (settings, ms) => {
    expect(parsed(`COM3?${settings}`).deadlineMs).toBe(ms);
  });

  it.each([
    ['', '"" is no serial port'],
    ['usb:403:6001', '"usb:403:6001" is no serial port: write a path, or usb:<vendor>:<product>'],
    ['/dev/a?', '"" is no setting of a serial port: write baud, parity, stop, deadlineMs, bootMs or dtr'],
    ['/dev/a?speed=9600', '"speed" is no setting of a serial port: write baud, '],
    ['/dev/a?baud', 'baud has no value: write baud=<value>'],
    ['/dev/a?baud=', 'baud has no value'],
    ['/dev/a?baud=9600&baud=9600', 'baud is set twice: leave one out'],
    [
      '/dev/a?baud=4800',
      'baud=4800 is not one of its values: write 9600, 19200, 38400, 57600, 115200 or 230400',
    ],
    ['/dev/a?parity=mark', 'parity=mark is not one of its values: write none, even or odd'],
    ['/dev/a?stop=1.5', 'stop=1.5 is not one of its values: write 1 or 2'],
    ['/dev/a?dtr=low', 'dtr=low is not one of its values: write keep, on or off'],
    [
      '/dev/a?deadlineMs=19',
      'deadlineMs=19 is not within its limits: write whole milliseconds from 20 to 250',
    ],
    ['/dev/a?deadlineMs=251', 'deadlineMs=251 is not within its limits'],
    ['/dev/a?deadlineMs=1e2', 'deadlineMs=1e2 is not within its limits'],
    ['/dev/a?bootMs=-1', 'bootMs=-1 is not within its limits: write whole milliseconds from 0 to 30000'],
    ['/dev/a?bootMs=30001', 'bootMs=30001 is not within its limits'],
    ['/dev/a?baud=9600&deadlineMs=100', 'deadlineMs=100 is too short for 9600 Bd: write 109 to 250'],
  ])('"%s" is refused with what is wrong and how to mend it', (text, problem) => {
    expect(problemOf(text)).toContain(problem);
  });

  it('is never taken in part: whatever is put behind a good one is refused or within its limits', () => {
    const words = ['baud', 'deadlineMs', 'bootMs', 'dtr', '=', '&', '?', '9600', '200', 'keep', ' ', '-'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 8 }), (parts) => {
        const result = parseSerialRig(`/dev/a?${parts.join('')}`);
        if (!result.ok) return result.problem.length > 0;
        const { deadlineMs, bootMs } = result.rig;
        return deadlineMs >= 20 && deadlineMs <= 250 && bootMs >= 0 && bootMs <= 30_000;
      }),
    );
  });
});
