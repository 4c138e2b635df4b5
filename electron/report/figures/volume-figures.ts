import type { Sample } from '../../domain/sample.ts';

/** Volumes of the cavity by the console's own count, mL. What circulates goes in and out and is not a volume of its own. */
export interface VolumeFigures {
  /** By filling and rinsing. */
  readonly filledMl: number;
  readonly drainedMl: number;
  /** In minus out while circulating, as far as the rig measures its outflow. */
  readonly circulationMl: number;
  /** At the end: filled − drained + circulation. */
  readonly retainedMl: number;
}

/** Folds the changes of the estimated cavity volume by the circuit mode they came in. */
export class VolumeFold {
  #lastMl = 0;
  #filled = 0;
  #drained = 0;
  #circulation = 0;

  add({ cavityVolumeMl, inForce, requested }: Sample): void {
    const change = cavityVolumeMl - this.#lastMl;
    this.#lastMl = cavityVolumeMl;
    const { mode } = inForce ?? requested;
    if (mode === 'fill' || mode === 'rinse') this.#filled += change;
    else if (mode === 'drain') this.#drained -= change;
    else this.#circulation += change;
  }

  finish(): VolumeFigures {
    return {
      filledMl: this.#filled,
      drainedMl: this.#drained,
      circulationMl: this.#circulation,
      retainedMl: this.#lastMl,
    };
  }
}
