import type { LinkCounters } from '../../../../electron/domain/link.ts';
import { faults, type LineFault, type Promised, promises } from './terms.ts';

export interface Found {
  readonly promise: Promised;
  readonly atMs: number;
  readonly why: string;
}

/** What one line came to. */
export interface LineResult {
  exchanges: number;
  accepted: number;
  readonly faults: Record<LineFault, number>;
  readonly checked: Record<Promised, number>;
  readonly broken: Record<Promised, number>;
  /** The first of each promise are kept. */
  readonly found: Found[];
}

const mostFound = 5;

export const emptyResult = (): LineResult => ({
  exchanges: 0,
  accepted: 0,
  faults: Object.fromEntries(faults.map((name) => [name, 0])) as Record<LineFault, number>,
  checked: zero(),
  broken: zero(),
  found: [],
});

const zero = (): Record<Promised, number> =>
  Object.fromEntries(Object.keys(promises).map((name) => [name, 0])) as Record<Promised, number>;

export function check(
  result: LineResult,
  promise: Promised,
  holds: boolean,
  atMs: number,
  why: () => string,
): void {
  result.checked[promise] += 1;
  if (holds) return;
  result.broken[promise] += 1;
  if (result.found.filter((one) => one.promise === promise).length < mostFound)
    result.found.push({ promise, atMs, why: why() });
}

/** What tells of a fault: all counters but that of exchanges, which counts what went well too. */
const told = [
  'timeouts',
  'crcErrors',
  'blockCrcErrors',
  'shortFrames',
  'exceptions',
  'staleEchoes',
  'noiseBytes',
  'reconnects',
] as const;

/** Which counters have moved; bytes of noise are one telling, however many. */
export const moved = (before: LinkCounters, now: LinkCounters): string[] =>
  told.flatMap((name) => {
    const by = now[name] - before[name];
    return by === 0 ? [] : name === 'noiseBytes' ? [name] : Array<string>(by).fill(name);
  });
