import {
  inUnit,
  minutesSeconds,
  number,
  unitSymbol,
  withUnit,
  zh as words,
} from '../../electron/contract/text.ts';
import type { AlarmLimitView } from '../../electron/contract/view.ts';
import type * as en from './en-dialogues.ts';

export const dialogue: typeof en.dialogue = {
  title: {
    'end-run': '在此结束运行',
    'end-treatment': '提前结束治疗',
    'extend-until-in-band': '延长至达标时间完成',
    'control-by-outflow': '改用出水温度控制',
    'go-on-without-cavity': '体腔探头全部失效，仍继续',
    'confirm-fresh-fluid': '本次冲洗的新鲜液体是否已连接，且供液中无药物？',
    'record-note': '记录备注',
    'leave-retained': '按计数仍有液体未回收，继续下一步',
    'skip-rinses': '跳过冲洗：不再向患者注液',
    'leave-bypass': '进水温度未知，仍退出旁路',
    'lift-core-hold': '核心体温过高，仍允许恢复加热',
  },
  reason: '原因',
  clinician: '作出决定的医师',
  seenBy: '确认人',
  noteText: '备注',
  drugAdded: '药物已加入，开始计时',
  drugNotAdded: '先计时，药物稍后',
  checkedBy: '两人已核对患者、药物、剂量、体积和有效期',
  checkedFirst: '1',
  checkedSecond: '2',
  next: '下一步',
  nextCheck: '下一步：核对',
  back: '返回',
  needsCheck: '须由两人核对',
  planned: (index, label) => `${index + 1}. ${label}`,
  start: { 'start-treatment': '开始治疗', 'start-early': '未满足条件提前开始治疗' },
  startReasons: ['手术医师决定', '未能及时达到目标'],
  drugTitle: '记录用药',
  notPlanned: '计划外',
  notGiven: '未给……',
  notGivenTitle: (index, label) => `未给：${index + 1}. ${label}`,
  notGivenConfirm: '记录：未给',
  notGivenReasons: ['外科医师决定', '患者情况', '药物未备'],
  reasons: {
    'end-run': ['手术医师决定', '患者情况', '技术问题'],
    'end-treatment': ['手术医师决定', '患者情况', '核心体温'],
    'leave-retained': ['计入腹水', '患者吸收', '管路外吸引'],
    'skip-rinses': ['手术医师决定', '无新鲜液体', '紧急排液', '导管已拔除'],
    'go-on-without-cavity': ['手术医师决定', '灌注液温度已受控', '探头已移出体腔'],
    'leave-bypass': ['进水传感器故障，液量已通过'],
    'lift-core-hold': ['核心体温正在下降', '读数有误', '麻醉医师决定'],
  },
  confirm: {
    'end-run': '结束运行',
    'end-treatment': '结束治疗并排液',
    'extend-until-in-band': '延长',
    'control-by-outflow': '按出水控制',
    'go-on-without-cavity': '继续',
    'confirm-fresh-fluid': '已连接，开始冲洗',
    'record-note': '记录',
    'leave-retained': '继续',
    'skip-rinses': '跳过并断开',
    'leave-bypass': '退出旁路',
    'lift-core-hold': '解除限制',
  },
  cancel: '取消',
  by: (person) => `记录人：${person}`,
};

export const flow: typeof en.flow = {
  title: '更改设定流量',
  unit: 'mL/min',
  step: (mlPerMin) => (mlPerMin > 0 ? `+${number(mlPerMin)}` : number(mlPerMin)),
  proposal: {
    planned: (mlPerMin) => `按计划：${number(mlPerMin)}`,
    helpful: (mlPerMin) => `达到目标所需：${number(mlPerMin)}`,
  },
  range: (low, high) => `${number(low)} 至 ${number(high)} mL/min：限值及本设备允许范围。泵立即执行。`,
  confirm: (mlPerMin) => `改为 ${number(mlPerMin)} mL/min`,
  notNow: '循环停止时不可更改',
};

export const planChange: typeof en.planChange = {
  ignore: {
    open: (probe) => `忽略 ${probe} 5 min`,
    title: (probe) => `忽略 ${probe} 5 分钟`,
    confirm: (probe) => `忽略 ${probe}`,
    reasons: ['术者手在腹腔内', '探头被触碰或移位', '探头处正在冲洗'],
    note: (celsius) =>
      `${celsius === null ? '' : `当前读数 ${celsius} °C。`}不参与控温和限值判断；45.0 °C 仍然有效；到时自动恢复计入。`,
  },
  target: {
    title: '更改目标温度',
    step: (celsius) => signed(celsius, 1),
    planned: (celsius) => `按计划：${number(celsius, 1)}`,
    range: (low, high) =>
      `${number(low, 1)} 至 ${number(high, 1)} °C。目标范围、限值和预计随即更新；须重新稳定。`,
    reasons: ['核心体温', '达不到目标', '手术医师决定'],
    confirm: (celsius) => `改为 ${number(celsius, 1)} °C`,
  },
  extend: {
    title: '延长治疗',
    step: (minutes) => signed(minutes, 0),
    minutes: (minutes) => `${number(minutes)} min`,
    note: '计划时间完成后，可随时结束治疗。',
    left: (seconds) => `之后剩余：${minutesSeconds(seconds)}`,
    confirm: (minutes) => `延长 ${number(minutes)} min`,
  },
};
const signed = (value: number, decimals: number): string =>
  value > 0 ? `+${number(value, decimals)}` : `−${number(-value, decimals)}`;

export const reading: typeof en.reading = {
  title: '手工录入读数',
  drained: (countedMl) => `全部排出液，含冲洗。计数：${number(countedMl)} mL`,
  due: '时间已到',
  isRight: (celsius) => `${number(celsius, 1)} °C 是否正确？`,
  takesHeat: '是；将立即停止加热',
  value: (kind, unit) => `${kind}，${unitSymbol(unit)}`,
  outside: (low, high, unit) => `${number(low)} 至 ${number(high)} ${unitSymbol(unit)}`,
};

const who = (changedBy: AlarmLimitView['changedBy']) =>
  `仅${changedBy
    .filter((role) => role !== 'service')
    .map((role) => words.role[role])
    .join('、')}可更改`;

export const fluid: typeof en.fluid = {
  title: '手工记录液体出入：点按即记录并计入液量',
  way: words.fluidWay,
  ml: 'mL',
  another: '液量，mL',
  chooseKind: '请选择种类',
  outside: (low, high) => `${number(low)} 至 ${number(high)} 的整数 mL`,
};

export const limits: typeof en.limits = {
  title: '报警限值',
  initially: (value, unit) => `初始 ${inUnit(value, unit)}`,
  bounds: (lowest, highest, unit) => `${inUnit(lowest, unit)} 至 ${withUnit(highest, unit)}`,
  changedBy: who,
  titleOf: (name, value, unit) => `${name}：当前 ${withUnit(value, unit)}`,
  newLimit: (lowest, highest, unit) =>
    `新限值，${inUnit(lowest, unit)} 至 ${withUnit(highest, unit)} 之间的数`,
  step: (by, unit) => {
    const size = number(Math.abs(by), unit === 'celsius' ? 1 : 0);
    return by > 0 ? `+${size}` : `−${size}`;
  },
  initial: '初始',
  problem: (problem, unit) => {
    switch (problem.kind) {
      case 'bounds':
        return `超出允许范围 ${inUnit(problem.lowest, unit)} 至 ${withUnit(problem.highest, unit)}`;
      case 'not-below':
        return `须低于“${words.alarmLimit[problem.than]}”${withUnit(problem.value, unit)}`;
      case 'not-above':
        return `须高于“${words.alarmLimit[problem.than]}”${withUnit(problem.value, unit)}`;
    }
  },
  who: (changedBy) => `${who(changedBy)}，须已登录。`,
  back: '返回',
  look: '再次核对',
  lookAgain: '更改此报警限值？',
  change: '更改限值',
  atOnce: '立即生效。更改写入记录和报告。',
};
