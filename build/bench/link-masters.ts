/** The masters of the link bench. Each opens the port, reads the same 26 registers again and again, and closes it. */
import jsmodbus from 'jsmodbus';
import ModbusSerial from 'modbus-serial';
import { SerialPort } from 'serialport';
import { systemClock } from '../../electron/domain/time.ts';
import { encodeRequest } from '../../native-bridge/modbus/frames.ts';
import { RigClient } from '../../native-bridge/rig/client.ts';
import { rigUnit, telemetryAddress, telemetryCount } from '../../native-bridge/rig/registers.ts';
import { serialOpener } from '../../native-bridge/transport/serial.ts';

/** An open master: one exchange at a time, and how to close it. */
export interface Master {
  exchange(): Promise<void>;
  close(): Promise<void>;
}
export interface Contender {
  readonly name: string;
  open(path: string): Promise<Master>;
}

const line = { baudRate: 115_200, parity: 'even' as const };
/** Bytes of the reply: unit, function, length, 26 registers, CRC. */
const replyBytes = 5 + 2 * telemetryCount;
const deadlineMs = 1000;

async function openPort(path: string): Promise<SerialPort> {
  const port = new SerialPort({ path, ...line, autoOpen: false });
  await new Promise<void>((resolve, reject) =>
    port.open((error) => (error === null ? resolve() : reject(error))),
  );
  return port;
}
const closePort = (port: SerialPort): Promise<void> => new Promise((resolve) => port.close(() => resolve()));

export const ours: Contender = {
  name: 'RigClient',
  async open(path) {
    const client = new RigClient({
      opener: serialOpener({ usb: null, path }),
      clock: systemClock,
      deadlineMs,
    });
    const connected = await client.connect();
    if (!connected.ok) throw new Error(connected.message);
    return {
      async exchange() {
        const result = await client.exchange(null);
        if (!result.ok) throw new Error(result.detail);
      },
      close: () => client.close(),
    };
  },
};

/** serialport alone: the same bytes out, the same number of bytes back, nothing looked at. */
const bareEcho: Contender = {
  name: 'bare serialport echo',
  async open(path) {
    const port = await openPort(path);
    const request = encodeRequest({
      kind: 'read',
      unit: rigUnit,
      address: telemetryAddress,
      count: telemetryCount,
    });
    let left = 0;
    let done = (): void => {};
    port.on('data', (bytes: Buffer) => {
      left -= bytes.length;
      if (left === 0) done();
    });
    return {
      exchange: () =>
        new Promise((resolve) => {
          done = resolve;
          left = replyBytes;
          port.write(request);
        }),
      close: () => closePort(port),
    };
  },
};

const modbusSerial: Contender = {
  name: 'modbus-serial',
  async open(path) {
    const client = new ModbusSerial();
    await client.connectRTUBuffered(path, line);
    client.setID(rigUnit);
    client.setTimeout(deadlineMs);
    return {
      async exchange() {
        await client.readHoldingRegisters(telemetryAddress, telemetryCount);
      },
      close: () => new Promise((resolve) => client.close(() => resolve())),
    };
  },
};

const jsModbus: Contender = {
  name: 'jsmodbus',
  async open(path) {
    const port = await openPort(path);
    const client = new jsmodbus.client.RTU(port, rigUnit, deadlineMs);
    return {
      async exchange() {
        await client.readHoldingRegisters(telemetryAddress, telemetryCount);
      },
      close: () => closePort(port),
    };
  },
};

export const peers: readonly Contender[] = [bareEcho, modbusSerial, jsModbus];
