import { nobodyAtScreen } from '../../electron/contract/leniently.ts';
import { minutesSeconds } from '../../electron/contract/text.ts';
import type * as en from './en-core.ts';

export const core: typeof en.core = {
  useTheSwitch: '请使用设备上的开关',
  silent: (seconds) => `控制台核心已无响应 ${minutesSeconds(seconds)}。设备当前状态未知。`,
  faulted: '控制台出现故障，不再向设备发送任何指令。设备会自行关闭加热；泵可能仍在运行。',
  lastValues: (seconds) => `最后的数值，已过去 ${minutesSeconds(seconds)}，不再有效`,
  notConfirmed: '未确认',
  notSent: '未发送',
  restart: '重新启动控制台',
  restartCaption: {
    no: '启动后会询问如何继续',
    asked: '正在重新启动…',
    refused: '无法执行：请手动关闭并重新启动',
  },
  nobody: nobodyAtScreen.zh,
};
