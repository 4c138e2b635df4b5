import { number } from '../../domain/text/format.ts';
import type { ReportWords } from './report-words.ts';
import { alarmLogWords } from './zh-alarm-log.ts';
import { caseWords } from './zh-case.ts';
import { figuresWords } from './zh-figures.ts';
import { logWords } from './zh-log.ts';

export const reportZh: ReportWords = {
  frame: {
    draft: '草稿',
    simulation: '模拟',
    draftMeaning: '未签名',
    notADevice: 'Isotherm 不是获准上市的医疗器械。',
    record: '记录',
    session: (n) => `第 ${n} 次`,
    born: '出生',
    hospitalNumber: '病案号',
    page: '第',
    of: '页，共',
    pagesEnd: ' 页',
  },
  comma: '，',
  semicolon: '；',
  colon: '：',
  title: '热灌注治疗记录',
  subtitle: '体腔热灌注',
  glance: {
    outcome: '结果',
    interrupted: '因控制台失效',
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
    priorities: (high, medium, low) => `高级 ${high}，中级 ${medium}，低级 ${low}`,
  },
  signature: {
    heading: '签名',
    draft: '本记录尚未签名，签名前为草稿。',
    name: '姓名（正楷）',
    meaning: '签名含义',
    signed: '签名',
    date: '日期和时间',
  },
  alarms: alarmLogWords,
  ...caseWords,
  ...figuresWords,
  ...logWords,
};
