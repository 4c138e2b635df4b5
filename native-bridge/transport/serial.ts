import { realpath } from 'node:fs/promises';
import { SerialPort } from 'serialport';
import type { Listing, SerialAddress } from './discovery.ts';
import { listLinuxPorts } from './linux-ports.ts';
import type { OpenResult, Port, PortOpener } from './port.ts';
import { PortFinder } from './port-finder.ts';
import { watchPresence } from './presence.ts';
import { dtrMessage, openFault, openMessage } from './serial-messages.ts';
import { defaultSerialSettings, describeSettings, type SerialSettings } from './serial-settings.ts';

const busyPatienceMs = 50;

/** Opens a serial port, looked up anew and with a new port object each time. */
export function serialOpener(
  address: SerialAddress,
  settings: SerialSettings = defaultSerialSettings,
  list: () => Promise<Listing> = listSerialPorts,
): PortOpener {
  const finder = new PortFinder(address);
  let path = '';
  return {
    get name() {
      return finder.name;
    },
    line: describeSettings(settings),
    open: async () => {
      const found = finder.next(finder.asksForList ? await list() : null);
      if (!found.ok) return { ok: false, fault: 'not-found', message: found.message };
      path = found.path;
      const opened = await openSerial(path, settings, list);
      return opened.ok ? { ...opened, elsewhere: found.elsewhere } : opened;
    },
    confirm: () => {
      finder.confirm();
      void rememberAdapter(finder, path, list);
    },
    others: { list, choose: (chosen) => finder.choose(chosen) },
  };
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

/** By the name the system lists it under: what people give may be a link to it. */
async function rememberAdapter(
  finder: PortFinder,
  path: string,
  list: () => Promise<Listing>,
): Promise<void> {
  const device = await realpath(path).catch(() => path);
  const { ports } = await list();
  const port = ports.find((one) => one.path === device || one.path === path);
  // One that is gone again already says nothing new.
  if (port !== undefined) finder.remember(port);
}

async function openSerial(
  path: string,
  settings: SerialSettings,
  list: () => Promise<Listing>,
): Promise<OpenResult> {
  let attempt = await attemptOpen(path, settings);
  if ('error' in attempt && openFault(attempt.error) === 'busy') {
    // The lock of a port closed this very moment may still stand.
    await new Promise((resolve) => setTimeout(resolve, busyPatienceMs));
    attempt = await attemptOpen(path, settings);
  }
  if ('serial' in attempt) return dropLines(attempt.serial, settings);
  const fault = openFault(attempt.error);
  const listing = fault === 'not-found' ? await list() : null;
  return { ok: false, fault, message: openMessage(fault, path, attempt.error, listing) };
}

async function attemptOpen(
  path: string,
  { baudRate, parity, stopBits, dtr }: SerialSettings,
): Promise<{ serial: SerialPort } | { error: string }> {
  const line = { baudRate, parity, stopBits, dataBits: 8, hupcl: dtr !== 'keep' } as const;
  const serial = new SerialPort({ path, ...line, autoOpen: false });
  const error = await new Promise<Error | null>((resolve) => serial.open(resolve));
  return error === null ? { serial } : { error: error.message };
}

/** RTS goes with DTR: some controllers are held in reset where only one of the two is up. */
async function dropLines(serial: SerialPort, { dtr }: SerialSettings): Promise<OpenResult> {
  if (dtr === 'off') {
    const error = await new Promise<Error | null>((resolve) =>
      serial.set({ dtr: false, rts: false }, resolve),
    );
    if (error !== null) {
      await new Promise((resolve) => serial.close(resolve));
      return { ok: false, fault: 'failed', message: dtrMessage(serial.path, error.message) };
    }
  }
  return { ok: true, port: new SerialLine(serial) };
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
