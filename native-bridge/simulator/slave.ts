import {
  illegalDataAddress,
  illegalDataValue,
  mostRegistersRead,
  type Reply,
  type Request,
  readFunction,
  readWriteFunction,
} from '../modbus/frames.ts';
import {
  commandAddress,
  commandCount,
  decodeCommand,
  encodeIdentification,
  encodeTelemetry,
  identificationAddress,
  identificationCount,
  telemetryAddress,
  telemetryCount,
} from '../rig/registers.ts';
import type { Rig } from './rig.ts';

interface Area {
  readonly address: number;
  readonly count: number;
}

const command: Area = { address: commandAddress, count: commandCount };
const telemetry: Area = { address: telemetryAddress, count: telemetryCount };
const identification: Area = { address: identificationAddress, count: identificationCount };

/** How the slave reaches the time of the rig. */
export interface RigTime {
  nowMs(): number;
  /** A fresh heartbeat was accepted: at a scale above 1 this is what makes time go on. */
  onFreshHeartbeat(): void;
  /** Of the clock since the rig's last step, ms. */
  aheadMs(): number;
}

/** Answers requests of functions 3 and 23 from the rig's three blocks. All registers are holding registers. */
export class Slave {
  readonly #rig: Rig;
  readonly #time: RigTime;
  readonly #identification: Uint16Array;
  /** The command block last taken, as it reads back. */
  #command: Uint16Array = new Uint16Array(commandCount);

  constructor(rig: Rig, time: RigTime) {
    this.#rig = rig;
    this.#time = time;
    this.#identification = encodeIdentification(rig.identity);
  }

  answer(request: Request): Reply {
    if (request.kind === 'read')
      return this.#read(request.unit, readFunction, request.address, request.count);
    const { unit, readAddress, readCount, writeAddress, registers } = request;
    const refused =
      judgeRead(readAddress, readCount) ??
      (holds(command, writeAddress, registers.length) ? null : illegalDataAddress);
    if (refused !== null) return exception(unit, readWriteFunction, refused);
    if (!this.#write(writeAddress, registers)) return exception(unit, readWriteFunction, illegalDataValue);
    return this.#read(unit, readWriteFunction, readAddress, readCount);
  }

  /** A part of the command block carries no CRC-32 and is refused like a damaged one. */
  #write(address: number, registers: Uint16Array): boolean {
    const block = decodeCommand(registers, this.#rig.identity.serialNumber);
    const whole = address === commandAddress;
    const taken = this.#rig.take(whole ? block : { ...block, crcHolds: false }, this.#time.nowMs());
    if (!taken.taken) return false;
    this.#command = registers;
    if (taken.fresh) this.#time.onFreshHeartbeat();
    return true;
  }

  #read(unit: number, functionCode: 3 | 23, address: number, count: number): Reply {
    const refused = judgeRead(address, count);
    if (refused !== null) return exception(unit, functionCode, refused);
    const area = areaOf(address, count) as Area;
    const first = address - area.address;
    return {
      kind: 'registers',
      unit,
      functionCode,
      registers: this.#registers(area).slice(first, first + count),
    };
  }

  #registers(area: Area): Uint16Array {
    if (area === identification) return this.#identification;
    if (area === command) return this.#command;
    return encodeTelemetry(this.#rig.telemetry(this.#time.aheadMs()), this.#rig.identity);
  }
}

const holds = (area: Area, address: number, count: number): boolean =>
  address >= area.address && address + count <= area.address + area.count;

const areaOf = (address: number, count: number): Area | undefined =>
  [command, telemetry, identification].find((area) => holds(area, address, count));

/** Exception code for a range that cannot be read, or `null`. */
function judgeRead(address: number, count: number): number | null {
  if (count < 1 || count > mostRegistersRead) return illegalDataValue;
  return areaOf(address, count) === undefined ? illegalDataAddress : null;
}

const exception = (unit: number, functionCode: number, code: number): Reply => ({
  kind: 'exception',
  unit,
  functionCode,
  code,
});
