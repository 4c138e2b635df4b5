/**
 * Segments and fields of HL7 v2.5.1 (chapter 2). A component, a field and a segment are types of their own, so that
 * nothing gets into a message that is not escaped.
 */

/** One component; `parts`: its subcomponents, as typed. */
export type Component = string | readonly string[];
/** One repetition of a field: its components. */
export type Repetition = readonly Component[];
/** Left out: "", or an empty list. */
export type Field = string | Repetition | { readonly repeated: readonly Repetition[] };

/**
 * A text as it stands in a message: separators by their escapes (2.7.1), line breaks and other control characters as
 * hexadecimal (2.7.5). Two quotes alone would say "delete this value" (2.5.3).
 */
export function escaped(text: string): string {
  if (text === '""') return '\\X22\\\\X22\\';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  return text.replace(/[|^~\\&\u0000-\u001f\u007f]/g, (char) => `\\${letters[char] ?? hexadecimal(char)}\\`);
}

const letters: Readonly<Record<string, string>> = { '|': 'F', '^': 'S', '~': 'R', '\\': 'E', '&': 'T' };
const hexadecimal = (char: string): string =>
  `X${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

const withoutEmptyEnd = (parts: readonly string[], separator: string): string => {
  const last = parts.findLastIndex((part) => part !== '');
  return parts.slice(0, last + 1).join(separator);
};

const componentText = (component: Component): string =>
  typeof component === 'string' ? escaped(component) : withoutEmptyEnd(component.map(escaped), '&');

const repetitionText = (repetition: Repetition): string =>
  withoutEmptyEnd(repetition.map(componentText), '^');

function fieldText(field: Field): string {
  if (typeof field === 'string') return escaped(field);
  if ('repeated' in field) return withoutEmptyEnd(field.repeated.map(repetitionText), '~');
  return repetitionText(field);
}

/** A segment by the numbers of its fields, without the carriage return behind it. */
export function segment(name: string, fields: Readonly<Record<number, Field>>): string {
  const last = Math.max(0, ...Object.keys(fields).map(Number));
  const texts = Array.from({ length: last }, (_, index) => fieldText(fields[index + 1] ?? ''));
  return withoutEmptyEnd([name, ...texts], '|');
}

/** The header names the separators itself: MSH-1 is what stands behind its name, and MSH-2 is not escaped. */
export function headerSegment(fields: Readonly<Record<number, Field>>): string {
  const fromThree = Object.entries(fields).map(([number, field]) => [Number(number) - 2, field] as const);
  return `MSH|^~\\&${segment('', Object.fromEntries(fromThree))}`;
}
