import type { RunView } from '../../../electron/contract/view.ts';
import { typedActor } from '../../../electron/domain/actor.ts';
import type { Alarm } from '../../../electron/domain/alarm.ts';
import { alarm, calmRun, calmSeconds, hotCavity } from '../support/sample-run.ts';
import { inRun, type Sample } from './base.ts';

const by = { acknowledgedBy: typedActor('A. Perfusionist') };
const linkLost = alarm({
  code: 'link-lost',
  priority: 'high',
  kind: 'technical',
  unit: 'seconds',
  value: 1.2,
  limit: 1,
  worst: 9.6,
  raisedMs: 1_201_000,
  clearedMs: 1_212_000,
  acknowledgedMs: 1_215_000,
  ...by,
});

/** An eventful run: short ones, one acknowledged and gone, one cause with two under it, one latched, one on. */
export const eventfulHistory: readonly Alarm[] = [
  alarm({
    code: 'phase-time-limit',
    subject: 'prime',
    priority: 'low',
    kind: 'technical',
    raisedMs: 300_000,
    clearedMs: 331_000,
    unit: 'seconds',
    value: 900,
    limit: 900,
  }),
  alarm({
    code: 'interlock-reservoir-low',
    priority: 'high',
    kind: 'technical',
    raisedMs: 690_000,
    clearedMs: 734_000,
    acknowledgedMs: 701_000,
    ...by,
  }),
  linkLost,
  alarm({
    id: 'probe-fault:T3#1',
    code: 'probe-fault',
    subject: 'T3',
    priority: 'medium',
    kind: 'technical',
    raisedMs: 1_202_000,
    clearedMs: 1_212_400,
    under: linkLost.id,
  }),
  alarm({
    id: 'flow-missing#1',
    unit: 'mlPerMin',
    value: 0,
    limit: 75,
    code: 'flow-missing',
    priority: 'medium',
    kind: 'technical',
    raisedMs: 1_202_300,
    clearedMs: 1_212_400,
    under: linkLost.id,
  }),
  alarm({
    id: 'flow-deviation#1',
    code: 'flow-deviation',
    priority: 'low',
    unit: 'percent',
    value: 11.2,
    limit: 10,
    worst: 13.4,
    raisedMs: 1_900_000,
    clearedMs: 1_950_000,
  }),
  alarm({
    id: 'probe-fault:T4#1',
    code: 'probe-fault',
    subject: 'T4',
    priority: 'medium',
    kind: 'technical',
    raisedMs: 2_010_000,
    clearedMs: 2_100_000,
    acknowledgedMs: 2_022_000,
    acknowledgedBy: typedActor('Dr. B. Clinician'),
  }),
  alarm({
    id: 'core-temperature-low-limit#1',
    code: 'core-temperature-low-limit',
    priority: 'low',
    unit: 'celsius',
    value: 38.21,
    limit: 38.2,
    worst: 38.34,
    raisedMs: 2_300_000,
    clearedMs: 2_420_000,
    acknowledgedMs: 2_310_000,
    ...by,
  }),
  alarm({
    id: 'control-temperature-high#1',
    code: 'control-temperature-high',
    priority: 'high',
    unit: 'celsius',
    value: 43.02,
    limit: 43,
    worst: 43.31,
    raisedMs: 2_450_000,
    escalatedMs: 2_750_000,
    clearedMs: 2_790_000,
    acknowledgedMs: 2_460_000,
    ...by,
  }),
  {
    ...hotCavity,
    id: 'cavity-temperature-high:T3#1',
    value: 43.51,
    worst: 43.64,
    raisedMs: 2_600_000,
    clearedMs: 2_690_000,
  },
  alarm({
    id: 'addition-due:2#1',
    code: 'addition-due',
    subject: '2',
    priority: 'low',
    kind: 'technical',
    raisedMs: 2_840_000,
    acknowledgedMs: 2_850_000,
    ...by,
  }),
  { ...hotCavity, id: 'cavity-temperature-high:T3#2', raisedMs: calmSeconds * 1000 - 12_000 },
];

/** Those of it that the banner still shows. */
export const eventful: Pick<RunView, 'alarms' | 'alarmSystem'> = {
  alarms: eventfulHistory.filter(
    ({ id, clearedMs }) => clearedMs === null || id === 'cavity-temperature-high:T3#1',
  ),
  alarmSystem: { ...calmRun.alarmSystem, history: eventfulHistory },
};

/** As many as a screen can look back on: short ones, a minute apart. */
export const longHistory: readonly Alarm[] = Array.from({ length: 200 }, (_, index) =>
  alarm({
    id: `flow-deviation#${index + 1}`,
    code: 'flow-deviation',
    priority: index % 5 === 0 ? 'medium' : 'low',
    unit: 'percent',
    value: 11.2,
    limit: 10,
    raisedMs: 60_000 + index * 14_000,
    clearedMs: 66_000 + index * 14_000,
  }),
);

const tab = '[data-view="history"]';
const filter = (name: string) => `[data-filter="${name}"]`;
const onHistory = (name: string, ...filters: string[]): Sample => ({
  ...inRun(name, eventful),
  press: [tab, ...filters.map(filter)],
});

export const historySamples: Sample[] = [
  onHistory('history'),
  onHistory('history-filtered', 'high', 'physiological'),
  onHistory('history-nothing', 'medium', 'on'),
];

/** To scroll in; too long to be searched for faults of layout, row against row. */
export const longHistorySample: Sample = inRun('history-long', {
  alarmSystem: { ...calmRun.alarmSystem, history: longHistory },
});
