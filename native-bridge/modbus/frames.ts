import { crc16Holds, sealWithCrc16 } from './crc16.ts';

/** The two functions of the link: Read Holding Registers and Read/Write Multiple Registers. */
export const readFunction = 3;
export const readWriteFunction = 23;
export type FunctionCode = typeof readFunction | typeof readWriteFunction;

/** Set in the function byte of an exception reply. */
export const exceptionBit = 0x80;
export const illegalFunction = 1;
export const illegalDataAddress = 2;
export const illegalDataValue = 3;

/** Modbus application protocol V1.1b3, 6.3 and 6.17. */
export const mostRegistersRead = 125;
export const mostRegistersWritten = 121;

export interface ReadRequest {
  readonly kind: 'read';
  readonly unit: number;
  readonly address: number;
  readonly count: number;
}

/** Writes first, then reads (Modbus application protocol V1.1b3, 6.17). */
export interface ReadWriteRequest {
  readonly kind: 'read-write';
  readonly unit: number;
  readonly readAddress: number;
  readonly readCount: number;
  readonly writeAddress: number;
  readonly registers: Uint16Array;
}
export type Request = ReadRequest | ReadWriteRequest;

export type Reply =
  | {
      readonly kind: 'registers';
      readonly unit: number;
      readonly functionCode: FunctionCode;
      readonly registers: Uint16Array;
    }
  | {
      readonly kind: 'exception';
      readonly unit: number;
      /** Of the request, without the exception bit. */
      readonly functionCode: number;
      readonly code: number;
    };

/** Why a run of bytes is not one whole frame. */
export type FrameFault =
  | { readonly kind: 'short' }
  | { readonly kind: 'crc' }
  | { readonly kind: 'malformed' };

const word = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] as number) << 8) | (bytes[at + 1] as number);

function putWord(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 8;
  bytes[at + 1] = value;
}

function putWords(bytes: Uint8Array, at: number, registers: Uint16Array): void {
  for (let i = 0; i < registers.length; i += 1) putWord(bytes, at + 2 * i, registers[i] as number);
}

function words(bytes: Uint8Array, at: number, count: number): Uint16Array {
  const registers = new Uint16Array(count);
  for (let i = 0; i < count; i += 1) registers[i] = word(bytes, at + 2 * i);
  return registers;
}

/** One whole request frame, CRC included. */
export function encodeRequest(request: Request): Uint8Array {
  if (request.kind === 'read') {
    const frame = new Uint8Array(8);
    frame[0] = request.unit;
    frame[1] = readFunction;
    putWord(frame, 2, request.address);
    putWord(frame, 4, request.count);
    return sealWithCrc16(frame);
  }
  const frame = new Uint8Array(13 + 2 * request.registers.length);
  frame[0] = request.unit;
  frame[1] = readWriteFunction;
  putWord(frame, 2, request.readAddress);
  putWord(frame, 4, request.readCount);
  putWord(frame, 6, request.writeAddress);
  putWord(frame, 8, request.registers.length);
  frame[10] = 2 * request.registers.length;
  putWords(frame, 11, request.registers);
  return sealWithCrc16(frame);
}

/** One whole reply frame, CRC included. */
export function encodeReply(reply: Reply): Uint8Array {
  if (reply.kind === 'exception') {
    return sealWithCrc16(Uint8Array.of(reply.unit, reply.functionCode | exceptionBit, reply.code, 0, 0));
  }
  const frame = new Uint8Array(5 + 2 * reply.registers.length);
  frame[0] = reply.unit;
  frame[1] = reply.functionCode;
  frame[2] = 2 * reply.registers.length;
  putWords(frame, 3, reply.registers);
  return sealWithCrc16(frame);
}

const short: FrameFault = { kind: 'short' };
const wrongCrc: FrameFault = { kind: 'crc' };
const malformed: FrameFault = { kind: 'malformed' };

/** Reads `bytes` as exactly one request of function 3 or 23. Quantities are not judged: that is the slave's part. */
export function decodeRequest(bytes: Uint8Array): Request | FrameFault {
  if (bytes.length < 4) return short;
  if (!crc16Holds(bytes)) return wrongCrc;
  const unit = bytes[0] as number;
  if (bytes[1] === readFunction) {
    if (bytes.length !== 8) return malformed;
    return { kind: 'read', unit, address: word(bytes, 2), count: word(bytes, 4) };
  }
  if (bytes[1] !== readWriteFunction || bytes.length < 13) return malformed;
  const count = word(bytes, 8);
  if (bytes[10] !== 2 * count || bytes.length !== 13 + 2 * count) return malformed;
  return {
    kind: 'read-write',
    unit,
    readAddress: word(bytes, 2),
    readCount: word(bytes, 4),
    writeAddress: word(bytes, 6),
    registers: words(bytes, 11, count),
  };
}

/** Reads `bytes` as exactly one reply to function 3 or 23, or an exception to any function. */
export function decodeReply(bytes: Uint8Array): Reply | FrameFault {
  if (bytes.length < 5) return short;
  if (!crc16Holds(bytes)) return wrongCrc;
  const unit = bytes[0] as number;
  const functionCode = bytes[1] as number;
  if (functionCode & exceptionBit) {
    if (bytes.length !== 5) return malformed;
    return { kind: 'exception', unit, functionCode: functionCode & ~exceptionBit, code: bytes[2] as number };
  }
  if (functionCode !== readFunction && functionCode !== readWriteFunction) return malformed;
  const dataBytes = bytes[2] as number;
  if (dataBytes % 2 !== 0 || bytes.length !== 5 + dataBytes) return malformed;
  return { kind: 'registers', unit, functionCode, registers: words(bytes, 3, dataBytes / 2) };
}
