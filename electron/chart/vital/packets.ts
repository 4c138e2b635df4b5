/** The kinds of packet of a `.vital` file ("Vital File Format", vitaldb/vitalutils, BSD-3). Little endian throughout. */
const packetType = { record: 1, track: 0, device: 9 } as const;

export interface Device {
  readonly id: number;
  readonly type: string;
  readonly name: string;
  readonly port: string;
}

export const trackKind = { wave: 1, text: 5 } as const;

export interface Track {
  readonly id: number;
  readonly kind: keyof typeof trackKind;
  readonly name: string;
  readonly unit: string;
  /** What a screen shows of it. */
  readonly lowest: number;
  readonly highest: number;
  /** Samples a second; 0 for texts. */
  readonly rate: number;
  /** 0: of no device. */
  readonly device: number;
}

export interface FileTimes {
  /** UTC less local time, min. */
  readonly biasMinutes: number;
  /** s since 1970-01-01 UTC. */
  readonly startSeconds: number;
  readonly endSeconds: number;
}

const u8 = (value: number): Buffer => Buffer.from([value]);
function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
function f32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}
function f64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}
function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  return Buffer.concat([u32(bytes.length), bytes]);
}
const packet = (type: keyof typeof packetType, ...parts: Buffer[]): Buffer => {
  const data = Buffer.concat(parts);
  return Buffer.concat([u8(packetType[type]), u32(data.length), data]);
};

/** Format 3, with start and end. Instance and program are VitalRecorder's own: 0, as it did not write the file. */
export function fileHeader({ biasMinutes, startSeconds, endSeconds }: FileTimes): Buffer {
  const bias = Buffer.alloc(2);
  bias.writeInt16LE(biasMinutes);
  return Buffer.concat([
    Buffer.from('VITA', 'ascii'),
    u32(3),
    u16(26),
    bias,
    u32(0),
    u32(0),
    f64(startSeconds),
    f64(endSeconds),
  ]);
}

export const devicePacket = ({ id, type, name, port }: Device): Buffer =>
  packet('device', u32(id), text(type), text(name), text(port));

/** Values are 32-bit floats as they are: gain 1, offset 0. White; no kind of monitor value, as none of them is one. */
export const trackPacket = (track: Track): Buffer =>
  packet(
    'track',
    u16(track.id),
    u8(trackKind[track.kind]),
    u8(track.kind === 'text' ? 0 : 1),
    text(track.name),
    text(track.unit),
    f32(track.lowest),
    f32(track.highest),
    u32(0xffffffff),
    f32(track.rate),
    f64(1),
    f64(0),
    u8(0),
    u32(track.device),
  );

const recordInfo = (trackId: number, seconds: number): Buffer =>
  Buffer.concat([u16(10), f64(seconds), u16(trackId)]);

/** Samples one after another from `seconds` on, at the rate of their track; NaN: no value. */
export function wavePacket(trackId: number, seconds: number, values: readonly number[]): Buffer {
  const floats = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) floats.writeFloatLE(value, 4 * index);
  return packet('record', recordInfo(trackId, seconds), u32(values.length), floats);
}

export const textPacket = (trackId: number, seconds: number, value: string): Buffer =>
  packet('record', recordInfo(trackId, seconds), u32(0), text(value));
