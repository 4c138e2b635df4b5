/** By whom body surface may be reckoned; a site chooses one. */
export const bodySurfaceFormulas = ['du-bois', 'mosteller', 'haycock'] as const;
export type BodySurfaceFormula = (typeof bodySurfaceFormulas)[number];

const reckoned: Readonly<Record<BodySurfaceFormula, (heightCm: number, weightKg: number) => number>> = {
  /** Du Bois and Du Bois 1916, Arch Intern Med 17:863. */
  'du-bois': (heightCm, weightKg) => 0.007184 * weightKg ** 0.425 * heightCm ** 0.725,
  /** Mosteller 1987, N Engl J Med 317:1098. */
  mosteller: (heightCm, weightKg) => Math.sqrt((heightCm * weightKg) / 3600),
  /** Haycock, Schwartz and Wisotsky 1978, J Pediatr 93:62. */
  haycock: (heightCm, weightKg) => 0.024265 * weightKg ** 0.5378 * heightCm ** 0.3964,
};

/** Body surface area, m². */
export const bodySurfaceAreaM2 = (heightCm: number, weightKg: number, formula: BodySurfaceFormula): number =>
  reckoned[formula](heightCm, weightKg);
