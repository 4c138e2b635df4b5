import { crc32 } from 'node:zlib';
import { serialNumberBytes } from './map.ts';

/** Registers as the wire has them: 16-bit numbers. */
export type Registers = ArrayLike<number>;

/** `value / unit` rounded into an unsigned register; what does not fit becomes 0xFFFF, never another value. */
export function unsigned(value: number, unit: number): number {
  const raw = Math.round(value / unit);
  return raw >= 0 && raw < 0xffff ? raw : 0xffff;
}

/** ASCII text into big-endian registers, NUL padded. */
export function putText(registers: Uint16Array, at: number, text: string, bytes: number): void {
  for (let i = 0; i < bytes; i += 2) {
    registers[at + i / 2] = (charCode(text, i) << 8) | charCode(text, i + 1);
  }
}
const charCode = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) & 0x7f : 0);

/** Text up to the first NUL; `null` if a character is not printable ASCII or text follows a NUL. */
export function text(registers: Registers, at: number, bytes: number): string | null {
  const all = Array.from({ length: bytes }, (_, i) =>
    String.fromCharCode(((registers[at + (i >> 1)] as number) >>> (i % 2 === 0 ? 8 : 0)) & 0xff),
  ).join('');
  return /^[ -~]*\0*$/.test(all) ? all.replace(/\0+$/, '') : null;
}

export const putDouble = (registers: Uint16Array, at: number, value: number): void => {
  registers[at] = value >>> 16;
  registers[at + 1] = value;
};
export const double = (registers: Registers, at: number): number =>
  (registers[at] as number) * 0x10000 + (registers[at + 1] as number);

/**
 * CRC-32 (that of zlib) over 16 serial-number bytes and registers `[0, count)` as big-endian bytes;
 * without a serial number over the registers alone (identification).
 */
export function blockCrc(registers: Registers, count: number, serialNumber: string | null): number {
  const bytes = new Uint8Array(2 * count);
  for (let i = 0; i < count; i += 1) {
    bytes[2 * i] = (registers[i] as number) >>> 8;
    bytes[2 * i + 1] = registers[i] as number;
  }
  return crc32(bytes, serialNumber === null ? 0 : serialCrc(serialNumber));
}

let known = { serialNumber: '', crc: 0 };

/** Of the serial-number bytes alone; kept for the last one, for a link speaks with one rig. */
function serialCrc(serialNumber: string): number {
  if (known.serialNumber === serialNumber && serialNumber !== '') return known.crc;
  const bytes = Uint8Array.from({ length: serialNumberBytes }, (_, i) => charCode(serialNumber, i));
  known = { serialNumber, crc: crc32(bytes) };
  return known.crc;
}

/** Whether the block's last two registers are its CRC-32. */
export const blockCrcHolds = (registers: Registers, count: number, serialNumber: string | null): boolean =>
  double(registers, count - 2) === blockCrc(registers, count - 2, serialNumber);

/** Writes the CRC-32 into the block's last two registers. */
export function sealBlock(registers: Uint16Array, serialNumber: string | null): Uint16Array {
  putDouble(registers, registers.length - 2, blockCrc(registers, registers.length - 2, serialNumber));
  return registers;
}
