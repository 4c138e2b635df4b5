import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type DecodedText, decodeUtf8, mostFileBytes } from '../domain/utf8.ts';

/** The text of a file a person wrote; what is wrong is the predicate of a sentence that begins with the file. */
export function readTextFile(path: string): DecodedText {
  try {
    return decodeUtf8(readBytes(path));
  } catch (error) {
    return { ok: false, problem: `cannot be read (${(error as Error).message})` };
  }
}

/** At most one byte more than is taken, whatever the file says of its size: a device or a pipe says nothing. */
function readBytes(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).isDirectory()) throw new Error('it is a folder, not a file');
    const bytes = Buffer.alloc(mostFileBytes + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = readSync(file, bytes, length, bytes.length - length, null);
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
