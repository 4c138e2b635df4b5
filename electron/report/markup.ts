/** A piece of HTML or SVG that is safe to put into a document. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | null | readonly Markup[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);

function partText(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}

/** A template whose every value is escaped unless it is markup itself; so typed text can never become a tag. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: String.raw({ raw: strings.raw }, ...parts.map(partText)) };
}

export const nothing: Markup = { markup: '' };

/** Text as a CSS string: what could end string or sheet is written by its code point, as is all of ASCII but letters and digits. */
export function cssString(text: string): string {
  const safe = text.replace(/[^\p{L}\p{N} ]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return code > lastControl ? char : `\\${code.toString(16)} `;
  });
  return `"${safe}"`;
}
const lastControl = 0x9f;
