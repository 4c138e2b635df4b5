import { number, withUnit, zh as words } from '../../electron/contract/text.ts';
import type { DrugEntry } from '../../electron/contract/words.ts';
import type * as en from './en-records.ts';
import { asSet } from './format.ts';

const amounts = ({ doseMg, volumeMl, diluent }: DrugEntry): string[] => [
  ...(doseMg === null ? [] : [`${number(doseMg, decimalsOf(doseMg))} mg`]),
  ...(volumeMl === null ? [] : [withUnit(volumeMl, 'ml')]),
  ...(diluent === '' ? [] : [diluent]),
];
const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

const whole = (entry: DrugEntry): string => [entry.name, ...amounts(entry)].join('，');

export const drug: typeof en.drug = {
  field: {
    name: '药物',
    doseMg: '剂量，mg',
    volumeMl: '体积，mL',
    diluent: '溶媒',
    lot: '批号',
    expiry: '有效期',
    preparedBy: '配制人',
  },
  expiryHint: 'YYYY-MM-DD',
  range: (low, high) => `${number(low)} 至 ${number(high)}，可留空`,
  noDate: 'YYYY-MM-DD，可留空',
  amounts: (entry) => amounts(entry).join('，'),
  whole,
  planned: (entry) => `计划：${whole(entry)}`,
  noneNamed: '未填写药名',
  computed: '计算值',
  perM2: (value, areaM2, formula) => `${number(value, 1)} mg/m²（${number(areaM2, 2)} m²，${formula}）`,
  perLitre: (value, inCavityMl) =>
    `${number(value, 1)} mg/L（目前体腔内 ${withUnit(Math.round(inCavityMl), 'ml')}）`,
  noPerM2: '--- mg/m²：身高或体重未知',
  noPerLitre: '--- mg/L：目前体腔内液量未知或为零',
};

export const carrier: typeof en.carrier = {
  open: '记录灌注液',
  ask: '所用液体',
  title: '所用灌注液（按实际悬挂）',
  name: '灌注液',
  volume: '悬挂量，mL',
  outside: (low, high) => `${number(low)} 至 ${number(high)} mL`,
  recorded: (name, volumeMl) => `已记录：${name}，${withUnit(volumeMl, 'ml')}`,
};

export const vitals: typeof en.vitals = {
  title: '生命体征',
  choose: '先选项目，再选数值。',
  none: '本单位未列出生命体征项目。',
  value: (value, unit) => `${value} ${unit}`.trim(),
  never: '尚无记录',
  ago: (minutes) => (minutes === 0 ? '刚刚' : `${number(minutes)} min 前`),
  due: '应记录',
  outside: (low, high, unit) => `${low} 至 ${high} ${unit}`.trim(),
  decimals: (most) => (most === 0 ? '只能为整数' : `最多 ${most} 位小数`),
  enter: '录入',
  back: '删除',
};

export const more: typeof en.more = { title: '更多记录' };

const alone = '未填写';
const shown = (text: string): string => (text.trim() === '' ? alone : text);

export const told: typeof en.told = (what, said) => `${what}：${said}`;

export const timeOut: typeof en.timeOut = {
  open: '治疗前核对',
  ask: '加热前向全体人员宣读',
  title: '治疗前核对：向全体人员宣读',
  confirm: '已宣读核对',
  names: '由两人确认',
  needsNames: '须两人姓名',
  readBy: ([one, other]) => `已核对：${one}、${other}`,
  patient: '患者',
  born: (date) => `出生 ${date}`,
  number: (text) => `住院号 ${text}`,
  allergies: '过敏史',
  allergyText: ({ answer, text }) => {
    if (answer === 'none-known') return words.allergyAnswer['none-known'];
    return text === '' ? (answer === null ? alone : words.allergyAnswer[answer]) : text;
  },
  procedure: '手术',
  procedureText: shown,
  side: (side, cavity) =>
    side === 'not-applicable' ? words.cavity[cavity] : `${words.cavity[cavity]}，${words.side[side]}`,
  site: '部位和侧别',
  session: (count, of) => (of === null ? `第 ${count} 次` : `第 ${count} 次，共 ${of} 次`),
  plan: '方案',
  headline: (celsius, minutes) => `${asSet(celsius)} °C，${number(minutes)} min`,
  flow: '液量和流量',
  flowText: (fillMl, mlPerMin) => `体腔内 ${withUnit(fillMl, 'ml')}，${number(mlPerMin)} mL/min`,
  dwellText: (fillMl) => `体腔内 ${withUnit(fillMl, 'ml')}，不循环`,
  rinses: (count, volumeMl) =>
    count === 0 ? '不冲洗' : `冲洗 ${number(count)} × ${withUnit(volumeMl, 'ml')}`,
  drugs: '计划用药',
  atMinute: (minutes) => `${number(minutes)} min：`,
  noDrugs: '未填写',
  others: '其他治疗',
  noOthers: '未填写',
  places: '灌注管和探头',
  people: '人员',
  prescriber: '开具医师',
  anaesthetist: '麻醉医师',
};

export const places: typeof en.places = {
  title: '灌注管和探头',
  catheter: (count, direction, frenchSize) =>
    `${count} 号灌注管，${direction}${frenchSize === null ? '' : `，${number(frenchSize)} Fr`}`,
  core: '核心',
  notSaid: '未填写位置',
};
