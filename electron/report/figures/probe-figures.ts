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

/** Folds the readings of one probe, sample by sample. */
export class ProbeFold {
  readonly #id: string;
  readonly #site: ProbeSite;
  readonly #targetCelsius: number;
  readonly #statistics = new RunningStatistics();
  #cem43 = 0;
  #cem43WholeRun = 0;
  #below = 0;
  #in = 0;
  #above = 0;
  readonly #atLeast = { 41: 0, 42: 0, 43: 0 };

  constructor(id: string, site: ProbeSite, targetCelsius: number) {
    this.#id = id;
    this.#site = site;
    this.#targetCelsius = targetCelsius;
  }

  /** `minutes`: what the sample stands for. */
  add(celsius: number | null, minutes: number, inTreatment: boolean): void {
    if (celsius === null) return;
    const dose = cem43Minutes(celsius, minutes);
    this.#cem43WholeRun += dose;
    if (!inTreatment) return;
    this.#cem43 += dose;
    this.#statistics.add(celsius);
    if (celsius < this.#targetCelsius - bandCelsius) this.#below += minutes;
    else if (celsius > this.#targetCelsius + bandCelsius) this.#above += minutes;
    else this.#in += minutes;
    if (celsius >= 41) this.#atLeast[41] += minutes;
    if (celsius >= 42) this.#atLeast[42] += minutes;
    if (celsius >= 43) this.#atLeast[43] += minutes;
  }

  finish(treatmentMinutes: number | null): ProbeFigures {
    const valid = this.#below + this.#in + this.#above;
    return {
      id: this.#id,
      site: this.#site,
      ...celsiusStatistics(this.#statistics),
      cem43Minutes: this.#cem43,
      cem43WholeRunMinutes: this.#cem43WholeRun,
      validShare: treatmentMinutes === null || treatmentMinutes === 0 ? null : valid / treatmentMinutes,
      belowBandMinutes: this.#below,
      inBandMinutes: this.#in,
      aboveBandMinutes: this.#above,
      atLeast41Minutes: this.#atLeast[41],
      atLeast42Minutes: this.#atLeast[42],
      atLeast43Minutes: this.#atLeast[43],
    };
  }
}
