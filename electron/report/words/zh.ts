import { number } from '../../domain/text/format.ts';
import { courseZh } from './course-words.ts';
import type { ReportWords } from './report-words.ts';
import { standingZh } from './standing-words.ts';
import { timeZh } from './time-words.ts';
import { alarmLogWords } from './zh-alarm-log.ts';
import { caseWords } from './zh-case.ts';
import { figuresWords } from './zh-figures.ts';
import { logWords } from './zh-log.ts';
import { recordWords } from './zh-record.ts';

export const reportZh: ReportWords = {
  frame: {
    simulation: '模拟',
    notADevice: 'Isotherm 是未获批准上市的医疗器械。',
    record: '记录',
    session: (n, of) => `第 ${n} 次${of === null ? '' : `，共 ${of} 次`}`,
    born: '出生',
    hospitalNumber: '住院号',
    page: '第',
    of: '页，共',
    pagesEnd: ' 页',
  },
  comma: '，',
  aside: (text) => `（${text}）`,
  semicolon: '；',
  colon: '：',
  title: '热灌注治疗记录',
  subtitle: '体腔热灌注',
  glance: {
    outcome: '结果',
    interrupted: '因控制台失效',
    interruptions: '中断',
    interruption: (at, lasted, cause) => `运行 ${at}，历时 ${lasted}，${cause}`,
    inBand: '达标时间',
    ofPlanned: (minutes) => `计划 ${minutes}:00`,
    control: '控制温度',
    flow: '流量在 ±5 % 内',
    flowOf: (mlPerMin) => `设定 ${number(mlPerMin)} mL/min`,
    flowChanged: (times) => `设定流量更改 ${times} 次`,
    core: '最高核心体温',
    alarms: '报警',
    noTreatment: '未治疗',
    dwell: '留置',
    dwelt: '不判定，无循环',
    notMeasured: '未测量',
    priorities: (high, medium, low) => `高 ${high}，中 ${medium}，低 ${low}`,
  },
  rescue: {
    title: '应急记录',
    subtitle: '治疗以外向设备发出的指令',
    noPatient: '无病例：请手工填写患者和就诊信息',
    why: '原因',
    began: '开始',
    lasted: '持续',
    drained: '排出（计数）',
    notCounted: '未计数',
    ended: '结束',
    breaksOff: '记录中断：无人结束',
    doing: '发出的指令与实际流量',
    from: '自',
    written: '已发出',
    nothing: '无',
    on: '开',
    off: '关',
    heater: '加热',
    pump: '泵',
    flow: '实测流量，均值',
    none: '记录中没有采样。',
    more: (n) => `另有 ${n} 段；全部采样见 samples.csv`,
  },
  standing: standingZh,
  times: timeZh,
  alarms: alarmLogWords,
  ...caseWords,
  ...figuresWords,
  ...logWords,
  ...recordWords,
  ...courseZh,
};
