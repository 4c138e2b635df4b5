import { type Charset, decode } from './charset.ts';
import type { Separators } from './hl7.ts';

/** The text that was meant, or `null` where an escape is not known: then nobody knows what was meant. */
export function unescaped(raw: string, separators: Separators, charset: Charset): string | null {
  const sign = separators.escape;
  if (sign === '' || !raw.includes(sign)) return raw;
  const parts = raw.split(sign);
  // Texts and what stands between two escape signs take turns; a sign without its other makes the count even.
  if (parts.length % 2 === 0) return null;
  const meant = parts.map((part, at) => (at % 2 === 0 ? part : meaning(part, separators, charset)));
  return meant.includes(null) ? null : meant.join('');
}

function meaning(code: string, separators: Separators, charset: Charset): string | null {
  switch (code) {
    case 'F':
      return separators.field;
    case 'S':
      return separators.component;
    case 'R':
      return separators.repetition;
    case 'E':
      return separators.escape;
    case 'T':
      return separators.subcomponent || '&';
    // Highlighting, begun and ended.
    case 'H':
    case 'N':
      return '';
    case '.br':
      return '\n';
  }
  return /^X(?:[0-9A-Fa-f]{2})+$/.test(code) ? decode(bytesOf(code.slice(1)), charset) : null;
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
