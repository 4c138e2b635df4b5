import { hasLostCharacter } from './field-limits.ts';
import { placeIn } from './utf8.ts';

export type ParsedJson =
  | { readonly ok: true; readonly json: unknown }
  /** What is wrong, with line and column: `line 3, column 7: …`. */
  | { readonly ok: false; readonly why: string };

/** JSON that people write: its mistakes are told by the place where an editor finds them. */
export function parseJson(text: string): ParsedJson {
  const fault = firstFault(text);
  if (fault !== null) return { ok: false, why: `${placeIn(text, fault.at)}: ${fault.what}` };
  try {
    const json: unknown = JSON.parse(text);
    return { ok: true, json };
  } catch (error) {
    return { ok: false, why: (error as Error).message };
  }
}

class Fault extends Error {
  readonly at: number;
  readonly what: string;

  constructor(at: number, what: string) {
    super(what);
    this.at = at;
    this.what = what;
  }
}

/** No file of ours comes near it. */
const deepest = 50;

function firstFault(text: string): Fault | null {
  try {
    const end = skip(text, value(text, skip(text, 0), 0));
    return end < text.length ? new Fault(end, `${seen(text, end)} after the end`) : null;
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

const blank = /[ \t\r\n]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
const skip = (text: string, at: number): number => match(blank, text, at);

/** Each of these reads one thing at `at` and returns where it ends. */
function value(text: string, at: number, depth: number): number {
  if (depth > deepest) throw new Fault(at, `nested deeper than ${deepest} levels`);
  const sign = text[at];
  if (sign === '{') return members(text, at, '}', depth, memberOf(new Set()));
  if (sign === '[') return members(text, at, ']', depth, value);
  if (sign === '"') return string(text, at);
  const end = Math.max(match(number, text, at), match(word, text, at));
  if (end === at) throw new Fault(at, `expected a value, found ${seen(text, at)}`);
  return end;
}

function members(text: string, from: number, close: string, depth: number, one: typeof value): number {
  let at = skip(text, from + 1);
  if (text[at] === close) return at + 1;
  for (;;) {
    at = skip(text, one(text, at, depth + 1));
    if (text[at] === close) return at + 1;
    if (text[at] !== ',') throw new Fault(at, `expected "," or "${close}", found ${seen(text, at)}`);
    at = skip(text, at + 1);
  }
}

/** One of an object whose names until then are `names`: of two of one name a reader would take the last. */
const memberOf =
  (names: Set<string>): typeof value =>
  (text, at, depth) => {
    if (text[at] !== '"') throw new Fault(at, `expected a name in quotes, found ${seen(text, at)}`);
    const end = string(text, at);
    const name: string = JSON.parse(text.slice(at, end));
    if (names.has(name)) throw new Fault(at, `a second "${name}" in one object`);
    names.add(name);
    const colon = skip(text, end);
    if (text[colon] !== ':') throw new Fault(colon, `expected ":", found ${seen(text, colon)}`);
    return value(text, skip(text, colon + 1), depth);
  };

const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function string(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    at = endOfPlain(text, at);
    if (text[at] === '"') break;
    if (text[at] === undefined) throw new Fault(from, 'a text without its closing quote');
    const end = match(escaped, text, at);
    if (end === at)
      throw new Fault(at, text[at] === '\\' ? 'an unknown escape' : `${seen(text, at)} inside a text`);
    at = end;
  }
  const read: string = JSON.parse(text.slice(from, at + 1));
  if (hasLostCharacter(read))
    throw new Fault(from, 'a text with a character that was lost (U+FFFD): write it again');
  return at + 1;
}

/** Where the signs end that stand for themselves. */
function endOfPlain(text: string, from: number): number {
  let at = from;
  while (text[at] !== '"' && text[at] !== '\\' && text.charCodeAt(at) >= 0x20) at += 1;
  return at;
}

function seen(text: string, at: number): string {
  const point = text.codePointAt(at);
  if (point === undefined) return 'the end of the file';
  const isControl = point < 0x20 || point === 0x7f;
  return isControl
    ? point === 0x0a || point === 0x0d
      ? 'a line break'
      : 'a control sign'
    : String.fromCodePoint(point);
}
