import { z } from 'zod';

/** T1 to T4, then the core probe. */
const each = (least: number, most: number, usual: number) => {
  const value = z.number().min(least).max(most);
  return z.tuple([value, value, value, value, value]).default([usual, usual, usual, usual, usual]);
};

/** What a healthy probe does to the truth. Figures of each probe, T1 to T4, then core. */
export const probesSchema = z.strictObject({
  /** Calibration error, °C. */
  offsetsCelsius: each(-2, 2, 0),
  /** Time constant, s (chosen: a bare PT100 in a stream). */
  lagSeconds: each(0.2, 60, 1.5),
  /** Half-width of the noise of a reading, °C (triangular; chosen). */
  noiseCelsius: each(0, 1, 0.008),
  /** Step of its analogue-to-digital converter, °C; the wire carries 0.001. */
  stepCelsius: each(0.001, 1, 0.001),
});
export type Probes = z.infer<typeof probesSchema>;
