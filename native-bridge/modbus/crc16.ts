/** CRC-16/MODBUS: polynomial 0x8005 reflected (0xA001), initial value 0xFFFF (Modbus over serial line V1.02, 6.2.2). */
const table = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
  return crc;
});

/** CRC of `bytes[start, end)`. On the wire it follows the frame low byte first. */
export function crc16(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let crc = 0xffff;
  for (let i = start; i < end; i += 1) {
    crc = (crc >>> 8) ^ (table[(crc ^ (bytes[i] as number)) & 0xff] as number);
  }
  return crc;
}

/** Whether `bytes[start, end)` ends in its own CRC. */
export function crc16Holds(bytes: Uint8Array, start = 0, end = bytes.length): boolean {
  return end - start > 2 && crc16(bytes, start, end) === 0;
}

/** Writes the CRC of all but the last two bytes into the last two. */
export function sealWithCrc16(frame: Uint8Array): Uint8Array {
  const crc = crc16(frame, 0, frame.length - 2);
  frame[frame.length - 2] = crc & 0xff;
  frame[frame.length - 1] = crc >>> 8;
  return frame;
}
