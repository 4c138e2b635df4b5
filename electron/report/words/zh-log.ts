import { minutesSeconds, number } from '../../domain/text/format.ts';
import type { ReportWords } from './report-words.ts';

/** What was recorded, in the order it happened. */
export const logWords = {
  deviations: {
    heading: '与计划的偏离',
    none: '无记录。',
    number: '编号',
    before: '运行前',
    what: '内容',
    over: '持续',
    notOver: '记录结束时仍存在',
    until: (time) => `至 ${time}`,
    who: '人员',
    contraindication: (item, answer, reason, clinician) =>
      `禁忌证，${item}：${answer}。继续治疗：${reason}（决定人：${clinician}）`,
    notDone: (item, reason, by) => `未完成，${item}：${reason}（${by}）`,
    interrupted: (time) => `控制台于 ${time} 失效，运行因此结束，并非由人员结束；记录到此中断。`,
    fever: (celsius, by) => `治疗前体温 ${number(celsius, 1)} °C，高于 38 °C：由 ${by} 决定继续`,
    additionMissing: (which, plannedAt) => `计划加药 ${which}（治疗 ${plannedAt}）：未记录。`,
    additionLate: (which, plannedAt, recordedAt) =>
      `计划加药 ${which}（治疗 ${plannedAt}）：记录过晚，为 ${recordedAt}。`,
    controlProbeLost: (probe, times) =>
      `治疗中控温探头无可用数值${times === 1 ? '' : `（${times} 次）`}：${probe}`,
    oneProbe: (probe, throughout) =>
      throughout ? `全程由单支探头控温（腔内无其他探头）：${probe}` : `仅由单支探头控温：${probe}`,
    oneProbeVaries: '并非始终为同一支',
    alarm: (called, times) => (times === 1 ? called : `${called}（${times} 次）`),
    startLate: (late) => `控温温度达标 ${late} 后才开始治疗。`,
    drainByCount: (drained) => `排出量仅由计数得出（${drained}），未经实测。`,
    explained: (text, by, at) => `说明：${text}（${by}，${at}）`,
    gap: (count, seconds) => `采样缺失 ${count} 次，共 ${minutesSeconds(seconds)}`,
  },
  timeline: {
    heading: '时间线',
    unseen: (alarm) => `通信中断，报警状况不明：${alarm}`,
    time: '时间',
    at: '运行',
    what: '内容',
    who: '人员',
  },
  selfTest: { heading: '自检', passed: '通过', failed: '未通过', none: '无自检记录。' },
  link: {
    heading: '通信质量',
    discarded: '自控制台启动以来按种类丢弃的应答。',
    unknown: '未知：记录在运行结束前中断。',
    share: (percent) => `${percent} % 的通信应答正确。`,
  },
} satisfies Pick<ReportWords, 'deviations' | 'timeline' | 'selfTest' | 'link'>;
