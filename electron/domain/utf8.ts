/** A text from the bytes of a file, or why there is none: the predicate of a sentence that begins with the file. */
export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string };

/** A case, preset or scenario is a few kilobytes. */
export const mostFileBytes = 1_000_000;

const saveAsUtf8 = 'save it as UTF-8';

/**
 * UTF-8 to the letter, a byte order mark before it ignored. Anything else is named and refused: a name read in the
 * wrong encoding is another patient's, and what was lost cannot be brought back.
 */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) return refused('is empty');
  if (bytes.length > mostFileBytes)
    return refused(`is larger than ${mostFileBytes / 1_000_000} MB: name another file`);
  const other = otherEncoding(bytes);
  if (other !== null) return refused(`is ${other}: ${saveAsUtf8}`);
  const at = firstWrong(bytes);
  if (at !== null) {
    const byte = `0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
    return refused(
      `is not UTF-8 (byte ${byte} at offset ${at}), perhaps GBK, GB18030 or Windows-1252: ${saveAsUtf8}`,
    );
  }
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0)
    return refused(`holds a character that was lost (U+FFFD) at ${placeIn(text, lost)}: write it again`);
  return text.trim() === '' ? refused('is empty') : { ok: true, text };
}

const refused = (problem: string): DecodedText => ({ ok: false, problem });

/** Where in a text, for a person with an editor. */
export function placeIn(text: string, at: number): string {
  const lines = text.slice(0, at).split(/\r\n|\r|\n/);
  return `line ${lines.length}, column ${[...(lines.at(-1) ?? '')].length + 1}`;
}

/** By its mark, or by the zeros between its letters: a file of ours begins with a sign of ASCII. */
function otherEncoding(bytes: Uint8Array): string | null {
  const [a = 1, b = 1, c = 1, d = 1] = bytes;
  if (a === 0 && b === 0 && (c !== 0 || d !== 0)) return 'UTF-32';
  if (b === 0 && c === 0 && d === 0) return 'UTF-32';
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16 (little-endian)';
  if (a === 0xfe && b === 0xff) return 'UTF-16 (big-endian)';
  if (a === 0 && b !== 0) return 'UTF-16 (big-endian)';
  return b === 0 && a !== 0 ? 'UTF-16 (little-endian)' : null;
}

/** Offset of the first byte that begins no character of UTF-8 (RFC 3629, section 4). */
function firstWrong(bytes: Uint8Array): number | null {
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return null;
}

/** Bytes of the character at `at`; 0: there is none. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const [length, low, high] = sequence(first);
  const second = bytes[at + 1] ?? 0;
  if (length === 0 || second < low || second > high) return 0;
  for (let more = 2; more < length; more += 1) {
    if (((bytes[at + more] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

/** How long a character with this first byte is, and between what its second byte lies. */
function sequence(first: number): readonly [length: number, low: number, high: number] {
  if (first >= 0xc2 && first <= 0xdf) return [2, 0x80, 0xbf];
  if (first === 0xe0) return [3, 0xa0, 0xbf];
  if (first === 0xed) return [3, 0x80, 0x9f];
  if (first >= 0xe1 && first <= 0xef) return [3, 0x80, 0xbf];
  if (first === 0xf0) return [4, 0x90, 0xbf];
  if (first >= 0xf1 && first <= 0xf3) return [4, 0x80, 0xbf];
  if (first === 0xf4) return [4, 0x80, 0x8f];
  return [0, 0, 0];
}
