/** Why a value is missing. Shown as `---`, drawn as a gap, left out of statistics. */
export const missingReasons = [
  'open',
  'shorted',
  'out-of-range',
  'not-fitted',
  'stuck',
  'outvoted',
  'ignored',
  'no-value',
  'link-lost',
  'no-telemetry',
] as const;
export type MissingReason = (typeof missingReasons)[number];

/** A measured value, or `null` and why. The unit stands in the name of whatever holds it. */
export type Reading =
  | { readonly value: number; readonly missing: null }
  | { readonly value: null; readonly missing: MissingReason };

export const measured = (value: number): Reading => ({ value, missing: null });
export const missing = (reason: MissingReason): Reading => missings[reason];

/** One for each reason: thousands of treatments long, ten times a second, somewhere something is not fitted. */
const missings = Object.fromEntries(
  missingReasons.map((reason) => [reason, { value: null, missing: reason }]),
) as Readonly<Record<MissingReason, Reading>>;
