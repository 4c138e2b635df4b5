import { number } from '../../electron/contract/text.ts';
import type * as en from './en-recovery.ts';
import { wallDate, wallTimeSeconds } from './format.ts';

function ago(seconds: number): string {
  const full = Math.max(0, Math.floor(seconds));
  if (full < 60) return `${full} 秒`;
  if (full < 3600) return `${Math.floor(full / 60)} 分 ${full % 60} 秒`;
  return `${Math.floor(full / 3600)} 小时 ${Math.floor((full % 3600) / 60)} 分`;
}

const sameDaySeconds = 6 * 3600;

export const recovery: typeof en.recovery = {
  title: (seconds) => `本控制台在 ${ago(seconds)}前中断了一次运行`,
  nothingYet: '不会自动继续。请查看患者和设备，再在下方选择。',
  lost: '中断时间',
  lostAt: (wallMs, seconds) =>
    `${seconds < sameDaySeconds ? '' : `${wallDate(wallMs)} `}${wallTimeSeconds(wallMs)}，${ago(seconds)}前`,
  patient: '患者',
  hospitalNumber: '住院号',
  protocol: '方案',
  phase: '阶段',
  rig: '该运行所用设备',
  clocks: { elapsed: '治疗用时', inBand: '达标', drug: '药物接触时间', of: (planned) => `计划 ${planned}` },
  inCavity: '体腔内液量（按计数）',
  uncertainty: (ml) => `± ${number(ml)} mL`,
  unknown: '未知',
  mayBeFull: '可能已满',
  lastValues: (seconds) => `记录中的最后数值，${ago(seconds)}前`,
  by: '决定人姓名',
  confirm: '已核对：是该患者，且为本次运行的导管',
  cannot: '不能继续该运行：',
  take: {
    title: '继续该运行',
    caption: '阶段不变，加热关闭，然后接管控制',
    needs: '须先勾选',
    cannot: '不可用，见上方说明',
  },
  drain: { title: '排液', caption: '按住不放', cannot: '请手动排液，见上方说明' },
  end: {
    title: '结束并生成报告',
    caption: '按两次：按现状结束运行',
    again: '再按一次结束运行',
    againCaption: '不会因此排液',
  },
  under: '正在执行…',
  refused: (why) => `未执行。${why}`,
  noAnswer: '控制台未应答。请重试；其间请使用设备上的开关。',
};
