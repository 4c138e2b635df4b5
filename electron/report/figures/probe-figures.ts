import type { ProbeSite } from '../../domain/case.ts';
import { bandCelsius } from '../../domain/preset.ts';
import { RunningStatistics } from '../../domain/statistics.ts';
import { cem43Minutes } from '../../domain/thermal-dose.ts';
import { type CelsiusStatistics, celsiusStatistics } from './statistics-of.ts';

/** One probe over the treatment phase; missing values are left out and show in `validShare`. */
export interface ProbeFigures extends CelsiusStatistics {
  /** "T1" to "T4" */
  readonly id: string;
  readonly site: ProbeSite;
  /** Over the treatment phase, and over the whole run. */
  readonly cem43Minutes: number;
  readonly cem43WholeRunMinutes: number;
  /** Valid time over elapsed treatment time, gaps included; `null` without treatment. */
  readonly validShare: number | null;
  readonly belowBandMinutes: number;
  readonly inBandMinutes: number;
  readonly aboveBandMinutes: number;
  readonly atLeast41Minutes: number;
  readonly atLeast42Minutes: number;
  readonly atLeast43Minutes: number;
}

/** Time is summed in whole milliseconds: sixty minutes are sixty minutes. */
const msPerMinute = 60_000;

/** Folds the readings of one probe, sample by sample. */
export class ProbeFold {
  readonly #id: string;
  readonly #site: ProbeSite;
  /** In force; whoever folds changes it where a person did. */
  targetCelsius: number;
  readonly #statistics = new RunningStatistics();
  #cem43 = 0;
  #cem43WholeRun = 0;
  #belowMs = 0;
  #inMs = 0;
  #aboveMs = 0;
  readonly #atLeastMs = { 41: 0, 42: 0, 43: 0 };

  constructor(id: string, site: ProbeSite, targetCelsius: number) {
    this.#id = id;
    this.#site = site;
    this.targetCelsius = targetCelsius;
  }

  /** `coveredMs`: the time the sample stands for. */
  add(celsius: number | null, coveredMs: number, inTreatment: boolean): void {
    if (celsius === null) return;
    const dose = cem43Minutes(celsius, coveredMs / msPerMinute);
    this.#cem43WholeRun += dose;
    if (!inTreatment) return;
    this.#cem43 += dose;
    this.#statistics.add(celsius);
    if (celsius < this.targetCelsius - bandCelsius) this.#belowMs += coveredMs;
    else if (celsius > this.targetCelsius + bandCelsius) this.#aboveMs += coveredMs;
    else this.#inMs += coveredMs;
    if (celsius >= 41) this.#atLeastMs[41] += coveredMs;
    if (celsius >= 42) this.#atLeastMs[42] += coveredMs;
    if (celsius >= 43) this.#atLeastMs[43] += coveredMs;
  }

  finish(treatmentSeconds: number | null): ProbeFigures {
    const validMs = this.#belowMs + this.#inMs + this.#aboveMs;
    return {
      id: this.#id,
      site: this.#site,
      ...celsiusStatistics(this.#statistics),
      cem43Minutes: this.#cem43,
      cem43WholeRunMinutes: this.#cem43WholeRun,
      validShare:
        treatmentSeconds === null || treatmentSeconds === 0 ? null : validMs / (treatmentSeconds * 1000),
      belowBandMinutes: this.#belowMs / msPerMinute,
      inBandMinutes: this.#inMs / msPerMinute,
      aboveBandMinutes: this.#aboveMs / msPerMinute,
      atLeast41Minutes: this.#atLeastMs[41] / msPerMinute,
      atLeast42Minutes: this.#atLeastMs[42] / msPerMinute,
      atLeast43Minutes: this.#atLeastMs[43] / msPerMinute,
    };
  }
}
