import { minutesSeconds, number, zh as words } from '../../electron/contract/text.ts';
import type { RescueView } from '../../electron/contract/view.ts';
import type { CircuitMode } from '../../electron/contract/words.ts';
import type * as en from './en-machine.ts';
import { wallDate, wallTime } from './format.ts';

const circulating: Readonly<Partial<Record<CircuitMode, string>>> = {
  circulate: '设备正在经患者循环',
  bypass: '设备正在经旁路循环',
  prime: '设备正在预充',
};

const asked: Readonly<Record<RescueView['asked'], string>> = {
  off: '关闭加热和泵',
  'circulate-unheated': '不加热继续循环',
  drain: '排液',
};

const buttons: typeof en.machine.button = {
  off: { title: '关闭加热和泵', caption: '立即执行，转为待机' },
  drain: { title: '排液（液量未知）', caption: '按住不放' },
  'end-drain': { title: '排液结束', caption: '关泵' },
  'circulate-unheated': { title: '不加热继续循环', caption: '流量不变或更低' },
  'clear-interlocks': { title: '解除联锁', caption: '' },
};

export const machine: typeof en.machine = {
  port: {
    ask: '设备在另一端口…',
    looking: '正在查找端口…',
    none: '本机没有可选端口。请连接设备后再次查找。',
    choose: '设备接在哪个端口？只接受原来的设备。',
    chosen: (path) => `正在 ${path} 上查找设备…`,
  },
  heading: '设备状态',
  ready: '设备静止：就绪',
  readyWith: '设备静止：联锁已锁定',
  notHeard: '尚未收到设备信号',
  doing: (doing, mode) => {
    switch (doing) {
      case 'stood-down':
        return '设备静止';
      case 'circulating':
        return circulating[mode ?? 'circulate'] ?? '设备正在循环';
      case 'filling':
        return '设备正在向患者体内注液';
      case 'draining':
        return '设备正在从患者体内排液';
      case 'pumping-other':
        return '设备在待机状态下泵仍在转';
      case 'standing':
        return '没有流动，但设备尚未停机';
      case 'unknown':
        return '设备当前状态未知';
    }
  },
  useTheSwitch: '通信中断：请使用设备上的开关。',
  byHand: '手动排液：在设备上停泵，打开排液管夹，将液袋挂在低于患者的位置。',
  notAsked: '此处无人下达该指令：患者体内可能有液体。请先查看，再在下方选择。',
  leftIn: (ml) =>
    ml === null ? '体腔内液量未知，可在此排液。' : `体腔内约有 ${number(ml)} mL，可在此排液。`,
  standingDown: (seconds) => `已要求停机 ${minutesSeconds(seconds)}，设备仍未停机：请使用设备上的开关。`,
  anotherConsole: '另一台控制台正在控制设备；本机只读取数据。',
  fault: '本控制台刚刚发生故障。',
  faulted: '本控制台发生故障，不再发送任何指令：请重新启动。',
  interlocks: (names) => `已锁定的联锁：${names}`,
  asked: (of, seconds) => `已要求：${asked[of]}，${minutesSeconds(seconds)} 前，已写入。`,
  drainUnfinished: '设备不再排出液体，尚不能确定体腔已空。',
  handDrain: {
    label: '手工排出，mL',
    enter: '输入',
    entered: (ml) => `已输入：${number(ml)} mL。此外又排出，mL`,
  },
  dry: '已无液排出：请检查管路是否打折或堵塞，然后按“排液结束”。',
  askAgain: (of) => `${asked[of]}：未发送，请再按一次。`,
  facts: {
    mode: '方式',
    flow: '流量',
    pump: '泵',
    heater: '加热（生效）',
    drained: '已排出',
    dry: '无液排出已',
  },
  on: '开',
  off: '关',
  mlPerMin: 'mL/min',
  ml: 'mL',
  seconds: '秒',
  button: buttons,
  interlockNames: (names) => (names.length > 2 ? `上方所列 ${names.length} 项` : names.join('、')),
  keepHolding: '请继续按住',
  asking: '尚未确认',
  why: {
    cannotBeSent: '目前无法发送',
    notSent: '未发送',
    notHeard: '设备无信号时不可用',
    notNow: '目前不可用',
    onlyWhatCirculates: '仅限正在循环时',
    inRecord: (ml) => `已排出 ${number(ml)} mL`,
  },
  refused: (request, why) => `${buttons[request].title}：${words.refusal[why]}`,
  notSent: (request) => `${buttons[request].title}：未发送。请使用设备上的开关。`,
};

export const fluid: typeof en.fluid = {
  title: (ml, patient, endedWallMs) => {
    const volume = ml === null ? '留有液体，液量未知' : `约有 ${number(ml)} mL 液体`;
    const at = `${wallDate(endedWallMs)} ${wallTime(endedWallMs)}`;
    return patient === ''
      ? `本设备上次在运行之外的操作结束时（${at}），体腔内${volume}`
      : `本设备上次运行结束时（${at}），${patient} 体腔内${volume}`;
  },
  ask: '须先排液，或由具名人员说明其去向，方可开始运行。',
  by: '说明人姓名',
  needsName: '请填写说明人姓名',
  drain: '立即排液',
  answer: {
    'cavity-empty': { title: '体腔已排空', caption: '已用其他方式排出' },
    'another-patient': { title: '这是另一位患者', caption: '与上次运行无关' },
  },
  notTaken: '控制台未接受该回答。请重试。',
};
