import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Problem } from '../../plain/step.mjs';
import { inRoot } from '../../root.ts';

const gain = z.number().nonnegative();

/** The fixed PID as data, with how it was found. */
const baselineSchema = z.strictObject({
  description: z.string(),
  gains: z.strictObject({ kp: gain, ki: gain, kd: gain }),
  tuningSeed: z.int(),
  tuningPatients: z.int(),
  tried: z.int(),
  /** Mean over the tuning patients of the sum of figures ÷ goals. */
  cost: z.number(),
});
export type Baseline = z.infer<typeof baselineSchema>;

const path = 'build/campaign/baseline.json';
export const baselinePath = inRoot(path);

export function readBaseline(): Baseline {
  const read = baselineSchema.safeParse(JSON.parse(readFileSync(baselinePath, 'utf8')));
  if (read.success) return read.data;
  throw new Problem(`${path} is not a baseline: find it anew with npm run campaign -- --search-baseline.`);
}
