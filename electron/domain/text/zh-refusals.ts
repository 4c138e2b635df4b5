import type { Words } from './dictionary.ts';

export const refusal: Words['refusal'] = {
  'no-run': '当前没有运行。请先填写病例并开始运行。',
  'not-in-this-phase': '当前阶段不能执行此操作。请查看阶段栏中的下一步。',
  'not-ready': '尚未满足本步骤的条件。请等待阶段栏下方所示数值达到要求。',
  'no-fluid-in-cavity': '体腔内没有可排出的液体。',
  'heat-held': '加热已停止。请先恢复加热。',
  'flow-held': '循环已停止。请先恢复循环。',
  'link-not-up': '与设备的通信未建立。请检查电缆和电源；在此期间请使用设备上的开关。',
  'needs-decision': '通信曾中断或设备曾重启。请先查看设备，再重新接管控制。',
  'interlock-latched': '设备联锁已锁定。请先排除原因，再解除联锁。',
  'control-temperature-unknown': '控制温度未知。请检查体腔探头，或由指定医师决定改用出口温度控制。',
  'cavity-too-hot': '体腔温度过高，不能加热。请待温度回到控温范围内，再恢复加热。',
  'nothing-to-resume': '没有被停止的项目，无需恢复。',
  'needs-name': '此操作超出计划。请填写原因和作出决定的医师姓名。',
  'still-in-cavity': '体腔内仍有液体。请先排液，或说明保留的原因。',
  'run-ended': '本次运行已结束，不能再更改。',
  'not-shown': '按下时该内容未显示在屏幕上。请查看后再按。',
};
