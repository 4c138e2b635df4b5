/** A moment worth a mark along the trend. */
export type TrendMark = LineMark | CoreMark;
export interface LineMark {
  readonly seconds: number;
  readonly kind: 'phase' | 'drug' | 'alarm' | 'planned-end';
  /** Phase name, alarm priority, or "". */
  readonly label: string;
}
/** The patient's core as read by hand: a point, not a line. */
export interface CoreMark {
  readonly seconds: number;
  readonly kind: 'core';
  readonly celsius: number;
}

/**
 * The trend of the whole run, folded into buckets of fixed absolute edges: at most 2 400 rows.
 * When it grows past that the bucket doubles and `generation` goes up: start over from `rows`.
 */
export interface TrendUpdate {
  readonly generation: number;
  readonly bucketSeconds: number;
  /** Index of the first row in `rows`; rows from there on are replaced. */
  readonly from: number;
  readonly rows: readonly TrendRow[];
}
/**
 * One bucket: start in seconds, then lowest and highest of T1..T4 and of the patient's core by its probe in °C
 * (`null`: no valid sample), then a bit per curve that lost more than half a second in this bucket (drawn as a gap).
 */
export type TrendRow = readonly [
  seconds: number,
  t1Low: number | null,
  t1High: number | null,
  t2Low: number | null,
  t2High: number | null,
  t3Low: number | null,
  t3High: number | null,
  t4Low: number | null,
  t4High: number | null,
  coreLow: number | null,
  coreHigh: number | null,
  gapBits: number,
];
