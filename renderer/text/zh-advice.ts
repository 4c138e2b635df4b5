import { minutesSeconds, number, zh as words } from '../../electron/contract/text.ts';
import type { AdviceText, RunView } from '../../electron/contract/view.ts';
import type { advice as en } from './en-advice.ts';
import { asSet } from './format.ts';

type Values = AdviceText['values'];

const target = (run: RunView) => `${asSet(run.control.targetCelsius)} °C`;
const ml = (value: number) => `${number(value)} mL`;
const left = ({ clocks }: RunView) => minutesSeconds(clocks.leftSeconds);
const stillIn = ({ volume }: RunView) => ml(Math.max(0, volume.inCavityMl));
const toGo = ({ seconds }: Values) =>
  typeof seconds === 'number' && seconds > 0 ? `，还需 ${Math.ceil(seconds)} s` : '';
const below = ({ celsius }: Values) =>
  typeof celsius === 'number' ? `（低于 ${number(celsius, 1)} °C）` : '';

export const advice: typeof en = {
  'self-test-running': () => '正在自检，无需操作。',
  'self-test-passed': () => '自检通过。',
  'self-test-failed': () => '测试未通过。请排除下列问题后重新测试。',
  priming: () => '正在预充管路，请排出空气。',
  'machine-testing': () => '正在经旁路测试泵、加热器和失联自动停热，无需操作。',
  'machine-test-passed': () => '设备测试通过。泵已停止。',
  preheating: (run) => `旁路预热至 ${target(run)}。`,
  'preheat-ready': (run) => `进水稳定在 ${target(run)}，可以注液。`,
  filling: (run) => `正在注液，${stillIn(run)} / ${ml(run.volume.planMl)}。`,
  filled: (run) => `已注入 ${stillIn(run)}，泵已停。出水是否打开、是否见到回流？`,
  'heating-up': (run) => `正在升温至 ${target(run)}。`,
  'heating-up-late': (run, { minutes, limit }) =>
    `正在升温至 ${target(run)}，预计 ${minutes} min 后进入控温范围，超过时限 ${limit} min。`,
  'heat-up-settling': (run, values) => `已到 ${target(run)}，正在稳定${toGo(values)}。`,
  'treatment-may-start': () => '温度已到，可以开始治疗。',
  holding: () => '控温稳定，无需操作。',
  'out-of-band': (run) =>
    run.control.state === 'above' ? '高于控温范围，正在降温。' : '低于控温范围，正在加热。',
  'no-reserve': () => '达标。进水温度已到上限，无余量。',
  'time-complete': (run) => `治疗时间 ${number(run.preset.minutes)} min 已完成。`,
  'extended-by': (run) => `计划时间已完成。已延长，还需 ${left(run)}。`,
  'in-band-complete': (run) => `达标时间 ${number(run.preset.minutes)} min 已完成。`,
  'plan-elapsed-question': (run) => `计划时间已到，达标时间还差 ${left(run)}。结束还是延长？`,
  extended: (run) => `已延长：达标时间还需 ${left(run)}。`,
  dwelling: (run) => `药液留置中，还需 ${left(run)}，不循环。`,
  'dwell-complete': (run) => `留置 ${number(run.preset.minutes)} min 已完成。`,
  draining: (run) => `正在排液，体腔内还有 ${stillIn(run)}。`,
  'drain-low': (run) => `几乎无液体排出，按计数体腔内还有 ${stillIn(run)}。`,
  'drain-beyond-count': () => '排出量已超过计入量。请继续排液，直至无液体排出。',
  'drain-retained': (run) => `已无液体排出，按计数体腔内还有 ${stillIn(run)}。`,
  'rinse-asks': () => '泵已停止。冲洗用的新鲜液体是否已连接？',
  rinsing: (run) => `正在冲洗，${stillIn(run)} / ${ml(run.preset.rinses.volumeMl)}。`,
  'rinse-draining': (run) => `正在排出冲洗液，还有 ${stillIn(run)}。`,
  disconnecting: () => '泵已停，阀已关。请断开患者管路。',
  complete: () => '运行完成。',
  'heat-held': (run) => `加热${run.heatHeld === null ? '已停止' : words.hold[run.heatHeld]}。`,
  'flow-held': (run) => `循环${run.flowHeld === null ? '已停止' : words.hold[run.flowHeld]}。`,
  stopped: (run) =>
    run.volume.inCavityMl > 0 ? `已停止。体腔内约有 ${stillIn(run)} 液体。` : '已停止。加热和泵均已关闭。',
  'stop-not-confirmed': () => '停止运行：设备尚未确认。',
  'hold-not-confirmed': () => '停止循环和加热：设备尚未确认。',
  'restarting-through-bypass': () => '经旁路重新启动，直至进水降温。',
  'link-lost': () => '与设备通信中断。请使用设备上的开关。',
  'link-back': () => '通信已恢复。设备等待您的决定。',
  'rig-restarted': () => '设备已重启，等待您的决定。',
  'console-restarted': () => '控制台已重新启动。设备等待您的决定。',
  'control-unknown': () => '控制温度未知，加热已关闭。',
  'next-confirm-prime': (_run, { ml: needed }) =>
    `下一步：预充管路，由您确认${typeof needed === 'number' ? `，储液器内需有 ${ml(needed)}` : ''}。进水管、出水管已连接并夹闭？`,
  'next-confirm-machine-test': () => '下一步：管路无空气后，由您确认测试泵和加热器。进水管、出水管仍夹闭？',
  'next-confirm-preheat': () => '下一步：旁路预热，由您确认。',
  'next-confirm-fill': (run) => `下一步：注液 ${ml(run.volume.planMl)}，由您确认。`,
  'next-confirm-circulate': () => '下一步：开始循环。先确认出水管已打开。',
  'next-dwell': () => '下一步：液量到达后自动进入留置。',
  'next-confirm-treatment': (run, values) =>
    run.primary?.blocked === null
      ? '下一步：开始治疗，由您确认。'
      : `下一步：${target(run)} 保持 60 s 后，由您确认治疗${toGo(values)}。`,
  'next-drain-confirm': (run) =>
    run.phase === 'dwell'
      ? `下一步：再过 ${left(run)} 排液，由您确认。`
      : `下一步：再达标 ${left(run)} 后排液，由您确认。`,
  'next-confirm-rinse': (run) => `下一步：冲洗 ${ml(run.preset.rinses.volumeMl)}，由您确认。`,
  'next-confirm-fresh-fluid': (run) => `下一步：确认后冲洗 ${ml(run.preset.rinses.volumeMl)}。`,
  'next-rinse-drain': () => '下一步：液量到达后自动排出冲洗液。',
  'next-confirm-disconnect': () => '下一步：不再有液体排出后，由您确认断开。',
  'next-measure-drain': () => '下一步：称量或测量排出液并录入，然后完成运行。',
  'next-confirm-complete': () => '下一步：患者断开后，由您确认完成运行。',
  'next-report': () => '下一步：生成报告。',
  'next-resume-heat': (_, values) => `下一步：恢复加热${below(values)}，由您决定。`,
  'next-resume-flow': (run) =>
    run.stopped ? '下一步：不加热循环、排液或结束，由您决定。' : '下一步：恢复循环，由您决定。先经旁路。',
  'next-take-command': () => '请先查看设备，再接管控制。加热保持关闭。',
  'next-clear-interlocks': () => '请在设备上排除原因，再解除联锁。',
  'next-use-machine-switch': () => '请查看设备，检查电缆和电源。控制台不发送任何指令。',
};
