import { SerialPort } from 'serialport';
import { choosePort, describeAddress, type Listing, type SerialAddress } from './discovery.ts';
import { listLinuxPorts } from './linux-ports.ts';
import type { OpenResult, Port, PortOpener } from './port.ts';
import { watchPresence } from './presence.ts';
import { openFault, openMessage } from './serial-messages.ts';

export interface SerialSettings {
  readonly baudRate: number;
  readonly parity: 'none' | 'even' | 'odd';
}

/** docs/link.md: 115 200 Bd 8E1. */
export const defaultSerialSettings: SerialSettings = { baudRate: 115_200, parity: 'even' };

const busyPatienceMs = 50;

/** Opens a serial port, looked up anew and with a new port object each time. */
export function serialOpener(
  address: SerialAddress,
  settings: SerialSettings = defaultSerialSettings,
): PortOpener {
  return { name: describeAddress(address), open: () => openSerial(address, settings) };
}

/** The serial ports of this computer. Never fails: where the system cannot tell, `note` says so. */
export async function listSerialPorts(): Promise<Listing> {
  try {
    return { ports: await SerialPort.list(), note: null };
  } catch (error) {
    if (process.platform !== 'linux') return { ports: [], note: `Serial ports cannot be listed: ${error}` };
    return listLinuxPorts();
  }
}

async function openSerial(address: SerialAddress, settings: SerialSettings): Promise<OpenResult> {
  const chosen = choosePort(address, address.usb === null ? null : await listSerialPorts());
  if (!chosen.ok) return { ok: false, fault: 'not-found', message: chosen.message };
  let attempt = await attemptOpen(chosen.path, settings);
  if ('error' in attempt && openFault(attempt.error) === 'busy') {
    // The lock of a port closed this very moment may still stand.
    await new Promise((resolve) => setTimeout(resolve, busyPatienceMs));
    attempt = await attemptOpen(chosen.path, settings);
  }
  if ('serial' in attempt) return { ok: true, port: new SerialLine(attempt.serial) };
  const fault = openFault(attempt.error);
  const listing = fault === 'not-found' ? await listSerialPorts() : null;
  return { ok: false, fault, message: openMessage(fault, chosen.path, attempt.error, listing) };
}

async function attemptOpen(
  path: string,
  settings: SerialSettings,
): Promise<{ serial: SerialPort } | { error: string }> {
  const serial = new SerialPort({ path, ...settings, dataBits: 8, stopBits: 1, autoOpen: false });
  const error = await new Promise<Error | null>((resolve) => serial.open(resolve));
  return error === null ? { serial } : { error: error.message };
}

/** One connection. serialport keeps what is written on a closed port for the next opening; here it is dropped. */
class SerialLine implements Port {
  readonly #serial: SerialPort;
  readonly #endWatch: () => void;
  #open = true;
  #closed: (reason: string | null) => void = () => {};

  constructor(serial: SerialPort) {
    this.#serial = serial;
    this.#endWatch = watchPresence(serial.path, () => this.#fail('the device is gone'));
    serial.on('close', (error: Error | null) => this.#drop(error?.message ?? null));
    serial.on('error', (error) => this.#fail(error.message));
  }

  write(bytes: Uint8Array): void {
    if (this.#open) this.#serial.write(bytes);
  }

  onBytes(listener: (bytes: Uint8Array) => void): void {
    this.#serial.on('data', (bytes: Buffer) => {
      if (this.#open) listener(bytes);
    });
  }

  onClosed(listener: (reason: string | null) => void): void {
    this.#closed = listener;
  }

  /** Bytes written and not yet sent are thrown away: nothing said here may reach the rig later. */
  close(): Promise<void> {
    this.#open = false;
    this.#endWatch();
    return new Promise((resolve) => {
      if (!this.#serial.isOpen) return resolve();
      this.#serial.flush(() => this.#serial.close(() => resolve()));
    });
  }

  #fail(reason: string): void {
    this.#drop(reason);
    if (this.#serial.isOpen) this.#serial.close(() => {});
  }

  #drop(reason: string | null): void {
    if (!this.#open) return;
    this.#open = false;
    this.#endWatch();
    this.#closed(reason);
  }
}
