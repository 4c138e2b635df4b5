import type { ScenarioEvent } from '../faults.ts';
import type { Draw } from './draw.ts';
import type { Traits } from './traits.ts';

/** Something that goes wrong in heat-up or treatment. Seconds count from the first entry into circulate. */
export type Disturbance =
  | {
      readonly kind: 'fault';
      readonly startsAfterSeconds: number;
      /** As the scenario holds it. */
      readonly event: ScenarioEvent;
    }
  /** The operator pauses the flow and resumes it, as a console lets one. */
  | { readonly kind: 'operator-pause'; readonly startsAfterSeconds: number; readonly pauseSeconds: number };

/** Within heat-up and an hour of treatment, s. */
const earliestSeconds = 120;
const latestSeconds = 3900;
/** A kink parts inflow from return: the cavity loses or gains this much at most, mL. */
const mostShiftedMl = 350;
/** What a weak heater has left, W: about what holding the target takes, or less. */
const weakW = [80, 300] as const;

type Cause = (draw: Draw, traits: Traits) => Untimed | 'operator-pause';
type Untimed = ScenarioEvent extends infer E ? (E extends unknown ? Omit<E, 'at'> : never) : never;

const cavityProbes = [3, 4] as const;

const probeFaults: readonly Cause[] = [
  (draw) => ({ fault: 'probe-in-jet', probe: draw.one(cavityProbes), share: draw.even(0.2, 0.6) }),
  (draw) => ({
    fault: 'probe-drifting',
    probe: draw.one(cavityProbes),
    celsiusPerMin: draw.one([-0.1, 0.1]),
  }),
  (draw) => ({ fault: 'probe-open', probe: draw.one(cavityProbes), for: draw.even(60, 1200) }),
];

const otherCauses: readonly Cause[] = [
  (draw) => ({ fault: 'flow-wrong', share: draw.one([0.7, 1.3]), for: draw.even(300, 1800) }),
  (draw) => ({ fault: 'flow-falling', sharePerMin: draw.even(0.01, 0.03), leastShare: 0.7 }),
  () => ({ fault: 'fluid-added', ml: 500, celsius: 22, overSeconds: 60 }),
  () => ({ fault: 'fluid-added', ml: 100, celsius: 20, overSeconds: 60 }),
  () => 'operator-pause',
  (draw, { heaterRatingW }) => ({
    fault: 'heater-weak',
    percent: (100 * draw.even(...weakW)) / heaterRatingW,
    for: draw.even(120, 600),
  }),
  (draw, { flowMlPerMin }) => {
    const openShare = draw.even(0.5, 0.85);
    const line = draw.one(['inflow', 'outflow'] as const);
    const longest = (60 * mostShiftedMl) / ((1 - openShare) * flowMlPerMin);
    return { fault: 'flow-blocked', line, openShare, for: Math.min(longest, draw.even(30, 180)) };
  },
];

/** One to three different ones, at most one of them of a probe: a third witness remains. */
export function drawDisturbances(draw: Draw, traits: Traits): Disturbance[] {
  const causes = [draw.one(probeFaults), ...otherCauses];
  const count = 1 + draw.whole(3);
  const disturbances = Array.from({ length: count }, () => {
    const [cause] = causes.splice(draw.whole(causes.length), 1) as [Cause];
    const startsAfterSeconds = Math.round(draw.even(earliestSeconds, latestSeconds));
    return timed(cause(draw, traits), startsAfterSeconds);
  });
  return disturbances.sort((a, b) => a.startsAfterSeconds - b.startsAfterSeconds);
}

function timed(untimed: Untimed | 'operator-pause', startsAfterSeconds: number): Disturbance {
  if (untimed === 'operator-pause') return { kind: untimed, startsAfterSeconds, pauseSeconds: 60 };
  const event = { ...untimed, at: { mode: 'circulate', after: startsAfterSeconds } } as ScenarioEvent;
  return { kind: 'fault', startsAfterSeconds, event };
}
