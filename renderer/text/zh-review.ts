import { minutesSeconds, number } from '../../electron/contract/text.ts';
import type * as en from './en-review.ts';

export const review: typeof en.review = {
  unknownOutcome: '运行已结束',
  figures: '主要数据',
  elapsed: '治疗用时',
  inBand: '达标时间',
  ofPlanned: (seconds) => `计划 ${minutesSeconds(seconds)}`,
  share: (share) => `治疗时间的 ${number(share * 100, 1)} %`,
  noTreatment: '未开始治疗',
  drug: '药物接触时间',
  noDrug: '无记录',
  volumeIn: '累计注入（含冲洗和药物）',
  volumeOut: '累计排出（计数）',
  byHand: '手工记录进出',
  inAndOut: (inMl, outMl) => `+${inMl} −${outMl}`,
  measured: '排出（实测）',
  notMeasured: '未测量',
  notRecovered: '未回收（计数）',
  notRecoveredByMeasure: '未回收（实测）',
  ml: 'mL',
  probes: '热剂量（仅供记录）',
  cem43: (minutes) => `${number(minutes, 1)} min CEM43`,
  alarms: (count) => (count === 0 ? '本次运行无报警' : `本次运行有 ${number(count)} 次报警`),
  files: '文件',
  folder: '文件夹',
  report: '报告',
  samples: '采样数据',
  summary: '摘要',
  notWritten: '未生成',
  writing: '正在生成报告…',
  newCase: '新病例',
  newCaseCaption: '离开回顾；文件保留',
};

export const waiting: typeof en.waiting = { connecting: '正在等待控制台…' };
