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
  /** From the start of heat-up until the control temperature was first in band. */
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

/** Folds control temperature, clocks and flow, sample by sample. */
export class TreatmentFold {
  readonly #targetCelsius: number;
  readonly #temperature = new RunningStatistics();
  readonly #flow = new RunningStatistics();
  #started = false;
  #elapsedMs = 0;
  #inBandSeconds = 0;
  #worst: number | null = null;
  #heatUpFromMs: number | null = null;
  #timeToTargetMs: number | null = null;
  #flowSeconds = 0;
  #flowInBandSeconds = 0;

  constructor(preset: Preset) {
    this.#targetCelsius = preset.targetCelsius;
  }

  add(sample: Sample, step: Step): void {
    this.#watchHeatUp(sample, step);
    if (sample.phase !== 'treatment') return;
    this.#started = true;
    this.#elapsedMs += step.toMs - step.fromMs;
    if (sample.inBand) this.#inBandSeconds += step.coveredSeconds;
    this.#addTemperature(sample.controlCelsius.value);
    this.#addFlow(sample, step.coveredSeconds);
  }

  #watchHeatUp({ phase, controlCelsius: { value } }: Sample, step: Step): void {
    if (phase === 'heat-up') this.#heatUpFromMs ??= step.fromMs;
    if (this.#heatUpFromMs === null || this.#timeToTargetMs !== null || value === null) return;
    if (phase !== 'heat-up' && phase !== 'treatment') return;
    if (Math.abs(value - this.#targetCelsius) <= bandCelsius) {
      this.#timeToTargetMs = step.toMs - this.#heatUpFromMs;
    }
  }

  #addTemperature(celsius: number | null): void {
    if (celsius === null) return;
    this.#temperature.add(celsius);
    const deviation = celsius - this.#targetCelsius;
    if (this.#worst === null || Math.abs(deviation) > Math.abs(this.#worst)) this.#worst = deviation;
  }

  #addFlow({ requested, flowMlPerMin: { value } }: Sample, seconds: number): void {
    const set = requested.flowSetpointMlPerMin;
    if (value === null || !requested.pumpEnable || set === 0) return;
    this.#flow.add(value);
    this.#flowSeconds += seconds;
    if (Math.abs(value - set) <= flowBandShare * set) this.#flowInBandSeconds += seconds;
  }

  finish(): TreatmentFigures {
    return {
      elapsedSeconds: this.#started ? this.#elapsedMs / 1000 : null,
      inBandSeconds: this.#started ? this.#inBandSeconds : null,
      ...celsiusStatistics(this.#temperature),
      worstDeviationCelsius: this.#worst,
      timeToTargetSeconds: this.#timeToTargetMs === null ? null : this.#timeToTargetMs / 1000,
      flow: {
        meanMlPerMin: this.#flow.mean,
        sdMlPerMin: this.#flow.sd,
        inBandShare: this.#flowSeconds === 0 ? null : this.#flowInBandSeconds / this.#flowSeconds,
      },
    };
  }
}
