import { minutesSeconds, number, zh as words } from '../../electron/contract/text.ts';
import type { Carried, RunView } from '../../electron/contract/view.ts';
import type { Phase, Refusal } from '../../electron/contract/words.ts';
import { interlocksIn } from '../../electron/contract/words.ts';
import { hasFailed } from '../run/testing.ts';
import type * as en from './en-actions.ts';
import { asSet } from './format.ts';

const ml = (value: number) => `${number(value)} mL`;
const target = ({ control }: RunView) => `${asSet(control.targetCelsius)} °C`;

export const interventions: typeof en.interventions = {
  'heat-off': { title: '停止加热', caption: '继续循环' },
  'pause-flow': { title: '暂停循环', caption: '关闭加热和泵' },
  'stop-run': { title: '停止运行', caption: '关闭加热和泵' },
  'drain-now': { title: '立即排液', caption: '按住不放' },
};
export const interventionNotes: typeof en.interventionNotes = {
  notEmergencyStop: '不是急停：急停开关在设备上',
  linkDown: '通信中断：请使用设备上的开关',
  heat: { held: '尚未确认', 'in-force': '加热已停止', 'not-sent': '未发送' },
  flow: { held: '尚未确认', 'in-force': '循环已停止', 'not-sent': '未发送' },
  stop: { held: '尚未确认', 'in-force': '已停止', 'not-sent': '未发送' },
  cannotSend: '目前无法发送',
  noFluid: '体腔内无液体',
  keepHolding: '请继续按住',
  notNow: '本阶段不可用',
};

export const hold: typeof en.hold = (what) => (what === '' ? '按住不放' : `按住：${what}`);
export const acknowledgeFirst: typeof en.acknowledgeFirst = (alarm) => `请先确认报警：${alarm}`;

const advance: Readonly<Record<Phase, (run: RunView) => en.ButtonText>> = {
  'self-test': () => ({ title: '自检', caption: '' }),
  prime: () => ({ title: '开始预充', caption: '管路已连接、已夹闭；泵开' }),
  'machine-test': () => ({ title: '测试设备', caption: '已无空气；旁路，加热开' }),
  preheat: (run) => ({ title: '预热', caption: `旁路，加热至 ${target(run)}` }),
  fill: (run) => ({
    title: '体腔注液',
    caption: `${ml(run.preset.fillVolumeMl)}，${number(run.preset.fillFlowMlPerMin)} mL/min`,
  }),
  'heat-up': () => ({ title: '开始循环', caption: '出水已开、见回流；先经旁路' }),
  treatment: () => ({ title: '开始治疗', caption: '' }),
  dwell: (run) => ({ title: '留置', caption: `${number(run.preset.minutes)} min，不循环` }),
  drain: () => ({ title: '排液', caption: '加热关' }),
  rinse: (run) => ({ title: '冲洗', caption: `${ml(run.preset.rinses.volumeMl)}；先确认新鲜液体` }),
  'rinse-drain': () => ({ title: '排出冲洗液', caption: '加热关' }),
  disconnect: () => ({ title: '断开管路', caption: '泵停，阀关' }),
  complete: () => ({ title: '完成运行', caption: '结束运行并生成报告' }),
};

const repeatTest: en.ButtonText = { title: '重新测试', caption: '排除问题之后' };

const takeCommand: Readonly<Record<Carried, en.ButtonText>> = {
  'as-in-force': { title: '接管控制', caption: '流量不变，加热保持关闭' },
  'heat-off': { title: '接管控制：停止加热', caption: '流量不变，加热关' },
  'pause-flow': { title: '接管控制：暂停循环', caption: '关闭加热和泵' },
  stop: { title: '接管控制：停止运行', caption: '关闭加热和泵' },
};

const ruledText = { 'in-band': '达标 ', elapsed: '治疗 ', dwell: '留置 ' } as const;

export const primary: typeof en.primary = {
  advance: (run, next) => (hasFailed(run) ? repeatTest : advance[next](run)),
  'start-treatment': (run) => ({
    title: '开始治疗',
    caption: `开始计时，${ruledText[run.clocks.ruling]}${minutesSeconds(run.clocks.plannedSeconds)}`,
  }),
  'confirm-fresh-fluid': (run) => ({
    title: '新鲜液体已连接',
    caption: `向体腔注入 ${ml(run.preset.rinses.volumeMl)}，加热关`,
  }),
  'resume-heat': (run) => ({ title: '恢复加热', caption: `重新加热至 ${target(run)}` }),
  'resume-flow': (run) => ({
    title: '恢复循环',
    caption: `${number(run.setFlow.mlPerMin)} mL/min，先经旁路`,
  }),
  'circulate-unheated': () => ({ title: '不加热循环', caption: '泵开，加热保持关闭' }),
  'take-command': ({ primary }) => takeCommand[primary?.carries ?? 'as-in-force'],
  'clear-interlocks': (_run, _next, bits) => ({
    title: interlocksIn(bits).length === 1 ? '解除联锁' : `解除 ${interlocksIn(bits).length} 项联锁`,
    caption: interlocksIn(bits)
      .map((one) => words.interlock[one])
      .join('、'),
  }),
  'end-treatment': () => ({ title: '结束治疗', caption: '加热关，开始排液' }),
};

export const ahead: typeof en.ahead = (run) => {
  if (run.mode.inForce === null) return { title: '接管控制', caption: '通信恢复后可用' };
  switch (run.phase) {
    case 'fill':
      return {
        title: run.preset.mode === 'circulation' ? '开始循环' : '留置',
        caption: run.preset.mode === 'circulation' ? '液量到达后可用' : '液量到达后自动进行',
      };
    case 'rinse':
      return { title: '排出冲洗液', caption: '液量到达后自动进行' };
    case 'treatment':
      return { title: '结束治疗', caption: `再达标 ${minutesSeconds(run.clocks.leftSeconds)} 后` };
    case 'dwell':
      return { title: '排液', caption: `再过 ${minutesSeconds(run.clocks.leftSeconds)}` };
    default:
      return null;
  }
};

export const blocked: typeof en.blocked = (run, why, value) => {
  switch (why) {
    case 'not-ready':
      return notReady(run, value);
    case 'cavity-too-hot':
      return value === null ? '体腔降温后可用' : `低于 ${number(value, 1)} °C 后可用`;
    case 'core-too-hot':
      return value === null ? '核心体温下降后可用' : `核心体温低于 ${number(value, 1)} °C 或医师解除后可用`;
    case 'reservoir-too-low':
      return `储液罐达 ${ml(value ?? 0)} 后可用`;
    case 'still-in-cavity':
      return drainedFirst(value);
    default:
      return blockedShort[why] ?? words.refusal[why];
  }
};

const drainedFirst = (value: number | null): string =>
  value === null ? '排空后可用' : `排空后可用，还有 ${ml(value)}`;

function notReady(run: RunView, value: number | null): string {
  switch (run.phase) {
    case 'self-test':
      return '自检通过后可用';
    case 'machine-test':
      return '设备测试通过后可用';
    case 'prime':
      return '流量稳定后可用';
    case 'preheat':
      return value === null
        ? `进水稳定在 ${target(run)} 后可用`
        : `${target(run)} 再保持 ${Math.ceil(value)} s 后可用`;
    case 'fill':
      return '液量到达后可用';
    case 'heat-up':
      return beforeStart[run.preset.clockStartsOn](target(run), value);
    case 'treatment':
      return `${ruledText[run.clocks.ruling]}${minutesSeconds(run.clocks.plannedSeconds)} 后可用`;
    default:
      return drainedFirst(value);
  }
}

const beforeStart: Readonly<
  Record<RunView['preset']['clockStartsOn'], (target: string, seconds: number | null) => string>
> = {
  'in-band': (target, seconds) =>
    seconds === null ? `${target} 保持 60 s 后可用` : `${target} 再保持 ${Math.ceil(seconds)} s 后可用`,
  inflow: (target, seconds) =>
    seconds === null
      ? `进水 ${target} 保持 30 s 后可用`
      : `进水 ${target} 再保持 ${Math.ceil(seconds)} s 后可用`,
  'first-drug': () => '控温点温度已知后可用',
};

const blockedShort: Readonly<Partial<Record<Refusal, string>>> = {
  'no-run': '当前没有运行',
  'not-in-this-phase': '本阶段不可用',
  'no-fluid-in-cavity': '体腔内无液体',
  'volume-unknown': '液量未知，请先排液',
  'heat-held': '请先恢复加热',
  'flow-held': '请先恢复循环',
  'link-not-up': '通信正常后可用',
  'needs-decision': '请先接管控制',
  'interlock-latched': '请先解除联锁',
  'control-temperature-unknown': '控制温度未知',
  'cavity-unknown': '体腔探头全部失效',
  'target-out-of-range': '目标温度超出范围',
  'extension-out-of-range': '分钟数超出范围',
  'drug-starts-the-clock': '首次加药时开始',
  'inflow-contradicted': '进水传感器存疑',
  'nothing-to-resume': '没有被停止的项目',
  'needs-name': '需填写原因和姓名',
  'run-ended': '运行已结束',
  'not-shown': '请查看后再按',
  'not-your-role': '当前角色无权操作',
  'needs-sign-in': '请先登录',
  'needs-reason': '需填写姓名和原因',
  'needs-second-person': '须第二人输入 PIN',
  'needs-time-out': '请先进行治疗前核对',
  'no-such-sign': '列表中无此项目',
};

export const offered: typeof en.offered = {
  'confirm-return': '已见回流',
  'end-run': '结束运行',
  'end-treatment': '提前结束',
  'extend-until-in-band': '延长至达标',
  'control-by-outflow': '按出水控制',
  'go-on-without-cavity': '无体腔探头继续',
  'start-treatment': '提前开始',
  'leave-retained': '未排尽，继续',
  'skip-rinses': '跳过冲洗',
  'leave-bypass': '退出旁路',
  'lift-core-hold': '解除核心限制',
};

export const refused: typeof en.refused = (type, why) =>
  `未执行：${words.action[type]}。${words.refusal[why]}`;
export const notSent: typeof en.notSent = (type) =>
  `${words.action[type]}未能送达控制台内核。请使用设备上的开关。`;
