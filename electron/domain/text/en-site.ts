import type { SiteRefusal } from '../site.ts';
import type { Words } from './dictionary.ts';
import { controlSite, setting } from './en-names.ts';
import { number, withUnit } from './format.ts';

const volume = (ml: number): string => withUnit(ml, 'ml');
const flow = (mlPerMin: number): string => withUnit(mlPerMin, 'mlPerMin');

export function siteRefusal(refusal: SiteRefusal): string {
  switch (refusal.kind) {
    case 'too-light':
      return `The patient weighs ${number(refusal.weightKg, 1)} kg; this site treats from ${number(refusal.leastWeightKg)} kg on. Check the weight, or treat elsewhere.`;
    case 'flow-over-ceiling':
      return `The flow of ${flow(refusal.flowMlPerMin)} is above the ceiling of this site, ${flow(refusal.ceilingMlPerMin)} (${setting[refusal.setting].toLowerCase()}). Choose another preset or a lower flow.`;
    case 'body-not-entered':
      return refusal.per === 'm2'
        ? 'The fill is reckoned from body surface. Enter height and weight.'
        : 'The fill is reckoned from body weight. Enter the weight.';
    case 'fill-too-small':
      return `The fill of ${volume(refusal.fillMl)} is less than this site fills, ${volume(refusal.leastFillMl)}. Check body size and preset, or treat elsewhere.`;
    case 'no-probe-there':
      return `This preset controls the ${controlSite[refusal.site].toLowerCase()}, and no probe is placed there. Say where each probe is placed, or choose a preset that controls the inflow.`;
    case 'probe-not-fitted':
      return `T${refusal.probe} is not fitted on this rig. Plug it in, or say that it is not used.`;
    case 'fill-over-largest':
      return `The fill of ${volume(refusal.fillMl)} is above the largest cavity volume of the preset, ${volume(refusal.largestMl)}. Fill less, or have the largest volume raised in a copy of the preset.`;
  }
}

export const bodySurfaceFormula: Words['bodySurfaceFormula'] = {
  'du-bois': 'Du Bois 1916',
  mosteller: 'Mosteller 1987',
  haycock: 'Haycock 1978',
};
