import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { lengthed, SshReader } from './ssh-wire.ts';

export const keyType = 'ssh-ed25519';
const keyBytes = 32;

/** An Ed25519 public key as SSH has it in keys and signatures (RFC 8709, section 4). */
export function publicBlob(key: KeyObject): Buffer {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  if (typeof x !== 'string') throw new Error('the key is no Ed25519 key');
  return Buffer.concat([lengthed(keyType), lengthed(Buffer.from(x, 'base64url'))]);
}

/** The key in such a blob. Throws where it holds another kind of key. */
export function keyOfBlob(blob: Buffer): KeyObject {
  const reader = new SshReader(blob);
  const type = reader.text();
  if (type !== keyType) throw new Error(`its key is of type ${type.slice(0, 40)}, not ${keyType}`);
  const key = reader.lengthed();
  if (key.length !== keyBytes || !reader.isAtEnd) throw new Error('its key has a wrong length');
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') },
    format: 'jwk',
  });
}

/** As `ssh-keygen -l` prints it: `SHA256:` and 43 characters. */
export const fingerprintOf = (blob: Buffer): string =>
  `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;

/** A line of an `allowed_signers` file: who may sign what with this key (`ssh-keygen(1)`, ALLOWED SIGNERS). */
export const allowedSigner = (who: string, namespace: string, blob: Buffer): string =>
  `${who} namespaces="${namespace}" ${keyType} ${blob.toString('base64')}\n`;
