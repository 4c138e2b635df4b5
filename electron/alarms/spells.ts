import type { Reading } from '../domain/reading.ts';
import type { Signals } from './signals.ts';

/**
 * What comes and goes within seconds: when each of T1 to T4, and the control temperature, was missing in the last 6 s.
 * A value holds from its tick to the next.
 */
export type Spells = readonly Missed[];

interface Missed {
  /** It is missing now; session time, ms. */
  readonly sinceMs: number | null;
  /** The spells that are over, the oldest first. */
  readonly past: readonly (readonly [fromMs: number, toMs: number])[];
}

const windowMs = 6_000;
/** A share of the window from which on it is bad: 2 s, as when the control temperature is missing in one go. */
const badShare = 1 / 3;
const never: Missed = { sinceMs: null, past: [] };
/** After the four probes. */
export const controlSpell = 4;

export const newSpells: Spells = [never, never, never, never, never];

/** The same object while nothing comes or goes. */
export function stepSpells(before: Spells, s: Signals, nowMs: number): Spells {
  let next: Missed[] | null = null;
  for (let of = 0; of < before.length; of += 1) {
    const was = before[of] as Missed;
    const reading = of === controlSpell ? s.controlCelsius : s.probesCelsius[of as 0 | 1 | 2 | 3];
    const now = stepped(was, isGone(reading, s.linkLost), nowMs);
    if (now === was) continue;
    next ??= [...before];
    next[of] = now;
  }
  return next ?? before;
}

function stepped(was: Missed, isMissing: boolean, nowMs: number): Missed {
  const { sinceMs, past } = was;
  if (isMissing) return sinceMs === null ? { sinceMs: nowMs, past } : was;
  if (sinceMs === null && past.length === 0) return was;
  const over = sinceMs === null ? past : [...past, [sinceMs, nowMs] as const];
  const kept = over.filter(([, toMs]) => toMs > nowMs - windowMs);
  if (kept.length === 0) return never;
  return sinceMs === null && kept.length === past.length ? was : { sinceMs: null, past: kept };
}

/** A reading that is missing for a reason of its own, and not because nothing is plugged in or it was outvoted. */
const isGone = ({ missing }: Reading, linkLost: boolean): boolean =>
  missing !== null && !linkLost && !others.has(missing);
const others: ReadonlySet<string> = new Set([
  'link-lost',
  'no-telemetry',
  'not-fitted',
  'outvoted',
  'ignored',
]);

/** 0.5 where it was missing for as much of the window as is bad: from there on conditions call it a fact. */
export function howOften(spells: Spells, of: number, nowMs: number): number {
  const { sinceMs, past } = spells[of] as Missed;
  // One spell alone is judged by how long it lasts.
  if (past.length + (sinceMs === null ? 0 : 1) < 2) return 0;
  const inWindow = (fromMs: number, toMs: number): number =>
    Math.max(0, toMs - Math.max(fromMs, nowMs - windowMs));
  let ms = sinceMs === null ? 0 : inWindow(sinceMs, nowMs);
  for (const [fromMs, toMs] of past) ms += inWindow(fromMs, toMs);
  // A hair more: a third of it exactly is bad.
  return (0.5 * ms) / windowMs / badShare + 1e-6;
}
