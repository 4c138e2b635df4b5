import type { RunView } from '../../../electron/contract/view.ts';
import { measured } from '../../../electron/domain/reading.ts';
import { calmRun, steps } from '../support/sample-run.ts';
import { atRest, late, type Sample, standing } from './base.ts';
import { eventful } from './history.ts';

const ending: Sample[] = [
  late('drain', 'drain', 1, {
    plan: { ...calmRun.plan, target: { ...calmRun.plan.target, mayChange: false }, mayExtend: false },
    mode: { requested: 'drain', inForce: 'drain' },
    volume: { ...calmRun.volume, inCavityMl: 1210, outMl: 1800 },
    flow: { ...calmRun.flow, mlPerMin: measured(988), requestedMlPerMin: 1000, inForceMlPerMin: 1000 },
    advice: {
      now: { key: 'draining', values: { ml: 1210 } },
      next: { key: 'next-confirm-rinse', values: {} },
    },
    primary: {
      action: 'advance',
      bits: 0,
      from: 'drain',
      blocked: 'still-in-cavity',
      value: 1210,
      carries: null,
    },
  }),
  late('rinse-asks', 'rinse', 1, {
    ...standing,
    mode: { requested: 'standby', inForce: 'standby' },
    volume: { ...calmRun.volume, inCavityMl: 60, outMl: 4950 },
    steps: steps('rinse', 0, 1),
    advice: {
      now: { key: 'rinse-asks', values: {} },
      next: { key: 'next-confirm-fresh-fluid', values: {} },
    },
    primary: {
      action: 'confirm-fresh-fluid',
      bits: 0,
      from: 'rinse',
      blocked: null,
      value: null,
      carries: null,
    },
    offered: [
      { action: 'skip-rinses', needsName: false },
      { action: 'end-run', needsName: false },
    ],
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
    advice: { now: { key: 'disconnecting', values: {} }, next: { key: 'next-measure-drain', values: {} } },
    primary: { action: 'advance', bits: 0, from: 'disconnect', blocked: null, value: null, carries: null },
  }),
];

/** With a dialogue over it. */
const asking = (name: string, of: string, press: string): Sample => {
  const found = ending.find((one) => one.name === of);
  if (found === undefined) throw new Error(`no sample "${of}"`);
  return { ...found, name, press: [`[data-action="${press}"]`] };
};

export const lateSamples: Sample[] = [
  ...ending,
  asking('fluid-by-hand', 'drain', 'record-fluid'),
  asking('drain-measured', 'disconnect', 'record-reading'),
];

const finished = late('review-completed', 'complete', 1, {
  outcome: 'completed',
  balance: {
    ...calmRun.balance,
    byHandInMl: 500,
    byHandOutMl: 320,
    filledMl: 5010,
    drainedMl: 4950,
    notRecoveredMl: 240,
    drainMeasuredMl: 5100,
    notRecoveredByMeasureMl: 90,
  },
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
    machine: { ...atRest, alarmSystem: null },
    run: sample.view.run === null ? null : { ...sample.view.run, ...run },
  },
});

export const reviewSamples: Sample[] = [
  review(finished, 'review-completed', {}),
  { ...review(finished, 'review-alarms', eventful), press: ['[data-view="history"]'] },
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
