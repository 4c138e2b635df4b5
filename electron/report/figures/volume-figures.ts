import type { CircuitMode } from '../../domain/circuit.ts';
import type { RunTotals } from '../../domain/run-event.ts';
import type { Sample } from '../../domain/sample.ts';

/** Volumes of the cavity by the console's own count, mL. What circulates goes in and out and is not a volume of its own. */
export interface VolumeFigures {
  /** By filling and rinsing. */
  readonly filledMl: number;
  /** Recorded with drug additions. */
  readonly addedMl: number;
  readonly drainedMl: number;
  /** In minus out while circulating, as far as the rig measures its outflow. */
  readonly circulationMl: number;
  /** At the end: filled + added + circulation − drained; `null`: the console did not know what was in it. */
  readonly retainedMl: number | null;
}

/** Folds the changes of the estimated cavity volume by the circuit mode they came in. */
export class VolumeFold {
  #lastMl = 0;
  #lastMode: CircuitMode = 'standby';
  #filled = 0;
  #drained = 0;
  #circulation = 0;

  add({ cavityVolumeMl, inForce, requested }: Sample): void {
    const change = cavityVolumeMl - this.#lastMl;
    this.#lastMl = cavityVolumeMl;
    const mode = (inForce ?? requested)?.mode ?? this.#lastMode;
    this.#lastMode = mode;
    if (mode === 'fill' || mode === 'rinse') this.#filled += change;
    else if (mode === 'drain') this.#drained -= change;
    else this.#circulation += change;
  }

  /**
   * `addedMl`: recorded with drug additions; the estimate holds it as what came in by no filling. `totals`: the
   * console's own count at the end, which unlike the estimate goes below nothing where more came out than went in.
   */
  finish(
    addedMl: number,
    totals: Pick<RunTotals, 'volumeInMl' | 'volumeOutMl' | 'volumeRetainedMl'> | null,
  ): VolumeFigures {
    const circulationMl = this.#circulation - addedMl;
    const { volumeInMl = null, volumeOutMl = null } = totals ?? {};
    const counted = volumeInMl !== null && volumeOutMl !== null;
    const filledMl = counted ? volumeInMl - addedMl : this.#filled;
    const drainedMl = counted ? volumeOutMl : this.#drained;
    const balanceMl = filledMl + addedMl + circulationMl - drainedMl;
    const known = totals?.volumeRetainedMl == null ? null : balanceMl;
    const retainedMl = counted ? known : this.#lastMl;
    return { filledMl, addedMl, drainedMl, circulationMl, retainedMl };
  }
}
