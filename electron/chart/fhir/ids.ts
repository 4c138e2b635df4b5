import { createHash } from 'node:crypto';

/** Namespace of names that are URLs (RFC 9562, 6.6). */
const urlNamespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** Of what belongs to a record; `.invalid` belongs to nobody and never resolves (RFC 2606). */
export const recordUrl = (runId: string): string =>
  `https://isotherm.invalid/record/${encodeURIComponent(runId.toWellFormed())}`;

/**
 * `urn:uuid:…` of something in a record: UUID version 5 (RFC 9562, 5.5) of its URL, so the same in every document of
 * that record.
 */
export function urnOf(runId: string, name: string): string {
  const url = `${recordUrl(runId)}/${encodeURIComponent(name.toWellFormed())}`;
  const bytes = createHash('sha1').update(urlNamespace).update(url, 'utf8').digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
