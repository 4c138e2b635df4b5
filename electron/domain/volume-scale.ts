/**
 * Rules of volume are stated for a fill of 3 000 mL. A smaller one has them in proportion, down to a floor that a flow
 * meter can still tell (proposal): a bladder of 80 mL is not empty with 100 mL in it.
 */
const statedForMl = 3000;

const shareOf = (statedMl: number, fillMl: number, floorMl: number): number =>
  Math.max(floorMl, statedMl * Math.min(1, fillMl / statedForMl));

/** Nearly nothing is left by count, mL: 100 of 3 000. */
export const emptyMl = (fillMl: number): number => shareOf(100, fillMl, 5);
/**
 * More than this left by count is retained only on a person's word, mL: a tenth of the fill, 500 at most (chosen: true
 * fluid left at most a tenth of the fill, or it is said); not less than a flow meter can tell, a tenth of a bladder.
 */
export const retainedAskMl = (fillMl: number): number => Math.min(500, Math.max(8, fillMl / 10));
/** So much above the plan is told, mL, where the limit says `statedMl`. */
export const overPlanMl = (statedMl: number, fillMl: number): number => shareOf(statedMl, fillMl, 10);

/** Where no plan is known what is left is judged as that of the largest there is. */
export const unknownFillMl = statedForMl;
