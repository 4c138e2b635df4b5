import type { RunView } from '../../../electron/contract/view.ts';
import { measured } from '../../../electron/domain/reading.ts';
import { calmRun, steps } from '../support/sample-run.ts';
import { early, type Sample, standing, unheated, withReadings } from './base.ts';

const slowFlow: Partial<RunView> = {
  flow: { ...calmRun.flow, mlPerMin: measured(598), requestedMlPerMin: 600, inForceMlPerMin: 600 },
  setFlow: { ...calmRun.setFlow, plannedMlPerMin: 600, mlPerMin: 600 },
};

const heatingUp = (
  name: string,
  seconds: number,
  estimate: RunView['estimate'],
  run: Partial<RunView> = {},
): Sample =>
  early(name, 'heat-up', seconds, {
    control: { ...calmRun.control, celsius: measured(41.12), state: 'below' },
    probes: withReadings({
      T1: measured(44.98),
      T2: measured(40.9),
      T3: measured(41.16),
      T4: measured(41.08),
    }),
    advice: { now: { key: 'heating-up', values: {} }, next: { key: 'next-confirm-treatment', values: {} } },
    primary: {
      action: 'start-treatment',
      bits: 0,
      from: 'heat-up',
      blocked: 'not-ready',
      value: 60,
      carries: null,
    },
    offered: [{ action: 'start-treatment', needsName: true }],
    volume: calmRun.volume,
    interventions: calmRun.interventions,
    estimate,
    setFlow: calmRun.setFlow,
    balance: calmRun.balance,
    ...run,
  });

export const earlySamples: Sample[] = [
  early('self-test', 'self-test', 25, {
    control: { ...calmRun.control, celsius: measured(23.4), site: 'inflow', state: 'not-judged' },
    advice: {
      now: { key: 'self-test-running', values: {} },
      next: { key: 'next-confirm-prime', values: { ml: 3800 } },
    },
    steps: steps('self-test', 0.5),
    primary: {
      action: 'advance',
      bits: 0,
      from: 'self-test',
      blocked: 'not-ready',
      value: null,
      carries: null,
    },
    ...standing,
    probesAtRest: null,
    selfTest: [
      { check: 'link', state: 'passed', detail: '20 replies in a row' },
      { check: 'probes', state: 'running', detail: '' },
      { check: 'interlocks', state: 'waiting', detail: '' },
    ],
  }),
  early('self-test-passed', 'self-test', 30, {
    control: { ...calmRun.control, celsius: measured(23.4), site: 'inflow', state: 'not-judged' },
    advice: {
      now: { key: 'self-test-passed', values: {} },
      next: { key: 'next-confirm-prime', values: { ml: 3800 } },
    },
    primary: { action: 'advance', bits: 0, from: 'self-test', blocked: null, value: null, carries: null },
    ...standing,
    selfTest: [
      { check: 'link', state: 'passed', detail: '20 replies in a row' },
      { check: 'probes', state: 'passed', detail: 'cavity probes differ by 0.12 °C' },
      { check: 'interlocks', state: 'passed', detail: 'heater and pump off, no interlock' },
    ],
  }),
  early('self-test-failed', 'self-test', 40, {
    control: { ...calmRun.control, celsius: measured(23.4), site: 'inflow', state: 'not-judged' },
    advice: { now: { key: 'self-test-failed', values: {} }, next: null },
    primary: {
      action: 'advance',
      bits: 0,
      from: 'self-test',
      blocked: null,
      value: null,
      carries: null,
    },
    ...standing,
    selfTest: [
      { check: 'link', state: 'passed', detail: '20 replies in a row' },
      { check: 'probes', state: 'failed', detail: 'T4 open' },
      { check: 'interlocks', state: 'waiting', detail: '' },
    ],
  }),
  early('prime', 'prime', 190, {
    control: { ...calmRun.control, celsius: measured(23.41), site: 'inflow', state: 'not-judged' },
    advice: { now: { key: 'priming', values: {} }, next: { key: 'next-confirm-machine-test', values: {} } },
    primary: { action: 'advance', bits: 0, from: 'prime', blocked: null, value: null, carries: null },
    mode: { requested: 'prime', inForce: 'prime' },
    ...unheated,
  }),
  early('machine-test', 'machine-test', 240, {
    control: { ...calmRun.control, celsius: measured(24.9), site: 'inflow', state: 'not-judged' },
    advice: {
      now: { key: 'machine-testing', values: {} },
      next: { key: 'next-confirm-preheat', values: {} },
    },
    steps: steps('machine-test', 0.25),
    primary: {
      action: 'advance',
      bits: 0,
      from: 'machine-test',
      blocked: 'not-ready',
      value: null,
      carries: null,
    },
    mode: { requested: 'bypass', inForce: 'bypass' },
    selfTest: [
      { check: 'pump', state: 'passed', detail: '1487 mL/min of 1500 asked' },
      { check: 'heater', state: 'running', detail: '' },
      { check: 'watchdog', state: 'waiting', detail: '' },
      { check: 'rest', state: 'waiting', detail: '' },
    ],
  }),
  early('preheat', 'preheat', 430, {
    control: { ...calmRun.control, celsius: measured(38.92), site: 'inflow', state: 'below' },
    advice: {
      now: { key: 'preheating', values: { seconds: 30 } },
      next: { key: 'next-confirm-fill', values: {} },
    },
    primary: { action: 'advance', bits: 0, from: 'preheat', blocked: 'not-ready', value: 30, carries: null },
    mode: { requested: 'bypass', inForce: 'bypass' },
    heater: { ...calmRun.heater, powerPercent: measured(100), setpointRequestedCelsius: 42.5 },
  }),
  early('fill', 'fill', 760, {
    control: { ...calmRun.control, celsius: measured(43.9), site: 'inflow', state: 'in-band' },
    advice: { now: { key: 'filling', values: {} }, next: { key: 'next-confirm-circulate', values: {} } },
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
  heatingUp('heat-up', 1300, {
    state: 'reachable',
    secondsToBand: { likely: 482, low: 371, high: 655 },
    reachCelsius: { likely: 43.12, low: 42.8, high: 43.5 },
  }),
  heatingUp('heat-up-gathering', 880, { state: 'none', why: 'gathering' }),
  heatingUp('heat-up-held', 880, { state: 'none', why: 'not-heating' }, { heatHeld: 'core-too-hot' }),
  heatingUp('heat-up-open-ended', 1300, {
    state: 'reachable',
    secondsToBand: { likely: 1730, low: 1260, high: null },
    reachCelsius: { likely: 42.4, low: 41.9, high: 42.9 },
  }),
  heatingUp(
    'heat-up-out-of-reach',
    1300,
    {
      state: 'unreachable',
      reachCelsius: { likely: 41.62, low: 41.3, high: 41.9 },
      helpfulFlowMlPerMin: 1080,
      limitedBy: 'flow',
    },
    slowFlow,
  ),
  heatingUp('heat-up-heater-limit', 1300, {
    state: 'unreachable',
    reachCelsius: { likely: 41.12, low: 40.7, high: 41.5 },
    helpfulFlowMlPerMin: null,
    limitedBy: 'heater',
  }),
  early('may-start', 'heat-up', 1500, {
    control: { ...calmRun.control, celsius: measured(42.4) },
    probes: calmRun.probes,
    advice: {
      now: { key: 'treatment-may-start', values: {} },
      next: { key: 'next-confirm-treatment', values: {} },
    },
    primary: { action: 'start-treatment', bits: 0, from: 'heat-up', blocked: null, value: 0, carries: null },
    offered: [],
    volume: calmRun.volume,
    interventions: calmRun.interventions,
  }),
];
