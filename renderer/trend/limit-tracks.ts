import type { AlarmLimitView } from '../../electron/contract/view.ts';
import { type AlarmLimitName, bandCelsius } from '../../electron/contract/words.ts';

/** A temperature limit in force over time, as steps. */
export interface LimitTrack {
  /** The temperature it watches. */
  readonly of: 'inflow' | 'cavity' | 'control' | 'core';
  /** Which side of it alarms. */
  readonly side: 'above' | 'below';
  /** Another one than the run began with. */
  readonly changed: boolean;
  /** Oldest first; the last one is in force. */
  readonly steps: readonly LimitStep[];
}
export interface LimitStep {
  readonly fromSeconds: number;
  readonly celsius: number;
}

/**
 * Limits of the temperatures that are drawn. Those below the band are judged in treatment only and begin with it
 * (`treatmentSeconds`; `null`: not begun). Those that lie on the edge of the band are told by the band.
 */
export function limitTracks(
  limits: readonly AlarmLimitView[],
  targetCelsius: number,
  treatmentSeconds: number | null,
): LimitTrack[] {
  const limit = (name: AlarmLimitName) => limits.filter((one) => one.name === name);
  const above = (by: readonly number[]) => targetCelsius + (by[0] ?? Number.NaN);
  const below = (by: readonly number[]) => targetCelsius - (by[0] ?? Number.NaN);
  const cavity = ([by = Number.NaN, highest = Number.NaN]: readonly number[]) =>
    Math.min(targetCelsius + by, highest);
  const ofCavity = [...limit('cavity-above-target'), ...limit('cavity-highest')];
  const low = (name: AlarmLimitName): LimitTrack[] =>
    treatmentSeconds === null
      ? []
      : [track('control', 'below', limit(name), below)].map((one) => ({
          ...one,
          steps: from(one.steps, treatmentSeconds),
        }));
  return [
    track('inflow', 'above', limit('inflow-highest'), ([celsius = Number.NaN]) => celsius),
    track('cavity', 'above', ofCavity, cavity),
    ...[
      track('control', 'above', limit('control-above-target'), above),
      ...low('control-below-target'),
    ].filter(({ steps }) => steps.some(({ celsius }) => !onBand(celsius, targetCelsius))),
    ...low('control-far-below-target'),
    // The first of its three: from there on somebody has to look.
    track('core', 'above', limit('core-low'), ([celsius = Number.NaN]) => celsius),
  ].filter(({ steps }) => steps.every(({ celsius }) => Number.isFinite(celsius)));
}

/** What `inForce` makes of the values of these limits, step by step as they were changed. */
function track(
  of: LimitTrack['of'],
  side: LimitTrack['side'],
  limits: readonly AlarmLimitView[],
  inForce: (values: readonly number[]) => number,
): LimitTrack {
  const times = [0, ...limits.flatMap(({ changes }) => changes.map(({ sessionMs }) => sessionMs / 1000))];
  const steps = [...new Set(times)]
    .sort((a, b) => a - b)
    .map((fromSeconds) => ({
      fromSeconds,
      celsius: hundredths(inForce(limits.map((limit) => valueAt(limit, fromSeconds)))),
    }));
  const last = steps.at(-1)?.celsius;
  const changed = last !== hundredths(inForce(limits.map(({ initial }) => initial)));
  return { of, side, changed, steps: steps.filter((step, at) => step.celsius !== steps[at - 1]?.celsius) };
}

const hundredths = (celsius: number): number => Math.round(celsius * 100) / 100;

const valueAt = ({ changes, value }: AlarmLimitView, seconds: number): number =>
  changes.findLast(({ sessionMs }) => sessionMs / 1000 <= seconds)?.to ?? changes[0]?.from ?? value;

const onBand = (celsius: number, targetCelsius: number): boolean =>
  Math.abs(Math.abs(celsius - targetCelsius) - bandCelsius) < 0.005;

/** The steps from a moment on. */
function from(steps: readonly LimitStep[], seconds: number): LimitStep[] {
  const first = steps.findLast(({ fromSeconds }) => fromSeconds <= seconds) ?? steps[0];
  const later = steps.filter(({ fromSeconds }) => fromSeconds > seconds);
  return first === undefined ? [] : [{ ...first, fromSeconds: seconds }, ...later];
}
