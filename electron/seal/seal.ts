import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { syncFolder } from '../record/sync-folder.ts';
import type { ConsoleKey } from './console-key.ts';
import { allowedSigner, publicBlob } from './ssh-key.ts';
import { checkSshSignature, sshSignature } from './ssh-signature.ts';
import { readSums, type Sum, sumsText } from './sums.ts';
import { replace, textOf } from './whole-files.ts';

/** What a seal of a record says it is for (`ssh-keygen -Y verify -n`). */
export const sealNamespace = 'isotherm-record';
/** Whom the file of signers beside a record names (`ssh-keygen -Y verify -I`). */
export const sealSigner = 'isotherm-console';

/** `null`: the record itself; a number: what was said of it later; `documents`: what was made of it. */
export type SealOf = number | null | 'documents';

/** The files of a seal. */
export function sealFilesOf(what: SealOf) {
  const sums = what === null ? 'SHA256SUMS' : `SHA256SUMS.${what}`;
  return { sums, signature: `${sums}.sig`, signer: `${sums}.signer` };
}
export const sealFiles = sealFilesOf(null);

const readOnly = 0o444;

/** Of a file of any length. Rejects where it is not there or cannot be read. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

export type Sealed =
  | { readonly ok: true; readonly fingerprint: string }
  | { readonly ok: false; readonly problem: string };

/**
 * Seals the files of a folder that are never changed again: their sums, signed with the key of the console, and the
 * files read-only. A folder that is sealed already is left as it is. Killed at any point it leaves a folder sealed or
 * not; then it can be asked again.
 */
export async function sealFolder(
  folder: string,
  names: readonly string[],
  { key, fingerprint }: ConsoleKey,
  of: SealOf = null,
): Promise<Sealed> {
  const files = sealFilesOf(of);
  try {
    const there = await readSeal(folder, of);
    if (there.state === 'sealed') return { ok: true, fingerprint: there.fingerprint };
    if (there.state === 'broken') throw new Error(`it is sealed already, and ${there.why}`);
    const sums: Sum[] = [];
    for (const name of names) sums.push({ name, sha256: await sha256OfFile(join(folder, name)) });
    const text = sumsText(sums);
    await replace(join(folder, files.signer), allowedSigner(sealSigner, sealNamespace, publicBlob(key)));
    await replace(join(folder, files.signature), sshSignature(Buffer.from(text), key, sealNamespace));
    // The last of them: a folder with sums is sealed.
    await replace(join(folder, files.sums), text);
    await syncFolder(folder);
    for (const name of [...names, ...Object.values(files)]) await chmod(join(folder, name), readOnly);
    return { ok: true, fingerprint };
  } catch (error) {
    return { ok: false, problem: `${folder} was not sealed: ${(error as Error).message}` };
  }
}

export type Seal =
  | { readonly state: 'unsealed' }
  /** By the key of this fingerprint; whose it is the reader has to know. */
  | { readonly state: 'sealed'; readonly fingerprint: string; readonly names: readonly string[] }
  | { readonly state: 'broken'; readonly why: string };

/** Whether the files of a folder are as they were sealed. Rejects where the disk does not let it read. */
export async function readSeal(folder: string, of: SealOf = null): Promise<Seal> {
  const files = sealFilesOf(of);
  const text = await textOf(join(folder, files.sums));
  if (text === null) return { state: 'unsealed' };
  const broken = (why: string): Seal => ({ state: 'broken', why });
  const read = readSums(text);
  if (!read.ok) return broken(`${files.sums}: ${read.problem}`);
  const signature = await textOf(join(folder, files.signature));
  if (signature === null) return broken(`${files.signature} is missing`);
  const verdict = checkSshSignature(Buffer.from(text), signature, sealNamespace);
  if (!verdict.ok) return broken(`${files.signature}: ${verdict.why}`);
  for (const { name, sha256 } of read.sums) {
    const now = await sha256OfFile(join(folder, name)).catch(() => null);
    if (now === null) return broken(`${name} is missing or cannot be read`);
    if (now !== sha256) return broken(`${name} is not as it was sealed`);
  }
  return { state: 'sealed', fingerprint: verdict.fingerprint, names: read.sums.map(({ name }) => name) };
}
