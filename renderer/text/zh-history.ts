import { minutesSeconds } from '../../electron/contract/text.ts';
import type * as en from './en-history.ts';

export const history: typeof en.history = {
  tab: '历史',
  all: '全部',
  stillOn: '仍存在',
  none: '本次运行无报警。',
  nothingLike: (count) => `本次运行的 ${count} 项报警中没有此类报警。`,
  showAll: '显示全部',
  presence: { on: '存在', latched: '锁存', over: '已解除' },
  onAtEnd: '结束时仍存在',
  lasted: (seconds) => `持续 ${minutesSeconds(seconds)}`,
  soFar: (seconds) => `已 ${minutesSeconds(seconds)}`,
  under: (cause) => `由“${cause}”引起`,
  worst: (value) => `最差 ${value}`,
  escalated: (seconds) => `${minutesSeconds(seconds)} 优先级升高`,
  acknowledged: (person, seconds) => `${person === null ? '' : `${person} `}${minutesSeconds(seconds)} 确认`,
  notAcknowledged: '未确认',
};
