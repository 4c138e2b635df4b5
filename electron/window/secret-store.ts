import type { SafeStorage } from 'electron';

/** What the seal of records asks of it. */
interface SecretStore {
  encrypt(text: string): Buffer;
  decrypt(bytes: Buffer): string;
}

/**
 * Where this system keeps secrets for its user; `null`: nowhere. Asked once the app is ready. `basic_text` of Linux is a
 * password that stands in Chromium's source: it keeps nothing.
 */
export function secretStore(storage: SafeStorage, platform: NodeJS.Platform): SecretStore | null {
  if (!storage.isEncryptionAvailable()) return null;
  if (platform === 'linux' && storage.getSelectedStorageBackend() === 'basic_text') return null;
  return {
    encrypt: (text) => storage.encryptString(text),
    decrypt: (bytes) => storage.decryptString(bytes),
  };
}
