import type { CircuitMode } from '../../domain/circuit.ts';
import type { RunTotals } from '../../domain/run-event.ts';
import type { Sample } from '../../domain/sample.ts';
import { type FluidByHand, sumOf } from './fluid-by-hand.ts';

/** Volumes of the cavity by the console's own count, mL. What circulates goes in and out and is not a volume of its own. */
export interface VolumeFigures {
  /** In the cavity already as the run began, as a person said; `null`: some was, nobody knew how much. */
  readonly beforeMl: number | null;
  /** By filling and rinsing. */
  readonly filledMl: number;
  /** Recorded with drug additions. */
  readonly addedMl: number;
  readonly byHandInMl: number;
  readonly byHandOutMl: number;
  /** By count. */
  readonly drainedMl: number;
  /** As a person has measured it; `null`: nobody has. */
  readonly drainMeasuredMl: number | null;
  /** In minus out while circulating, as far as the rig measures its outflow. */
  readonly circulationMl: number;
  /** Not recovered: gone in and not drained again, by count; `null`: the console did not know what was in the cavity. */
  readonly notRecoveredMl: number | null;
  /** The same with the measured drain. */
  readonly notRecoveredByMeasureMl: number | null;
}

/** What people have entered beside the count. */
export interface Entered {
  /** Recorded with drug additions; the estimate holds it as what came in by no filling. */
  readonly addedMl: number;
  readonly drainMeasuredMl: number | null;
}

/** Folds the changes of the estimated cavity volume by the circuit mode they came in. */
export class VolumeFold {
  #lastMl: number;
  #lastMode: CircuitMode = 'standby';
  #filled = 0;
  #drained = 0;
  #circulation = 0;
  readonly #byHand: readonly FluidByHand[];
  readonly #beforeMl: number | null;
  /** Of these, how many are in the estimate already. */
  #seen = 0;

  constructor(byHand: readonly FluidByHand[], beforeMl: number | null) {
    this.#byHand = byHand;
    this.#beforeMl = beforeMl;
    // The estimate begins with it: nothing of it was pumped in.
    this.#lastMl = beforeMl ?? 0;
  }

  add({ cavityVolumeMl, inForce, requested, sessionMs }: Sample): void {
    const change = cavityVolumeMl - this.#withByHand(sessionMs);
    this.#lastMl = cavityVolumeMl;
    const mode = (inForce ?? requested)?.mode ?? this.#lastMode;
    this.#lastMode = mode;
    if (mode === 'fill' || mode === 'rinse') this.#filled += change;
    else if (mode === 'drain') this.#drained -= change;
    else this.#circulation += change;
  }

  /** The estimate with what was recorded since; it never holds less than nothing. */
  #withByHand(untilMs: number): number {
    let ml = this.#lastMl;
    for (
      let next = this.#byHand[this.#seen];
      next !== undefined && next.sessionMs < untilMs;
      next = this.#byHand[this.#seen]
    ) {
      this.#seen += 1;
      ml = Math.max(0, ml + (next.way === 'in' ? next.volumeMl : -next.volumeMl));
    }
    return ml;
  }

  /** `totals`: the console's own count at the end, which unlike the estimate goes below nothing where more came out than went in. */
  finish(
    { addedMl, drainMeasuredMl }: Entered,
    totals: Pick<RunTotals, 'volumeInMl' | 'volumeOutMl' | 'volumeRetainedMl'> | null,
  ): VolumeFigures {
    const circulationMl = this.#circulation - addedMl;
    const { volumeInMl = null, volumeOutMl = null } = totals ?? {};
    const counted = volumeInMl !== null && volumeOutMl !== null;
    const filledMl = counted ? volumeInMl - addedMl : this.#filled;
    const drainedMl = counted ? volumeOutMl : this.#drained;
    const byHandInMl = sumOf(this.#byHand, 'in');
    const byHandOutMl = sumOf(this.#byHand, 'out');
    const inMl = (this.#beforeMl ?? 0) + filledMl + addedMl + circulationMl + byHandInMl;
    const balanceMl = inMl - byHandOutMl - drainedMl;
    const known = totals?.volumeRetainedMl == null ? null : balanceMl;
    const notRecoveredMl = counted ? known : this.#lastMl;
    const notRecoveredByMeasureMl =
      notRecoveredMl === null || drainMeasuredMl === null
        ? null
        : notRecoveredMl + drainedMl - drainMeasuredMl;
    return {
      beforeMl: this.#beforeMl,
      filledMl,
      addedMl,
      byHandInMl,
      byHandOutMl,
      drainedMl,
      drainMeasuredMl,
      circulationMl,
      notRecoveredMl,
      notRecoveredByMeasureMl,
    };
  }
}
