/** Fluid that comes into the cavity or leaves it by people's hands, past the pump and the meters of the machine. */
export const fluidKinds = [
  'irrigation',
  'ascites',
  'other-in',
  'suction',
  'ascites-removed',
  'sample',
  'other-out',
] as const;
export type FluidKind = (typeof fluidKinds)[number];
export type FluidWay = 'in' | 'out';

export interface FluidRule {
  readonly way: FluidWay;
  /** What is outside was typed wrongly, mL. */
  readonly boundsMl: readonly [low: number, high: number];
  /** One touch each, mL. */
  readonly usualMl: readonly number[];
}

/** Chosen: a jug or a canister at once; ascites as much as is drawn off in one go; a sample is a syringe. */
export const fluidRules: Readonly<Record<FluidKind, FluidRule>> = {
  irrigation: { way: 'in', boundsMl: [1, 5000], usualMl: [250, 500, 1000] },
  ascites: { way: 'in', boundsMl: [1, 20_000], usualMl: [500, 1000, 2000] },
  'other-in': { way: 'in', boundsMl: [1, 5000], usualMl: [] },
  suction: { way: 'out', boundsMl: [1, 5000], usualMl: [250, 500, 1000] },
  'ascites-removed': { way: 'out', boundsMl: [1, 20_000], usualMl: [500, 1000, 2000] },
  sample: { way: 'out', boundsMl: [1, 500], usualMl: [10, 20, 50] },
  'other-out': { way: 'out', boundsMl: [1, 5000], usualMl: [] },
};

/** Whole millilitres within the bounds of its kind. */
export function isFluidVolume(kind: FluidKind, ml: number): boolean {
  const [low, high] = fluidRules[kind].boundsMl;
  return Number.isInteger(ml) && ml >= low && ml <= high;
}
