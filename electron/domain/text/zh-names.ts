import type { Words } from './dictionary.ts';

export const phase: Words['phase'] = {
  'self-test': '自检',
  prime: '预充',
  'machine-test': '设备测试',
  preheat: '预热',
  fill: '注液',
  'heat-up': '升温',
  treatment: '治疗',
  dwell: '留置',
  drain: '排液',
  rinse: '冲洗',
  'rinse-drain': '冲洗排液',
  disconnect: '断开管路',
  complete: '完成',
};

export const circuitMode: Words['circuitMode'] = {
  standby: '待机',
  prime: '预充',
  bypass: '旁路',
  fill: '注液',
  circulate: '循环',
  drain: '排液',
  rinse: '冲洗',
};

export const rigState: Words['rigState'] = {
  'power-up': '上电',
  standby: '待机',
  running: '运行',
  safe: '安全状态',
  fault: '故障',
  'self-test': '自检',
};

export const interlock: Words['interlock'] = {
  'watchdog-expired': '设备失去控制台信号，自动停热',
  'over-temperature': '超温',
  'no-flow': '无流量',
  'air-in-line': '管路进气',
  'reservoir-low': '储液量低',
  'over-pressure': '压力过高',
  'heater-fault': '加热器故障',
  'pump-fault': '泵故障',
  'cover-open': '泵盖打开',
  'on-battery': '电池供电',
  'emergency-stop': '急停',
  'inflow-sensor-fault': '进水温度传感器故障',
};

export const probeSite: Words['probeSite'] = {
  inflow: '进水',
  outflow: '出水',
  'cavity-upper': '体腔上部',
  'cavity-lower': '体腔下部',
  'not-used': '未使用',
};

export const missing: Words['missing'] = {
  open: '断路',
  shorted: '短路',
  'out-of-range': '超出量程',
  'not-fitted': '未安装',
  stuck: '读数停滞',
  outvoted: '比对后弃用',
  ignored: '暂时忽略',
  'no-value': '无数值',
  'link-lost': '通信中断',
  'no-telemetry': '无遥测数据',
};

export const hold: Words['hold'] = {
  operator: '已由操作者停止',
  'stop-run': '已因“停止运行”停止',
  alarm: '已因报警停止',
  interlock: '已因设备联锁停止',
  'link-lost': '已因通信中断停止',
  'rig-restarted': '已因设备重启停止',
  'console-restarted': '已因控制台重新启动停止',
  'control-temperature-unknown': '已因控制温度未知停止',
  'inflow-unknown': '已因进水温度未知停止',
  'cavity-unknown': '已因体腔探头全部失效停止',
  'inflow-contradicted': '已因热平衡与进水传感器矛盾停止',
  'core-too-hot': '已因患者核心体温过高停止',
  'command-not-in-force': '已因设备未执行指令停止',
  'console-fault': '已因控制台故障停止',
};

export const outcome: Words['outcome'] = {
  completed: '已完成',
  'ended-early': '提前结束',
  stopped: '已停止',
  aborted: '已中止',
  interrupted: '已中断',
};

export const interruptionCause: Words['interruptionCause'] = {
  'console-ended': '控制台程序中止',
  'computer-restarted': '计算机重新启动',
  unknown: '原因不明',
  standstill: '计算机停顿',
};

export const setUpCheck: Words['setUpCheck'] = {
  'consent-seen': '已查看知情同意书',
  'identity-checked': '已核对患者身份',
  'circuit-fitted': '管路及耗材已安装',
  'catheters-placed': '灌注管已置入',
  'probes-placed': '温度探头已按所填部位放置',
  'drug-prepared': '药物已按所填内容配制',
  'alarms-tried': '已听到报警音，已看到三种颜色',
};

export const action: Words['action'] = {
  'heat-off': '停止加热',
  'pause-flow': '暂停循环',
  'stop-run': '停止运行',
  'drain-now': '立即排液',
  advance: '继续',
  'start-treatment': '开始治疗',
  'confirm-return': '已见回流',
  'confirm-fresh-fluid': '冲洗液已更换',
  'record-fluid': '记录液体出入',
  'resume-heat': '恢复加热',
  'resume-flow': '恢复循环',
  'circulate-unheated': '不加热循环',
  'take-command': '重新接管控制',
  'clear-interlocks': '解除联锁',
  'end-treatment': '结束治疗',
  'extend-until-in-band': '延长至达标时间',
  'extend-by': '延长治疗',
  'control-by-outflow': '改用出水温度控制',
  'go-on-without-cavity': '无体腔探头继续',
  'ignore-probe': '忽略探头 5 min',
  'change-target': '更改目标温度',
  'end-run': '结束本次运行',
  acknowledge: '确认报警',
  'pause-audio': '暂停报警音',
  'resume-audio': '恢复报警音',
  'change-alarm-limit': '更改报警限值',
  'record-drug': '记录用药',
  'addition-not-given': '计划加药未给',
  'record-note': '记录备注',
  'record-reading': '记录读数',
  'change-flow': '更改流量',
  'leave-retained': '液体未回收，继续',
  'skip-rinses': '跳过冲洗',
  'leave-bypass': '退出旁路',
  'lift-core-hold': '解除核心体温限制',
};

export const clockStop: Words['clockStop'] = {
  'not-started': '治疗未开始',
  'below-band': '低于控温范围',
  'above-band': '高于控温范围',
  'temperature-unknown': '控制温度未知',
  'not-circulating': '未循环',
  'link-lost': '通信中断',
  ended: '治疗已结束',
  'not-judged': '不判定（单次灌注，无循环）',
  'no-drug': '未记录用药',
  'not-filled': '药物尚未进入体腔',
  drained: '体腔已排空',
};

export const phaseCause: Words['phaseCause'] = {
  advance: '已确认',
  start: '',
  'start-treatment': '已开始',
  'start-treatment-early': '未满足条件提前开始',
  'end-treatment': '治疗结束',
  'end-treatment-early': '治疗提前结束',
  'drain-now': '立即排液',
  'end-run': '操作者结束运行',
  'leave-retained': '液体未回收（已说明原因）',
  'skip-rinses': '跳过冲洗（已说明原因）',
  'volume-reached': '已达计划液量',
};

export const readingKind: Words['readingKind'] = {
  'core-temperature': '核心体温',
  ascites: '腹水量',
  'drained-volume': '实测排出量',
  'cavity-pressure': '体腔压力',
};

export const fluidKind: Words['fluidKind'] = {
  irrigation: '术野冲洗',
  ascites: '腹水',
  'other-in': '其他进入',
  suction: '吸引',
  'ascites-removed': '放出腹水',
  sample: '取样',
  'other-out': '其他排出',
};
export const fluidWay: Words['fluidWay'] = { in: '液体进入', out: '液体排出' };

export const treatmentMode: Words['treatmentMode'] = {
  circulation: '循环灌注',
  'single-instillation': '单次灌注',
};

export const selfTestCheck: Words['selfTestCheck'] = {
  link: '通信',
  probes: '温度探头',
  interlocks: '联锁',
  pump: '泵',
  heater: '加热器',
  watchdog: '失联自动停热',
  rest: '静止状态',
};

export const linkCounter: Words['linkCounter'] = {
  exchanges: '通信次数',
  timeouts: '超时',
  crcErrors: 'CRC 错误',
  blockCrcErrors: '数据块 CRC 错误',
  shortFrames: '短帧',
  exceptions: '异常应答',
  staleEchoes: '过期应答',
  noiseBytes: '干扰字节',
  reconnects: '重新连接',
};

export const sex: Words['sex'] = { female: '女', male: '男', other: '其他', unknown: '未知' };
export const cavity: Words['cavity'] = { peritoneal: '腹腔', pleural: '胸腔', bladder: '膀胱' };
export const technique: Words['technique'] = { open: '开放式', closed: '闭合式' };
export const setting: Words['setting'] = {
  'intra-operative': '术中',
  'post-operative': '术后',
  percutaneous: '经皮穿刺',
};
export const controlSite: Words['controlSite'] = { inflow: '进水', cavity: '体腔', outflow: '出水' };

export const priority: Words['priority'] = { low: '低优先级', medium: '中优先级', high: '高优先级' };
export const alarmKind: Words['alarmKind'] = { physiological: '生理', technical: '技术' };
export const reaction: Words['reaction'] = {
  none: '',
  'heater-off': '已关闭加热。',
  'heater-off-bypass': '已关闭加热，并切换至旁路。',
  'heater-and-pump-off': '已关闭加热和泵。',
};

export const actor: Words['actor'] = {
  console: '控制台',
  rig: '设备',
  unattended: '无人值守程序',
  unknown: '未署名',
};

export const audioOn: Words['audioOn'] = {
  'time-up': '暂停时间已到',
  'new-alarm': '出现新的报警',
  person: '由人员恢复',
};

export const alarmLimit: Words['alarmLimit'] = {
  'control-above-target': '控制温度高于目标',
  'cavity-above-target': '体腔探头高于目标',
  'cavity-highest': '体腔探头上限',
  'control-below-target': '控制温度低于目标',
  'control-far-below-target': '控制温度远低于目标',
  'inflow-highest': '进水温度上限',
  'core-low': '核心体温低优先级报警',
  'core-medium': '核心体温中优先级报警',
  'core-high': '核心体温高优先级报警',
  'flow-off': '流量偏离设定值',
  'flow-far-off': '流量严重偏离设定值',
  'cavity-pressure-raised': '体腔压力中优先级报警',
  'cavity-pressure-high': '体腔压力高优先级报警',
  'volume-over-plan': '体腔液量超过计划',
};

export const role: Words['role'] = {
  perfusionist: '灌注师',
  'or-staff': '手术室人员',
  clinician: '医师',
  service: '维修工程师',
};
