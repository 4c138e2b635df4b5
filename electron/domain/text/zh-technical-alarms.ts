import { readAdditionSubject } from '../addition-subject.ts';
import type { Alarm } from '../alarm.ts';
import type { AlarmWords, Placement } from './dictionary.ts';
import { figures, fixed, ofProbe, phaseTitle } from './zh-alarm-titles.ts';

export const technicalAlarms = {
  'heater-on-while-off': {
    name: '加热器应关未关',
    title: fixed('已指令关闭，加热器仍有输出：'),
    steps: ['在设备上关闭加热器', '保持旁路循环', '修复前不得使用该设备'],
  },
  'pump-on-while-off': {
    name: '泵应停未停',
    title: (alarm) =>
      `已指令停泵，泵仍在运转${alarm.value === null ? '' : `：${figures(alarm).trimStart()}`}`,
    steps: ['用设备上的开关停泵', '夹闭通往患者的管路', '修复前不得使用该设备'],
  },
  'console-fault': {
    name: '控制台故障',
    title: () => '控制台自身发生故障',
    steps: ['查看设备本身，不要只看本屏幕', '数值恢复更新后才可恢复加热', '若再次出现，用设备上的开关停机'],
  },
  'machine-still-pumps': {
    name: '设备仍在泵送',
    title: () => '运行已结束，设备仍在泵送',
    did: '控制台持续指令设备停止。',
    steps: ['使用设备上的开关', '夹闭通往患者的管路', '检查电缆和电源'],
  },
  'another-console': {
    name: '另一控制台正在控制设备',
    title: () => '另一控制台正在控制设备',
    did: '本控制台仅读取数据。',
    steps: ['找到另一控制台，确认由谁控制设备', '停止不应控制设备的控制台'],
  },
  'command-not-in-force': {
    name: '指令未生效',
    title: ({ subject }) => `设备未执行指令${subject === '' ? '' : `：${subject}`}`,
    steps: [
      '查看设备；在设备上关闭加热器',
      '暂停循环，然后恢复循环或排液',
      '若仍存在：靠重力排液，并输入排出量',
    ],
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
    title: ofProbe('：读数不可信，与出水温度矛盾，不予采用'),
    steps: ['检查探头位置', '检查探头插头和导线', '不要按其读数治疗'],
  },
  'last-cavity-probe-doubted': {
    name: '唯一的体腔探头存疑',
    title: () => '仅剩的体腔探头与出水温度矛盾',
    steps: ['检查探头位置', '用另一支温度计核对', '若体腔温度不能确定，按“停止加热”'],
  },
  'inflow-probe-lost': {
    name: '进水探头无有效数值',
    title: () => 'T1 进水：无有效数值，无法监视其限值',
    did: 'T1 缺失 2 秒后停止加热。',
    steps: ['检查 T1 的插头和导线', 'T1 恢复读数后恢复加热', '停流后须由指定医师决定退出旁路'],
  },
  'inflow-contradicted': {
    name: '进水传感器存疑',
    title: fixed('T1 进水与加热器和出水矛盾，偏差'),
    steps: ['用另一支温度计核对 T1 和 T2', '若 T2 有误，拔下 T2 后恢复加热', '若 T1 有误，不得用该设备加热'],
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
    steps: ['检查体腔探头的插头和导线', '或由指定医师决定改用出水温度控制'],
  },
  'cavity-temperature-unknown': {
    name: '体腔温度未知',
    title: () => '体腔探头全部失效',
    steps: ['检查体腔探头的插头和导线', '或由医师署名后无体腔探头继续，然后恢复加热'],
  },
  'link-lost': {
    name: '与设备通信中断',
    title: (alarm) => `与设备通信中断${alarm.value === null ? '' : `，无遥测数据${figures(alarm)}`}`,
    did: '已停止发送指令；设备失去控制台信号后自动停热。',
    steps: [
      '查看设备；需停止时使用设备上的开关',
      '检查电缆和电源',
      '通信恢复后重新接管控制；若未恢复，靠重力排液并输入排出量',
    ],
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
    title: (alarm) => `控制台无法写入记录${alarm.value === null ? '' : `，已落后${figures(alarm)}`}`,
    steps: ['从现在起手工记录读数', '释放磁盘空间或检查磁盘'],
  },
  'storage-low': {
    name: '磁盘空间不足',
    title: fixed('记录所在磁盘剩余空间'),
    steps: ['释放记录所在磁盘的空间', '备好纸笔，以防记录失败'],
  },
  'record-removed': {
    name: '记录文件曾被删除',
    title: fixed('记录文件曾被删除，现已完整放回原处'),
    steps: ['查明是谁或哪个程序在清理记录文件夹', '治疗结束前勿让其再动该文件夹'],
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
    title: ({ subject }) => {
      const about = readAdditionSubject(subject);
      if (about === null) return '计划加药时间已到';
      return `第 ${about.number}/${about.of} 次加药时间已到：${about.label}`;
    },
    steps: ['询问开具医师', '记录已加入的药物，或未加药'],
  },
  'core-reading-due': {
    name: '核心体温需测量',
    title: () => '核心体温：需手工测量',
    steps: ['测量核心体温', '记录读数'],
  },
} satisfies Partial<Record<string, AlarmWords>>;
