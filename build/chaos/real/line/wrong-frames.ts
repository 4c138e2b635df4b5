import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';

/** Made here by nothing but docs/link.md, so that a mistake of the codec under test does not hide in it. */
const headerBytes = 3;
const crcBytes = 2;

function crc16(bytes: Uint8Array, length: number): number {
  let crc = 0xffff;
  for (let at = 0; at < length; at += 1) {
    crc ^= bytes[at] as number;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
  }
  return crc;
}

export function sealed(frame: Uint8Array): Uint8Array {
  const crc = crc16(frame, frame.length - crcBytes);
  frame[frame.length - 2] = crc & 0xff;
  frame[frame.length - 1] = crc >>> 8;
  return frame;
}

function crc32(bytes: Iterable<number>): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}

/** The block's own CRC-32, for the rig with this serial number, and CRC-16 made good. */
export function sealedBlock(frame: Uint8Array, serialNumber: string): Uint8Array {
  const end = frame.length - crcBytes - 4;
  const serial = Uint8Array.from({ length: 16 }, (_, at) => serialNumber.charCodeAt(at) || 0);
  const crc = crc32([...serial, ...frame.subarray(headerBytes, end)]);
  new DataView(frame.buffer, frame.byteOffset).setUint32(end, crc);
  return sealed(frame);
}

export function flipped(bytes: Uint8Array, dice: Draw): Uint8Array {
  const copy = bytes.slice();
  // Mostly one to four bits; sometimes a line that is hardly one any more.
  const bits = dice.whole(5) === 0 ? 1 + dice.whole(64) : 1 + dice.whole(4);
  const places = new Set(Array.from({ length: bits }, () => dice.whole(8 * copy.length)));
  for (const place of places) copy[place >> 3] = (copy[place >> 3] as number) ^ (1 << (place & 7));
  return copy;
}

export const noise = (dice: Draw): Uint8Array =>
  Uint8Array.from({ length: 1 + dice.whole(40) }, () => dice.whole(256));

export function wrongUnit(reply: Uint8Array, dice: Draw): Uint8Array {
  const copy = reply.slice();
  copy[0] = 2 + dice.whole(245);
  return sealed(copy);
}

/** Another function of public use, or the other one of this link. */
export function wrongFunction(reply: Uint8Array, dice: Draw): Uint8Array {
  const copy = reply.slice();
  copy[1] = dice.one([1, 2, 3, 4, 16, 22, 23].filter((code) => code !== reply[1]));
  return sealed(copy);
}

/** Whole and right in itself, with more or fewer registers than asked for. */
export function wrongLength(reply: Uint8Array, dice: Draw): Uint8Array {
  const registers = (reply.length - headerBytes - crcBytes) / 2;
  const other = dice.one([1, 2, registers - 1, registers + 1, registers + 2, 125]);
  const copy = new Uint8Array(headerBytes + 2 * other + crcBytes);
  copy.set(reply.subarray(0, Math.min(reply.length - crcBytes, copy.length - crcBytes)));
  copy[2] = 2 * other;
  return sealed(copy);
}

export const exception = (reply: Uint8Array, dice: Draw): Uint8Array =>
  sealed(Uint8Array.of(reply[0] as number, (reply[1] as number) | 0x80, 1 + dice.whole(11), 0, 0));

/** Registers changed and CRC-16 made good: CRC-32 is all that stands in the way. */
export function damagedBlock(reply: Uint8Array, dice: Draw): Uint8Array {
  const body = flipped(reply.subarray(headerBytes, reply.length - crcBytes), dice);
  const copy = reply.slice();
  copy.set(body, headerBytes);
  return sealed(copy);
}

export const otherRig = (reply: Uint8Array, serialNumber: string, dice: Draw): Uint8Array =>
  sealedBlock(reply.slice(), `${serialNumber.slice(0, -1)}${dice.one([...'!#%&'])}`);

/** A state, a mode or a status of a probe that map version 1 does not know. */
export function unknownState(reply: Uint8Array, serialNumber: string, dice: Draw): Uint8Array {
  const copy = reply.slice();
  const view = new DataView(copy.buffer, copy.byteOffset);
  const register = dice.one([1, 3, 14] as const);
  const value = register === 3 ? 5 + dice.whole(11) : 7 + dice.whole(1000);
  view.setUint16(headerBytes + 2 * register, value);
  return sealedBlock(copy, serialNumber);
}
