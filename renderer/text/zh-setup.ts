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
  sections: { patient: '患者', team: '治疗与团队', checks: '探头与核查', protocol: '方案' },
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

export const fields: typeof en.fields = {
  name: '姓名',
  sex: '性别',
  birthDate: '出生日期',
  hospitalNumber: '住院号',
  visitNumber: '就诊号或医嘱号',
  bed: '床号',
  heightCm: '身高，cm',
  weightKg: '体重，kg',
  allergies: '过敏史',
  sessionNumber: '第几次治疗',
  diagnosis: '诊断',
  indication: '适应证',
  bodyTemperature: '治疗前体温，°C',
  feverAccepted: '体温高于 38 °C 仍继续',
  fluidBefore: '体腔内是否已有液体？',
  fluidMl: '大约多少，mL',
  cavity: '体腔',
  technique: '灌注方式',
  setting: '治疗场景',
  drugAsEntered: '药物（由团队填写）',
  ...words.teamIn(null),
  anaesthetist: '麻醉医师',
  prescriber: '开具医师',
  disposablesLot: '耗材批号',
  disposablesExpiry: '耗材有效期',
  site2: 'T2',
  site3: 'T3',
  site4: 'T4',
  coreSite: '核心体温部位',
  contraindication: '是否存在禁忌证？',
  contraindicationReason: '仍继续的原因',
  contraindicationClinician: '作出决定的医师',
  preset: '方案',
  rig: '设备',
  machine: '设备状态',
  fluidLeft: '上次运行留存液体',
  storage: '记录所在磁盘',
};

export const fieldHints: typeof en.fieldHints = {
  date: 'YYYY-MM-DD',
  coreSite: '食管、膀胱…',
  perfusionist: '每次操作均记录此姓名',
};

export const fieldProblems: typeof en.fieldProblems = {
  missing: '未填写',
  date: '请按 YYYY-MM-DD 填写',
  futureDate: '日期在未来',
  expired: '已过期',
  number: (low, high) => `${number(low)} 至 ${number(high)} 之间的数`,
  whole: (low, high) => `${low} 至 ${high} 之间的整数`,
  fever: (celsius) => `${number(celsius, 1)} °C 高于 38 °C：如继续请在下方勾选`,
  fittedNotUsed: (probe) => `本设备已接 T${probe}：请选择位置，或再按一次“未使用”确认不用`,
  sitesTwice: (site) => `有两个探头位于${words.probeSite[site]}`,
  unanswered: '请回答是或否',
  unansweredFluid: '请回答：无、大约多少，或未知',
  machine: {
    faulted: '本控制台发生故障：请重新启动',
    anotherConsole: '另一台控制台正在控制设备：请先关闭它',
    notStoodDown: '尚未停机：请按“关闭加热和泵”，并检查患者体内是否有液体',
    notHeard: '尚未收到设备状态',
    rescue: {
      off: '正在关闭加热和泵：请等待停机',
      'circulate-unheated': '正在不加热循环：请先按“关闭加热和泵”',
      drain: '正在排液：请先按“排液结束”',
    },
  },
  fluidLeft: '请排液，或由具名人员说明其去向',
  notTicked: '未勾选',
  choosePreset: '请选择',
  presetValues: (field, problem, more) => `${field}：${problem}${more === 0 ? '' : `，另有 ${more} 项`}`,
  presetMismatch: (preset) =>
    `${preset.name}适用于${words.cavity[preset.cavity]}、${words.setting[preset.setting]}`,
  rig: '未连接',
  storage: (free, needed) =>
    `剩余 ${number(Math.floor(free))}\u00a0MB，一次运行需要 ${number(needed)}\u00a0MB：请释放磁盘空间`,
};

export const checks: typeof en.checks = {
  heading: '准备核查，逐项由团队确认',
  sitesHeading: '各探头的位置',
  t1: 'T1 为设备自身的进水传感器',
  feverTick: (celsius) => `团队决定在 ${number(celsius, 1)} °C 下继续`,
  yes: '是',
  no: '否',
};

export const site: typeof en.site = (name) => `本单位规则：${name}`;

export const bodySurface: typeof en.bodySurface = (m2, formula) =>
  m2 === null ? '体表面积由身高和体重计算' : `体表面积 ${number(m2, 2)} m²（${formula}）`;

export const unit: typeof en.unit = { ml: 'mL' };

export const choices: typeof en.choices = {
  fluidBefore: { no: '无，已排空', about: '有，大约…', unknown: '有，液量未知' },
  sex: (value) => words.sex[value],
  cavity: (value) => words.cavity[value],
  technique: (value) => words.technique[value],
  setting: (value) => words.setting[value],
  site: (value) => words.probeSite[value],
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
  saveNeedsPerson: '请先填写灌注师：每一版均记录制作人',
  saved: (one) => `已保存：${one.name}，第 ${one.version} 版。`,
  notSaved: '控制台未应答，方案未保存。',
};
