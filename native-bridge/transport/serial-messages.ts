import { describePorts, type Listing } from './discovery.ts';
import type { OpenFault } from './port.ts';

/** Sorts what the operating system says when a serial port does not open (Linux, macOS and Windows wording). */
export function openFault(systemMessage: string): OpenFault {
  if (/no such file|no such device|file not found|cannot find/i.test(systemMessage)) return 'not-found';
  if (/cannot lock|busy|temporarily unavailable/i.test(systemMessage)) return 'busy';
  // Windows says "Access denied" for a port another program holds.
  if (/access denied/i.test(systemMessage)) return 'busy';
  if (/permission denied|operation not permitted/i.test(systemMessage)) return 'no-permission';
  return 'failed';
}

/** What, where, how to mend it. */
export function openMessage(
  fault: OpenFault,
  path: string,
  systemMessage: string,
  listing: Listing | null,
): string {
  switch (fault) {
    case 'not-found':
      return `There is no serial port ${path}. Plug the rig in or name its port. ${describePorts(listing)}`;
    case 'busy':
      return `The serial port ${path} is in use by another program. Close it; on Linux \`fuser -v ${path}\` names it.`;
    case 'no-permission':
      return (
        `This user may not open the serial port ${path}. On Linux run \`sudo usermod -aG dialout "$USER"\` ` +
        'and sign in again, or give the port to the user with a udev rule (docs/link.md).'
      );
    case 'failed':
      return `The serial port ${path} did not open: ${systemMessage}. Check that it is a serial port and that it can do the speed and parity set.`;
  }
}

export const dtrMessage = (path: string, systemMessage: string): string =>
  `The serial port ${path} cannot drop DTR: ${systemMessage}. Write dtr=keep or dtr=on, or leave dtr out.`;
