import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** ASCII, with `/` between folders. */
  readonly name: string;
  readonly content: string;
}

/** 1 January 1980 00:00, the first time a ZIP can say: no clock shows in the bytes. */
const dosTime = 0;
const dosDate = (1 << 5) | 1;
/** 2.0: deflate. */
const version = 20;
const deflated = 8;

/** A ZIP archive (APPNOTE 6.3.10, without ZIP64: at most 65 535 files and 4 GB). */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const plain = Buffer.from(content, 'utf8');
    const packed = deflateRawSync(plain);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(version, 0);
    common.writeUInt16LE(deflated, 4);
    common.writeUInt16LE(dosTime, 6);
    common.writeUInt16LE(dosDate, 8);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(plain.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([signature('PK\x03\x04'), common, Buffer.from(name, 'ascii')]);
    locals.push(local, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([version, 0]);
    directory.push(signature('PK\x01\x02'), madeBy, common, rest, Buffer.from(name, 'ascii'));
    offset += local.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, listed, signature('PK\x05\x06'), end]);
}

const signature = (bytes: string): Buffer => Buffer.from(bytes, 'latin1');
