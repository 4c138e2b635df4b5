import type { DrugCheck, NamedReason, OperatorAction } from '../action.ts';
import { type AlarmLimitName, alarmLimits } from '../alarm-limits.ts';
import { interlocksIn } from '../circuit.ts';
import type { ClockStop } from '../clock-stop.ts';
import type { DrugEntry } from '../drug.ts';
import { fluidRules } from '../fluid.ts';
import { readingRules } from '../manual-reading.ts';
import type { RunEvent, RunTotals, SteppedClock } from '../run-event.ts';
import type { Placement } from './dictionary.ts';
import { drugLine, vitalLine } from './entries.ts';
import { minutesSeconds, number, withUnit } from './format.ts';
import { alarmCalled, alarm as alarmWords } from './zh-alarms.ts';
import { linkDetail, selfTestDetail } from './zh-details.ts';
import * as names from './zh-names.ts';
import { refusal } from './zh-refusals.ts';
import { rescueEnd, rescueWhy } from './zh-rescue.ts';

const decided = ({ reason, clinician }: NamedReason) => `${reason}（决定人：${clinician}）`;
const checked = (by: DrugCheck | null | undefined) => (by ? `，核对人：${by.join('、')}` : '');
const named = (drug: DrugEntry) => (drug.name === '' ? '' : `：${drugLine(drug)}`);
const limitFigure = (limit: AlarmLimitName, value: number) => withUnit(value, alarmLimits[limit].unit);
const interlockList = (bits: number) =>
  interlocksIn(bits)
    .map((one) => names.interlock[one])
    .join('、');
const after = (detail: string) => (detail === '' ? '' : `：${detail}`);
const clocks: Readonly<Record<SteppedClock, string>> = {
  wall: '计算机时钟',
  rig: '设备时钟',
  unknown: '计算机或设备时钟',
};
const retained = ({ volumeRetainedMl: ml }: RunTotals) =>
  ml === null ? '' : `，按计数未回收 ${number(ml)} mL`;
const isClockStop = (why: string): why is ClockStop => why in names.clockStop;

function actionLine(action: OperatorAction, placement: Placement): string {
  const name = names.action[action.type];
  switch (action.type) {
    case 'advance':
      return `${names.phase[action.from]}阶段：${name}`;
    case 'start-treatment':
      return `${name}，${action.drug === null ? '未加药开始计时' : `已加药${named(action.drug)}`}${
        action.early === null ? '' : `，未满足条件提前开始：${decided(action.early)}`
      }${checked(action.checkedBy)}`;
    case 'end-treatment':
      return action.early === null ? name : `提前${name}：${decided(action.early)}`;
    case 'clear-interlocks':
      return `${name}：${interlockList(action.bits)}`;
    case 'extend-until-in-band':
    case 'control-by-outflow':
      return `${name}（决定人：${action.clinician}）`;
    case 'end-run':
      return `${name}：${action.reason}`;
    case 'acknowledge':
      return `${name} ${action.alarmIds.length} 项`;
    case 'record-drug':
      return `用药：${drugLine(action.drug)}${checked(action.checkedBy)}`;
    case 'record-vital':
      return vitalLine(action, placement, 'zh', '：');
    case 'record-carrier':
      return `灌注液：${action.carrier.name}，${withUnit(action.carrier.volumeMl, 'ml')}`;
    case 'time-out':
      return `${name}：${action.names.join('、')}`;
    case 'addition-not-given':
      return `计划加药 ${action.addition + 1} 未给：${action.reason}`;
    case 'record-reading':
      return `手工录入，${names.readingKind[action.kind]}：${withUnit(action.value, readingRules[action.kind].unit)}${action.kind === 'ascites' ? '（未计入液量）' : ''}`;
    case 'record-fluid':
      return `${names.fluidWay[fluidRules[action.kind].way]}，${names.fluidKind[action.kind]}：${withUnit(action.volumeMl, 'ml')}`;
    case 'confirm-fresh-fluid':
      return `${name}，确认人：${action.seenBy}`;
    case 'change-flow':
      return `${name}为 ${withUnit(action.mlPerMin, 'mlPerMin')}`;
    case 'leave-retained':
    case 'skip-rinses':
      return `${name}：${action.reason}`;
    case 'extend-by':
      return `${name} ${action.minutes} min（由 ${action.clinician} 决定）`;
    case 'ignore-probe':
      return `${action.probe} 忽略 5 min：${decided(action)}`;
    case 'change-target':
      return `${name}为 ${withUnit(action.celsius, 'celsius')}：${decided(action)}`;
    case 'go-on-without-cavity':
    case 'leave-bypass':
    case 'lift-core-hold':
      return `${name}：${decided(action)}`;
    case 'record-note':
      return `备注：${action.text}`;
    default:
      return name;
  }
}

export function eventLine(event: RunEvent, placement: Placement): string {
  switch (event.type) {
    case 'run-started':
      return `运行开始，${event.header.preset.name} 第 ${event.header.preset.version} 版`;
    case 'phase':
      return `${names.phase[event.to]}${after(names.phaseCause[event.cause] ?? event.cause)}`;
    case 'action':
      return `${actionLine(event.action, placement)}${event.refused === null ? '' : `。被拒绝：${refusal[event.refused]}`}`;
    case 'chair':
      return event.from === null
        ? `操作负责人：${event.to.name}`
        : `由 ${event.from.name} 交接给 ${event.to.name}`;
    case 'heat-held':
      return `加热${names.hold[event.reason]}`;
    case 'heat-released':
      return '加热已恢复允许';
    case 'flow-held':
      return `循环${names.hold[event.reason]}`;
    case 'flow-released':
      return '循环已恢复允许';
    case 'self-test':
      return `自检，${names.selfTestCheck[event.check] ?? event.check}：${event.passed ? '通过' : '未通过'}${
        event.detail === '' ? '' : `，${selfTestDetail(event.detail)}`
      }`;
    case 'alarm-raised':
      return `${names.priority[event.alarm.priority]}报警：${alarmWords[event.alarm.code].title(event.alarm, placement)}`;
    case 'alarm-cleared':
      return `报警解除：${alarmCalled(event.alarm, placement)}`;
    case 'alarm-acknowledged':
      return `报警已确认：${alarmCalled(event.alarm, placement)}`;
    case 'alarm-escalated':
      return `报警持续，升为${names.priority[event.alarm.priority]}：${alarmCalled(event.alarm, placement)}`;
    case 'alarm-suppressed':
      return `报警由另一报警引起，列于其下：${alarmCalled(event.alarm, placement)}`;
    case 'alarm-surfaced':
      return `报警不再由另一报警解释：${alarmCalled(event.alarm, placement)}`;
    case 'alarm-reminded':
      return `提醒，报警仍存在：${alarmCalled(event.alarm, placement)}`;
    case 'audio-paused':
      return `报警音暂停 ${event.seconds} s`;
    case 'audio-on':
      return `报警音恢复：${names.audioOn[event.cause]}`;
    case 'alarm-limit-changed':
      return `报警限值更改，${names.alarmLimit[event.limit]}：${limitFigure(event.limit, event.from)} 改为 ${limitFigure(event.limit, event.to)}`;
    case 'link-lost':
      return `与设备通信中断${after(linkDetail(event.detail))}`;
    case 'link-restored':
      return `与设备通信恢复${after(linkDetail(event.detail))}`;
    case 'rig-restarted':
      return `设备重启${after(linkDetail(event.detail))}`;
    case 'interlock-latched':
      return `联锁锁定：${interlockList(event.bits)}`;
    case 'interlock-cleared':
      return `联锁解除：${interlockList(event.bits)}`;
    case 'addition-due':
      return `第 ${event.addition + 1} 次加药时间已到：${event.label}`;
    case 'target-changed':
      return `目标温度由 ${number(event.fromCelsius, 1)} 改为 ${withUnit(event.toCelsius, 'celsius')}`;
    case 'probe-counts-again':
      return `${event.probe} 恢复计入`;
    case 'flow-changed':
      return `设定流量由 ${number(event.fromMlPerMin)} 改为 ${withUnit(event.toMlPerMin, 'mlPerMin')}`;
    case 'in-band-clock':
      return event.running
        ? '达标计时运行'
        : `达标计时停止${after(isClockStop(event.why) ? names.clockStop[event.why] : event.why)}`;
    case 'target-reach': {
      const { reachable, reachCelsius, helpfulFlowMlPerMin: flow } = event;
      const reach = `预计最高 ${number(reachCelsius, 1)} °C`;
      if (reachable) return `目标温度现可达到，${reach}`;
      return `目标温度无法达到，${reach}${flow === null ? '' : `；流量 ${number(flow)} mL/min 可达到`}`;
    }
    case 'console-fault':
      return `控制台故障，${event.failures === 1 ? '停止加热' : `连续 ${event.failures} 次`}${after(event.message)}`;
    case 'record-gap':
      return `记录曾中断，现已恢复：${minutesSeconds(event.fromMs / 1000)} 至 ${minutesSeconds(event.toMs / 1000)} 缺少 ${event.events} 条事件、${event.samples} 个样本`;
    case 'entry-set-aside':
      return `${event.count} ${event.of === 'event' ? '条事件' : '个样本'}无法按常规写入，已另行保存${after(event.why)}`;
    case 'clock-stepped':
      return `${clocks[event.clock]}${event.bySeconds < 0 ? '后退' : '前移'} ${number(Math.abs(event.bySeconds), 1)} s；运行时间未随之改变`;
    case 'standstill':
      return `计算机停顿 ${number(event.seconds)} s；已计入运行时间`;
    case 'taken-up':
      return `控制台失效 ${minutesSeconds(event.gapSeconds)} 后继续运行${after(names.interruptionCause[event.cause])}`;
    case 'rescue-started':
      return `应急记录开始${after(rescueWhy(event.header))}`;
    case 'rescue-ended':
      return `应急记录结束${event.volumeOutMl === null ? '' : `，排出 ${withUnit(event.volumeOutMl, 'ml')}`}${after(rescueEnd(event.summary))}`;
    case 'fluid-answered':
      return `运行 ${event.runId} 遗留液体${event.volumeMl === null ? '' : ` ${withUnit(event.volumeMl, 'ml')}`}：${event.answer === 'cavity-empty' ? '体腔已空' : '为另一位患者'}`;
    case 'run-ended':
      return `运行结束，${names.outcome[event.outcome]}：治疗用时 ${minutesSeconds(event.summary.elapsedSeconds)}，达标 ${minutesSeconds(event.summary.inBandSeconds)}${retained(event.summary)}`;
    case 'unreadable':
      return `记录中的一项（${event.was}）无法读取：${event.why}`;
  }
}
