/** Why the in-band clock does not count. */
export const clockStops = [
  'not-started',
  'below-band',
  'above-band',
  'temperature-unknown',
  'not-circulating',
  'link-lost',
  'ended',
] as const;
export type ClockStop = (typeof clockStops)[number];
