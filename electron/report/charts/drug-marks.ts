import type { DrugGiven } from '../figures/drugs-given.ts';

/** How a drug is called in curves and tables, by its place among those given: "D1". */
export const drugMark = (index: number): string => `D${index + 1}`;

/** Marks of the drugs given in a stretch of session time. */
export const drugMarksBetween = (drugs: readonly DrugGiven[], fromMs: number, toMs: number): string[] =>
  drugs.flatMap(({ sessionMs }, index) => (sessionMs >= fromMs && sessionMs < toMs ? [drugMark(index)] : []));
