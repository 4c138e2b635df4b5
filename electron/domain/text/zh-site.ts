import type { SiteRefusal } from '../site.ts';
import type { Words } from './dictionary.ts';
import { number, withUnit } from './format.ts';
import { controlSite, setting } from './zh-names.ts';

const volume = (ml: number): string => withUnit(ml, 'ml');
const flow = (mlPerMin: number): string => withUnit(mlPerMin, 'mlPerMin');

export function siteRefusal(refusal: SiteRefusal): string {
  switch (refusal.kind) {
    case 'too-light':
      return `患者体重 ${number(refusal.weightKg, 1)} kg，本单位只治疗 ${number(refusal.leastWeightKg)} kg 及以上者。核对体重，或转他处治疗。`;
    case 'flow-over-ceiling':
      return `流量 ${flow(refusal.flowMlPerMin)} 超过本单位上限 ${flow(refusal.ceilingMlPerMin)}（${setting[refusal.setting]}）。改选方案或降低流量。`;
    case 'body-not-entered':
      return refusal.per === 'm2'
        ? '充盈量按体表面积计算。请填写身高和体重。'
        : '充盈量按体重计算。请填写体重。';
    case 'fill-too-small':
      return `充盈量 ${volume(refusal.fillMl)} 低于本单位下限 ${volume(refusal.leastFillMl)}。核对身高体重和方案，或转他处治疗。`;
    case 'no-probe-there':
      return `本方案按${controlSite[refusal.site]}温度控制，但该处没有探头。请填写各探头位置，或改选按进水温度控制的方案。`;
    case 'probe-not-fitted':
      return `本设备未接 T${refusal.probe}。请插上探头，或选“未使用”。`;
    case 'fill-over-largest':
      return `充盈量 ${volume(refusal.fillMl)} 超过方案的最大腔内容量 ${volume(refusal.largestMl)}。减少充盈量，或在方案副本中提高最大容量。`;
  }
}

export const bodySurfaceFormula: Words['bodySurfaceFormula'] = {
  'du-bois': 'Du Bois 1916',
  mosteller: 'Mosteller 1987',
  haycock: 'Haycock 1978',
};
