import { minutesSeconds, number, zh as words } from '../../electron/contract/text.ts';
import type { ClockStop, HoldStands } from '../../electron/contract/view.ts';
import type { HoldReason } from '../../electron/contract/words.ts';
import type * as en from './en-run.ts';
import { addedKelvin, asSet, oneDecimal, wallTime } from './format.ts';

export const header: typeof en.header = {
  hospitalNumber: (text) => `住院号 ${text}`,
  session: (count) => `第 ${count} 次`,
  preset: (celsius, minutes, version) => `${asSet(celsius)} °C × ${minutes} min · v${version}`,
  simulation: '模拟',
  timeScale: (scale) => `×${number(scale)}`,
  rig: (serial) => `设备 ${serial}`,
  noRig: '无设备',
  link: { closed: '通信关闭', connecting: '正在连接', up: '通信正常', ageing: '通信迟缓', lost: '通信中断' },
  theme: '深色或浅色',
};

export const phaseStrip: typeof en.phaseStrip = {
  label: '阶段',
  round: (phase, round, of) => (of > 1 ? `${words.phase[phase]} ${round}/${of}` : words.phase[phase]),
  rinses: (count) => (count > 1 ? `冲洗 × ${count}` : '冲洗'),
  since: (seconds) => `已 ${minutesSeconds(seconds)}`,
};

export const status: typeof en.status = {
  noAlarm: '无报警',
  lastAlarm: (wallMs, what) => `上次 ${wallTime(wallMs)} ${what}`,
  noneYet: '本次运行无报警',
  outOfReach: (target, mlPerMin, reach, low, high) =>
    `流量 ${number(mlPerMin)} mL/min 无法达到 ${asSet(target)} °C：最高约 ${oneDecimal(reach)} °C${
      high === null ? '' : `（${oneDecimal(low)}–${oneDecimal(high)}）`
    }。`,
  whatHelps: (mlPerMin, limitedBy) =>
    mlPerMin !== null
      ? `加大流量有效：${number(mlPerMin)} mL/min 或以上。由团队决定。`
      : limitedBy === 'heater'
        ? '加热器已达上限，加大流量无效。由团队决定如何继续。'
        : '本设备的流量均不足。由团队决定如何继续。',
  stale: '屏幕未收到控制台的新数据。请观察设备。',
};

export const alarms: typeof en.alarms = {
  acknowledge: '确认',
  acknowledgeAll: (count) => (count === 1 ? '确认' : `全部确认 ${count} 项`),
  pauseAudio: '暂停报警音',
  pauseLasts: '2:00',
  audioPaused: '报警音已暂停',
  acknowledged: '已确认',
  acknowledgedBy: (person, seconds) => `${person === null ? '' : `${person}，`}${minutesSeconds(seconds)}`,
  isAcknowledged: '已确认',
  andMore: (count) => `另有 ${count} 个报警`,
  place: (count, of) => `${count}/${of}`,
  now: (value) => `现在 ${value}`,
  began: (value) => `起始 ${value}`,
  raised: (seconds) => `出现 ${minutesSeconds(seconds)}`,
  cleared: (seconds) => `已于 ${minutesSeconds(seconds)} 解除`,
  acknowledgedShort: (seconds) => `确认 ${minutesSeconds(seconds)}`,
  none: '当前无报警。',
  on: '存在',
  latched: '已解除，待确认',
  past: '已解除',
  effects: '由此引起',
  step: (count, text) => `${count}.\u00a0${text}`,
};

export const panel: typeof en.panel = {
  trend: '趋势',
  map: '位置图',
  figures: '数据',
  alarms: (count) => (count === 0 ? '报警' : `报警 ${count}`),
  events: '事件',
  drug: '+ 用药',
  note: '+ 备注',
  reading: '+ 读数',
  vital: '+ 体征',
  fluid: '± 液体',
  lastTenMinutes: '10 min',
  noEvents: '尚无事件。',
  writing: '正在写入…',
  selfTest: '自检',
  machineTest: '设备测试',
  selfTestState: { waiting: '等待', running: '进行中', passed: '通过', failed: '未通过' },
  close: '关闭',
};

export const selfTestChecks: typeof en.selfTestChecks = {
  link: '通信：应答及时且连续',
  probes: '温度探头：数值合理，静止时一致',
  interlocks: '联锁：无，加热和泵关闭',
  pump: '泵：流量随设定变化',
  heater: '加热器：功率随设定变化',
  watchdog: '失联自动停热：设备自行关闭加热器',
  rest: '静止：加热关闭，无联锁',
};

export const control: typeof en.control = {
  site: { inflow: '灌注液温度(控温点)', cavity: '体腔温度(控温点)', outflow: '出水温度(控温点)' },
  target: (celsius, band, mayChange) =>
    `目标 ${number(celsius, 2)} ± ${oneDecimal(band)}${mayChange ? ' ▸' : ''}`,
  alone: (probe, kelvin) => [`仅 ${probe}`, ...addedKelvin(kelvin)].join('，'),
  change: '更改目标温度',
  state: { 'in-band': '在控温范围', below: '低于范围', above: '高于范围', unknown: '未知', 'not-judged': '' },
  since: (wallMs) => `${wallTime(wallMs)} 起`,
  celsius: '°C',
};

export const probe: typeof en.probe = {
  ceiling: (celsius) => `上限 ${oneDecimal(celsius)}`,
  isControl: '控制',
  ignored: (left) => `已忽略，剩余 ${left}`,
  reads: (celsius) => `读数 ${celsius}`,
};

export const missing: typeof en.missing = (reason) => words.missing[reason];
export const ageing: typeof en.ageing = (ms) => `${number(ms / 1000, 1)} s`;

const clockStops: Readonly<Record<ClockStop, string>> = {
  'not-started': '未开始',
  'below-band': '低于范围',
  'above-band': '高于范围',
  'temperature-unknown': '无温度',
  'not-circulating': '未循环',
  'link-lost': '通信中断',
  ended: '已结束',
  'not-judged': '不判定',
  'no-drug': '无用药',
  'not-filled': '尚未进入',
  drained: '已排空',
};

export const time: typeof en.time = {
  left: {
    'in-band': (planned) => `剩余达标时间，共 ${minutesSeconds(planned)}`,
    elapsed: (planned) => `剩余时间，共 ${minutesSeconds(planned)}`,
    dwell: (planned) => `剩余留置时间，共 ${minutesSeconds(planned)}`,
  },
  planned: { 'in-band': '计划达标时间', elapsed: '计划时间' },
  ends: '结束于',
  at: (wallMs) => wallTime(wallMs),
  extend: '延长治疗',
  dwell: '留置',
  complete: '达标时间已完成',
  elapsed: '治疗用时',
  inBand: '达标',
  drug: '药物接触',
  stands: (why) => `停止：${clockStops[why]}`,
};

export const heatUp: typeof en.heatUp = {
  toBand: '预计进入控温范围',
  min: 'min',
  minutesRange: (low, high) =>
    high === null
      ? `${number(low)} 或更久`
      : low === high
        ? `${number(low)}`
        : `${number(low)}–${number(high)}`,
  canReach: '最高可达',
  celsius: (celsius) => `${oneDecimal(celsius)} °C`,
  digits: (celsius) => oneDecimal(celsius),
  celsiusRange: (low, high) =>
    high === null ? `${oneDecimal(low)} 或更高` : `${oneDecimal(low)}–${oneDecimal(high)}`,
  planned: '其后达标',
  drug: '药物接触',
  none: {
    'not-heating-up': '',
    gathering: '正在估算',
    'not-heating': '加热已关闭',
    'control-unknown': '无温度',
  },
  outOfReach: (celsius) => `无法达到 ${asSet(celsius)} °C，最高约`,
  helps: (mlPerMin, limitedBy) =>
    mlPerMin !== null
      ? `加大流量有效：${number(mlPerMin)} mL/min 或以上`
      : limitedBy === 'heater'
        ? '加热器已达上限，加大流量无效'
        : '本设备的流量均不足',
  changeFlow: '更改流量',
  orMore: (mlPerMin) => `${number(mlPerMin)} mL/min 或以上`,
};

const holds: Readonly<Record<HoldReason, string>> = {
  operator: '操作者',
  'stop-run': '停止运行',
  alarm: '报警',
  interlock: '联锁',
  'link-lost': '通信中断',
  'rig-restarted': '设备重启',
  'console-restarted': '控制台重启',
  'control-temperature-unknown': '温度未知',
  'command-not-in-force': '指令未执行',
  'console-fault': '控制台故障',
  'inflow-unknown': '进水未知',
  'cavity-unknown': '体腔探头全部失效',
  'inflow-contradicted': '进水存疑',
  'core-too-hot': '核心过热',
};

const pressedHeat: Readonly<Partial<Record<HoldReason, string>>> = { 'stop-run': '停止运行' };
const pressedFlow: Readonly<Partial<Record<HoldReason, string>>> = {
  operator: '暂停循环',
  'stop-run': '停止运行',
};
const holdTitle = (inForce: string, asked: string, stands: HoldStands): string =>
  stands === 'in-force' ? inForce : `${asked}${stands === 'held' ? '：尚未确认' : '：未发送'}`;

export const tiles: typeof en.tiles = {
  flow: '流量',
  flowSet: (mlPerMin, mayChange) => `设定 ${number(mlPerMin)}，±5 %${mayChange ? ' ▸' : ''}`,
  flowChange: '更改流量',
  flowAsked: (mlPerMin) => (mlPerMin === null ? '未发送请求' : `请求 ${number(mlPerMin)}`),
  outflow: '出水',
  mlPerMin: 'mL/min',
  inflowLine: '进水管压力',
  max: (limit) => `上限 ${number(limit)}`,
  mmHg: 'mmHg',
  cavityPressure: '体腔',
  heater: '加热器',
  percent: '%',
  asked: (state) => `设定${state}`,
  confirmed: '设备已执行',
  inForce: (state) => `生效${state}`,
  on: (celsius) => (celsius === null ? '开' : `开 ${number(celsius, 1)}°`),
  off: '关',
  volume: '体腔内液量',
  plan: (ml, largest) => `计划 ${number(ml)}，上限 ${number(largest)}`,
  ml: 'mL',
  core: '核心体温',
  byProbe: '探头测量',
  coreLimits: '报警及停止加热的限值',
  coreHold: '停',
  byHand: (seconds) => (seconds === null ? '手工录入' : `手工，${number(Math.floor(seconds / 60))} 分钟前`),
  celsius: '°C',
  circuit: '管路',
  reservoir: (ml) => `储液 ${number(ml)} mL`,
  mode: (mode) => words.circuitMode[mode],
  modeAsked: (mode) => (mode === null ? '未发送请求' : `请求：${words.circuitMode[mode]}`),
  heatHeld: (why, stands) => holdTitle(`加热停止：${holds[why]}`, pressedHeat[why] ?? '停止加热', stands),
  flowHeld: (why, stands) => holdTitle(`循环停止：${holds[why]}`, pressedFlow[why] ?? '停泵', stands),
};

export const circuit: typeof en.circuit = { reservoir: '储液', cavity: '体腔' };
