import { hasLostCharacter } from './field-limits.ts';

/** A fresh copy that is plain JSON, or why there is none. */
export type PlainCopy =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly path: readonly (string | number)[]; readonly message: string };

/** Far above anything the console asks for; a message beyond it is a mistake or an attack. */
const deepest = 12;
const mostValues = 10_000;
const longestText = 10_000;

/**
 * Copies what came from outside, value by value. Structured cloning carries `undefined`, NaN, Map, BigInt and
 * loops; objects of another realm may have getters. None of it goes further than here, and nothing throws.
 */
export function plainCopy(value: unknown): PlainCopy {
  const copying: Copying = { path: [], left: mostValues };
  try {
    return { ok: true, value: copyOf(value, copying) };
  } catch (error) {
    const message = error instanceof NotPlain ? error.message : 'cannot be read';
    return { ok: false, path: copying.path, message };
  }
}

class NotPlain extends Error {}

interface Copying {
  /** Where in the value we are. */
  readonly path: (string | number)[];
  left: number;
}

function copyOf(value: unknown, copying: Copying): unknown {
  copying.left -= 1;
  if (copying.left < 0) throw new NotPlain(`has more than ${mostValues} values`);
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'string':
      return textOf(value);
    case 'number':
      if (!Number.isFinite(value)) throw new NotPlain(`is ${value}, which is no number`);
      // JSON knows no negative zero.
      return value === 0 ? 0 : value;
    case 'object':
      return value === null ? null : insideOf(value, copying);
    default:
      throw new NotPlain(`is ${typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`}`);
  }
}

function textOf(text: string): string {
  if (text.length > longestText) throw new NotPlain(`has more than ${longestText} characters`);
  if (hasLostCharacter(text)) throw new NotPlain('holds a character that was lost');
  return text;
}

function insideOf(value: object, copying: Copying): unknown {
  if (copying.path.length >= deepest) throw new NotPlain(`lies deeper than ${deepest} levels`);
  if (Array.isArray(value)) return listOf(value, copying);
  if (!isPlain(value)) throw new NotPlain(`is a ${kindOf(value)}, no plain object`);
  const copy: Record<string, unknown> = {};
  for (const key of Reflect.ownKeys(value)) {
    if (typeof key === 'symbol') throw new NotPlain('has a key that is a symbol');
    if (key === '__proto__') throw new NotPlain('has a key "__proto__"');
    copy[textOf(key)] = memberOf(value, key, key, copying);
  }
  return copy;
}

function listOf(list: readonly unknown[], copying: Copying): unknown[] {
  if (list.length > copying.left) throw new NotPlain(`has more than ${mostValues} values`);
  if (Reflect.ownKeys(list).length > list.length + 1) throw new NotPlain('is a list with keys of its own');
  const copy: unknown[] = [];
  for (let at = 0; at < list.length; at += 1) copy.push(memberOf(list, String(at), at, copying));
  return copy;
}

/** A member that is a value, not a function in disguise. */
function memberOf(of: object, key: string, at: string | number, copying: Copying): unknown {
  copying.path.push(at);
  const member = Object.getOwnPropertyDescriptor(of, key);
  if (member?.get !== undefined || member?.set !== undefined) throw new NotPlain('is computed');
  const copy = copyOf(member?.value, copying);
  copying.path.pop();
  return copy;
}

/** "Map", "Date"; what the object says of itself where it says something. */
const kindOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1).slice(0, 40);

/** Of this realm, of another one, or without a prototype. */
function isPlain(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  if (prototype === null) return true;
  const isRoot = Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'hasOwnProperty');
  return isRoot && kindOf(value) === 'Object';
}
