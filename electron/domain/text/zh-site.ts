import type { Words } from './dictionary.ts';
import { number, withUnit } from './format.ts';
import { setting } from './zh-names.ts';

export const siteRefusal: Words['siteRefusal'] = (refusal) =>
  refusal.kind === 'too-light'
    ? `患者体重 ${number(refusal.weightKg, 1)} kg，本单位只治疗 ${number(refusal.leastWeightKg)} kg 及以上者。核对体重，或转他处治疗。`
    : `流量 ${withUnit(refusal.flowMlPerMin, 'mlPerMin')} 超过本单位上限 ` +
      `${withUnit(refusal.ceilingMlPerMin, 'mlPerMin')}（${setting[refusal.setting]}）。改选方案或降低流量。`;

export const bodySurfaceFormula: Words['bodySurfaceFormula'] = {
  'du-bois': 'Du Bois 1916',
  mosteller: 'Mosteller 1987',
  haycock: 'Haycock 1978',
};
