import { bandCelsius } from '../../../electron/domain/preset.ts';
import type { Trace } from '../treatment/trace.ts';
import { type Branch, shortestSeconds } from './shortest.ts';

/** The control site truly outside the band: since which sample of the trace, and at which it was back. */
export interface Excursion {
  readonly side: 'below' | 'above';
  readonly leftAt: number;
  /** `null`: not before the trace ends. */
  readonly backAt: number | null;
}

export interface Recovery {
  readonly side: Excursion['side'];
  /** From the start of treatment, s. */
  readonly leftAtSeconds: number;
  /** Out of band, s; where `back` is false until the end of treatment. */
  readonly seconds: number;
  readonly back: boolean;
  /** The shortest any controller could do, s; `null`: none could bring it back before the end of treatment. */
  readonly shortestSeconds: number | null;
  readonly ratio: number | null;
}

/** A shorter time than this is not asked of anybody: the denominator's floor, s. */
export const shortestFloorSeconds = 10;

/** Every time that the control site truly leaves the band during treatment. */
export function excursionsOf(trace: Trace): Excursion[] {
  const found: Excursion[] = [];
  if (trace.treatmentFrom === null) return found;
  let open: { side: Excursion['side']; leftAt: number } | null = null;
  for (let sample = trace.treatmentFrom + 1; sample < trace.siteCelsius.length; sample += 1) {
    const side = sideOf(trace, sample);
    if (open !== null && side !== open.side) {
      found.push({ ...open, backAt: sample });
      open = null;
    }
    if (open === null && side !== 'in' && sideOf(trace, sample - 1) === 'in') open = { side, leftAt: sample };
  }
  if (open !== null) found.push({ ...open, backAt: null });
  return found;
}

function sideOf({ siteCelsius, targetCelsius }: Trace, sample: number): Excursion['side'] | 'in' {
  const error = (siteCelsius[sample] as number) - targetCelsius;
  return error > bandCelsius ? 'above' : error < -bandCelsius ? 'below' : 'in';
}

/** Each excursion beside the shortest that was possible. `branchAt`: the run's rig as it stood at a sample of the trace. */
export function recoveriesOf(trace: Trace, branchAt: (sample: number) => Branch): Recovery[] {
  const { targetCelsius, secondsPerSample, siteCelsius } = trace;
  return excursionsOf(trace).map(({ side, leftAt, backAt }) => {
    const seconds = ((backAt ?? siteCelsius.length) - leftAt) * secondsPerSample;
    const heat = side === 'below' ? 'inflow-at-ceiling' : 'heater-off';
    const possible = shortestSeconds(branchAt(leftAt), heat, seconds, (mean) =>
      side === 'below' ? mean >= targetCelsius - bandCelsius : mean <= targetCelsius + bandCelsius,
    );
    // What came back by itself was possible, whatever going flat out would have done.
    const shortest = possible ?? (backAt === null ? null : seconds);
    return {
      side,
      leftAtSeconds: (leftAt - (trace.treatmentFrom ?? 0)) * secondsPerSample,
      seconds,
      back: backAt !== null,
      shortestSeconds: shortest,
      ratio: shortest === null ? null : seconds / Math.max(shortestFloorSeconds, shortest),
    };
  });
}
