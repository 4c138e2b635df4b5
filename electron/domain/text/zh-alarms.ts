import type { Alarm } from '../alarm.ts';
import { type Phase, phases } from '../phase.ts';
import { type AlarmWords, type Placement, probeName, type Words } from './dictionary.ts';
import { inUnit, withUnit } from './format.ts';
import { interlockAlarms } from './zh-interlock-alarms.ts';
import * as names from './zh-names.ts';

/** " 43.52 °C，限值 43.50"; "" where the alarm has no value. */
function figures({ value, limit, unit }: Alarm): string {
  if (value === null || unit === 'none') return '';
  const broken = limit === null ? '' : `，限值 ${inUnit(limit, unit)}`;
  return ` ${withUnit(value, unit)}${broken}`;
}

const fixed = (what: string) => (alarm: Alarm) => `${what}${figures(alarm)}`;
const ofProbe = (after: string) => (alarm: Alarm, placement: Placement) =>
  `${probeName(names, alarm.subject, placement)}${after}${figures(alarm)}`;
const core = (alarm: Alarm, placement: Placement) =>
  `核心体温${placement.coreSite === '' ? '' : `（${placement.coreSite}）`}${figures(alarm)}`;
const flow = (alarm: Alarm) => `${alarm.unit === 'percent' ? '流量偏离设定值' : '流量'}${figures(alarm)}`;

const isPhase = (name: string): name is Phase => phases.some((one) => one === name);
const phaseTitle = (alarm: Alarm) =>
  `${isPhase(alarm.subject) ? names.phase[alarm.subject] : alarm.subject}阶段时间过长${figures(alarm)}`;

const temperatureAlarms = {
  'control-temperature-high': {
    name: '控制温度高',
    title: fixed('控制温度'),
    steps: ['检查体腔探头位置是否与所填一致', '若继续上升，按“停止加热”'],
  },
  'cavity-temperature-high': {
    name: '体腔温度高',
    title: ofProbe(''),
    steps: ['检查灌注管和探头', '继续循环，直至体腔降温', '回到控温范围后恢复加热'],
  },
  'cavity-temperature-rising': {
    name: '体腔温度正在升高',
    title: fixed('体腔温度一分钟内可能达到限值：'),
    steps: ['检查流量是否达到设定值', '若继续上升，按“停止加热”'],
  },
  'target-unreachable': {
    name: '无法达到目标温度',
    title: fixed('体腔最高可达'),
    steps: ['检查管路和灌注管；加大流量可提高升温', '告知手术医师：加大流量、降低目标或提前开始'],
  },
  'control-temperature-low': {
    name: '控制温度低',
    title: fixed('控制温度'),
    steps: ['检查加热和循环是否开启', '检查管路和灌注管有无打折'],
  },
  'control-temperature-very-low': {
    name: '控制温度过低',
    title: fixed('控制温度'),
    steps: ['检查加热和循环是否开启', '检查体腔探头位置是否与所填一致', '告知手术医师'],
  },
  'inflow-high': {
    name: '入口温度高',
    title: fixed('T1 入口'),
    steps: ['检查流量是否达到设定值', '若继续上升，按“停止加热”'],
  },
  'inflow-very-high': {
    name: '入口温度过高',
    title: fixed('T1 入口'),
    steps: ['检查设备上的加热器', '保持旁路，直至入口降温', '然后恢复加热'],
  },
  'core-temperature-low-limit': { name: '核心体温升高', title: core, steps: ['告知麻醉医师'] },
  'core-temperature-medium-limit': {
    name: '核心体温高',
    title: core,
    steps: ['告知麻醉医师和手术医师', '由团队决定是否为患者降温'],
  },
  'core-temperature-high-limit': {
    name: '核心体温过高',
    title: core,
    steps: ['立即告知麻醉医师和手术医师', '除非医师另有决定，按“停止加热”'],
  },
} satisfies Partial<Words['alarm']>;

const circuitAlarms = {
  'flow-deviation': {
    name: '流量偏离设定值',
    title: flow,
    steps: ['检查管路有无打折', '检查入口管路压力'],
  },
  'flow-deviation-large': {
    name: '流量严重偏离设定值',
    title: flow,
    steps: ['检查管路和管夹', '检查泵和灌注管', '如有疑问，按“暂停循环”'],
  },
  'flow-falling': {
    name: '流量正在下降',
    title: fixed('流量下降，一分钟内可能为'),
    steps: ['检查管路和灌注管有无打折、堵塞', '检查入口管路压力'],
  },
  'flow-missing': {
    name: '泵已开启但无流量',
    title: fixed('泵已开启但无流量：'),
    steps: ['检查泵头、管路和管夹', '检查储液是否充足', '如有疑问，按“暂停循环”'],
  },
  'drain-blocked': {
    name: '排液不畅',
    title: fixed('排液无液体流出，体腔留存（计算）'),
    steps: [
      '检查出口管路、管夹和灌注管有无堵塞',
      '由手术医师决定调整灌注管或体位',
      '仅在说明原因后保留液体并继续',
    ],
  },
  'no-flow-with-heater': {
    name: '加热时无流量',
    title: fixed('加热时无流量：'),
    steps: ['检查泵、管路和管夹', '先经旁路恢复循环', '然后恢复加热'],
  },
  'inflow-line-pressure-high': {
    name: '入口管路压力高',
    title: fixed('入口管路压力'),
    steps: ['打开管夹，检查入口管路和灌注管', '压力下降后恢复循环'],
  },
  'cavity-pressure-raised': {
    name: '体腔压力升高',
    title: fixed('体腔压力'),
    steps: ['检查出口是否通畅', '告知手术医师'],
  },
  'cavity-pressure-high': {
    name: '体腔压力高',
    title: fixed('体腔压力'),
    steps: ['打开出口', '告知手术医师和麻醉医师', '由医师决定是否“立即排液”'],
  },
  'cavity-volume-over-plan': {
    name: '体腔液量超过计划',
    title: fixed('体腔液量（估算）'),
    steps: ['检查出口是否通畅', '与储液量核对'],
  },
  'cavity-volume-over-largest': {
    name: '体腔液量超过上限',
    title: fixed('体腔液量（估算）'),
    steps: ['检查出口', '告知手术医师', '由医师决定是否“立即排液”'],
  },
} satisfies Partial<Words['alarm']>;

const technicalAlarms = {
  'heater-on-while-off': {
    name: '加热器应关未关',
    title: fixed('已指令关闭，加热器仍有输出：'),
    steps: ['在设备上关闭加热器', '保持旁路循环', '修复前不得使用该设备'],
  },
  'command-not-in-force': {
    name: '指令未生效',
    title: ({ subject }) => `设备未执行指令${subject === '' ? '' : `：${subject}`}`,
    steps: ['在设备上关闭加热器', '查看设备状态', '然后恢复或排液'],
  },
  'probe-fault': {
    name: '温度探头无有效数值',
    title: ofProbe('：无有效数值'),
    steps: ['检查探头插头和导线', '若仍无数值，更换探头'],
  },
  'cavity-probes-disagree': {
    name: '体腔探头读数不一致',
    title: fixed('体腔探头相差'),
    steps: ['检查两个探头的位置', '检查灌注管和体腔内混合情况'],
  },
  'probe-outvoted': {
    name: '体腔探头读数不可信',
    title: ofProbe('：读数不可信，与出口温度矛盾，不予采用'),
    steps: ['检查探头位置', '检查探头插头和导线', '不要按其读数治疗'],
  },
  'last-cavity-probe-doubted': {
    name: '唯一的体腔探头存疑',
    title: () => '仅剩的体腔探头与出口温度矛盾',
    steps: ['检查探头位置', '用另一支温度计核对', '若体腔温度不能确定，按“停止加热”'],
  },
  'inflow-probe-lost': {
    name: '入口探头无有效数值',
    title: () => 'T1 入口：无有效数值，无法监视其限值',
    steps: ['若 T1 不能立即恢复，按“停止加热”', '检查 T1 的插头和导线', '停流后须由指定医师决定退出旁路'],
  },
  'core-probe-lost': {
    name: '核心体温探头无有效数值',
    title: (_: Alarm, placement: Placement) =>
      `核心体温${placement.coreSite === '' ? '' : `（${placement.coreSite}）`}：无有效数值`,
    steps: ['检查核心体温探头的插头和位置', '每 10 分钟手工测量并记录核心体温'],
  },
  'control-temperature-unknown': {
    name: '控制温度未知',
    title: () => '控制温度未知',
    steps: ['检查体腔探头的插头和导线', '或由指定医师决定改用出口温度控制'],
  },
  'link-lost': {
    name: '与设备通信中断',
    title: (alarm) => `与设备通信中断${alarm.value === null ? '' : `，无遥测数据${figures(alarm)}`}`,
    did: '已停止发送指令；设备将由自身看门狗关闭加热。',
    steps: ['查看设备；需停止时使用设备上的开关', '检查电缆和电源', '通信恢复后重新接管控制'],
  },
  'rig-restarted': {
    name: '设备重启',
    title: () => '设备在运行中重启',
    did: '设备处于待机，加热和泵均已关闭。',
    steps: ['检查设备电源和状态', '重新接管控制', '先恢复循环，再恢复加热'],
  },
  'emergency-stop': {
    name: '急停',
    title: () => '设备急停开关已按下',
    did: '设备已全部关闭，阀门已关闭。',
    steps: ['先照护患者', '确认安全后释放急停开关', '解除联锁，然后恢复或排液'],
  },
  'storage-failing': {
    name: '记录失败',
    title: () => '控制台无法写入记录',
    steps: ['从现在起手工记录读数', '释放磁盘空间或检查磁盘'],
  },
  'clock-disagreement': {
    name: '时钟不一致',
    title: fixed('控制台与设备时钟相差'),
    steps: ['用另一时钟为治疗计时', '在记录中注明差异'],
  },
  'screen-not-updating': {
    name: '屏幕未刷新',
    title: () => '屏幕曾停止刷新',
    steps: ['不要相信停止刷新期间的显示', '若画面静止，重新载入屏幕'],
  },
  'audio-not-working': {
    name: '控制台报警音不工作',
    title: () => '控制台无法发出报警音',
    did: '设备以自身蜂鸣器报警。',
    steps: ['保持屏幕在视线内', '检查扬声器、音量和音频输出', '触摸一次屏幕，可能唤醒音频'],
  },
  'phase-time-limit': {
    name: '阶段时间过长',
    title: phaseTitle,
    steps: ['查看阶段栏下方所示的等待条件', '继续，或结束本次运行'],
  },
  'treatment-beyond-plan': {
    name: '治疗超出计划时间',
    title: fixed('治疗超出计划时间'),
    steps: ['询问手术医师', '结束治疗，然后排液'],
  },
  'addition-due': {
    name: '计划加药时间已到',
    title: () => '计划加药时间已到',
    steps: ['询问开立医师', '记录已加入的药物，或未加药'],
  },
  'core-reading-due': {
    name: '核心体温需测量',
    title: () => '核心体温：需手工测量',
    steps: ['测量核心体温', '记录读数'],
  },
} satisfies Partial<Record<string, AlarmWords>>;

export const alarm: Words['alarm'] = {
  ...temperatureAlarms,
  ...circuitAlarms,
  ...technicalAlarms,
  ...interlockAlarms,
};
