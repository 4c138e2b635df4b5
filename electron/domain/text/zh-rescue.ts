import type { RescueHeader } from '../run-event.ts';

const ends: Readonly<Partial<Record<string, string>>> = {
  dry: '已无液体排出',
  blocked: '无液体排出，尚不能确定体腔已空',
  person: '由人员结束排液',
  machine: '设备停止排液',
};

/** What the machine was found doing, by the word in the record. */
const found: Readonly<Partial<Record<string, string>>> = {
  'stood-down': '设备静止',
  circulating: '设备正在循环',
  filling: '设备正在向患者体内注液',
  draining: '设备正在从患者体内排液',
  'pumping-other': '设备在待机状态下泵仍在转',
  standing: '没有流动，但设备尚未停机',
  unknown: '设备当前状态未知',
};

/** As it was written where there is no word for it. */
export function rescueWhy({ why, afterRunId }: Pick<RescueHeader, 'why' | 'afterRunId'>): string {
  if (afterRunId !== undefined) return `运行 ${afterRunId} 已结束，设备当时尚未停机`;
  const doing = /^The machine was found: ([a-z-]+)\.$/.exec(why)?.[1];
  return found[doing ?? ''] ?? why;
}

export const rescueEnd = (summary: string): string => ends[summary] ?? summary;
