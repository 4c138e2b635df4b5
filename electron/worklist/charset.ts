/** What the bytes of a message may be (HL7 table 0211, and how it is written in practice). */
export type Charset = 'ascii' | 'utf-8' | 'latin-1' | 'gb18030';

/** By letters and digits alone: "UNICODE UTF-8", "UTF8" and "utf-8" are one. GBK and GB 2312 are parts of GB 18030. */
const charsets: Readonly<Record<string, Charset>> = {
  ASCII: 'ascii',
  UNICODEUTF8: 'utf-8',
  UTF8: 'utf-8',
  // Withdrawn from the table; what is sent under it is UTF-8 or is refused.
  UNICODE: 'utf-8',
  '88591': 'latin-1',
  ISO88591: 'latin-1',
  GB180302000: 'gb18030',
  GB18030: 'gb18030',
  GBK: 'gb18030',
  GB2312: 'gb18030',
};

export const charsetNamed = (name: string): Charset | null =>
  charsets[name.toUpperCase().replace(/[^A-Z0-9]/g, '')] ?? null;

/** A byte order mark is no character of any field. */
const options = { fatal: true, ignoreBOM: true } as const;

/** The text, or `null` where the bytes are not this character set: a name read wrongly is another patient's. */
export function decode(bytes: Uint8Array, charset: Charset): string | null {
  if (charset === 'latin-1') return eachByte(bytes);
  if (charset === 'ascii') return bytes.some((byte) => byte > 0x7f) ? null : eachByte(bytes);
  try {
    return new TextDecoder(charset, options).decode(bytes);
  } catch {
    return null;
  }
}

/** As many arguments as a call takes everywhere. */
const chunk = 8192;

/** ISO 8859-1 to the letter: what the web calls by that name is Windows-1252. */
export function eachByte(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk)
    text += String.fromCharCode(...bytes.subarray(at, at + chunk));
  return text;
}
