/**
 * Why a clock does not count. `not-judged`: of a single instillation, whose cavity nothing can heat, time in band is
 * not judged. `no-drug`, `not-filled` (recorded, and still in the
 * circuit) and `drained` are the drug clock's.
 */
export const clockStops = [
  'not-started',
  'below-band',
  'above-band',
  'temperature-unknown',
  'not-circulating',
  'link-lost',
  'ended',
  'not-judged',
  'no-drug',
  'not-filled',
  'drained',
] as const;
export type ClockStop = (typeof clockStops)[number];
