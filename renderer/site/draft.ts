import { fieldLimits, mostListItems, textProblem } from '../../electron/contract/words.ts';
import type { Text } from '../text/text.ts';
import { ambiguous, asTyped, typedNumber } from '../text/typed-number.ts';
import type { Fields, Shape } from './shapes.ts';
import { unitWords } from './value-words.ts';

/** A value of the site as it is being typed: its numbers are texts, what is none is `null`. */
export type Draft = string | boolean | null | readonly Draft[] | DraftFields;
export interface DraftFields {
  readonly [name: string]: Draft;
}

/** What is wrong, by its place below the value: "initial", "3.en"; "" for all of it. */
export interface DraftProblem {
  readonly at: string;
  readonly text: string;
}

const mapped = (of: Fields, each: (shape: Shape, name: string) => Draft): DraftFields =>
  Object.fromEntries(Object.entries(of).map(([name, shape]) => [name, each(shape, name)]));

/** A value as somebody would have typed it. */
export function draftOf(shape: Shape, value: unknown): Draft {
  switch (shape.kind) {
    case 'number':
      return asTyped(value as number | null);
    case 'fields':
      return value === null ? null : mapped(shape.of, (one, name) => draftOf(one, at(value, name)));
    case 'lines':
      return (value as readonly DraftFields[]).map((line) => ({
        id: line.id ?? '',
        ...mapped(shape.of, (one, name) => draftOf(one, line[name])),
      }));
    default:
      return value as Draft;
  }
}

const at = (value: unknown, name: string): unknown => (value as Readonly<Record<string, unknown>>)[name];

/** What stands there before anything is typed. */
export function blank(shape: Shape): Draft {
  switch (shape.kind) {
    case 'yes-no':
      return false;
    case 'fields':
      return mapped(shape.of, blank);
    case 'lines':
    case 'names':
      return [];
    default:
      return '';
  }
}

export const blankLine = (of: Fields): DraftFields => ({ id: '', ...mapped(of, blank) });

/** What was typed as the site has it, lines with their ids, and all that is wrong with it as far as a screen can tell. */
export function typedValue(
  shape: Shape,
  draft: Draft,
  text: Text,
): { value: unknown; problems: DraftProblem[] } {
  const problems: DraftProblem[] = [];
  const read = (one: Shape, typed: Draft, place: readonly string[]): unknown => {
    const add = (said: string) => problems.push({ at: place.join('.'), text: said });
    switch (one.kind) {
      case 'text':
        return readText(one, typed as string, text, add);
      case 'number':
        return readNumber(one, typed as string, text, add);
      case 'fields':
        return typed === null ? null : readFields(one.of, typed as DraftFields, place);
      case 'lines': {
        const all = withIds(typed as readonly DraftFields[]);
        if (all.length > mostListItems) add(text.site.tooManyLines(mostListItems));
        return all.map((line, index) => ({
          id: line.id,
          ...readFields(one.of, line, [...place, String(index)]),
        }));
      }
      case 'names':
        return (typed as readonly string[]).map((name, index) =>
          readText({ kind: 'text', most: fieldLimits.line, needed: true }, name, text, (said) =>
            problems.push({ at: [...place, String(index)].join('.'), text: said }),
          ),
        );
      default:
        return typed;
    }
  };
  const readFields = (of: Fields, typed: DraftFields, place: readonly string[]) =>
    Object.fromEntries(
      Object.entries(of).map(([name, one]) => [name, read(one, typed[name] ?? null, [...place, name])]),
    );
  return { value: read(shape, draft, []), problems };
}

type Add = (said: string) => void;

function readText(shape: Shape & { kind: 'text' }, typed: string, text: Text, add: Add): string {
  const wrong = textProblem(typed, shape.most);
  if (wrong !== null) add(text.entry.text(wrong));
  else if (shape.needed && typed.trim() === '') add(text.site.missing);
  return typed.trim();
}

function readNumber(shape: Shape & { kind: 'number' }, typed: string, text: Text, add: Add): number | null {
  const rule = shape.bounds === null ? null : { bounds: shape.bounds, whole: shape.whole };
  const two = ambiguous(typed, rule);
  const value = typedNumber(typed, rule);
  if (two !== null) add(text.entry.ambiguous(two));
  else if (value === null) {
    if (!shape.orNone) add(text.site.missing);
  } else if (Number.isNaN(value)) add(text.site.noNumber);
  else if (shape.bounds !== null && (value < shape.bounds[0] || value > shape.bounds[1]))
    add(text.site.outside(shape.bounds, unitWords(shape.unit, text)));
  else if (shape.whole && !Number.isInteger(value)) add(text.site.notWhole);
  return value;
}

/** An id is made from the English text once, when the line is new; no other line ever had it here. */
export function withIds(lines: readonly DraftFields[]): readonly DraftFields[] {
  const taken = new Set(lines.map(({ id }) => id));
  return lines.map((line) => {
    if (line.id !== '') return line;
    const id = freeId(String(line.en ?? ''), taken);
    taken.add(id);
    return { ...line, id };
  });
}

function freeId(english: string, taken: ReadonlySet<Draft | undefined>): string {
  const plain = english
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .slice(0, 60)
    .trim()
    .replaceAll(' ', '-');
  const stem = plain === '' ? 'line' : plain;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? stem : `${stem}-${n}`;
    if (!taken.has(id)) return id;
  }
}
