import type { Words } from './dictionary.ts';
import { setting } from './en-names.ts';
import { number, withUnit } from './format.ts';

export const siteRefusal: Words['siteRefusal'] = (refusal) =>
  refusal.kind === 'too-light'
    ? `The patient weighs ${number(refusal.weightKg, 1)} kg; this site treats from ${number(refusal.leastWeightKg)} kg on. Check the weight, or treat elsewhere.`
    : `The flow of ${withUnit(refusal.flowMlPerMin, 'mlPerMin')} is above the ceiling of this site, ` +
      `${withUnit(refusal.ceilingMlPerMin, 'mlPerMin')} (${setting[refusal.setting].toLowerCase()}). Choose another preset or a lower flow.`;

export const bodySurfaceFormula: Words['bodySurfaceFormula'] = {
  'du-bois': 'Du Bois 1916',
  mosteller: 'Mosteller 1987',
  haycock: 'Haycock 1978',
};
