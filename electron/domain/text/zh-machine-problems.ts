import * as english from './en-refusals.ts';
import { circuitMode } from './zh-names.ts';
import { about, exactly, type Pattern } from './zh-patterns.ts';
import * as chinese from './zh-refusals.ts';

const onOff = (word = ''): string => (word === 'on' ? '开' : '关');
const named = (names: Readonly<Record<string, string>>, name = ''): string => names[name] ?? name;

/** Whole sentences of the tables of refusals, one after the other (`session/recovery.ts`). */
export const refusals: readonly Pattern[] = [
  ...exactly(english.takeUpRefusal, chinese.takeUpRefusal),
  ...exactly(english.recoverRefusal, chinese.recoverRefusal),
  ...exactly(english.refusal, chinese.refusal),
];

/** What a machine or a record has against a start or a choice (`session/`, `record/`). */
export const machineProblems: readonly Pattern[] = [
  about(
    '^Another console commands this rig\\. .+',
    () => '另一台控制台正在控制本设备。请关闭它或断开其连接，然后开始运行。',
  ),
  about(
    '^The rig has not stood down \\(mode (?<mode>\\S+), pump (?<pump>on|off), heater (?<heater>on|off)\\): .+',
    ({ mode, pump, heater }) =>
      `设备尚未停机（方式${named(circuitMode, mode)}，泵${onOff(pump)}，加热${onOff(heater)}）：患者体内可能有液体。` +
      '请按“关闭加热和泵”，或在设备上停止，然后开始运行。',
  ),
  about('^A run was left open\\. .+', () => '有一次运行尚未结束。请先选择继续、排液或结束。'),
  about(
    '^The last run on this machine left fluid in a cavity\\. .+',
    () => '本设备上次运行结束时体腔内留有液体。请先回答其去向。',
  ),
  about('^The machine is told something already\\. .+', () => '已有指令正在执行。请先结束它。'),
  about('The run could not be (?<what>started|recovered): ', ({ what }) =>
    what === 'started' ? '运行未能开始：' : '所选操作未能执行：',
  ),
  about('The record could not be made: ', () => '记录无法创建：'),
  about('The record could not be ended: ', () => '记录无法结束：'),
  about('Its record has no checkpoint: .+', () => '其记录没有检查点：由旧版控制台保存。'),
  about('The (?:checkpoint of the run|state) cannot be read: ', () => '运行的检查点无法读取：'),
  about('it is of another version', () => '版本不同'),
  about('Its samples cannot be read: ', () => '其采样数据无法读取：'),
  about('journal (?<path>\\S+): ', ({ path }) => `记录 ${path}：`),
  about(
    'another program has it open (?<why>\\(.+\\)), .+',
    ({ why }) => `被其他程序打开${why}，其运行可能仍在进行。请先结束该程序。`,
  ),
  about(
    'its run is over, and nothing is added to it\\. .+',
    () => '其运行已结束，不再追加。请开始新的运行。',
  ),
];
