/** Half a surrogate pair is no character. */
export const isWhole = (code: number): boolean => code < 0xd800 || code > 0xdfff;

/** What there is no place for stands by its code, "U+20BB7": never a mark that says nothing. */
export const byCode = (text: string, has: (code: number) => boolean): string =>
  Array.from(text, (char) => (has(codeOf(char)) ? char : named(codeOf(char)))).join('');

export const codeOf = (char: string): number => char.codePointAt(0) ?? 0;

/** "U+5C0F" */
export const named = (code: number): string => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
