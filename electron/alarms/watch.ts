import { type AlarmLimitValues, limitIndex } from '../domain/alarm-limits.ts';
import { overPlanMl } from '../domain/volume-scale.ts';
import { bases, readBases } from './bases.ts';
import type { Condition, LimitRule } from './conditions/condition.ts';
import { conditions } from './conditions.ts';
import { occasions } from './occasions.ts';
import { readingCount, readSignals, type Signal, signalTable, subjectNow, toldWith } from './signal-table.ts';
import type { Signals } from './signals.ts';
import type { AlarmState } from './state.ts';

/** One row of the limits table for one subject. */
export interface Slot {
  readonly condition: Condition;
  readonly subject: number;
}

/** Every row for every subject, in the order of the table. */
export const slots: readonly Slot[] = conditions.flatMap((condition) =>
  signalTable[condition.signal].subjects.map((_, subject) => ({ condition, subject })),
);

/*
 * The table as columns of numbers: all of it is judged ten times a second, a thousand treatments long, so that a
 * look allocates nothing. The columns are written and read within one look.
 */
const readings = new Float64Array(readingCount);
const basisValues = new Float64Array(bases.length).fill(Number.NaN, 1);
const limits = new Float64Array(slots.length);
/** How far past its limit each slot was that was found. */
const pasts = new Float64Array(slots.length);
export const pastNow = (slot: number): number => pasts[slot] as number;
/** Those that `limits` were counted with. */
let limitValues: AlarmLimitValues = [];
const readingOf = Uint16Array.from(slots, ({ condition, subject }) => {
  const signal: Signal = signalTable[condition.signal];
  return signal.at + subject;
});
/** Past the limit upwards: 1; downwards: -1. */
const direction = Float64Array.from(slots, ({ condition }) => (condition.is === '<' ? -1 : 1));
const hysteresis = Float64Array.from(slots, ({ condition }) => condition.hysteresis);
/** Less than any step of a reading: a value at its limit counts as past it where the condition says so. */
const hair = 1e-9;

/** What a look needs to know of the time before. */
export interface Past extends Pick<AlarmState, 'trends' | 'spells'> {
  readonly nowMs: number;
}
export const pastOf = ({ trends, spells }: Pick<AlarmState, 'trends' | 'spells'>, nowMs: number): Past => ({
  trends,
  spells,
  nowMs,
});

/** The slots whose condition holds now, in order; `null`: none. `on`: those that are on, over only by the hysteresis. */
export function look(
  s: Signals,
  past: Past,
  values: AlarmLimitValues,
  on: ReadonlySet<number>,
): number[] | null {
  readAll(s, past, values);
  let found: number[] | null = null;
  const someOn = on.size > 0;
  for (let slot = 0; slot < limits.length; slot += 1) {
    const beyond =
      (direction[slot] as number) *
      ((readings[readingOf[slot] as number] as number) - (limits[slot] as number));
    if (!(beyond > 0 || (someOn && beyond > -(hysteresis[slot] as number) && on.has(slot)))) continue;
    if (!occasions[(slots[slot] as Slot).condition.when](s)) continue;
    pasts[slot] = beyond;
    found ??= [];
    found.push(slot);
  }
  return found;
}

function readAll(s: Signals, past: Past, values: AlarmLimitValues): void {
  readSignals(s, past, readings);
  if (!readBases(s, basisValues) && values === limitValues) return;
  limitValues = values;
  for (let slot = 0; slot < limits.length; slot += 1) {
    const { condition } = slots[slot] as Slot;
    const limit = condition.is === 'true' ? 0.5 : (limitNow(condition) ?? Number.NaN);
    limits[slot] = condition.is === '>=' ? limit - hair : limit;
  }
}

/** A limit counted from its basis as it is now; `null`: there is none. */
function limitNow({ limit }: Condition): number | null {
  if (limit === null) return null;
  const basis = basisValues[bases.indexOf(limit.basis)] as number;
  const by = typeof limit.by === 'number' ? limit.by : (limitValues[limitIndex(limit.by)] as number);
  return counted[limit.as](basis, by);
}

const counted: Readonly<Record<LimitRule['as'], (basis: number, by: number) => number>> = {
  plus: (basis, by) => basis + by,
  'plus-of-fill': (basis, by) => basis + overPlanMl(by, basis),
  minus: (basis, by) => basis - by,
  times: (basis, by) => basis * by,
  'percent-above': (basis, by) => basis * (1 + by / 100),
  'percent-below': (basis, by) => basis * (1 - by / 100),
};

/** What a slot says: about what, with which value against which limit. */
export interface Figures {
  readonly subject: string;
  readonly value: number | null;
  readonly limit: number | null;
}

export function figuresOf(
  { condition, subject }: Slot,
  s: Signals,
  past: Past,
  values: AlarmLimitValues,
): Figures {
  readAll(s, past, values);
  const { is, signal } = condition;
  const reading = readings[signalTable[signal].at + subject] as number;
  const value = is === 'true' ? toldWith(signal, s) : Number.isFinite(reading) ? reading : null;
  return { subject: subjectNow(signal, subject, s), value, limit: limitNow(condition) };
}
