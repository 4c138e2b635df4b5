import type { SafeStorage } from 'electron';
import { expect, it } from 'vitest';
import { secretStore } from '../../../electron/window/secret-store.ts';

/** As Electron has it: here what is kept is what it is turned round. */
const storage = (isThere: boolean, backend = 'gnome_libsecret') =>
  ({
    isEncryptionAvailable: () => isThere,
    getSelectedStorageBackend: () => backend,
    encryptString: (text: string) => Buffer.from(text.split('').toReversed().join('')),
    decryptString: (bytes: Buffer) => bytes.toString().split('').toReversed().join(''),
  }) as unknown as SafeStorage;

it('keeps secrets where the system does', () => {
  const store = secretStore(storage(true), 'linux');
  expect(store?.encrypt('abc').toString()).toBe('cba');
  expect(store?.decrypt(Buffer.from('cba'))).toBe('abc');
});

it('is none where the system keeps nothing, or with a password that everybody knows', () => {
  expect(secretStore(storage(false), 'linux')).toBeNull();
  expect(secretStore(storage(true, 'basic_text'), 'linux')).toBeNull();
  expect(secretStore(storage(true, 'basic_text'), 'win32')).not.toBeNull();
});
