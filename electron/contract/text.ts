/** The words of the domain and how its numbers are written, for the renderer. */
export * from '../domain/text/dictionary.ts';
export { en } from '../domain/text/en.ts';
export * from '../domain/text/format.ts';
export type { Language } from '../domain/text/language.ts';
export { zh } from '../domain/text/zh.ts';
