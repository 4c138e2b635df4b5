import { jsonCopy } from './json-only.ts';

/** What the page's side says, as JSON text over a Chromium binding. */
export type FromPage =
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'preload-error'; message: string };

/** What main's side says, as JSON text to the receiver. */
export type ToPage =
  | { kind: 'reply'; id: number; value: unknown }
  | { kind: 'refusal'; id: number; message: string }
  | { kind: 'push'; channel: string; args: unknown[] };

const binding = '__electronStandInSay';
const receiver = 'electron-stand-in';
export const bindingName = binding;

/** The page's expression that takes one message; a document without a preload has nobody to take it. */
export const deliverExpression = (message: ToPage): string =>
  `globalThis[Symbol.for(${JSON.stringify(receiver)})]?.(${JSON.stringify(JSON.stringify(message))})`;

/** The script that runs before all others in every document: the preload's world, then the preload in it. */
export const preloadScript = (preload: string): string =>
  `(${preloadWorld})(${JSON.stringify({ binding, receiver })}, ${jsonCopy}, ` +
  `function (require, module, exports) {${preload}\n});`;

type Listener = (event: { ports: [] }, ...args: unknown[]) => void;
type Page = Record<string | symbol, unknown> & { top?: unknown };

/**
 * `contextBridge` and `ipcRenderer` for a sandboxed preload, in the page's own world. The page gets this
 * function as source text: it names nothing outside itself.
 */
function preloadWorld(
  names: { binding: string; receiver: string },
  copy: typeof jsonCopy,
  runPreload: (require: (id: string) => object, module: object, exports: object) => void,
): void {
  const page = globalThis as unknown as Page;
  const say = page[names.binding] as (text: string) => void;
  delete page[names.binding];
  if (page.top !== page) return;

  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, Set<Listener>>();
  let lastId = 0;

  const hear = (text: string): void => {
    const message = JSON.parse(text) as ToPage;
    if (message.kind === 'push') {
      for (const listener of [...(listeners.get(message.channel) ?? [])])
        listener({ ports: [] }, ...message.args);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'reply') asked?.resolve(message.value);
    else asked?.reject(new Error(message.message));
  };
  Object.defineProperty(page, Symbol.for(names.receiver), { value: hear });

  /** Only what is provided exists; asking for more throws with its name. */
  const partOf = (name: string, provided: object): object =>
    new Proxy(provided, {
      get(target, key) {
        if (Reflect.has(target, key) || typeof key === 'symbol') return Reflect.get(target, key);
        throw new Error(`The Electron stand-in does not provide ${name}.${key}.`);
      },
    });

  const ipcRenderer = partOf('ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const sent = args.map((argument, at) => copy(argument, `argument ${at + 1} of ${channel}`));
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        say(JSON.stringify({ kind: 'invoke', id: lastId, channel, args: sent } satisfies FromPage));
      }),
    on(channel: string, listener: Listener) {
      listeners.set(channel, (listeners.get(channel) ?? new Set<Listener>()).add(listener));
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
  });

  /** Values are copied across, functions and promises are wrapped so that theirs are copied too. */
  const across = (value: unknown, where: string): unknown => {
    if (typeof value === 'function') {
      return (...args: unknown[]) =>
        across(
          value(...args.map((argument, at) => across(argument, `argument ${at + 1} of ${where}`))),
          `the result of ${where}`,
        );
    }
    if (value instanceof Promise) return value.then((settled) => across(settled, where));
    return value === undefined ? value : copy(value, where);
  };
  const exposed = (value: unknown, where: string): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.freeze(
          Object.fromEntries(
            Object.entries(value).map(([key, member]) => [key, exposed(member, `${where}.${key}`)]),
          ),
        )
      : across(value, where);

  const contextBridge = partOf('contextBridge', {
    exposeInMainWorld(key: string, api: unknown) {
      if (Object.hasOwn(page, key)) {
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      }
      Object.defineProperty(page, key, { value: exposed(api, key), enumerable: true });
    },
  });

  const modules: Record<string, object> = { electron: partOf('electron', { contextBridge, ipcRenderer }) };
  const require = (id: string): object => {
    const found = modules[id];
    if (!found) throw new Error(`module not found: ${id}`);
    return found;
  };
  try {
    const exports = {};
    runPreload(require, { exports }, exports);
  } catch (error) {
    say(JSON.stringify({ kind: 'preload-error', message: String(error) } satisfies FromPage));
  }
}
