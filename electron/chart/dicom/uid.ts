import { createHash } from 'node:crypto';

/**
 * A UID under 2.25 from a text: 128 bits of its SHA-256 as a decimal number (DICOM PS3.5, B.2, where the number is that
 * of a UUID). The same text gives the same UID; at most 44 characters of the 64 there are.
 */
export const uidOf = (text: string): string => {
  const digest = createHash('sha256').update(text, 'utf8').digest('hex');
  return `2.25.${BigInt(`0x${digest.slice(0, 32)}`)}`;
};
