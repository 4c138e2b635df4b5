import type { Words } from './dictionary.ts';

export const refusal: Words['refusal'] = {
  'no-run': '当前没有运行。请先填写病例并开始运行。',
  'not-in-this-phase': '当前阶段不能执行此操作。请查看阶段栏中的下一步。',
  'not-ready': '尚未满足本步骤的条件。请等待阶段栏下方所示数值达到要求。',
  'no-fluid-in-cavity': '体腔内没有可排出的液体。',
  'volume-unknown': '体腔内液量未知，可能已满。请先排液；不再注入。',
  'heat-held': '加热已停止。请先恢复加热。',
  'flow-held': '循环已停止。请先恢复循环。',
  'link-not-up': '与设备的通信未建立。请检查电缆和电源；在此期间请使用设备上的开关。',
  'needs-decision': '通信曾中断或设备曾重启。请先查看设备，再重新接管控制。',
  'interlock-latched': '设备联锁已锁定。请先排除原因，再解除联锁。',
  'inflow-unknown': '入口温度未知，无法监视其上限。请检查入口探头，然后恢复加热。',
  'inflow-contradicted':
    '加热功率和出口温度表明入口比 T1 读数更热。请用另一支温度计核对 T1 和 T2；若 T2 有误，请拔下 T2。',
  'control-temperature-unknown': '控制温度未知。请检查体腔探头，或由指定医师决定改用出口温度控制。',
  'core-too-hot': '患者核心体温过高，不能加热。请等待读数下降，或由医师署名解除核心体温限制；然后恢复加热。',
  'cavity-too-hot': '体腔温度过高，不能加热。请待温度回到控温范围内，再恢复加热。',
  'nothing-to-resume': '没有被停止的项目，无需恢复。',
  'needs-name': '此操作超出计划。请填写原因和作出决定的医师姓名。',
  'still-in-cavity': '体腔内仍有液体。请先排液，或说明保留的原因。',
  'no-rinses-left': '没有可跳过的冲洗。请继续断开管路。',
  'run-ended': '本次运行已结束，不能再更改。',
  'needs-two-names': '这是首次用药。请填写两位已核对患者、药物、剂量、体积和有效期的不同人员姓名。',
  'flow-out-of-range': '该流量超出设备和方案允许的范围。请输入所示范围内的流量。',
  'no-such-addition': '计划中没有这次加药。请选择已计划的加药，或作为计划外加药记录。',
  'addition-open': '尚有计划加药未记录。请逐一说明是否已给，然后结束治疗。',
  'addition-recorded': '该次加药已记录。请选择其他加药，或作为计划外加药记录。',
  'reading-out-of-range': '该读数不可能正确。请核对数值和单位后重新输入。',
  'inflow-known': '入口温度已知：低于上限后会自动退出旁路。',
  'not-shown': '按下时该内容未显示在屏幕上。请查看后再按。',
  'nothing-sounds': '当前没有报警音，或报警音已暂停。暂停结束前不能重新开始。',
  'limit-out-of-bounds': '限值超出硬性范围，或与相邻限值次序不符。请在范围内选择。',
  'not-your-role': '当前角色无权更改此限值，请由有权限的人员更改。',
  'not-ticking': '控制台核心停止工作：未经确认。请使用设备上的开关。',
  'not-sent': '未发送：请使用设备上的开关。',
  'too-many': '一次操作过多；请稍候再按。',
};

export const takeUpRefusal: Words['takeUpRefusal'] = {
  'run-over': '本次运行已结束。请生成报告。',
  'machine-not-heard': '设备无应答。请检查电缆和电源，或手动排液并结束运行。',
  'another-machine': '应答的不是本次运行所用的设备。请连接原设备，或结束运行并在原设备上排液。',
  'machine-restarted': '设备已重启，或无法证明未重启。运行不能继续：请排液，或结束并生成报告。',
  'mode-does-not-fit': '阀门位置与本阶段不符。运行不能继续：请排液，或结束并生成报告。',
  'gap-too-long': '运行中断超过 10 分钟，不能继续：请排液，或结束并生成报告。',
  'record-does-not-tell': '本次运行的记录不足以继续。请排空，或结束并出报告。',
};

export const recoverRefusal: Words['recoverRefusal'] = {
  'run-open': '已有运行正在进行。请先结束该运行。',
  'none-left-open': '没有未结束的运行。',
  'console-failed': '控制台发生故障，须先重新启动。',
  'not-taken-up': '不能继续该运行。',
  'not-drained': '目前无法由此排液，运行保持原状。',
  'taken-up-not-drained': '运行已接续，但暂不能排液。',
  'ended-not-drained': '运行已结束，但未能排液。',
};
