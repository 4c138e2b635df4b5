import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { fingerprintOf, keyOfBlob, keyType, publicBlob } from './ssh-key.ts';
import { lengthed, SshReader, uint32 } from './ssh-wire.ts';

/**
 * Signatures as `ssh-keygen -Y sign` makes them and `ssh-keygen -Y verify` reads them (OpenSSH, PROTOCOL.sshsig), so
 * that a record can be checked without this program.
 */
const magic = 'SSHSIG';
const version = 1;
const hash = 'sha512';
const begin = '-----BEGIN SSH SIGNATURE-----';
const end = '-----END SSH SIGNATURE-----';
const lineLength = 70;

/** What is signed in the place of the message; `namespace` says what for. */
const toBeSigned = (message: Uint8Array, namespace: string): Buffer =>
  Buffer.concat([
    Buffer.from(magic),
    lengthed(namespace),
    lengthed(''),
    lengthed(hash),
    lengthed(createHash(hash).update(message).digest()),
  ]);

/** The same key and message give the same text. */
export function sshSignature(message: Uint8Array, key: KeyObject, namespace: string): string {
  const signature = sign(null, toBeSigned(message, namespace), key);
  const blob = Buffer.concat([
    Buffer.from(magic),
    uint32(version),
    lengthed(publicBlob(key)),
    lengthed(namespace),
    lengthed(''),
    lengthed(hash),
    lengthed(Buffer.concat([lengthed(keyType), lengthed(signature)])),
  ]);
  const lines = blob.toString('base64').match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? [];
  return `${[begin, ...lines, end].join('\n')}\n`;
}

/** `fingerprint` of the key that is in the signature: whose it is the reader has to know. */
export type SignatureVerdict =
  | { readonly ok: true; readonly fingerprint: string }
  | { readonly ok: false; readonly why: string };

export function checkSshSignature(message: Uint8Array, text: string, namespace: string): SignatureVerdict {
  try {
    return checked(message, bytesOf(text), namespace);
  } catch (error) {
    return { ok: false, why: `the signature cannot be read: ${(error as Error).message}` };
  }
}

function bytesOf(text: string): Buffer {
  const lines = text.split(/\r?\n/);
  const [from, to] = [lines.indexOf(begin), lines.indexOf(end)];
  if (from === -1 || to < from) throw new Error('it has no SSH SIGNATURE in it');
  return Buffer.from(lines.slice(from + 1, to).join(''), 'base64');
}

function checked(message: Uint8Array, bytes: Buffer, namespace: string): SignatureVerdict {
  const reader = new SshReader(bytes);
  if (reader.raw(magic.length).toString() !== magic) throw new Error('it does not begin as one');
  if (reader.uint32() !== version) throw new Error('it is of another version');
  const blob = reader.lengthed();
  const key = keyOfBlob(blob);
  const signedFor = reader.text();
  reader.lengthed();
  if (reader.text() !== hash) throw new Error(`its hash is not ${hash}`);
  const signature = new SshReader(reader.lengthed());
  if (signature.text() !== keyType) throw new Error(`it is not of ${keyType}`);
  const bare = signature.lengthed();
  if (!reader.isAtEnd || !signature.isAtEnd) throw new Error('something stands behind it');
  if (signedFor !== namespace)
    return { ok: false, why: `the signature is for "${signedFor.slice(0, 40)}", not "${namespace}"` };
  if (!verify(null, toBeSigned(message, namespace), key, bare))
    return { ok: false, why: 'the signature is not of these bytes' };
  return { ok: true, fingerprint: fingerprintOf(blob) };
}
