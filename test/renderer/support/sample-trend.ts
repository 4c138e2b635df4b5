import type { TrendUpdate } from '../../../electron/contract/view.ts';
import { measured, missing, type Reading } from '../../../electron/domain/reading.ts';
import { TrendFold } from '../../../electron/session/trend-fold.ts';

/** When the phases of the sample run begin, in seconds. */
export const sampleStarts = {
  'self-test': 0,
  prime: 70,
  preheat: 300,
  fill: 660,
  'heat-up': 850,
  treatment: 1530,
} as const;

export interface TrendStory {
  readonly seconds: number;
  /** T3 open from, to (seconds). */
  readonly t3Open?: readonly [number, number];
  readonly linkLost?: readonly [number, number];
  /** T3 rises to 43.52 over the last minutes, the inflow falls because the heater goes off. */
  readonly hotT3?: boolean;
  readonly notUsed?: readonly number[];
  /** No probe for the patient's core. */
  readonly noCore?: true;
  /** The core has risen to so much at the end. */
  readonly coreEnd?: number;
}

const approach = (from: number, to: number, seconds: number, tau: number): number =>
  to + (from - to) * Math.exp(-Math.max(0, seconds) / tau);

/** A deterministic wobble, ±1. */
const wobble = (seconds: number, probe: number): number =>
  0.6 * Math.sin(seconds / 17 + probe * 1.9) + 0.4 * Math.sin(seconds / 5.3 + probe);

function celsius(probe: number, seconds: number, story: TrendStory): number {
  const { preheat, fill, 'heat-up': heatUp, treatment } = sampleStarts;
  const noise = 0.03 * wobble(seconds, probe);
  const rise = story.hotT3 ? Math.max(0, seconds - (story.seconds - 300)) : 0;
  if (probe === 0) {
    const start = 23.4;
    if (seconds < preheat) return start + noise;
    if (seconds < fill) return approach(start, 42.6, seconds - preheat, 75) + noise;
    if (seconds < treatment - 60) return approach(42.6, 45, seconds - fill, 130) + noise;
    const falling = story.hotT3 && seconds > story.seconds - 25 ? (seconds - story.seconds + 25) * 0.1 : 0;
    return approach(45, 44.3, seconds - treatment + 60, 280) + noise - falling;
  }
  const end = [0, 42.2, 42.51, 42.45][probe] ?? 42;
  const body = 35.1 - 0.2 * probe;
  if (seconds < fill) return 24 + 0.3 * probe + noise;
  if (seconds < heatUp) return approach(24, body, seconds - fill, 60) + noise;
  const warmed = approach(body, end, seconds - heatUp - probe * 12, 210) + noise;
  return probe === 2 ? warmed + (rise / 300) * 1.01 : warmed;
}

const within = (seconds: number, span: readonly [number, number] | undefined): boolean =>
  span !== undefined && seconds >= span[0] && seconds < span[1];

/** Cooled by the operation, warmed by the cavity. */
function readCore(seconds: number, story: TrendStory): Reading {
  if (story.noCore) return missing('not-fitted');
  if (within(seconds, story.linkLost)) return missing('link-lost');
  const { fill } = sampleStarts;
  const from = 35.9;
  const end = story.coreEnd ?? 37.1;
  const share = Math.max(0, seconds - fill) / Math.max(1, story.seconds - fill);
  return measured(from + (end - from) * share + 0.02 * wobble(seconds, 4));
}

/** The trend of a story, folded by the fold the console uses, ten samples a second. */
export function sampleTrend(story: TrendStory): TrendUpdate {
  const fold = new TrendFold();
  for (let tick = 0; tick <= story.seconds * 10; tick += 1) {
    const seconds = tick / 10;
    const read = (probe: number): Reading => {
      if (within(seconds, story.linkLost)) return missing('link-lost');
      if (probe === 2 && within(seconds, story.t3Open)) return missing('open');
      return story.notUsed?.includes(probe)
        ? missing('not-fitted')
        : measured(celsius(probe, seconds, story));
    };
    fold.add(tick * 100, [read(0), read(1), read(2), read(3)], readCore(seconds, story));
  }
  return fold.all();
}
