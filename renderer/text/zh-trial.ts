import type * as en from './en-trial.ts';

export const trial: typeof en.trial = {
  button: '测试声音和颜色',
  again: '再听一次',
  sound: '报警音：应听到三组声音',
  colours: '报警颜色：应看到红、黄、青',
  testing: '正在测试声音',
  sounds: { low: '低优先级：两声', medium: '中优先级：三声', high: '高优先级：十声' },
  audio: {
    working: '声音正常',
    suspended: '声音未启用：请触摸屏幕一次',
    missing: '无音频输出：由设备发出报警音',
  },
  coloursRight: '颜色可区分',
  colourProblem: {
    forced: '系统强制使用自身颜色：请关闭高对比度',
    monochrome: '此屏幕不显示颜色',
    hue: '红、黄、青与应有颜色不符',
    unreadable: '标记在其颜色上无法辨认',
  },
};
