import type { Draw } from '../../../../native-bridge/simulator/population/draw.ts';
import type { IpcFault } from './terms.ts';

type Harm = Exclude<
  IpcFault,
  | 'another-sender'
  | 'unclonable'
  | 'wrong-time'
  | 'flood'
  | 'line-cut'
  | 'interlock'
  | 'rig-restart'
  | 'console-lost'
>;

/** Of these no field of any message may be one. */
const values: Readonly<Record<string, readonly ((dice: Draw) => unknown)[]>> = {
  'wrong-type': [
    () => ({}),
    () => [],
    () => [[]],
    () => ({ toString: 'stop-run' }),
    () => [null, null, null],
  ],
  'no-number': [() => Number.NaN, () => Number.POSITIVE_INFINITY, () => Number.NEGATIVE_INFINITY],
  'too-long': [
    (dice) => 'x'.repeat(10_001 + dice.whole(200_000)),
    (dice) => '\u0000'.repeat(10_001 + dice.whole(1000)),
    (dice) => Array(10_001 + dice.whole(100_000)).fill(0),
    () => Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`k${at}`, at])),
    () => new Array(2 ** 31),
  ],
  'too-deep': [(dice) => nested(13 + dice.whole(500)), (dice) => nestedList(13 + dice.whole(500)), cyclic],
  'no-json': [
    () => undefined,
    () => 10n,
    () => new Map([['type', 'stop-run']]),
    () => new Set(['heat-off']),
    () => new Date(0),
    () => new Date(Number.NaN),
    () => /stop-run/,
    () => new Uint8Array(8),
    () => new ArrayBuffer(8),
    () => new Error('stop-run'),
    () => new Boolean(true),
    () => new String('stop-run'),
    () => new Number(1),
    () => Symbol('stop-run'),
    () => () => 'stop-run',
    () => Promise.resolve('stop-run'),
    () => new WeakMap(),
    () => new Proxy({}, { get: thrower, ownKeys: thrower, getPrototypeOf: thrower, has: thrower }),
    () => new Proxy([], { get: thrower }),
    () => withHole(),
  ],
  'hidden-key': [
    () => JSON.parse('{"__proto__":{"polluted":true}}'),
    () => JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
    () => ({ [Symbol.toPrimitive]: () => 'stop-run' }),
    () => Object.defineProperty({}, 'type', { get: thrower, enumerable: true }),
    () => Object.defineProperty({}, 'type', { get: () => 'stop-run', enumerable: true }),
    () => Object.assign([], { type: 'stop-run' }),
    () => Object.create({ type: 'stop-run' }),
  ],
  'lost-character': [() => '\ud800', () => 'a\udfffb', () => 'M\ufffdller'],
};

function thrower(): never {
  throw new Error('a trap that throws');
}

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = { a: value };
  return value;
}

function nestedList(depth: number): unknown {
  let value: unknown = 0;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

function withHole(): unknown {
  const list: unknown[] = [];
  list[1] = 1;
  return list;
}

function cyclic(): unknown {
  const loop: Record<string, unknown> = { type: 'heat-off' };
  loop.self = loop;
  return loop;
}

/** Numbers and texts of the right type that no field takes. */
const outOfBounds: readonly unknown[] = [-1e300, 1e300, 2 ** 53, -1.5e9, 'x'.repeat(6000), ''];

export interface Harmed {
  readonly fault: Harm;
  /** What is handed over, as arguments. */
  readonly payloads: readonly unknown[];
}

/** Does one thing to a message that makes it none. `message` is plain JSON and stays as it is. */
export function harmed(message: unknown, dice: Draw): Harmed {
  const whole = dice.whole(8);
  if (whole === 0) return { fault: 'number-of-payloads', payloads: payloadsOf(message, dice) };
  if (whole === 1 || message === null) return { fault: 'not-the-message', payloads: [anyValue(dice)] };
  const copy = structuredClone(message) as Record<string, unknown>;
  const places = leaves(copy);
  const place = dice.one(places);
  const kind = dice.whole(10);
  if (kind === 0) {
    place.of[dice.one(['faster', 'constructor', 'then', 'toJSON', 'by ', '0x'])] = dice.whole(2);
    return { fault: 'unknown-field', payloads: [copy] };
  }
  if (kind === 1) {
    const [key] = Object.keys(copy);
    delete copy[key as string];
    return { fault: 'missing-field', payloads: [copy] };
  }
  if (kind === 2) {
    const texts = places.filter(({ of, key }) => typeof of[key] === 'number' || typeof of[key] === 'string');
    const one = texts.length === 0 ? place : dice.one(texts);
    const was = one.of[one.key];
    one.of[one.key] = dice.one(
      outOfBounds.filter((value) => typeof value === typeof was || typeof was !== 'string'),
    );
    if (typeof was === 'string' || typeof was === 'number')
      return { fault: 'out-of-bounds', payloads: [copy] };
  }
  const fault = dice.one(Object.keys(values)) as Harm;
  put(place, dice.one(values[fault] as readonly ((dice: Draw) => unknown)[])(dice));
  return { fault, payloads: [copy] };
}

interface Place {
  readonly of: Record<string, unknown>;
  readonly key: string;
}

/** An empty list in the place of a list would be one. */
function put({ of, key }: Place, value: unknown): void {
  of[key] = Array.isArray(of[key]) && isEmptyList(value) ? {} : value;
}

/** Looking at a trap may spring it. */
function isEmptyList(value: unknown): boolean {
  try {
    return Array.isArray(value) && value.length === 0 && Object.keys(value).length === 0;
  } catch {
    return false;
  }
}

/** Every member, at every depth. */
function leaves(of: Record<string, unknown>): Place[] {
  return Object.entries(of).flatMap(([key, value]) => [
    { of, key },
    ...(typeof value === 'object' && value !== null ? leaves(value as Record<string, unknown>) : []),
  ]);
}

const payloadsOf = (message: unknown, dice: Draw): unknown[] =>
  dice.one([[], [message, message], [message, null], [message, {}, 'x'], Array(50).fill(message)]);

export function anyValue(dice: Draw): unknown {
  const makers = values[dice.one(Object.keys(values))] as readonly ((dice: Draw) => unknown)[];
  return dice.whole(6) === 0
    ? dice.one([
        0,
        1,
        true,
        false,
        'stop-run',
        'heat-off',
        '{"type":"stop-run"}',
        ['stop-run'],
        [{ type: 'stop-run' }],
      ])
    : dice.one(makers)(dice);
}
