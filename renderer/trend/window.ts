/** What the time axis shows, in session seconds. It changes in steps, never with every sample. */
export interface TimeWindow {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly tickSeconds: number;
}
export type WindowKind = 'whole-run' | 'last-10-min';

const minutes = (count: number): number => count * 60;

/** Spans of the whole run with their ticks, in minutes. */
const spans = [
  [10, 2],
  [20, 5],
  [30, 5],
  [45, 5],
  [60, 10],
  [90, 15],
  [120, 15],
  [150, 30],
  [180, 30],
  [240, 30],
  [360, 60],
] as const;

/** Room kept free to the right of the newest value, for the names of the curves. */
const room = 0.92;

export function wholeRun(nowSeconds: number): TimeWindow {
  const [span, tick] = spans.find(([length]) => nowSeconds <= minutes(length) * room) ?? [
    Math.ceil(nowSeconds / room / minutes(120)) * 120,
    120,
  ];
  return { fromSeconds: 0, toSeconds: minutes(span), tickSeconds: minutes(tick) };
}

/** Ten minutes at least, moved on once a minute. */
export function lastTenMinutes(nowSeconds: number): TimeWindow {
  const fromSeconds = Math.max(0, Math.ceil((nowSeconds - minutes(11)) / 60) * 60);
  return { fromSeconds, toSeconds: fromSeconds + minutes(12), tickSeconds: minutes(2) };
}

export function ticks({ fromSeconds, toSeconds, tickSeconds }: TimeWindow): number[] {
  const first = Math.ceil(fromSeconds / tickSeconds) * tickSeconds;
  return Array.from(
    { length: Math.floor((toSeconds - first) / tickSeconds) + 1 },
    (_, index) => first + index * tickSeconds,
  );
}
