import { celsius, number } from '../../domain/text/format.ts';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** The words of the first page, of the values at fixed times and of the pressures. Figures are written already. */
export interface CourseWords {
  readonly short: Words<
    | 'heading'
    | 'protocol'
    | 'carrier'
    | 'drugs'
    | 'noDrugs'
    | 'contact'
    | 'catheters'
    | 'temperatures'
    | 'core'
    | 'pressures'
    | 'notMeasured'
    | 'volumes'
    | 'team'
    | 'deviations'
    | 'noDeviations'
    | 'alarms'
    | 'noAlarms'
    | 'notes'
    | 'none'
    | 'more'
  > & {
    readonly protocolText: (name: string, target: number, minutes: number, mlPerMin: number) => string;
    readonly moreDeviations: (count: number) => string;
    readonly drug: (mark: string, at: string, name: string, dose: string) => string;
    /** Planned additions that were recorded, of all. */
    readonly fractions: (recorded: number, planned: number) => string;
    readonly cathetersText: (ways: number, out: number) => string;
    readonly line: (mmHg: string) => string;
    readonly cavity: (mmHg: string, highMinutes: string) => string;
    readonly cavityByHand: (mmHg: string) => string;
    readonly coreProbe: (celsius: string) => string;
    readonly coreByHand: (celsius: string) => string;
    readonly volumesIn: (ml: string) => string;
    readonly volumesOut: (ml: string, measured: string | null) => string;
    readonly notRecovered: (ml: string) => string;
  };
  readonly course: Words<
    | 'heading'
    | 'none'
    | 'time'
    | 'session'
    | 'phase'
    | 'core'
    | 'flow'
    | 'line'
    | 'cavity'
    | 'set'
    | 'heater'
    | 'inCavity'
    | 'reservoir'
    | 'off'
    | 'byHand'
  > & { readonly every: (minutes: number) => string };
  readonly pressure: Words<'title' | 'line' | 'cavity' | 'byHand' | 'high'>;
  readonly annex: Words<'heading' | 'about'>;
}

export const courseEn: CourseWords = {
  short: {
    heading: 'The treatment in short',
    protocol: 'Protocol',
    carrier: 'Carrier used',
    drugs: 'Drugs given',
    noDrugs: 'none recorded',
    contact: 'Drug contact',
    catheters: 'Catheters',
    temperatures: 'Temperatures, mean ± SD',
    core: 'Patient core, highest',
    pressures: 'Pressures, highest',
    notMeasured: 'not measured',
    volumes: 'Volumes',
    team: 'Team',
    deviations: 'Deviations',
    noDeviations: 'none recorded',
    alarms: 'Alarms',
    noAlarms: 'none',
    notes: 'Notes',
    none: 'none',
    more: '… more in the timeline',
    protocolText: (name, target, minutes, mlPerMin) =>
      `${name}: ${celsius(target)} °C for ${minutes} min, ${number(mlPerMin)} mL/min`,
    moreDeviations: (count) => `${count} more in the table of deviations`,
    drug: (mark, at, name, dose) => `${mark} ${at} ${name}, ${dose}`,
    fractions: (recorded, planned) =>
      planned === 0 ? 'no additions planned' : `${recorded} of ${planned} planned additions recorded`,
    cathetersText: (ways, out) => `${ways} in, ${out} out`,
    line: (mmHg) => `line ${mmHg}`,
    cavity: (mmHg, highMinutes) => `cavity ${mmHg}, above 20 mmHg for ${highMinutes} min`,
    cavityByHand: (mmHg) => `cavity by hand ${mmHg}`,
    coreProbe: (value) => `${value} by the rig`,
    coreByHand: (value) => `${value} by hand`,
    volumesIn: (ml) => `in ${ml}`,
    volumesOut: (ml, measured) => `out ${ml} by count${measured === null ? '' : `, ${measured} measured`}`,
    notRecovered: (ml) => `not recovered, by count ${ml}`,
  },
  course: {
    heading: 'Values in the course of the run',
    none: 'The record is shorter than a row of this table.',
    time: 'Time',
    session: 'Session',
    phase: 'Phase, drugs',
    core: 'Core',
    flow: 'Flow mL/min',
    line: 'Line mmHg',
    cavity: 'Cavity mmHg',
    set: 'Inflow set',
    heater: 'Heater %',
    inCavity: 'In cavity mL',
    reservoir: 'Reservoir mL',
    off: 'off',
    byHand: 'hand',
    every: (minutes) =>
      `What stood at every ${minutes} minutes of the session, temperatures in °C; ---: no valid value at that moment. Set: the inflow temperature in force, off where the heater was. By hand: as recorded in the ${minutes} minutes from there on.`,
  },
  pressure: {
    title: 'Pressure, mmHg',
    line: 'inflow line',
    cavity: 'cavity',
    byHand: 'cavity, by hand',
    high: '20 mmHg',
  },
  annex: {
    heading: 'Service annex',
    about: 'For who looks after machine and console, and for who computes the figures again.',
  },
};

export const courseZh: CourseWords = {
  short: {
    heading: '治疗概要',
    protocol: '方案',
    carrier: '所用灌注液',
    drugs: '已用药物',
    noDrugs: '无记录',
    contact: '药物接触时间',
    catheters: '灌注管',
    temperatures: '温度，均值 ± 标准差',
    core: '核心体温，最高',
    pressures: '压力，最高',
    notMeasured: '未测量',
    volumes: '液量',
    team: '团队',
    deviations: '偏离',
    noDeviations: '无记录',
    alarms: '报警',
    noAlarms: '无',
    notes: '备注',
    none: '无',
    more: '……其余见时间线',
    protocolText: (name, target, minutes, mlPerMin) =>
      `${name}：${celsius(target)} °C，${minutes} 分钟，${number(mlPerMin)} mL/min`,
    moreDeviations: (count) => `另有 ${count} 项，见偏离表`,
    drug: (mark, at, name, dose) => `${mark} ${at} ${name}，${dose}`,
    fractions: (recorded, planned) =>
      planned === 0 ? '无计划加药' : `计划加药 ${planned} 次，已记录 ${recorded} 次`,
    cathetersText: (ways, out) => `进 ${ways}，出 ${out}`,
    line: (mmHg) => `管路 ${mmHg}`,
    cavity: (mmHg, highMinutes) => `体腔 ${mmHg}，高于 20 mmHg 共 ${highMinutes} 分钟`,
    cavityByHand: (mmHg) => `体腔（手工）${mmHg}`,
    coreProbe: (value) => `设备测 ${value}`,
    coreByHand: (value) => `手工 ${value}`,
    volumesIn: (ml) => `进 ${ml}`,
    volumesOut: (ml, measured) => `出 ${ml}（计数）${measured === null ? '' : `，实测 ${measured}`}`,
    notRecovered: (ml) => `未回收（计数）${ml}`,
  },
  course: {
    heading: '运行过程中的数值',
    none: '记录短于本表的一行。',
    time: '时间',
    session: '运行',
    phase: '阶段、用药',
    core: '核心',
    flow: '流量 mL/min',
    line: '管路 mmHg',
    cavity: '体腔 mmHg',
    set: '进水设定',
    heater: '加热 %',
    inCavity: '体腔内 mL',
    reservoir: '储液 mL',
    off: '关',
    byHand: '手工',
    every: (minutes) =>
      `运行中每 ${minutes} 分钟该时刻的数值，温度单位 °C；---：该时刻无有效数值。进水设定：当时生效的进水温度，加热关闭时为“关”。手工：自该时刻起 ${minutes} 分钟内所记录。`,
  },
  pressure: {
    title: '压力，mmHg',
    line: '进水管路',
    cavity: '体腔',
    byHand: '体腔（手工）',
    high: '20 mmHg',
  },
  annex: {
    heading: '技术附录',
    about: '供设备与控制台维护人员，以及需重新计算数据的人员使用。',
  },
};
