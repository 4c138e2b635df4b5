import { number } from '../../electron/contract/text.ts';
import type * as en from './en-trend.ts';
import { oneDecimal } from './format.ts';

export const trend: typeof en.trend = {
  label: (from, to) => `T1 至 T4 及核心体温，${from} 至 ${to}`,
  ceiling: (celsius) => `进水上限 ${oneDecimal(celsius)}`,
  limit: (celsius) => `限值 ${number(celsius, 2)}`,
  limitOf: { inflow: '进水', cavity: '体腔', control: '控制', core: '核心' },
  limitIs: (side, celsius) => `${side === 'above' ? '≤' : '≥'}\u2009${celsius}`,
  band: (low, high) => `${oneDecimal(low)} – ${oneDecimal(high)}`,
  core: '核心',
  coreByHand: (celsius, minutes) =>
    minutes === null ? `${celsius} 手工录入` : `${celsius} 手工录入，${number(minutes)} 分钟前`,
  minutes: (value) => `${number(value)} min`,
  degrees: (celsius) => `${number(celsius)}°`,
  drug: '药',
  alarm: '警',
  several: (letter, count) => `${letter}${count}`,
  plannedDrug: (count) => `加药 ${count}`,
  plannedEnd: '计划结束',
  plannedEndLater: (minutes) => `计划 ${number(minutes)} min 结束 ▸`,
  noData: (probes) => (probes === '' ? '无数据' : `${probes} 无数据`),
};
