import type { AdditionView, RunView } from '../../../electron/contract/view.ts';
import { typedActor } from '../../../electron/domain/actor.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import {
  alarm,
  calmRun,
  calmSeconds,
  hotCavity,
  identity,
  preset,
  rig,
  steps,
  treatmentCase,
  wallMs,
} from '../support/sample-run.ts';
import { sampleStarts, sampleTrend } from '../support/sample-trend.ts';
import { calmStory, calmTrend, inRun, notJudged, type Sample, unheated, withReadings } from './base.ts';

const sounding: RunView['alarmSystem'] = {
  ...calmRun.alarmSystem,
  sound: { ...calmRun.alarmSystem.sound, state: 'sounding', priority: 'high' },
};
const paused: RunView['alarmSystem'] = {
  ...calmRun.alarmSystem,
  sound: { ...calmRun.alarmSystem.sound, state: 'paused', priority: 'medium', secondsLeft: 83 },
};

const overFlow = alarm({
  id: 'flow-deviation#1',
  code: 'flow-deviation',
  priority: 'low',
  unit: 'percent',
  value: 11.2,
  limit: 10,
  raisedMs: 1_900_000,
  clearedMs: 1_950_000,
});

const acknowledgedLongAgo = {
  acknowledgedMs: calmSeconds * 1000 - 60_000,
  acknowledgedBy: typedActor('A. Perfusionist'),
  raisedMs: calmSeconds * 1000 - 90_000,
};
const lostT3 = alarm({
  code: 'probe-fault',
  subject: 'T3',
  priority: 'medium',
  kind: 'technical',
  ...acknowledgedLongAgo,
});
/** T3 is open; the level stays where both were. */
const onT4Alone: Partial<RunView> = {
  probes: withReadings({ T3: missing('open'), T4: measured(42.43) }),
  control: { ...calmRun.control, celsius: measured(42.5), alone: { probe: 'T4', addedKelvin: 0.07 } },
};
const hotCore = alarm({
  id: 'core-temperature#1',
  code: 'core-temperature-high-limit',
  priority: 'high',
  unit: 'celsius',
  value: 39.6,
  limit: 39.5,
  worst: 39.7,
});

/** Read by hand every ten minutes, the last one so long ago; no probe. */
const coreRead = (readings: readonly number[], secondsAgo: number): Partial<RunView> => ({
  coreCelsius: missing('not-fitted'),
  coreJudged: 'hand',
  coreByHand: { celsius: readings.at(-1) ?? null, secondsAgo, due: secondsAgo >= 600 },
  marks: [
    ...calmRun.marks,
    ...readings.map((celsius, index) => ({
      seconds: calmSeconds - secondsAgo - 600 * (readings.length - 1 - index),
      kind: 'core' as const,
      celsius,
    })),
  ],
});

export const treatmentSamples: Sample[] = [
  inRun('treatment-calm', {}),
  inRun(
    'treatment-long-names',
    {
      case: {
        ...treatmentCase,
        patient: {
          ...treatmentCase.patient,
          familyName: 'von Hohenberg-Wittgenstein geb. Sonnenschein-Adelmann',
          givenName: 'Maria Theresia',
        },
        perfusionist: 'Christopher Montgomery-Featherstonehaugh',
        coreSite: 'oesophagus, lower third',
      },
      timeScale: 100,
      alarms: [
        alarm({
          code: 'core-temperature-medium-limit',
          priority: 'medium',
          unit: 'celsius',
          value: 39.02,
          limit: 39,
          worst: 39.1,
        }),
        alarm({
          code: 'phase-time-limit',
          subject: 'heat-up',
          priority: 'medium',
          unit: 'seconds',
          value: 1800,
          limit: 1800,
        }),
      ],
      coreCelsius: measured(39.02),
    },
    calmTrend,
    { rig: { ...rig, identity: { ...identity, serialNumber: 'HX-0477-2026-001' } } },
  ),
  inRun(
    'treatment-just-started',
    {
      sessionSeconds: sampleStarts.treatment + 30,
      clocks: {
        ...calmRun.clocks,
        elapsedSeconds: 30,
        inBandSeconds: 30,
        drugInCavitySeconds: 30,
        leftSeconds: 3570,
      },
      steps: steps('treatment', 0.01),
    },
    sampleTrend({ seconds: sampleStarts.treatment + 30 }),
  ),
  inRun(
    'treatment-high-alarm',
    {
      alarms: [hotCavity],
      alarmSystem: { ...sounding, figures: [{ id: hotCavity.id, value: 43.61, limit: 43.5 }] },
      heatHeld: 'alarm',
      ...unheated,
      control: { ...calmRun.control, celsius: measured(43.01), state: 'above', sinceWallMs: wallMs - 60_000 },
      probes: withReadings({ T3: measured(43.61), T1: measured(41.8) }),
      primary: {
        action: 'resume-heat',
        bits: 0,
        from: 'treatment',
        blocked: 'cavity-too-hot',
        value: 43,
        carries: null,
      },
      clocks: { ...calmRun.clocks, inBandStopped: 'above-band' },
      marks: [...calmRun.marks, { seconds: calmSeconds - 12, kind: 'alarm', label: 'high' }],
      advice: {
        now: { key: 'heat-held', values: { reason: 'alarm' } },
        next: { key: 'next-resume-heat', values: {} },
      },
    },
    sampleTrend({ ...calmStory, hotT3: true }),
  ),
  inRun('treatment-three-alarms', {
    alarmSystem: {
      ...paused,
      history: [overFlow],
      figures: [
        { id: 'core-temperature-low-limit#1', value: 38.55, limit: 38.5 },
        { id: 'flow-deviation-large#1', value: 22.1, limit: 20 },
        { id: 'probe-fault#1', value: null, limit: null },
      ],
    },
    alarms: [
      alarm({
        code: 'core-temperature-low-limit',
        priority: 'low',
        unit: 'celsius',
        value: 38.52,
        limit: 38.5,
      }),
      alarm({
        code: 'flow-deviation-large',
        priority: 'medium',
        unit: 'percent',
        value: 22.4,
        limit: 20,
        acknowledgedMs: calmSeconds * 1000 - 5000,
        acknowledgedBy: typedActor('A. Perfusionist'),
      }),
      alarm({ code: 'probe-fault', subject: 'T4', priority: 'medium', kind: 'technical' }),
    ],
    coreCelsius: measured(38.52),
    flow: { ...calmRun.flow, mlPerMin: measured(1164) },
    probes: withReadings({ T4: missing('open') }),
    marks: [
      ...calmRun.marks,
      { seconds: calmSeconds - 60, kind: 'alarm', label: 'low' },
      { seconds: calmSeconds - 30, kind: 'alarm', label: 'medium' },
      { seconds: calmSeconds - 12, kind: 'alarm', label: 'medium' },
    ],
  }),
  inRun('treatment-low-acknowledged', {
    alarms: [
      alarm({
        code: 'control-temperature-low',
        priority: 'low',
        unit: 'celsius',
        value: 41.96,
        limit: 42,
        acknowledgedMs: calmSeconds * 1000 - 5000,
        acknowledgedBy: typedActor('A. Perfusionist'),
      }),
    ],
    control: { ...calmRun.control, celsius: measured(41.93), state: 'below' },
    clocks: { ...calmRun.clocks, inBandStopped: 'below-band' },
  }),
  inRun('treatment-addition-ahead', { additions: additions('ahead', 449) }),
  inRun(
    'treatment-addition-due',
    {
      additions: additions('due', -12),
      alarms: [alarm({ code: 'addition-due', priority: 'low', subject: '2/3 second part, as prepared' })],
      ...coreRead([37.0, 37.2, 37.4], 640),
      coreByHand: { celsius: 37.4, secondsAgo: 640, due: true },
    },
    sampleTrend({ ...calmStory, noCore: true }),
  ),
  inRun(
    'treatment-core-by-hand-hot',
    {
      ...coreRead([37.6, 38.4, 39.7], 130),
      heatHeld: null,
      alarms: [hotCore],
      alarmSystem: { ...sounding, figures: [{ id: hotCore.id, value: 39.7, limit: 39.5 }] },
    },
    sampleTrend({ ...calmStory, noCore: true }),
  ),
  inRun(
    'treatment-core-hot',
    {
      coreCelsius: measured(39.12),
      alarms: [
        { ...hotCore, code: 'core-temperature-medium-limit', priority: 'medium', value: 39.02, limit: 39 },
      ],
      alarmSystem: { ...paused, figures: [{ id: hotCore.id, value: 39.12, limit: 39 }] },
    },
    sampleTrend({ ...calmStory, coreEnd: 39.12 }),
  ),
  inRun('treatment-acknowledged-lasts', {
    alarms: [lostT3],
    additions: additions('ahead', 449),
    ...onT4Alone,
  }),
  inRun(
    'treatment-several-acknowledged-last',
    {
      alarms: [
        { ...hotCore, ...acknowledgedLongAgo },
        lostT3,
        alarm({ code: 'flow-deviation', priority: 'low', ...acknowledgedLongAgo }),
      ],
      alarmSystem: paused,
      additions: additions('ahead', 449),
      coreCelsius: measured(39.62),
      ...onT4Alone,
    },
    sampleTrend({ ...calmStory, coreEnd: 39.62 }),
  ),
  inRun('dwell', {
    preset: { ...preset, mode: 'single-instillation' },
    phase: 'dwell',
    control: { ...calmRun.control, state: 'not-judged' },
    precision: notJudged,
    ...unheated,
    flow: { ...calmRun.flow, mlPerMin: measured(0), requestedMlPerMin: 0, inForceMlPerMin: 0 },
    mode: { requested: 'standby', inForce: 'standby' },
    setFlow: { ...calmRun.setFlow, mayChange: false },
    steps: steps('dwell', 0.37),
    clocks: { ...calmRun.clocks, inBandSeconds: 0, leftSeconds: 2249, inBandStopped: 'not-judged' },
    advice: {
      now: { key: 'dwelling', values: { seconds: 2249 } },
      next: { key: 'next-drain-confirm', values: { minutes: 60 } },
    },
  }),
];

function additions(state: AdditionView['state'], dueInSeconds: number): AdditionView[] {
  return [
    {
      label: 'first part, as prepared',
      atMinutes: 0,
      state: 'done',
      dueInSeconds: null,
      doneAtSeconds: 1531,
    },
    { label: 'second part, as prepared', atMinutes: 30, state, dueInSeconds, doneAtSeconds: null },
    {
      label: 'third part',
      atMinutes: 45,
      state: 'ahead',
      dueInSeconds: dueInSeconds + 900,
      doneAtSeconds: null,
    },
  ];
}
