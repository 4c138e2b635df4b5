import { type ControlPrecision, type FlowPrecision, PrecisionFold } from '../../domain/precision.ts';
import { bandCelsius, type Preset } from '../../domain/preset.ts';
import type { Sample } from '../../domain/sample.ts';
import type { Step } from '../../domain/sample-step.ts';

/** Control temperature and flow over the treatment phase; `null` where there was no treatment or no valid value. */
export interface TreatmentFigures extends ControlPrecision {
  /** From the start of heat-up until the control temperature came into band to stay there for a second. */
  readonly timeToTargetSeconds: number | null;
  readonly flow: FlowPrecision;
}

/**
 * A shorter stay in band is not an arrival: in the first tick of heat-up the control temperature may still be the
 * inflow's, which controls the phases before.
 */
const settledMs = 1000;

/** Folds control temperature, clocks and flow, sample by sample. */
export class TreatmentFold {
  #targetCelsius: number;
  readonly #precision: PrecisionFold;
  #heatUpFromMs: number | null = null;
  #inBandFromMs: number | null = null;
  #timeToTargetMs: number | null = null;

  constructor({ targetCelsius }: Preset) {
    this.#targetCelsius = targetCelsius;
    this.#precision = new PrecisionFold(targetCelsius);
  }

  /** What is in force from the next sample on. */
  set targetCelsius(celsius: number) {
    this.#targetCelsius = celsius;
    this.#precision.targetCelsius = celsius;
  }

  add(sample: Sample, step: Step): void {
    this.#watchHeatUp(sample, step);
    this.#precision.add(sample, step);
  }

  #watchHeatUp({ phase, controlCelsius: { value } }: Sample, step: Step): void {
    if (phase === 'heat-up') this.#heatUpFromMs ??= step.fromMs;
    if (this.#heatUpFromMs === null || this.#timeToTargetMs !== null || value === null) return;
    if (phase !== 'heat-up' && phase !== 'treatment') return;
    const inBand = Math.abs(value - this.#targetCelsius) <= bandCelsius;
    this.#inBandFromMs = inBand ? (this.#inBandFromMs ?? step.toMs) : null;
    if (this.#inBandFromMs !== null && step.toMs - this.#inBandFromMs >= settledMs) {
      this.#timeToTargetMs = this.#inBandFromMs - this.#heatUpFromMs;
    }
  }

  finish(): TreatmentFigures {
    const { control, flow } = this.#precision.finish();
    return {
      ...control,
      timeToTargetSeconds: this.#timeToTargetMs === null ? null : this.#timeToTargetMs / 1000,
      flow,
    };
  }
}
