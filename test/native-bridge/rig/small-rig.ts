import { circuitModes } from '../../../electron/domain/circuit.ts';
import type { RigIdentity, Telemetry } from '../../../electron/domain/telemetry.ts';
import type { Clock } from '../../../electron/domain/time.ts';
import { encodeReply, type Reply, type Request } from '../../../native-bridge/modbus/frames.ts';
import { RequestReader } from '../../../native-bridge/modbus/request-reader.ts';
import {
  commandAddress,
  decodeCommand,
  encodeIdentification,
  encodeTelemetry,
  identificationAddress,
  telemetryAddress,
} from '../../../native-bridge/rig/registers.ts';
import type { Port } from '../../../native-bridge/transport/port.ts';
import { exampleIdentity, exampleTelemetry } from './examples.ts';

/** Just enough of a rig to hold the client against: answers, keeps what it was told, and can misbehave. */
export class SmallRig {
  identity: RigIdentity = exampleIdentity;
  telemetry: Telemetry = exampleTelemetry;
  /** Its uptime goes on by this clock for as long as `telemetry` has that of the example. */
  clock: Pick<Clock, 'monotonicMs'> | null = null;
  /** Every request heard, in order. */
  readonly requests: Request[] = [];
  /** Heartbeats as they came in command blocks. */
  readonly heartbeats: number[] = [];
  /** What becomes of the next replies, each used once; after the last, replies go out as they are. */
  readonly mischief: ((reply: Uint8Array, send: (bytes: Uint8Array) => void) => void)[] = [];
  readonly #port: Port;

  constructor(port: Port) {
    this.#port = port;
    const reader = new RequestReader(1);
    port.onBytes((bytes) => {
      for (const event of reader.push(bytes)) if (event.kind === 'request') this.#hear(event.request);
    });
  }

  get functions(): string[] {
    return this.requests.map((request) => request.kind);
  }

  say(bytes: Uint8Array): void {
    this.#port.write(bytes);
  }

  #hear(request: Request): void {
    this.requests.push(request);
    const reply = encodeReply(this.#answer(request));
    const spoil = this.mischief.shift();
    const send = (bytes: Uint8Array): void => this.#port.write(bytes);
    if (spoil === undefined) send(reply);
    else spoil(reply, send);
  }

  #answer(request: Request): Reply {
    const { unit } = request;
    if (request.kind === 'read') {
      return { kind: 'registers', unit, functionCode: 3, registers: this.#block(request.address) };
    }
    const command = decodeCommand(request.registers, this.identity.serialNumber);
    this.heartbeats.push(command.heartbeat);
    const mode = circuitModes[command.mode];
    if (!command.crcHolds || mode === undefined || request.writeAddress !== commandAddress) {
      return { kind: 'exception', unit, functionCode: 23, code: 3 };
    }
    const inForce = { ...this.telemetry.inForce, ...command, mode };
    this.telemetry = { ...this.telemetry, heartbeatEcho: command.heartbeat, inForce };
    return { kind: 'registers', unit, functionCode: 23, registers: this.#block(request.readAddress) };
  }

  #block(address: number): Uint16Array {
    if (address === telemetryAddress) return encodeTelemetry(this.#telemetryNow(), this.identity);
    if (address === identificationAddress) return encodeIdentification(this.identity);
    return new Uint16Array();
  }

  #telemetryNow(): Telemetry {
    const { telemetry, clock } = this;
    if (clock === null || telemetry.uptimeMs !== exampleTelemetry.uptimeMs) return telemetry;
    return { ...telemetry, uptimeMs: telemetry.uptimeMs + clock.monotonicMs() };
  }
}
