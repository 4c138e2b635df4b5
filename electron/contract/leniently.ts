import { fieldLimits, hasLostCharacter } from '../domain/field-limits.ts';
import type { Language } from '../domain/text/language.ts';

/** Who acted where nobody is named: the sign of a missing value, in any language. */
export const nobodyNamed = '---';
/** What a screen sends as the name where it knows none. */
export const nobodyAtScreen: Readonly<Record<Language, string>> = {
  en: 'at the console',
  zh: '控制台旁人员',
};

/** The name in `by`, mended where it is none. */
export function nameIn(sent: unknown): string {
  const by = memberOf(sent, 'by');
  const name = typeof by === 'string' ? by.trim().slice(0, fieldLimits.name).trim() : '';
  if (name === '') return nobodyNamed;
  // Cut in the middle of a character, or lost before: what is left of it is taken out.
  return hasLostCharacter(name) ? name.replaceAll(/[\uFFFD\p{Surrogate}]/gu, '').trim() || nobodyNamed : name;
}

/** Reading may run code of whoever made the object; what it throws is no member. */
export function memberOf(value: unknown, key: string): unknown {
  try {
    return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  } catch {
    return undefined;
  }
}
