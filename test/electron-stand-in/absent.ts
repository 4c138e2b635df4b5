import type { EventEmitter } from 'node:events';

/** Asked for by the language or by test tools, never a use of an Electron feature. */
const harmless: ReadonlySet<string | symbol> = new Set(['then', 'toJSON', 'constructor', 'asymmetricMatch']);

const complaint = (what: string): Error =>
  new Error(
    `The Electron stand-in does not provide ${what}. Real Electron may; either run on it, ` +
      'or add it to test/electron-stand-in/ as Electron documents it.',
  );

/**
 * An Electron object of which only `provided` exists: each member is checked against electron.d.ts by the type
 * parameter, and asking for any other throws with its name. Events come from `emitter`.
 */
export function partOf<T extends object>(
  name: string,
  provided: Partial<Omit<T, keyof EventEmitter>>,
  emitter?: EventEmitter,
): T {
  return new Proxy(provided, {
    get(target, key, proxy) {
      if (Reflect.has(target, key)) return Reflect.get(target, key);
      if (emitter && Reflect.has(emitter, key)) return emitterMember(emitter, key, proxy);
      if (typeof key === 'symbol' || harmless.has(key)) return undefined;
      throw complaint(`${name}.${key}`);
    },
    set(target, key, value) {
      if (!Reflect.has(target, key)) throw complaint(`${name}.${String(key)}`);
      return Reflect.set(target, key, value);
    },
  }) as unknown as T;
}

function emitterMember(emitter: EventEmitter, key: string | symbol, proxy: unknown): unknown {
  const member: unknown = Reflect.get(emitter, key);
  if (typeof member !== 'function') return member;
  return (...args: unknown[]) => {
    const result: unknown = member.apply(emitter, args);
    return result === emitter ? proxy : result;
  };
}

/** A whole export that the stand-in lacks: it can be imported, and any use of it throws with its name. */
export function absent(name: string): object {
  const refuse = (key: string | symbol): never => {
    throw complaint(typeof key === 'symbol' ? name : `${name}.${key}`);
  };
  return new Proxy(class {}, {
    get: (_target, key) => (typeof key === 'symbol' || harmless.has(key) ? undefined : refuse(key)),
    set: (_target, key) => refuse(key),
    construct: () => refuse('constructor'),
    apply: () => refuse('()'),
  });
}
