import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Mark, marksName, readMark } from './marks.ts';

/** What a program did to a file, in the order it did it. `file`: one opening of a name; `ms` by the monotonic clock. */
export type Op = { readonly ms: number } & (
  | { readonly kind: 'open'; readonly file: number; readonly name: string; readonly anew: boolean }
  | { readonly kind: 'write'; readonly file: number; readonly offset: number; readonly bytes: Uint8Array }
  | { readonly kind: 'cut'; readonly file: number; readonly size: number }
  | { readonly kind: 'sync'; readonly file: number }
  | { readonly kind: 'remove'; readonly name: string }
  /** Names made and removed are on the disk. */
  | { readonly kind: 'sync-folder' }
  /** What went over the journal's line at that moment. */
  | { readonly kind: 'mark'; readonly mark: Mark }
);

export interface Tape {
  readonly ops: readonly Op[];
}

/** As `tape.c` writes it, little-endian: what, file, offset or size, time in ns, number of bytes, bytes. */
const headBytes = 1 + 4 + 8 + 8 + 4;
const kinds = { opened: 1, wrote: 2, cut: 3, synced: 4, removed: 5, folderSynced: 6 } as const;

export function readTape(path: string): Tape {
  const tape = readFileSync(path);
  const ops: Op[] = [];
  let marksFile = 0;
  let at = 0;
  while (at < tape.length) {
    if (at + headBytes > tape.length) throw new Error(`the tape ${path} ends in the middle of an entry`);
    const what = tape.readUInt8(at);
    const file = tape.readUInt32LE(at + 1);
    const offset = Number(tape.readBigInt64LE(at + 5));
    const ms = Number(tape.readBigInt64LE(at + 13)) / 1e6;
    const from = at + headBytes;
    at = from + tape.readUInt32LE(at + 21);
    const bytes = tape.subarray(from, at);
    const name = (): string => basename(bytes.toString('utf8'));
    if (what === kinds.opened && name() === marksName) marksFile = file;
    else if (what === kinds.opened) ops.push({ kind: 'open', file, name: name(), anew: offset !== 0, ms });
    else if (what === kinds.wrote && file === marksFile)
      ops.push({ kind: 'mark', mark: readMark(bytes.toString('utf8')), ms });
    else if (what === kinds.wrote) ops.push({ kind: 'write', file, offset, bytes, ms });
    else if (what === kinds.cut) ops.push({ kind: 'cut', file, size: offset, ms });
    else if (what === kinds.synced) ops.push({ kind: 'sync', file, ms });
    else if (what === kinds.removed) ops.push({ kind: 'remove', name: name(), ms });
    else if (what === kinds.folderSynced) ops.push({ kind: 'sync-folder', ms });
    else throw new Error(`the tape ${path} holds an entry of kind ${what}, which nobody knows`);
  }
  return { ops };
}
