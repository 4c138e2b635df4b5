import { bandCelsius, flowBandShare, type Preset } from '../../domain/preset.ts';
import type { Sample } from '../../domain/sample.ts';
import { RunningStatistics } from '../../domain/statistics.ts';
import { type CelsiusStatistics, celsiusStatistics } from './statistics-of.ts';
import type { Step } from './step.ts';

/** Control temperature and flow over the treatment phase; `null` where there was no treatment or no valid value. */
export interface TreatmentFigures extends CelsiusStatistics {
  /** Session time in treatment, gaps included. */
  readonly elapsedSeconds: number | null;
  /** Time over which the in-band clock ran. */
  readonly inBandSeconds: number | null;
  /** Of the control temperature from target, signed, the largest by size. */
  readonly worstDeviationCelsius: number | null;
  /** From the start of heat-up until the control temperature came into band to stay there for a second. */
  readonly timeToTargetSeconds: number | null;
  readonly flow: FlowFigures;
}

/** Over treatment time in which flow was asked for and measured. */
export interface FlowFigures {
  readonly meanMlPerMin: number | null;
  readonly sdMlPerMin: number | null;
  /** Share of that time within ±5 % of the requested flow. */
  readonly inBandShare: number | null;
}

/**
 * A shorter stay in band is not an arrival: in the first tick of heat-up the control temperature may still be the
 * inflow's, which controls the phases before.
 */
const settledMs = 1000;

/** Folds control temperature, clocks and flow, sample by sample. */
export class TreatmentFold {
  readonly #targetCelsius: number;
  readonly #temperature = new RunningStatistics();
  readonly #flow = new RunningStatistics();
  #started = false;
  #elapsedMs = 0;
  #inBandMs = 0;
  #worst: number | null = null;
  #heatUpFromMs: number | null = null;
  #inBandFromMs: number | null = null;
  #timeToTargetMs: number | null = null;
  #flowMs = 0;
  #flowInBandMs = 0;

  constructor(preset: Preset) {
    this.#targetCelsius = preset.targetCelsius;
  }

  add(sample: Sample, step: Step): void {
    this.#watchHeatUp(sample, step);
    if (sample.phase !== 'treatment') return;
    this.#started = true;
    this.#elapsedMs += step.toMs - step.fromMs;
    if (sample.inBand) this.#inBandMs += step.coveredMs;
    this.#addTemperature(sample.controlCelsius.value);
    this.#addFlow(sample, step.coveredMs);
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

  #addTemperature(celsius: number | null): void {
    if (celsius === null) return;
    this.#temperature.add(celsius);
    const deviation = celsius - this.#targetCelsius;
    if (this.#worst === null || Math.abs(deviation) > Math.abs(this.#worst)) this.#worst = deviation;
  }

  #addFlow({ requested, flowMlPerMin: { value } }: Sample, coveredMs: number): void {
    const set = requested.flowSetpointMlPerMin;
    if (value === null || !requested.pumpEnable || set === 0) return;
    this.#flow.add(value);
    this.#flowMs += coveredMs;
    if (Math.abs(value - set) <= flowBandShare * set) this.#flowInBandMs += coveredMs;
  }

  finish(): TreatmentFigures {
    return {
      elapsedSeconds: this.#started ? this.#elapsedMs / 1000 : null,
      inBandSeconds: this.#started ? this.#inBandMs / 1000 : null,
      ...celsiusStatistics(this.#temperature),
      worstDeviationCelsius: this.#worst,
      timeToTargetSeconds: this.#timeToTargetMs === null ? null : this.#timeToTargetMs / 1000,
      flow: {
        meanMlPerMin: this.#flow.mean,
        sdMlPerMin: this.#flow.sd,
        inBandShare: this.#flowMs === 0 ? null : this.#flowInBandMs / this.#flowMs,
      },
    };
  }
}
