import type { ConsoleView, ProbeView, RunView, TrendUpdate } from '../../electron/contract/view.ts';
import { measured, missing, type Reading } from '../../electron/domain/reading.ts';
import {
  alarm,
  calmRun,
  calmSeconds,
  hotCavity,
  identity,
  kept,
  marksUntil,
  preset,
  rig,
  steps,
  treatmentCase,
  wallMs,
} from './support/sample-run.ts';
import { sampleStarts, sampleTrend, type TrendStory } from './support/sample-trend.ts';

/** Everything a screen can be shown: one view and the trend that goes with it. */
export interface Sample {
  readonly name: string;
  readonly view: ConsoleView;
  readonly trend: TrendUpdate;
}

const noTrend: TrendUpdate = { generation: 0, bucketSeconds: 1, from: 0, rows: [] };

const base: ConsoleView = {
  host: 'electron',
  consoleVersion: '0.1.0',
  wallMs,
  stage: 'run',
  rig,
  setup: {
    presets: [
      preset,
      { ...preset, name: '43.0 °C × 60 min', targetCelsius: 43, version: 1 },
      { ...preset, name: '42.0 °C × 90 min', targetCelsius: 42, minutes: 90, version: 1 },
      { ...preset, name: '43.0 °C × 30 min', targetCelsius: 43, minutes: 30, version: 1 },
    ],
    presetProblems: [],
    draftCase: null,
    draftPresetName: null,
  },
  run: calmRun,
};

const calmStory: TrendStory = { seconds: calmSeconds, t3Open: [2010, 2100] };
const calmTrend = sampleTrend(calmStory);

const inRun = (
  name: string,
  run: Partial<RunView>,
  trend = calmTrend,
  view: Partial<ConsoleView> = {},
): Sample => ({
  name,
  view: { ...base, ...view, run: { ...calmRun, ...run } },
  trend,
});

/** A run in an earlier phase, `seconds` after it began. */
function early(name: string, phase: RunView['phase'], seconds: number, run: Partial<RunView>): Sample {
  const before: Partial<RunView> = {
    phase,
    sessionSeconds: seconds,
    steps: steps(phase, null),
    marks: marksUntil(seconds),
    clocks: {
      plannedSeconds: 3600,
      elapsedSeconds: null,
      inBandSeconds: null,
      drugInCavitySeconds: null,
      leftSeconds: 3600,
      inBandStopped: 'not-started',
    },
    offered: [{ action: 'end-run', needsName: false }],
    events: kept(seconds, [{ type: 'phase', from: null, to: phase, cause: '' }]),
    durableSeq: 1,
    volume: { inCavityMl: 0, planMl: 3000, largestMl: 4000, inMl: 0, outMl: 0, reservoirMl: measured(4450) },
    interventions: { ...calmRun.interventions, 'drain-now': false },
    probes: withReadings({
      T1: run.control?.celsius ?? measured(23.4),
      T2: measured(24.31),
      T3: measured(24.62),
      T4: measured(24.94),
    }),
    ...run,
  };
  return inRun(name, before, sampleTrend({ seconds }));
}

/** A run after treatment. */
const late = (name: string, phase: RunView['phase'], round: number, run: Partial<RunView>): Sample =>
  inRun(
    name,
    {
      phase,
      sessionSeconds: 5600,
      steps: steps(phase, null, round),
      marks: marksUntil(5600),
      heater: { ...calmRun.heater, requested: false, inForce: false, powerPercent: measured(0) },
      control: { ...calmRun.control, state: 'not-judged' },
      clocks: {
        plannedSeconds: 3600,
        elapsedSeconds: 3611,
        inBandSeconds: 3600,
        drugInCavitySeconds: 3820,
        leftSeconds: 0,
        inBandStopped: 'ended',
      },
      offered: [],
      ...run,
    },
    sampleTrend({ seconds: 5600, t3Open: [2010, 2100] }),
  );

/** The calm probes with other readings. */
const withReadings = (readings: Readonly<Record<string, Reading>>): ProbeView[] =>
  calmRun.probes.map((probe) => ({ ...probe, celsius: readings[probe.id] ?? probe.celsius }));

const unheated: Partial<RunView> = {
  heater: { ...calmRun.heater, requested: false, inForce: false, powerPercent: measured(0) },
};
const standing: Partial<RunView> = {
  ...unheated,
  flow: { ...calmRun.flow, mlPerMin: measured(0), requestedMlPerMin: 0, inForceMlPerMin: 0 },
};
const stopped = { ...calmRun.clocks, inBandStopped: 'not-circulating' as const };
const lostReading = missing('link-lost');
const unseen: Partial<RunView> = {
  control: { ...calmRun.control, celsius: lostReading, state: 'unknown' },
  probes: calmRun.probes.map((probe) => ({ ...probe, celsius: lostReading })),
  coreCelsius: lostReading,
  flow: { ...calmRun.flow, mlPerMin: lostReading, inForceMlPerMin: null },
  inflowLinePressureMmHg: lostReading,
  heater: { ...calmRun.heater, inForce: null, powerPercent: lostReading, setpointInForceCelsius: null },
  mode: { requested: 'circulate', inForce: null },
  clocks: { ...calmRun.clocks, inBandStopped: 'link-lost' },
};
const linkLost = alarm({
  code: 'link-lost',
  priority: 'high',
  kind: 'technical',
  unit: 'seconds',
  value: 1.2,
  limit: 1,
});

const setupSamples: Sample[] = [
  {
    name: 'setup-empty',
    view: {
      ...base,
      stage: 'setup',
      run: null,
      rig: {
        ...rig,
        link: 'connecting',
        identity: null,
        state: null,
        port: '/dev/ttyUSB0',
        problem:
          'Cannot open /dev/ttyUSB0: no permission. Add this user to the group dialout (sudo usermod -aG dialout $USER), then sign in again.',
      },
      setup: {
        ...base.setup,
        presetProblems: ['hot.json: targetCelsius 60 is above 43.5. Set it between 40.0 and 43.5 °C.'],
      },
    },
    trend: noTrend,
  },
  {
    name: 'setup-filled',
    view: {
      ...base,
      stage: 'setup',
      run: null,
      rig: { ...rig, state: 'standby' },
      setup: { ...base.setup, draftCase: treatmentCase, draftPresetName: preset.name },
    },
    trend: noTrend,
  },
];

const earlySamples: Sample[] = [
  early('self-test', 'self-test', 25, {
    control: { ...calmRun.control, celsius: measured(23.4), site: 'inflow', state: 'not-judged' },
    advice: {
      now: { key: 'self-test-running', values: {} },
      next: { key: 'next-confirm-prime', values: {} },
    },
    steps: steps('self-test', 0.5),
    primary: { action: 'advance', bits: 0, from: 'self-test', blocked: 'not-ready', value: null },
    ...standing,
    selfTest: [
      { check: 'link', state: 'passed', detail: '20 replies in a row' },
      { check: 'probes', state: 'passed', detail: 'cavity probes differ by 0.12 °C' },
      { check: 'pump', state: 'passed', detail: '1487 mL/min of 1500 asked' },
      { check: 'heater', state: 'running', detail: '' },
      { check: 'watchdog', state: 'waiting', detail: '' },
      { check: 'rest', state: 'waiting', detail: '' },
    ],
  }),
  early('self-test-failed', 'self-test', 40, {
    control: { ...calmRun.control, celsius: measured(23.4), site: 'inflow', state: 'not-judged' },
    advice: { now: { key: 'self-test-failed', values: {} }, next: null },
    primary: { action: 'advance', bits: 0, from: 'self-test', blocked: 'not-ready', value: null },
    ...standing,
    selfTest: [
      { check: 'link', state: 'passed', detail: '20 replies in a row' },
      { check: 'probes', state: 'failed', detail: 'T4 open' },
      { check: 'pump', state: 'waiting', detail: '' },
      { check: 'heater', state: 'waiting', detail: '' },
      { check: 'watchdog', state: 'waiting', detail: '' },
      { check: 'rest', state: 'waiting', detail: '' },
    ],
  }),
  early('prime', 'prime', 190, {
    control: { ...calmRun.control, celsius: measured(23.41), site: 'inflow', state: 'not-judged' },
    advice: { now: { key: 'priming', values: {} }, next: { key: 'next-confirm-preheat', values: {} } },
    primary: { action: 'advance', bits: 0, from: 'prime', blocked: null, value: null },
    mode: { requested: 'prime', inForce: 'prime' },
    ...unheated,
  }),
  early('preheat', 'preheat', 430, {
    control: { ...calmRun.control, celsius: measured(38.92), site: 'inflow', state: 'below' },
    advice: {
      now: { key: 'preheating', values: { seconds: 30 } },
      next: { key: 'next-confirm-fill', values: {} },
    },
    primary: { action: 'advance', bits: 0, from: 'preheat', blocked: 'not-ready', value: 30 },
    mode: { requested: 'bypass', inForce: 'bypass' },
    heater: { ...calmRun.heater, powerPercent: measured(100), setpointRequestedCelsius: 42.5 },
  }),
  early('fill', 'fill', 760, {
    control: { ...calmRun.control, celsius: measured(43.9), site: 'inflow', state: 'in-band' },
    advice: { now: { key: 'filling', values: {} }, next: { key: 'next-heat-up', values: {} } },
    steps: steps('fill', 0.56),
    mode: { requested: 'fill', inForce: 'fill' },
    volume: {
      inCavityMl: 1680,
      planMl: 3000,
      largestMl: 4000,
      inMl: 1680,
      outMl: 0,
      reservoirMl: measured(2770),
    },
    interventions: calmRun.interventions,
  }),
  early('heat-up', 'heat-up', 1300, {
    control: { ...calmRun.control, celsius: measured(41.62), state: 'below' },
    probes: withReadings({
      T1: measured(44.98),
      T2: measured(41.4),
      T3: measured(41.66),
      T4: measured(41.58),
    }),
    advice: { now: { key: 'heating-up', values: {} }, next: { key: 'next-confirm-treatment', values: {} } },
    primary: { action: 'start-treatment', bits: 0, from: 'heat-up', blocked: 'not-ready', value: 60 },
    offered: [{ action: 'start-treatment', needsName: true }],
    volume: calmRun.volume,
    interventions: calmRun.interventions,
  }),
  early('may-start', 'heat-up', 1500, {
    control: { ...calmRun.control, celsius: measured(42.4) },
    probes: calmRun.probes,
    advice: {
      now: { key: 'treatment-may-start', values: {} },
      next: { key: 'next-confirm-treatment', values: {} },
    },
    primary: { action: 'start-treatment', bits: 0, from: 'heat-up', blocked: null, value: 0 },
    offered: [],
    volume: calmRun.volume,
    interventions: calmRun.interventions,
  }),
];

const treatmentSamples: Sample[] = [
  inRun('treatment-calm', {}),
  inRun(
    'treatment-long-names',
    {
      case: {
        ...treatmentCase,
        patient: {
          ...treatmentCase.patient,
          name: 'Maria Theresia von Hohenberg-Wittgenstein, geb. Sonnenschein-Adelmann',
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
      heatHeld: 'alarm',
      ...unheated,
      control: { ...calmRun.control, celsius: measured(43.01), state: 'above', sinceWallMs: wallMs - 60_000 },
      probes: withReadings({ T3: measured(43.52), T1: measured(41.8) }),
      primary: { action: 'resume-heat', bits: 0, from: 'treatment', blocked: 'cavity-too-hot', value: 43 },
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
    events: kept(calmSeconds, [
      {
        type: 'alarm-cleared',
        alarm: alarm({
          id: 'flow-deviation#1',
          code: 'flow-deviation',
          priority: 'low',
          unit: 'percent',
          value: 11.2,
          limit: 10,
          raisedMs: 1_900_000,
          clearedMs: 1_950_000,
        }),
      },
    ]),
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
        acknowledgedBy: 'P. Marsh',
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
        acknowledgedBy: 'P. Marsh',
      }),
    ],
    control: { ...calmRun.control, celsius: measured(41.93), state: 'below' },
    clocks: { ...calmRun.clocks, inBandStopped: 'below-band' },
  }),
  inRun('link-ageing', {}, calmTrend, { rig: { ...rig, link: 'ageing', ageMs: 620 } }),
  inRun(
    'link-lost',
    {
      ...unseen,
      alarms: [linkLost],
      heatHeld: 'link-lost',
      advice: { now: { key: 'link-lost', values: {} }, next: { key: 'next-use-machine-switch', values: {} } },
      offered: [{ action: 'end-run', needsName: false }],
    },
    sampleTrend({ ...calmStory, linkLost: [calmSeconds - 45, calmSeconds + 1] }),
    { rig: { ...rig, link: 'lost', ageMs: 4200, problem: 'No reply on simulator for 4.2 s.' } },
  ),
  inRun(
    'link-back',
    {
      ...unheated,
      alarms: [
        {
          ...linkLost,
          clearedMs: calmSeconds * 1000 - 4000,
          acknowledgedMs: calmSeconds * 1000 - 9000,
          acknowledgedBy: 'P. Marsh',
        },
      ],
      heatHeld: 'link-lost',
      clocks: stopped,
      primary: { action: 'take-command', bits: 0, from: 'treatment', blocked: null, value: null },
      offered: [{ action: 'end-run', needsName: false }],
      advice: { now: { key: 'link-back', values: {} }, next: { key: 'next-take-command', values: {} } },
    },
    sampleTrend({ ...calmStory, linkLost: [calmSeconds - 130, calmSeconds - 20] }),
  ),
  inRun('heat-held', {
    ...unheated,
    heatHeld: 'operator',
    primary: { action: 'resume-heat', bits: 0, from: 'treatment', blocked: null, value: 43 },
    interventions: { ...calmRun.interventions, 'heat-off': false },
    advice: {
      now: { key: 'heat-held', values: { reason: 'operator' } },
      next: { key: 'next-resume-heat', values: {} },
    },
  }),
  inRun('flow-held', {
    ...standing,
    heatHeld: 'operator',
    flowHeld: 'operator',
    clocks: stopped,
    primary: { action: 'resume-flow', bits: 0, from: 'treatment', blocked: null, value: null },
    interventions: { ...calmRun.interventions, 'heat-off': false, 'pause-flow': false },
    offered: [
      { action: 'end-treatment', needsName: true },
      { action: 'end-run', needsName: false },
    ],
    advice: {
      now: { key: 'flow-held', values: { reason: 'operator' } },
      next: { key: 'next-resume-flow', values: {} },
    },
  }),
  inRun('stopped', {
    ...standing,
    stopped: true,
    heatHeld: 'stop-run',
    flowHeld: 'stop-run',
    clocks: stopped,
    primary: { action: 'circulate-unheated', bits: 0, from: 'treatment', blocked: null, value: null },
    interventions: { ...calmRun.interventions, 'heat-off': false, 'pause-flow': false },
    offered: [
      { action: 'end-treatment', needsName: true },
      { action: 'end-run', needsName: false },
    ],
    advice: { now: { key: 'stopped', values: { ml: 3010 } }, next: { key: 'next-resume-flow', values: {} } },
  }),
  inRun('interlock', {
    ...standing,
    heatHeld: 'interlock',
    flowHeld: 'interlock',
    clocks: stopped,
    alarms: [
      alarm({
        code: 'rig-interlock',
        subject: 'air-in-line',
        priority: 'high',
        kind: 'technical',
        reaction: 'none',
      }),
    ],
    primary: { action: 'clear-interlocks', bits: 0b1000, from: 'treatment', blocked: null, value: null },
    mode: { requested: 'circulate', inForce: 'bypass' },
    flow: { ...calmRun.flow, mlPerMin: measured(0), requestedMlPerMin: 1500, inForceMlPerMin: 0 },
    advice: {
      now: { key: 'flow-held', values: { reason: 'interlock' } },
      next: { key: 'next-clear-interlocks', values: { interlocks: 'air-in-line' } },
    },
  }),
  inRun('plan-elapsed', {
    clocks: {
      ...calmRun.clocks,
      elapsedSeconds: 3604,
      inBandSeconds: 3391,
      drugInCavitySeconds: 3604,
      leftSeconds: 209,
    },
    steps: steps('treatment', 0.942),
    advice: {
      now: { key: 'plan-elapsed-question', values: { seconds: 209 } },
      next: { key: 'next-drain-confirm', values: { minutes: 60 } },
    },
    primary: { action: 'end-treatment', bits: 0, from: 'treatment', blocked: 'not-ready', value: null },
    offered: [
      { action: 'extend-until-in-band', needsName: true },
      { action: 'control-by-outflow', needsName: true },
      { action: 'end-treatment', needsName: true },
    ],
  }),
  inRun(
    'missing-probes',
    {
      probes: withReadings({ T2: missing('stuck'), T3: missing('open'), T4: missing('not-fitted') }).map(
        (probe) => (probe.id === 'T4' ? { ...probe, site: 'not-used' } : probe),
      ),
      case: { ...treatmentCase, probeSites: ['inflow', 'outflow', 'cavity-upper', 'not-used'] },
      control: { ...calmRun.control, celsius: missing('no-value'), state: 'unknown' },
      coreCelsius: missing('not-fitted'),
      cavityPressureMmHg: measured(12),
      flow: { ...calmRun.flow, outflowMlPerMin: measured(1480) },
      heatHeld: 'control-temperature-unknown',
      ...unheated,
      clocks: { ...calmRun.clocks, inBandStopped: 'temperature-unknown' },
      alarms: [
        alarm({
          code: 'control-temperature-unknown',
          priority: 'high',
          kind: 'technical',
          reaction: 'heater-off',
        }),
      ],
      offered: [
        { action: 'control-by-outflow', needsName: true },
        { action: 'end-treatment', needsName: true },
      ],
      advice: { now: { key: 'control-unknown', values: {} }, next: null },
    },
    sampleTrend({ ...calmStory, t3Open: [calmSeconds - 200, calmSeconds + 1], notUsed: [3] }),
  ),
];

const lateSamples: Sample[] = [
  late('drain', 'drain', 1, {
    mode: { requested: 'drain', inForce: 'drain' },
    volume: { ...calmRun.volume, inCavityMl: 1210, outMl: 1800 },
    flow: { ...calmRun.flow, mlPerMin: measured(988), requestedMlPerMin: 1000, inForceMlPerMin: 1000 },
    advice: {
      now: { key: 'draining', values: { ml: 1210 } },
      next: { key: 'next-confirm-rinse', values: {} },
    },
    primary: { action: 'advance', bits: 0, from: 'drain', blocked: 'still-in-cavity', value: 1210 },
  }),
  late('rinse', 'rinse', 2, {
    mode: { requested: 'rinse', inForce: 'rinse' },
    volume: { ...calmRun.volume, inCavityMl: 420, outMl: 5000, inMl: 5420 },
    steps: steps('rinse', 0.42, 2),
    advice: {
      now: { key: 'rinsing', values: { ml: 420, plan: 1000 } },
      next: { key: 'next-rinse-drain', values: {} },
    },
  }),
  late('disconnect', 'disconnect', 1, {
    ...standing,
    mode: { requested: 'standby', inForce: 'standby' },
    volume: { ...calmRun.volume, inCavityMl: 60, inMl: 5010, outMl: 4950 },
    advice: { now: { key: 'disconnecting', values: {} }, next: { key: 'next-confirm-complete', values: {} } },
    primary: { action: 'advance', bits: 0, from: 'disconnect', blocked: null, value: null },
  }),
];

const finished = late('review-completed', 'complete', 1, {
  outcome: 'completed',
  volume: { ...calmRun.volume, inCavityMl: 60, inMl: 5010, outMl: 4950 },
  files: {
    folder: '/home/console/isotherm/runs/2026-03-02-0012',
    report: 'report.pdf',
    samples: 'samples.csv',
    summary: 'summary.json',
    problem: null,
  },
});
const review = (sample: Sample, name: string, run: Partial<RunView>): Sample => ({
  ...sample,
  name,
  view: {
    ...sample.view,
    stage: 'review',
    run: sample.view.run === null ? null : { ...sample.view.run, ...run },
  },
});

export const samples: readonly Sample[] = [
  ...setupSamples,
  ...earlySamples,
  ...treatmentSamples,
  ...lateSamples,
  review(finished, 'review-completed', {}),
  review(finished, 'review-problem', {
    outcome: 'aborted',
    files: {
      folder: '/home/console/isotherm/runs/2026-03-02-0012',
      report: null,
      samples: 'samples.csv',
      summary: 'summary.json',
      problem: 'report.pdf was not written: no space left on the disk. Free some space, then export again.',
    },
  }),
];

export const sample = (name: string): Sample => {
  const found = samples.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no sample view "${name}"; see test/renderer/sample-views.ts`);
  return found;
};
