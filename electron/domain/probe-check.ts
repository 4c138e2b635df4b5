import { dipToleranceKelvin, type ProbeId, probeIds } from './case.ts';
import type { Reading } from './reading.ts';

/** What T1 to T4 read at one moment; times are monotonic milliseconds. */
export interface ProbeReadings {
  readonly atMs: number;
  readonly celsius: readonly [Reading, Reading, Reading, Reading];
}

/** A probe that changed by so much since the check began moves; the others rest below the second number, °C. */
const movedCelsius = 1;
const restingCelsius = 0.3;

/** What each probe changed by since its first reading of the check, °C; `null`: it has no reading now. */
export type Changes = readonly (number | null)[];

/** "Warm one, see which moves". */
export type WarmCheck = { readonly changes: Changes } & (
  | { readonly state: 'waiting' }
  | { readonly state: 'moved'; readonly probe: ProbeId }
  /** One moved, and these did not rest: nobody can tell which was warmed. */
  | { readonly state: 'several'; readonly probes: readonly ProbeId[] }
  /** Without a value nobody can tell whether they moved. */
  | { readonly state: 'missing'; readonly probes: readonly ProbeId[] }
);

/** Judges the newest of the samples since the check began, oldest first. What is not fitted takes no part. */
export function warmCheck(samples: readonly ProbeReadings[]): WarmCheck {
  const changes = probeIds.map((_, probe) => changeOf(samples, probe));
  const now = samples.at(-1);
  if (now === undefined) return { state: 'waiting', changes };
  const missing = fitted(now).filter((probe) => now.celsius[probe]?.value == null);
  const named = missing.length === 0 && fitted(now).length === 0 ? allProbes : missing;
  if (named.length > 0) return { state: 'missing', probes: named.map(idOf), changes };
  const by = (least: number) => fitted(now).filter((probe) => Math.abs(changes[probe] ?? 0) >= least);
  const [moved] = by(movedCelsius);
  if (moved === undefined) return { state: 'waiting', changes };
  const stirring = by(restingCelsius);
  return stirring.length === 1
    ? { state: 'moved', probe: idOf(moved), changes }
    : { state: 'several', probes: stirring.map(idOf), changes };
}

/** How far apart probes in one vessel may read, °C. */
export const dipToleranceCelsius = dipToleranceKelvin;
/** So long they have to rest, and over it means are taken. */
export const dipSeconds = 30;
/** A probe that moves by more within that time has not settled, °C. */
const settledCelsius = 0.1;
/** Longer without a sample, and nobody knows what happened between. */
const longestGapMs = 2000;

/** All fitted probes in one vessel. Means in °C, in the order of the probes; `null`: not fitted. */
export type DipResult =
  /** Not yet `dipSeconds` of rest; `unsettled` moved and `missing` had no value when rest was last broken. */
  | {
      readonly state: 'running';
      readonly restedSeconds: number;
      readonly unsettled: readonly ProbeId[];
      readonly missing: readonly ProbeId[];
    }
  | { readonly state: 'too-few' }
  | {
      readonly state: 'passed' | 'failed';
      readonly spreadCelsius: number;
      readonly meansCelsius: readonly (number | null)[];
    };

/** Judges the last `dipSeconds` of the samples since the check began, oldest first. Never passes with fewer than two probes. */
export function dipCheck(samples: readonly ProbeReadings[]): DipResult {
  const now = samples.at(-1);
  if (now === undefined) return { state: 'running', restedSeconds: 0, unsettled: [], missing: [] };
  const probes = fitted(now);
  if (probes.length < 2) return { state: 'too-few' };
  const { first, unsettled, missing } = rest(samples, probes, now.atMs - dipSeconds * 1000);
  const start = samples[first]?.atMs ?? now.atMs;
  const restedSeconds = Math.max(0, (now.atMs - start) / 1000);
  if (restedSeconds < dipSeconds) return { state: 'running', restedSeconds, unsettled, missing };
  const means = allProbes.map((probe) =>
    probes.includes(probe) ? meanOf(samples.slice(first), probe) : null,
  );
  const known = means.filter((mean) => mean !== null);
  const spreadCelsius = rounded(Math.max(...known) - Math.min(...known));
  return {
    state: spreadCelsius <= dipToleranceCelsius ? 'passed' : 'failed',
    spreadCelsius,
    meansCelsius: means,
  };
}

/** Back from the newest sample as far as all probes read and rest, or to `fromMs`; and what broke it. */
function rest(samples: readonly ProbeReadings[], probes: readonly number[], fromMs: number) {
  const spans = probes.map(() => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }));
  let first = samples.length;
  let afterMs = samples.at(-1)?.atMs ?? 0;
  while (first > 0 && afterMs > fromMs) {
    const before = samples[first - 1];
    if (before === undefined || afterMs - before.atMs > longestGapMs) break;
    const values = probes.map((probe) => before.celsius[probe]?.value ?? null);
    const missing = probes.filter((_, index) => values[index] === null);
    for (const [index, span] of spans.entries()) {
      span.low = Math.min(span.low, values[index] ?? span.low);
      span.high = Math.max(span.high, values[index] ?? span.high);
    }
    const unsettled = probes.filter((_, index) => isWide(spans[index]));
    if (missing.length + unsettled.length > 0) {
      return { first, unsettled: unsettled.map(idOf), missing: missing.map(idOf) };
    }
    afterMs = before.atMs;
    first -= 1;
  }
  return { first, unsettled: [], missing: [] };
}

const isWide = (span: { low: number; high: number } | undefined): boolean =>
  span !== undefined && rounded(span.high - span.low) > settledCelsius;

function meanOf(samples: readonly ProbeReadings[], probe: number): number {
  const sum = samples.reduce((total, { celsius }) => total + (celsius[probe]?.value ?? 0), 0);
  return sum / samples.length;
}

function changeOf(samples: readonly ProbeReadings[], probe: number): number | null {
  const now = samples.at(-1)?.celsius[probe]?.value ?? null;
  const first = samples.find(({ celsius }) => celsius[probe]?.value != null)?.celsius[probe]?.value ?? null;
  return now === null || first === null ? null : rounded(now - first);
}

const allProbes = [0, 1, 2, 3] as const;
const fitted = ({ celsius }: ProbeReadings): number[] =>
  allProbes.filter((probe) => celsius[probe]?.missing !== 'not-fitted');
const idOf = (probe: number): ProbeId => probeIds[probe] as ProbeId;
/** So that 36.3 − 36.0 is 0.3. */
const rounded = (celsius: number): number => Math.round(celsius * 1e6) / 1e6;
