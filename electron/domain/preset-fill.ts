import { type BodySurfaceFormula, bodySurfaceAreaM2 } from './body-surface.ts';
import type { EnteredPreset, Preset, PresetTemplate } from './preset.ts';

/** What a fill by the body is reckoned from; `null`: not entered. */
export interface BodySize {
  readonly heightCm: number | null;
  readonly weightKg: number | null;
}

/** A fill that is reckoned from the body, so that it can be shown with what it comes from. */
export interface ReckonedFill {
  /** To `roundedMl`; `null`: what it is reckoned from is not entered. */
  readonly fillVolumeMl: number | null;
  readonly per: 'm2' | 'kg';
  readonly mlPer: number;
  /** m² of body surface or kg; `null`: not known. */
  readonly of: number | null;
}

/** A syringe's worth is not measured in litres of bags, mL (chosen). */
const roundedMl = 10;

type FillFields = Pick<PresetTemplate, 'fillMlPerM2' | 'fillMlPerKg'>;

/** `null`: the preset says its fill as a volume. */
export function reckonedFill(
  { fillMlPerM2, fillMlPerKg }: FillFields,
  { heightCm, weightKg }: BodySize,
  formula: BodySurfaceFormula,
): ReckonedFill | null {
  if (fillMlPerM2 !== null) {
    const known = heightCm !== null && weightKg !== null;
    const of = known ? bodySurfaceAreaM2(heightCm, weightKg, formula) : null;
    return { per: 'm2', mlPer: fillMlPerM2, of, fillVolumeMl: rounded(fillMlPerM2, of) };
  }
  if (fillMlPerKg === null) return null;
  return { per: 'kg', mlPer: fillMlPerKg, of: weightKg, fillVolumeMl: rounded(fillMlPerKg, weightKg) };
}

const rounded = (mlPer: number, of: number | null): number | null =>
  of === null ? null : roundedMl * Math.round((mlPer * of) / roundedMl);

/** The fill of a preset for this patient, mL; `null`: not known yet. */
export const fillVolumeFor = (
  preset: FillFields & Pick<PresetTemplate, 'fillVolumeMl'>,
  body: BodySize,
  formula: BodySurfaceFormula,
): number | null => preset.fillVolumeMl ?? reckonedFill(preset, body, formula)?.fillVolumeMl ?? null;

/** As a run goes by it; `null`: the body that its fill is reckoned from is not known. */
export function presetFor(preset: EnteredPreset, body: BodySize, formula: BodySurfaceFormula): Preset | null {
  const fillVolumeMl = fillVolumeFor(preset, body, formula);
  return fillVolumeMl === null ? null : { ...preset, fillVolumeMl };
}
