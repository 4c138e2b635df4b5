import type { SiteView } from '../../electron/contract/view.ts';
import {
  type BodySize,
  bodyBounds,
  bodySurfaceAreaM2,
  bodyTemperatureBounds,
  drugBounds,
  feverCelsius,
  mostFluidMl,
  type PresetTemplate,
  sessionBounds,
  siteRefusals,
} from '../../electron/contract/words.ts';
import { type NumberRule, typedNumber } from '../text/typed-number.ts';
import type { Draft } from './draft.ts';

type UnitRule = NumberRule & { readonly unit: string };

/** Numbers of the form: what each may be, and its unit. */
export const numberFields = {
  heightCm: { bounds: bodyBounds.heightCm, unit: 'cm' },
  weightKg: { bounds: bodyBounds.weightKg, unit: 'kg' },
  sessionNumber: { bounds: sessionBounds, whole: true, unit: '' },
  sessionsPlanned: { bounds: sessionBounds, whole: true, unit: '' },
  bodyTemperature: { bounds: bodyTemperatureBounds, unit: '°C' },
  fluidMl: { bounds: [1, mostFluidMl], whole: true, unit: 'mL' },
} as const satisfies Readonly<Record<string, UnitRule>>;
export type NumberField = keyof typeof numberFields;

/** Of each planned drug. */
export const drugNumbers = {
  doseMg: { bounds: drugBounds.doseMg, unit: 'mg' },
  volumeMl: { bounds: drugBounds.volumeMl, unit: 'mL' },
} as const satisfies Readonly<Record<string, UnitRule>>;
export type DrugNumber = keyof typeof drugNumbers;

/** A number of the form; `null` where nothing is typed, NaN where it is none, or could be two. */
export const draftNumber = (draft: Pick<Draft, NumberField>, field: NumberField): number | null =>
  typedNumber(draft[field], numberFields[field]);

/** As far as it is a number. */
export const known = (value: number | null): number | null =>
  value !== null && Number.isFinite(value) ? value : null;

/** Somebody has to decide to go on. */
export function isFever(draft: Draft): boolean {
  const celsius = draftNumber(draft, 'bodyTemperature');
  return celsius !== null && celsius > feverCelsius;
}

/** In the cavity before the run fills it, mL; `null`: nobody knows. Of a draft without problems. */
export function fluidInCavityMl(draft: Draft): number | null {
  if (draft.fluidBefore === 'no') return 0;
  return draft.fluidBefore === 'about' ? draftNumber(draft, 'fluidMl') : null;
}

/** What a fill is reckoned from, as far as it is typed. */
export const bodyOf = ({ heightCm, weightKg }: Pick<Draft, 'heightCm' | 'weightKg'>): BodySize => ({
  heightCm: known(typedNumber(heightCm, numberFields.heightCm)),
  weightKg: known(typedNumber(weightKg, numberFields.weightKg)),
});

/** By the formula of the site, m²; `null` while height or weight is not known. */
export function bodySurfaceOf(
  draft: Pick<Draft, 'heightCm' | 'weightKg'>,
  { bodySurfaceFormula }: Pick<SiteView, 'bodySurfaceFormula'>,
): number | null {
  const { heightCm, weightKg } = bodyOf(draft);
  return heightCm === null || weightKg === null
    ? null
    : bodySurfaceAreaM2(heightCm, weightKg, bodySurfaceFormula);
}

/** Why the site does not let this draft be treated by this preset; `null`: none is chosen. */
export const refusedHere = (
  site: SiteView,
  draft: Pick<Draft, 'setting' | 'heightCm' | 'weightKg'>,
  preset: PresetTemplate | null,
) => siteRefusals(site, { setting: draft.setting, ...bodyOf(draft) }, preset);
