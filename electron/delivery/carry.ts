import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Why, WhyKind } from '../domain/delivery-state.ts';
import { Hangs } from './asking-disks.ts';
import type { Delivery } from './delivery.ts';
import type { Destination } from './destination.ts';
import type { DeliveryDisk } from './disk.ts';

/** What is kept free beside a document, bytes (chosen: a folder grows by a block or two for a name). */
const spareBytes = 1_000_000;

/** Why a document did not get there. `ofDestination`: no other document would either. */
export class NotCarried extends Error {
  readonly why: Why;
  readonly ofDestination: boolean;

  constructor(kind: WhyKind, detail: string, ofDestination: boolean) {
    super(`${kind}: ${detail}`);
    this.why = { kind, detail };
    this.ofDestination = ofDestination;
  }
}

/** Keeps where the part of a delivery is, for the next life of the program; on disk when it returns. `null`: there is none. */
export type NotePart = (partPath: string | null) => void;

export interface Carrying {
  readonly delivery: Delivery;
  readonly destination: Destination;
  readonly disk: DeliveryDisk;
  /** Of this console: a stick is on another volume. */
  readonly dataFolder: string;
  readonly notePart: NotePart;
}

/**
 * Brings a document to its folder: whole, under its name, once. It is written into a spool, noted as whole, and gets its
 * name in one step; whoever finds it noted and gone from the spool knows that it has arrived, even if a receiver has
 * taken it since. Rejects with `NotCarried`.
 */
export async function carry(carrying: Carrying): Promise<void> {
  try {
    if (await hasArrived(carrying)) return;
    await checkFolder(carrying);
    const bytes = await documentBytes(carrying);
    if (await liesThere(carrying, bytes)) return;
    await bring(carrying, bytes);
  } catch (error) {
    throw error instanceof NotCarried ? error : notCarried(error as NodeJS.ErrnoException, carrying);
  }
}

export const spoolOf = ({ spool, folder, stick }: Destination): string =>
  spool ?? join(stick ? folder : dirname(folder), '.isotherm-part');

/** What an earlier try, or an earlier life, has come to. Another stick has none of it. */
async function hasArrived({ delivery, destination, disk, notePart }: Carrying): Promise<boolean> {
  const { partPath } = delivery;
  if (partPath === null) return false;
  const isGone = (await disk.size(partPath)) === null;
  // With the share gone, or the whole spool, nobody can tell: then it is brought once more, by the same name and control id.
  if (isGone && !destination.stick && (await disk.isFolder(dirname(partPath)))) return true;
  if (!(await disk.isFolder(destination.folder))) throw missing(destination);
  notePart(null);
  return false;
}

const missing = ({ folder }: Destination) => new NotCarried('folder-missing', folder, true);

async function checkFolder({ destination, disk, dataFolder }: Carrying): Promise<void> {
  const { folder, stick } = destination;
  if (!(await disk.isFolder(folder))) throw missing(destination);
  if (stick && (await disk.volume(folder)) === (await disk.volume(dataFolder)))
    throw new NotCarried('no-stick', folder, true);
  await disk.mayWrite(folder);
}

/** As it was handed over, to the last bit. */
async function documentBytes({ delivery: { path, sha256 }, disk }: Carrying): Promise<Uint8Array> {
  if ((await disk.size(path)) === null) throw new NotCarried('document-gone', path, false);
  const bytes = await disk.read(path).catch((error: Error) => {
    throw error instanceof Hangs ? error : new NotCarried('disk', error.message, false);
  });
  if (sha256Of(bytes) !== sha256) throw new NotCarried('document-changed', path, false);
  return bytes;
}

async function liesThere({ delivery, destination, disk }: Carrying, bytes: Uint8Array): Promise<boolean> {
  const target = join(destination.folder, delivery.name);
  const size = await disk.size(target);
  if (size === null) return false;
  const isSame = size === bytes.length && sha256Of(await disk.read(target)) === delivery.sha256;
  if (!isSame) throw new NotCarried('other-file', target, false);
  return true;
}

async function bring({ delivery, destination, disk, notePart }: Carrying, bytes: Uint8Array): Promise<void> {
  const spool = spoolOf(destination);
  await disk.makeFolder(spool);
  if ((await disk.volume(spool)) !== (await disk.volume(destination.folder)))
    throw new NotCarried('other-volume', spool, true);
  const freeBytes = await disk.freeBytes(spool);
  if (freeBytes !== null && freeBytes < bytes.length + spareBytes)
    throw new NotCarried('disk-full', destination.folder, false);
  const partPath = join(spool, `${delivery.name}.part`);
  try {
    await disk.write(partPath, bytes);
  } catch (error) {
    await disk.remove(partPath).catch(() => {});
    throw error;
  }
  notePart(partPath);
  await disk.rename(partPath, join(destination.folder, delivery.name));
}

const byCode: Readonly<Record<string, WhyKind>> = {
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EXDEV: 'other-volume',
};

function notCarried(error: NodeJS.ErrnoException, { destination }: Carrying): NotCarried {
  if (error instanceof Hangs) return new NotCarried('hangs', error.message, true);
  const kind = byCode[error.code ?? ''];
  return kind === undefined
    ? new NotCarried('disk', error.message, true)
    : new NotCarried(kind, destination.folder, kind !== 'disk-full');
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
