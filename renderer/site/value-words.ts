import { number } from '../../electron/contract/text.ts';
import type { Text } from '../text/text.ts';
import type { Shape } from './shapes.ts';

/** A value in words, one line each; what is in it is named. */
export function valueWords(shape: Shape, value: unknown, words: Text): string[] {
  const text = words.site;
  switch (shape.kind) {
    case 'text':
      return [value === '' ? text.nothing : String(value)];
    case 'number':
      return [
        value === null ? text.none : `${plainNumber(value as number)} ${unitWords(shape.unit, words)}`.trim(),
      ];
    case 'yes-no':
      return [value === true ? text.yes : text.no];
    case 'formula':
      return [words.domain.bodySurfaceFormula[value as keyof Text['domain']['bodySurfaceFormula']]];
    case 'fields':
      return value === null
        ? [text.none]
        : Object.entries(shape.of).flatMap(([name, one]) => {
            const inner = valueWords(one, inside(value, name), words);
            return one.kind === 'lines'
              ? [`${fieldName(name, words)}:`, ...inner.map((line) => `· ${line}`)]
              : inner.map((line) => `${fieldName(name, words)}: ${line}`);
          });
    case 'lines':
      return listed(
        (value as readonly Line[]).map((line) => lineWords(shape.of, line, words)),
        words,
      );
    case 'names':
      return listed(value as readonly string[], words);
  }
}

type Line = Readonly<Record<string, unknown>>;
const inside = (value: unknown, name: string): unknown => (value as Line)[name];
const listed = (lines: readonly string[], words: Text): string[] =>
  lines.length === 0 ? [words.site.noLines] : [...lines];

/** "Consent seen · 已查看知情同意书 · Must be done: yes". What is not asked, or empty, is left out. */
function lineWords(of: Record<string, Shape>, line: Line, words: Text): string {
  const more = Object.entries(of).flatMap(([name, shape]) => {
    const value = line[name];
    if (name === 'en' || name === 'zh' || value === false || value === '' || value === null) return [];
    const said = valueWords(shape, value, words).join(' ');
    return [shape.kind === 'yes-no' ? fieldName(name, words) : `${fieldName(name, words)} ${said}`];
  });
  return [line.en, line.zh, ...more].join(' · ');
}

export const unitWords = (unit: string, { site }: Text): string => site.unit[unit] ?? unit;

/** As it was entered, at most three decimals. */
export const plainNumber = (value: number): string =>
  number(value, Math.min(3, String(value).split('.')[1]?.length ?? 0));

/** What a part of a value is called. */
export function fieldName(name: string, { site, domain }: Text): string {
  const names: Readonly<Partial<Record<string, string>>> = {
    ...site.field,
    ...domain.setting,
    ...domain.cavity,
  };
  return names[name] ?? name;
}

/** In short, for a row: a list is only counted. */
export function shortWords(shape: Shape, value: unknown, words: Text): string[] {
  if (shape.kind === 'lines' || shape.kind === 'names')
    return [words.site.lines((value as readonly unknown[]).length)];
  if (
    shape.kind === 'fields' &&
    value !== null &&
    Object.values(shape.of).some(({ kind }) => kind === 'lines')
  )
    return Object.keys(shape.of).map(
      (name) =>
        `${fieldName(name, words)}: ${words.site.lines((inside(value, name) as readonly unknown[]).length)}`,
    );
  return valueWords(shape, value, words);
}
