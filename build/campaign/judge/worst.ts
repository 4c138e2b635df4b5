import { inflowLimitCelsius } from '../../../electron/domain/command.ts';
import type { PatientResult } from './judge-patient.ts';
import type { TreatmentFigures } from './treatment-figures.ts';

export interface WorstCase {
  readonly index: number;
  /** The figure that is furthest beyond what is asked of a population, in words. */
  readonly what: string;
  /** That figure ÷ its goal. */
  readonly badness: number;
  readonly figures: TreatmentFigures;
}

/** The patients of ours whose worst figure is furthest beyond its goal, worst first. */
export function worstCases(results: readonly PatientResult[], disturbed: boolean, most: number): WorstCase[] {
  return results
    .flatMap(({ index, ours }) =>
      ours === null ? [] : [{ index, figures: ours, ...worstOf(ours, disturbed) }],
    )
    .sort((a, b) => b.badness - a.badness || a.index - b.index)
    .slice(0, most);
}

/** The worst figure of one treatment as a multiple of its goal; the goals of a population, asked of one. */
export function worstOf(of: TreatmentFigures, disturbed: boolean): { what: string; badness: number } {
  if (of.meanErrorCelsius === null) return { what: 'treatment never began', badness: 1000 };
  const found = disturbed ? disturbedFigures(of) : nominalFigures(of, of.meanErrorCelsius);
  return found.reduce((worst, one) => (one.badness > worst.badness ? one : worst));
}

const nominalFigures = (of: TreatmentFigures, meanError: number) => [
  { what: `${percent(of.inBandShare)} within ±0.5 °C`, badness: (1 - of.inBandShare) / 0.005 },
  { what: `${percent(of.within02Share)} within ±0.2 °C`, badness: (1 - of.within02Share) / 0.01 },
  { what: `mean error ${celsius(meanError)}`, badness: Math.abs(meanError) / 0.05 },
  { what: `SD ${celsius(of.sdCelsius ?? 0)}`, badness: (of.sdCelsius ?? 0) / 0.1 },
  { what: `overshoot ${celsius(of.overshootCelsius)}`, badness: of.overshootCelsius / 0.3 },
  { what: `time ÷ shortest ${(of.timeRatio ?? 0).toFixed(2)}`, badness: (of.timeRatio ?? 0) / 1.3 },
];

const disturbedFigures = (of: TreatmentFigures) => [
  { what: `cavity ${celsius(of.overshootCelsius)} above target`, badness: of.overshootCelsius },
  {
    what: `inflow ${celsius(of.hottestInflowCelsius)}`,
    badness: of.hottestInflowCelsius > inflowLimitCelsius ? 2 : 0,
  },
  ...of.recoveries.map(({ side, seconds, shortestSeconds, ratio }) => ({
    what: `${seconds.toFixed(0)} s ${side} the band, shortest ${shortestSeconds?.toFixed(0) ?? '---'} s`,
    badness: (ratio ?? 0) / 1.3,
  })),
];

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const celsius = (value: number): string => `${value.toFixed(2)} °C`;
