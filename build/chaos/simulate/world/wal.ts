import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const headerBytes = 32;
const frameHeaderBytes = 24;

/**
 * How much of a write-ahead log (SQLite file format, 4.1) is certain to be on disk where the last `unsynced` commits
 * were not synced, and how much of it is in use.
 */
export function syncedBytes(path: string, unsynced: number): { syncedBytes: number; bytes: number } {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(headerBytes);
    if (readSync(file, header, 0, headerBytes, 0) < headerBytes) return { syncedBytes: 0, bytes: 0 };
    const frameBytes = frameHeaderBytes + header.readUInt32BE(8);
    const salt = header.subarray(16, 24);
    const frames = Math.floor((fstatSync(file).size - headerBytes) / frameBytes);
    /** Where each commit ends. */
    const commits: number[] = [];
    const frame = Buffer.alloc(frameHeaderBytes);
    for (let at = 0; at < frames; at += 1) {
      readSync(file, frame, 0, frameHeaderBytes, headerBytes + at * frameBytes);
      if (!frame.subarray(8, 16).equals(salt)) break;
      if (frame.readUInt32BE(4) !== 0) commits.push(headerBytes + (at + 1) * frameBytes);
    }
    const bytes = commits.at(-1) ?? headerBytes;
    // A log begun anew since was begun after a sync of all before.
    return { syncedBytes: commits.at(-1 - unsynced) ?? headerBytes, bytes };
  } finally {
    closeSync(file);
  }
}
