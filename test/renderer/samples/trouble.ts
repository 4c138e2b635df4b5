import { typedActor } from '../../../electron/domain/actor.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import { alarm, calmRun, calmSeconds, rig, steps, treatmentCase } from '../support/sample-run.ts';
import { sampleTrend } from '../support/sample-trend.ts';
import {
  calmStory,
  calmTrend,
  inRun,
  linkLost,
  type Sample,
  standing,
  stopped,
  unheated,
  unseen,
  withReadings,
} from './base.ts';

export const troubleSamples: Sample[] = [
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
          acknowledgedBy: typedActor('A. Perfusionist'),
        },
      ],
      heatHeld: 'link-lost',
      clocks: stopped,
      primary: {
        action: 'take-command',
        bits: 0,
        from: 'treatment',
        blocked: null,
        value: null,
        carries: 'as-in-force',
      },
      offered: [{ action: 'end-run', needsName: false }],
      advice: { now: { key: 'link-back', values: {} }, next: { key: 'next-take-command', values: {} } },
    },
    sampleTrend({ ...calmStory, linkLost: [calmSeconds - 130, calmSeconds - 20] }),
  ),
  inRun('heat-held', {
    ...unheated,
    heatHeld: 'operator',
    primary: { action: 'resume-heat', bits: 0, from: 'treatment', blocked: null, value: 43, carries: null },
    interventions: { ...calmRun.interventions, 'heat-off': false },
    advice: {
      now: { key: 'heat-held', values: { reason: 'operator' } },
      next: { key: 'next-resume-heat', values: {} },
    },
  }),
  inRun('inflow-contradicted', {
    ...unheated,
    alarms: [
      alarm({
        code: 'inflow-contradicted',
        subject: 'T1',
        priority: 'medium',
        kind: 'technical',
        unit: 'kelvin',
        value: -0.82,
        limit: -0.8,
        worst: -1.21,
        reaction: 'heater-off',
      }),
    ],
    heatHeld: 'inflow-contradicted',
    primary: {
      action: 'resume-heat',
      bits: 0,
      from: 'treatment',
      blocked: 'inflow-contradicted',
      value: null,
      carries: null,
    },
    interventions: { ...calmRun.interventions, 'heat-off': false },
    advice: {
      now: { key: 'heat-held', values: { reason: 'inflow-contradicted' } },
      next: { key: 'next-resume-heat', values: {} },
    },
  }),
  inRun('flow-held', {
    ...standing,
    heatHeld: 'operator',
    flowHeld: 'operator',
    clocks: stopped,
    primary: { action: 'resume-flow', bits: 0, from: 'treatment', blocked: null, value: null, carries: null },
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
    primary: {
      action: 'circulate-unheated',
      bits: 0,
      from: 'treatment',
      blocked: null,
      value: null,
      carries: null,
    },
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
        code: 'interlock-air-in-line',
        priority: 'high',
        kind: 'technical',
        reaction: 'none',
      }),
    ],
    primary: {
      action: 'clear-interlocks',
      bits: 0b1000,
      from: 'treatment',
      blocked: null,
      value: null,
      carries: null,
    },
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
    primary: {
      action: 'end-treatment',
      bits: 0,
      from: 'treatment',
      blocked: 'not-ready',
      value: null,
      carries: null,
    },
    offered: [
      { action: 'extend-until-in-band', needsName: true },
      { action: 'control-by-outflow', needsName: true },
      { action: 'end-treatment', needsName: true },
    ],
  }),
  inRun('probe-ignored', {
    probes: withReadings({ T3: missing('ignored') }).map((probe) =>
      probe.id === 'T3' ? { ...probe, ignored: { secondsLeft: 252, celsius: 43.87 } } : probe,
    ),
    control: { ...calmRun.control, alone: { probe: 'T4', addedKelvin: 0.03 } },
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
  inRun('disk-low', {
    alarms: [
      alarm({
        code: 'storage-low',
        priority: 'low',
        kind: 'technical',
        unit: 'megabytes',
        value: 99.4,
        limit: 100,
      }),
    ],
  }),
];
