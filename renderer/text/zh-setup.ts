import { number, zh as words } from '../../electron/contract/text.ts';
import type { ReckonedFill } from '../../electron/contract/words.ts';
import type { ChosenField, EditedField } from '../setup/preset-form.ts';
import type * as en from './en-setup.ts';
import { asSet } from './format.ts';
import { entry } from './zh-entry.ts';

export const setup: typeof en.setup = {
  product: 'ISOTHERM',
  notCleared: '未获批准上市的医疗器械',
  version: (text) => `控制台 ${text}`,
  sections: {
    patient: '患者',
    treatment: '治疗',
    protocol: '方案',
    drugs: '药物',
    placement: '置管与探头',
    checks: '核查',
  },
  sectionDone: '已完成',
  sectionOpen: (count) => `${count} 项待填`,
  next: (section) => `下一步：${section}`,
  start: '开始运行',
  startCaption: '先自检，试运行泵和加热',
  starting: '正在启动…',
  cannotStart: (count) => `还缺 ${count} 项`,
  missingHeading: '还缺',
  readyHeading: '开始前请核对',
  refused: '控制台未开始运行',
  noAnswer: '控制台未应答。请重试；如仍如此，请重启控制台。',
};

const rulingClock = { 'in-band': '达标时间', elapsed: '治疗用时' } as const;
const clockStart = {
  'in-band': '控温点达标时',
  inflow: '进水达到目标时',
  'first-drug': '首次加药时',
} as const;

const fillText = ({ per, mlPer, of, fillVolumeMl }: ReckonedFill, formula: string): string => {
  const each = `${number(mlPer)} ${per === 'm2' ? 'mL/m²' : 'mL/kg'}`;
  if (of === null || fillVolumeMl === null) return each;
  const size = per === 'm2' ? `${number(of, 2)} m²（${formula}）` : `${number(of, 1)} kg`;
  return `${each} × ${size} = ${number(fillVolumeMl)} mL`;
};

export const preset: typeof en.preset = {
  headline: (one) => `${asSet(one.targetCelsius)} °C × ${number(one.minutes)} min`,
  name: (one) => `${one.name} · 第 ${one.version} 版`,
  flow: (one) => `流量 ${number(one.flowMlPerMin)} mL/min`,
  volume: (one, reckoned, formula) =>
    `充盈 ${reckoned === null ? `${number(one.fillVolumeMl ?? 0)} mL` : fillText(reckoned, formula)}，上限 ${number(one.largestCavityVolumeMl)} mL`,
  clock: (one) => `计时：${rulingClock[one.rulingClock]}，${clockStart[one.clockStartsOn]}开始`,
  reservoir: (ml) => `储液罐：不少于 ${number(ml)} mL`,
  fillDrain: (one) => `注液 ${number(one.fillFlowMlPerMin)}、排液 ${number(one.drainFlowMlPerMin)} mL/min`,
  rinses: (one) =>
    one.rinses.count === 0
      ? '不冲洗'
      : `冲洗 ${number(one.rinses.count)} × ${number(one.rinses.volumeMl)} mL`,
  for: (one) => `${words.cavity[one.cavity]}，${words.setting[one.setting]}`,
  controlSite: (one) => `按${words.controlSite[one.controlSite]}温度控制`,
  source: (one) => `来源：${one.source}`,
  refused: '被拒绝的文件',
  none: '方案文件夹中没有方案。',
};

export const rig: typeof en.rig = {
  heading: '设备',
  none: '尚无设备',
  port: (port) => (port === 'simulator' ? '内置模拟设备' : port),
  serial: (text) => `序列号 ${text}`,
  firmware: (text) => `固件 ${text}`,
  timeScale: (scale) => `时间 ×${number(scale)}`,
  exchanges: (count) => `通信 ${number(count)} 次`,
  discarded: (count, share) => `丢弃 ${number(count)}（${share} %）`,
  reconnects: (count) => `重连 ${number(count)} 次`,
  interlocks: '已锁定的联锁',
  problem: '问题及处理方法',
};

const presetFields: Readonly<Record<EditedField | 'additions', readonly [name: string, unit: string]>> = {
  targetCelsius: ['目标温度', '°C'],
  minutes: ['时间', 'min'],
  flowMlPerMin: ['流量', 'mL/min'],
  fillVolumeMl: ['充盈量', 'mL'],
  fillMlPerM2: ['按体表面积', 'mL/m²'],
  fillMlPerKg: ['按体重', 'mL/kg'],
  largestCavityVolumeMl: ['最大液量', 'mL'],
  fillFlowMlPerMin: ['注液流量', 'mL/min'],
  drainFlowMlPerMin: ['排液流量', 'mL/min'],
  'rinses.count': ['冲洗次数', ''],
  'rinses.volumeMl': ['冲洗量', 'mL'],
  carrier: ['灌注液', ''],
  mode: ['方式', ''],
  controlSite: ['控温点', ''],
  rulingClock: ['计时方式', ''],
  clockStartsOn: ['计时开始', ''],
  additions: ['计划加药', ''],
};
const known = (field: string): field is keyof typeof presetFields => field in presetFields;

const names: Readonly<Record<ChosenField, Readonly<Record<string, string>>>> = {
  mode: words.treatmentMode,
  controlSite: words.controlSite,
  rulingClock,
  clockStartsOn: clockStart,
};
const chosenName = (field: string, value: string): string | undefined =>
  field in names ? names[field as ChosenField][value] : undefined;

function presetValue(field: string, value: string | number | null): string {
  if (value === null || value === '') return '空';
  if (typeof value === 'string') return chosenName(field, value) ?? value;
  const unit = known(field) ? presetFields[field][1] : '';
  return `${number(value, Number.isInteger(value) ? 0 : 1)}${unit === '' ? '' : ` ${unit}`}`;
}

export const editor: typeof en.editor = {
  edit: '更改数值',
  editCaption: '仅用于本病例，或保存为本院方案',
  other: '其他方案',
  reset: '恢复原值',
  blank: '流量和液量由本院填写',
  siteEnters: '本院填写',
  none: '无',
  changed: (count) => `${count} 处更改`,
  changes: (count) => `${count} 处更改`,
  field: Object.fromEntries(Object.entries(presetFields).map(([field, [name]]) => [field, name])) as Readonly<
    Record<EditedField, string>
  >,
  unit: (field) => presetFields[field][1],
  nameOf: (field) => (known(field) ? presetFields[field][0] : field),
  value: (field, value) => presetValue(field, value),
  shown: presetValue,
  was: (value) => `原为 ${value === '' ? '空' : value}`,
  problem: (hint) => {
    switch (hint.kind) {
      case 'range':
        return `${number(hint.low)} 至 ${number(hint.high, Number.isInteger(hint.high) ? 0 : 1)}`;
      case 'below-fill':
        return '不得低于注液量';
      case 'one-fill':
        return '容量、按体表面积、按体重三者只填一项';
      case 'additions':
        return '每项须有治疗时间内的分钟数和名称';
      case 'ambiguous':
        return entry.ambiguous(hint.either);
      case 'text':
        return entry.text(hint.problem);
      case 'other':
        return words.problem(hint.message);
    }
  },
  additions: '计划加药，名称由团队填写；控制台不作任何建议',
  minute: '分钟',
  label: '加入内容',
  additionMinute: (count) => `第 ${count} 次加药的分钟`,
  additionLabel: (count) => `第 ${count} 次加药`,
  add: '+ 加药',
  remove: '删除',
  removeAddition: (count) => `删除第 ${count} 次加药`,
  saveName: '保存的方案名称',
  save: '保存为本院方案',
  saveCaption: '作为该名称的下一版；不覆盖任何内容',
  saved: (one) => `已保存：${one.name}，第 ${one.version} 版。`,
  notSaved: '控制台未应答，方案未保存。',
};
