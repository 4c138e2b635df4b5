import { spawnSync } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { allowedSigner, fingerprintOf, publicBlob } from '../../../electron/seal/ssh-key.ts';
import { checkSshSignature, sshSignature } from '../../../electron/seal/ssh-signature.ts';

const folder = mkdtempSync(join(tmpdir(), 'isotherm-seal-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

const namespace = 'isotherm-record';
const { privateKey } = generateKeyPairSync('ed25519');
const message = Buffer.from('0123  journal.sqlite\n');
const file = (name: string, bytes: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes, { mode: 0o600 });
  return path;
};
const sshKeygen = (args: readonly string[], input: string | Uint8Array = '') =>
  spawnSync('ssh-keygen', args, { input, encoding: 'utf8' });

/** As a hospital would, with nothing but OpenSSH. */
const verified = (bytes: Uint8Array, signature: string, name = namespace, who = 'console') =>
  sshKeygen(
    [
      '-Y',
      'verify',
      '-f',
      file('signers', allowedSigner('console', name, publicBlob(privateKey))),
      '-I',
      who,
    ].concat(['-n', name, '-s', file('sums.sig', signature)]),
    bytes,
  );

describe('a signature of the console', () => {
  const signature = sshSignature(message, privateKey, namespace);

  it('is good to ssh-keygen, which names the key as the console does', () => {
    const { status, stdout, stderr } = verified(message, signature);
    expect(`${stdout}${stderr}`).toContain('Good "isotherm-record" signature for console');
    expect(stdout).toContain(fingerprintOf(publicBlob(privateKey)));
    expect(status).toBe(0);
  });

  it('is not good to ssh-keygen of other bytes, for another purpose, or of somebody else', () => {
    expect(verified(Buffer.from('0123  other\n'), signature).status).not.toBe(0);
    expect(verified(message, signature, 'file').status).not.toBe(0);
    expect(verified(message, signature, namespace, 'another').status).not.toBe(0);
  });

  it('is the same each time', () => {
    expect(sshSignature(message, privateKey, namespace)).toBe(signature);
  });
});

describe('the reader of signatures', () => {
  it('takes one that ssh-keygen made', () => {
    const path = join(folder, 'made');
    expect(sshKeygen(['-t', 'ed25519', '-N', '', '-q', '-f', path]).status).toBe(0);
    const { stdout } = sshKeygen(['-Y', 'sign', '-f', path, '-n', namespace], message);
    const listed = sshKeygen(['-l', '-f', `${path}.pub`]).stdout.split(' ')[1];
    expect(checkSshSignature(message, stdout, namespace)).toEqual({ ok: true, fingerprint: listed });
    expect(readFileSync(`${path}.pub`, 'utf8')).toContain('ssh-ed25519');
  });

  it('refuses what is not of these bytes, for this purpose, or no signature at all', () => {
    const signature = sshSignature(message, privateKey, namespace);
    const why = (bytes: Uint8Array, text: string, name = namespace): string => {
      const verdict = checkSshSignature(bytes, text, name);
      return verdict.ok ? 'ok' : verdict.why;
    };
    expect(why(message, signature)).toBe('ok');
    expect(why(Buffer.from('x'), signature)).toBe('the signature is not of these bytes');
    expect(why(message, signature, 'file')).toBe('the signature is for "isotherm-record", not "file"');
    expect(why(message, '')).toContain('cannot be read: it has no SSH SIGNATURE in it');
    expect(why(message, signature.replace('U1NIU0lH', 'AAAAAAAA'))).toContain('cannot be read');
    const lines = signature.split('\n');
    expect(why(message, [lines[0], lines[1], ...lines.slice(3)].join('\n'))).toContain('cannot be read');
  });

  it('refuses every signature with one bit turned', () => {
    const signature = sshSignature(message, privateKey, namespace);
    const lines = signature.trimEnd().split('\n');
    const bytes = Buffer.from(lines.slice(1, -1).join(''), 'base64');
    const good: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const turned = Buffer.from(bytes);
      turned.writeUInt8(turned.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const text = [lines[0], turned.toString('base64'), lines.at(-1)].join('\n');
      const verdict = checkSshSignature(message, text, namespace);
      if (verdict.ok) good.push(bit);
    }
    expect(good).toEqual([]);
  });

  it('takes no key of another kind', () => {
    const path = join(folder, 'rsa');
    expect(sshKeygen(['-t', 'rsa', '-b', '2048', '-N', '', '-q', '-f', path]).status).toBe(0);
    const { stdout } = sshKeygen(['-Y', 'sign', '-f', path, '-n', namespace], message);
    expect(checkSshSignature(message, stdout, namespace)).toMatchObject({
      ok: false,
      why: expect.stringContaining('ssh-rsa'),
    });
  });
});

it('a key read from its PEM signs as before', () => {
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  expect(sshSignature(message, createPrivateKey(pem), namespace)).toBe(
    sshSignature(message, privateKey, namespace),
  );
});
