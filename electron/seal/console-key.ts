import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fingerprintOf, publicBlob } from './ssh-key.ts';

/** Where a system keeps secrets for one of its users, as Electron's safeStorage. */
export interface SecretStore {
  encrypt(text: string): Buffer;
  /** Throws where it is not of this user on this computer. */
  decrypt(bytes: Buffer): string;
}

export interface ConsoleKey {
  readonly key: KeyObject;
  /** As `ssh-keygen -l` prints it. */
  readonly fingerprint: string;
  /** `file`: only the rights of the file guard it. */
  readonly keptBy: 'system' | 'file';
}
export type KeyAtHand =
  | { readonly ok: true; readonly key: ConsoleKey }
  | { readonly ok: false; readonly problem: string };

const version = 1;

/**
 * The key that seals the records of this console: made once, and kept in `path`. One that is there and cannot be used
 * is never replaced by another: records would have two signers without anybody having said so.
 */
export async function consoleKey(path: string, store: SecretStore | null): Promise<KeyAtHand> {
  try {
    return { ok: true, key: (await kept(path, store)) ?? (await made(path, store)) };
  } catch (error) {
    const problem = `${path}: ${(error as Error).message}. Records are not sealed until then. Restore the file, or delete it for a new key, whose fingerprint will be another.`;
    return { ok: false, problem };
  }
}

async function kept(path: string, store: SecretStore | null): Promise<ConsoleKey | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : keyIn(text, store);
}

function keyIn(text: string, store: SecretStore | null): ConsoleKey {
  const [head, body, ...more] = text.trimEnd().split('\n');
  const [name, of, keptBy] = (head ?? '').split(' ');
  if (name !== 'isotherm-console-key' || of !== String(version) || body === undefined || more.length > 0)
    throw new Error('it is no key of a console');
  const bytes = Buffer.from(body, 'base64');
  if (keptBy === 'file') return keyOf(bytes.toString('utf8'), 'file');
  if (keptBy !== 'system') throw new Error('it is no key of a console');
  if (store === null)
    throw new Error('the key is kept by the secret store of the system, and this start has none');
  return keyOf(store.decrypt(bytes), 'system');
}

const keyOf = (pem: string, keptBy: ConsoleKey['keptBy']): ConsoleKey => {
  const key = createPrivateKey(pem);
  return { key, fingerprint: fingerprintOf(publicBlob(key)), keptBy };
};

/** Whole or not at all, and never over one that another start has made meanwhile. */
async function made(path: string, store: SecretStore | null): Promise<ConsoleKey> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
  const keptBy = store === null ? 'file' : 'system';
  const body = store === null ? Buffer.from(pem) : store.encrypt(pem);
  await mkdir(dirname(path), { recursive: true });
  const fingerprint = fingerprintOf(publicBlob(privateKey));
  const part = `${path}.${randomUUID()}.part`;
  const file = await open(part, 'wx', 0o600);
  try {
    await file.writeFile(`isotherm-console-key ${version} ${keptBy}\n${body.toString('base64')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(part, path);
    return { key: privateKey, fingerprint, keptBy };
  } catch (error) {
    const other = await kept(path, store);
    if (other === null) throw error;
    return other;
  } finally {
    await rm(part, { force: true });
  }
}
