import { minutesSeconds, number, percent } from '../../electron/contract/text.ts';
import type * as en from './en-figures.ts';

export const figures: typeof en.figures = {
  precision: '三项精度承诺，截至目前',
  volumes: '液量（控制台计数）',
  additions: '计划加药',
  limits: (changed) => (changed === 0 ? '报警限值 ▸' : `报警限值，已更改 ${changed} 项 ▸`),
  limitChanged: '报警限值已更改',
  limitsHeading: '已更改的报警限值',
  limitNow: (value, initial) => `${value}，初始 ${initial}`,
  limitBy: (person, role, seconds) => `${person}（${role}），${minutesSeconds(seconds)}`,
};

const signed = (value: number, decimals: number) => `${value > 0 ? '+' : ''}${number(value, decimals)}`;

export const precision: typeof en.precision = {
  measurement: ['测温', '±0.1 °C'],
  control: ['控温', '±0.5 °C'],
  flow: ['流量', '±5 %'],
  calibrated: (without, oldest) =>
    without.length > 0
      ? `${without.join('、')} 无有效校准`
      : `探头均已校准${oldest === null ? '' : `，最早 ${oldest}`}`,
  atRest: (detail) => `静止时：${detail}`,
  notTested: '尚未作静止比对',
  controlFound: ({ inBandShare, meanCelsius, sdCelsius, worstDeviationCelsius }) =>
    inBandShare === null || meanCelsius === null || sdCelsius === null || worstDeviationCelsius === null
      ? '治疗开始后判定'
      : `治疗时间的 ${percent(inBandShare)} % 在范围；${number(meanCelsius, 2)} ± ${number(sdCelsius, 2)} °C；最大偏差 ${signed(worstDeviationCelsius, 2)} °C`,
  flowFound: ({ inBandShare, meanMlPerMin, sdMlPerMin, worstDeviationShare }) =>
    inBandShare === null || meanMlPerMin === null || sdMlPerMin === null || worstDeviationShare === null
      ? '治疗开始后判定'
      : `治疗时间的 ${percent(inBandShare)} % 在范围；${number(meanMlPerMin)} ± ${number(sdMlPerMin)} mL/min；最大偏差 ${signed(worstDeviationShare * 100, 1)} %`,
  verdict: { kept: '符合', 'not-kept': '不符合', 'not-judged': '未判定' },
  flowVerdict: { held: '保持', 'not-held': '未保持', 'not-judged': '未判定' },
  meter: (meter, months) => {
    if (meter.state === 'not-known') return '流量计：校准情况不明';
    const late = meter.state === 'overdue' ? `，已超过 ${months} 个月` : '';
    return `流量计由 ${meter.by} 于 ${meter.on} 校准${late}`;
  },
  share: (share) => `达标 ${percent(share)} %`,
  shareShort: (share) => `${percent(share)} %`,
};

export const volumes: typeof en.volumes = {
  before: '开始前已有',
  filled: '注入',
  added: '随药加入',
  byHandIn: '手工记录进入',
  byHandOut: '手工记录排出',
  drained: '排出（计数）',
  measured: '排出（实测）',
  circulation: '循环期间',
  notRecovered: '入减出',
  inCavity: '体腔内',
  ml: 'mL',
};

export const additions: typeof en.additions = {
  at: (minutes) => `${number(minutes)}:00`,
  stands: ({ state, dueInSeconds, doneAtSeconds }) => {
    switch (state) {
      case 'done':
        return doneAtSeconds === null ? '已记录' : `已记录，运行 ${minutesSeconds(doneAtSeconds)}`;
      case 'not-given':
        return '未给';
      case 'due':
        return '时间已到';
      case 'late':
        return dueInSeconds === null ? '已迟' : `迟 ${minutesSeconds(-dueInSeconds)}`;
      case 'ahead':
        return dueInSeconds === null ? '待加' : `${minutesSeconds(dueInSeconds)} 后`;
    }
  },
  isDue: (index, of, label) => `第 ${index + 1}/${of} 次加药时间已到：${label}`,
  next: (index, of, { atMinutes, dueInSeconds }, then) =>
    `下一步：第 ${index + 1}/${of} 次加药，${number(atMinutes)}:00${
      dueInSeconds === null ? '' : `，${minutesSeconds(dueInSeconds)} 后`
    }。${then === null ? '' : then.replace(/^下一步：/, '然后：')}`,
  record: (index, of) => (of === 1 ? '记录用药' : `记录用药 ${index + 1}/${of}`),
  recordCaption: ({ atMinutes, state, dueInSeconds }) => {
    const when = `计划 ${number(atMinutes)}:00`;
    if (state === 'late' && dueInSeconds !== null) return `${when}，迟 ${minutesSeconds(-dueInSeconds)}`;
    if (state === 'due') return `${when}，时间已到`;
    return dueInSeconds === null ? when : `${when}，${minutesSeconds(dueInSeconds)} 后`;
  },
};
