/**
 * In what steps a probe tells its value, learnt from what it tells: its smallest change, once it has changed often
 * enough to show it; before that its decimals.
 */
export interface ProbeStep {
  /** Between two readings in a row, 0.001 °C; `null`: it has not changed yet. */
  readonly smallestChange: number | null;
  /** Counted up to `learntChanges`. */
  readonly changes: number;
  /** What all its values are whole multiples of, 0.001 °C: 100, 10 or 1. */
  readonly decimals: number;
}

/** After so many changes the smallest of them is believed to be the step (chosen: a heat-up by 1 °C in steps of 0.1). */
const learntChanges = 10;
/** Before it is read, 0.001 °C. */
const noDecimals = 100;

export const newProbeStep: ProbeStep = { smallestChange: null, changes: 0, decimals: noDecimals };

/** In 0.001 °C. */
export const stepOf = ({ smallestChange, changes, decimals }: ProbeStep): number =>
  changes < learntChanges || smallestChange === null ? decimals : smallestChange;

/** One reading; `before` is the one in front of it, `null` where that was missing. The same object where nothing is new. */
export function learnStep(step: ProbeStep, celsius: number, before: number | null): ProbeStep {
  const value = thousandths(celsius);
  const decimals = step.decimals === 1 ? 1 : Math.min(step.decimals, decimalsOf(value));
  const change = before === null ? 0 : Math.abs(value - thousandths(before));
  if (change === 0) return decimals === step.decimals ? step : { ...step, decimals };
  const smallestChange = Math.min(step.smallestChange ?? change, change);
  const changes = Math.min(learntChanges, step.changes + 1);
  const known =
    smallestChange === step.smallestChange && changes === step.changes && decimals === step.decimals;
  return known ? step : { smallestChange, changes, decimals };
}

const thousandths = (celsius: number): number => Math.round(celsius * 1000);
const decimalsOf = (value: number): number => (value % 100 === 0 ? 100 : value % 10 === 0 ? 10 : 1);
