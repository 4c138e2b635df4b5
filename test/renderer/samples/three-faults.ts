import type { RunView } from '../../../electron/contract/view.ts';
import { typedActor } from '../../../electron/domain/actor.ts';
import { measured } from '../../../electron/domain/reading.ts';
import { alarm, calmRun, calmSeconds, hotCavity, steps, wallMs } from '../support/sample-run.ts';
import { sampleTrend } from '../support/sample-trend.ts';
import { calmStory, inRun, type Sample, stopped, unheated, withReadings } from './base.ts';

const nowMs = calmSeconds * 1000;
const by = typedActor('A. Perfusionist');

/** High, on and not acknowledged; it has grown since. */
const hot = { ...hotCavity, id: 'cavity-temperature-high:T3#3', raisedMs: nowMs - 21_000, worst: 43.67 };
/** Medium, acknowledged, still there; the milder one it brings with it stands under it. */
const slow = alarm({
  id: 'flow-deviation-large#1',
  code: 'flow-deviation-large',
  priority: 'medium',
  unit: 'mlPerMin',
  value: 1137,
  limit: 1200,
  worst: 1081,
  raisedMs: nowMs - 290_000,
  acknowledgedMs: nowMs - 264_000,
  acknowledgedBy: by,
});
const slowToo = alarm({
  id: 'flow-deviation#2',
  code: 'flow-deviation',
  priority: 'low',
  unit: 'mlPerMin',
  value: 1143,
  limit: 1350,
  raisedMs: nowMs - 265_000,
  under: slow.id,
});
/** High and over: latched, because nobody has acknowledged it. */
const air = alarm({
  id: 'interlock-air-in-line#4',
  code: 'interlock-air-in-line',
  priority: 'high',
  kind: 'technical',
  raisedMs: nowMs - 95_000,
  clearedMs: nowMs - 62_000,
});
/** Over and done with. */
const probe = alarm({
  id: 'probe-fault:T4#5',
  code: 'probe-fault',
  subject: 'T4',
  priority: 'medium',
  kind: 'technical',
  raisedMs: nowMs - 800_000,
  clearedMs: nowMs - 742_000,
  acknowledgedMs: nowMs - 780_000,
  acknowledgedBy: by,
});

const threeFaults: Partial<RunView> = {
  ...unheated,
  alarms: [hot, air, slow, slowToo],
  alarmSystem: {
    ...calmRun.alarmSystem,
    sound: { ...calmRun.alarmSystem.sound, state: 'sounding', priority: 'high', sinceMs: hot.raisedMs },
    history: [probe, slow, slowToo, air, hot],
    figures: [
      { id: hot.id, value: 43.61, limit: 43.5 },
      { id: slow.id, value: 1169, limit: 1200 },
      { id: slowToo.id, value: 1169, limit: 1350 },
    ],
  },
  heatHeld: 'alarm',
  control: { ...calmRun.control, celsius: measured(43.04), state: 'above', sinceWallMs: wallMs - 60_000 },
  probes: withReadings({ T3: measured(43.61), T1: measured(42.9) }),
  flow: { ...calmRun.flow, mlPerMin: measured(1169) },
  primary: {
    action: 'resume-heat',
    bits: 0,
    from: 'treatment',
    blocked: 'cavity-too-hot',
    value: 43,
    carries: null,
  },
  clocks: { ...stopped, inBandStopped: 'above-band' },
  steps: steps('treatment', 0.37),
  marks: [
    ...calmRun.marks,
    { seconds: calmSeconds - 800, kind: 'alarm', label: 'medium' },
    { seconds: calmSeconds - 290, kind: 'alarm', label: 'medium' },
    { seconds: calmSeconds - 95, kind: 'alarm', label: 'high' },
    { seconds: calmSeconds - 21, kind: 'alarm', label: 'high' },
  ],
  advice: {
    now: { key: 'heat-held', values: { reason: 'alarm' } },
    next: { key: 'next-resume-heat', values: {} },
  },
};

const trend = sampleTrend({ ...calmStory, hotT3: true });

/** Three faults in one treatment: one is on, one is acknowledged and persists, one is over and latched. */
export const threeFaultSamples: readonly Sample[] = [
  inRun('three-faults', threeFaults, trend),
  inRun(
    'three-faults-latched-first',
    {
      ...threeFaults,
      alarms: [air, slow, slowToo],
      alarmSystem: {
        ...calmRun.alarmSystem,
        sound: { ...calmRun.alarmSystem.sound, state: 'paused', priority: 'high', secondsLeft: 71 },
        history: [probe, slow, slowToo, air],
        figures: threeFaults.alarmSystem?.figures ?? [],
      },
      ...stillCalm(),
    },
    trend,
  ),
];

/** The figures of a calm treatment, with the flow still low. */
function stillCalm(): Partial<RunView> {
  const { control, probes, heatHeld, heater, primary, clocks, advice } = calmRun;
  return { control, probes, heatHeld, heater, primary, clocks, advice };
}
