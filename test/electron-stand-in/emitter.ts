import { EventEmitter } from 'node:events';

/**
 * An emitter of the events that happen here. `never`: events that Electron documents and that cannot happen
 * here; listening for them is fine. Listening for anything else throws, as a listener that never hears would
 * hide what is missing.
 */
export function emitterOf(
  name: string,
  happen: readonly string[],
  never: readonly string[] = [],
): EventEmitter {
  const known = new Set<string | symbol>([...happen, ...never]);
  const emitter = new EventEmitter();
  emitter.on('newListener', (event: string | symbol) => {
    if (known.has(event)) return;
    throw new Error(`The Electron stand-in does not provide the event '${String(event)}' of ${name}.`);
  });
  return emitter;
}

/** The first argument of Electron's events. */
export function electronEvent<T extends object>(details: T): T & Electron.Event {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}
