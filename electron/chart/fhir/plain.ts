import type { Field } from './types.ts';

/** Neither FHIR's strings nor XHTML can hold these: control characters but tab and line ends, and half pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const cannotStand = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text with what cannot stand shown by its code, "U+0007". */
export const standing = (text: string): string =>
  text.replace(cannotStand, (char) => `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);

/** Without what says nothing: FHIR knows no `null`, no empty text, list or object. */
export function filled(value: Field | null): Field {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : standing(value);
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const kept = (value as readonly Field[]).map(filled).filter((one) => one !== undefined);
    return kept.length === 0 ? undefined : kept;
  }
  const kept = Object.entries(value).flatMap(([key, one]): [string, Field][] => {
    const held = filled(one as Field);
    return held === undefined ? [] : [[key, held]];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
