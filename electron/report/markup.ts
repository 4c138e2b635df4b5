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

/** Text as a CSS string; letters and digits stay, everything else is written by its code point. */
export function cssString(text: string): string {
  const safe = [...text].map((char) =>
    /[\p{L}\p{N} ]/u.test(char) ? char : `\\${(char.codePointAt(0) ?? 0x20).toString(16)} `,
  );
  return `"${safe.join('')}"`;
}
