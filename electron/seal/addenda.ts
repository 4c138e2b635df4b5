import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '../domain/actor.ts';
import type { Addendum, Said } from '../domain/addendum.ts';
import { addendumText, readAddendumText } from './addendum-text.ts';
import type { ConsoleKey } from './console-key.ts';
import { readSeal, sealFiles, sealFilesOf, sealFolder } from './seal.ts';
import { replace, textOf } from './whole-files.ts';

/**
 * What is said of a sealed record later: `addendum-1.json`, `addendum-2.json` and so on beside it, each sealed for
 * itself together with the sums of the one before. So each is a link of a chain that begins with the seal of the record,
 * and `sha256sum -c` holds for every one of them for ever.
 */
export type AddendaRead =
  | { readonly state: 'intact'; readonly addenda: readonly SealedAddendum[] }
  /** Those before the place where it is broken. */
  | { readonly state: 'broken'; readonly addenda: readonly SealedAddendum[]; readonly why: string };

export interface SealedAddendum extends Addendum {
  /** Of the key that sealed it. */
  readonly fingerprint: string;
}

export const addendumFile = (number: number): string => `addendum-${number}.json`;
const sumsOf = (number: number): string => sealFilesOf(number === 0 ? null : number).sums;

/** Of a sealed record. Rejects where the disk does not let it read. */
export async function readAddenda(folder: string): Promise<AddendaRead> {
  const last = await lastNumber(folder);
  const addenda: SealedAddendum[] = [];
  for (let number = 1; number <= last; number += 1) {
    const read = await readOne(folder, number);
    if (typeof read === 'string') return { state: 'broken', addenda, why: read };
    addenda.push(read);
  }
  return { state: 'intact', addenda };
}

async function readOne(folder: string, number: number): Promise<SealedAddendum | string> {
  const seal = await readSeal(folder, number);
  const { sums } = sealFilesOf(number);
  if (seal.state === 'unsealed') return `${sums} is missing`;
  if (seal.state === 'broken') return seal.why;
  const names = [sumsOf(number - 1), addendumFile(number)];
  if (seal.names.join() !== names.join()) return `${sums} is of ${seal.names.join()}, not of ${names.join()}`;
  const read = readAddendumText(await readFile(join(folder, addendumFile(number)), 'utf8'));
  if (!read.ok) return `${addendumFile(number)}: ${read.problem}`;
  if (read.addendum.number !== number)
    return `${addendumFile(number)} says it is number ${read.addendum.number}`;
  return { ...read.addendum, fingerprint: seal.fingerprint };
}

/** The highest number of a seal in the folder; 0: there is none. */
async function lastNumber(folder: string): Promise<number> {
  const numbers = (await readdir(folder)).map((name) => /^SHA256SUMS\.([1-9]\d{0,5})$/.exec(name)?.[1] ?? 0);
  return Math.max(0, ...numbers.map(Number));
}

export type Added =
  | { readonly ok: true; readonly addendum: Addendum }
  | { readonly ok: false; readonly problem: string };

/**
 * Adds to a sealed record, after what was said before. Killed at any point it has added it or not; what was begun and
 * not sealed was never told as kept, and is set aside by the next.
 */
export async function addAddendum(
  folder: string,
  entry: { readonly by: Actor; readonly said: Said; readonly atWallMs: number },
  key: ConsoleKey,
): Promise<Added> {
  const failed = (why: string): Added => ({
    ok: false,
    problem: `${folder}: nothing was added to the record: ${why}.`,
  });
  try {
    const seal = await readSeal(folder);
    if (seal.state !== 'sealed')
      return failed(seal.state === 'broken' ? `its seal is broken: ${seal.why}` : 'it is not sealed');
    const read = await readAddenda(folder);
    if (read.state === 'broken') return failed(`what was said before is broken: ${read.why}`);
    const addendum = { number: read.addenda.length + 1, ...entry };
    const name = addendumFile(addendum.number);
    await setAside(join(folder, name));
    await replace(join(folder, name), addendumText(addendum));
    const sealed = await sealFolder(folder, [sumsOf(addendum.number - 1), name], key, addendum.number);
    return sealed.ok ? { ok: true, addendum } : failed(sealed.problem);
  } catch (error) {
    return failed((error as Error).message);
  }
}

async function setAside(path: string): Promise<void> {
  if ((await textOf(path)) !== null) await rename(path, path.replace(/\.json$/, '.unsealed.json'));
}

/** SHA-256 of the journal as its seal has it, 64 hex digits; `null`: the record is not sealed. */
export async function sealedSha256(folder: string): Promise<string | null> {
  const text = await textOf(join(folder, sealFiles.sums));
  return /^([0-9a-f]{64}) /.exec(text ?? '')?.[1] ?? null;
}
