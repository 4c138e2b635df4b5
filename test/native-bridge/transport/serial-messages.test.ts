import { describe, expect, it } from 'vitest';
import { openFault, openMessage } from '../../../native-bridge/transport/serial-messages.ts';

describe('what the system says of a port that does not open', () => {
  it.each([
    ['Error: No such file or directory, cannot open /dev/ttyUSB9', 'not-found'],
    ['Opening COM9: File not found', 'not-found'],
    ['Error Resource temporarily unavailable Cannot lock port', 'busy'],
    ['Error: Device or resource busy, cannot open /dev/ttyUSB0', 'busy'],
    ['Opening COM3: Access denied', 'busy'],
    ['Error: Permission denied, cannot open /dev/ttyUSB0', 'no-permission'],
    ['Error: Inappropriate ioctl for device setting custom baud rate of 115200', 'failed'],
  ])('%s → %s', (message, fault) => {
    expect(openFault(message)).toBe(fault);
  });

  it('comes with the exact command when permission is missing', () => {
    expect(openMessage('no-permission', '/dev/ttyUSB0', '', null)).toContain(
      '`sudo usermod -aG dialout "$USER"` and sign in again',
    );
  });
});
