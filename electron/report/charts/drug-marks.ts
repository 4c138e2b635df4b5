import type { DrugGiven } from '../figures/drugs-given.ts';

/** How a drug is called in curves and tables, by its place among those given: "M1", for D numbers deviations. */
export const drugMark = (index: number): string => `M${index + 1}`;

/** Marks of the drugs given in a stretch of session time. */
export const drugMarksBetween = (drugs: readonly DrugGiven[], fromMs: number, toMs: number): string[] =>
  drugs.flatMap(({ sessionMs }, index) => (sessionMs >= fromMs && sessionMs < toMs ? [drugMark(index)] : []));
