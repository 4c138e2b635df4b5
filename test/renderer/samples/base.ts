import type { Replies } from '../../../electron/contract/channels.ts';
import type { ConsoleView, ProbeView, RunView, TrendUpdate } from '../../../electron/contract/view.ts';
import { measured, missing, type Reading } from '../../../electron/domain/reading.ts';
import { somebodySignedIn } from '../../support/nobody.ts';
import { theatreView } from '../../support/site.ts';
import {
  alarm,
  calmRun,
  calmSeconds,
  kept,
  marksUntil,
  preset,
  rig,
  steps,
  wallMs,
} from '../support/sample-run.ts';
import { sampleTrend, type TrendStory } from '../support/sample-trend.ts';

/** Everything a screen can be shown: one view and the trend that goes with it. */
export interface Sample {
  readonly name: string;
  readonly view: ConsoleView;
  readonly trend: TrendUpdate;
  /** Pressed one after the other, once the screen is drawn: selectors. */
  readonly press?: readonly string[];
  /** What main answers to what is asked by that. */
  readonly answers?: Partial<Replies>;
}

export const noTrend: TrendUpdate = { generation: 0, bucketSeconds: 1, from: 0, rows: [] };

/** A machine that does what the run asks. */
export const machine: ConsoleView['machine'] = {
  authority: 'commanding',
  inForce: {
    mode: 'circulate',
    heaterEnable: true,
    pumpEnable: true,
    flowMlPerMin: { value: 1500, missing: null },
  },
  probesFitted: [true, true, true, true],
  probesCelsius: [measured(45), measured(41.9), measured(42.6), measured(42.4)],
  doing: 'circulating',
  standingDownSeconds: null,
  anotherConsole: false,
  fault: null,
  alarms: [],
  alarmSystem: null,
  offers: {
    off: false,
    'circulate-unheated': false,
    drain: false,
    'end-drain': false,
    'clear-interlocks': false,
  },
  interlockBits: 0,
  rescue: null,
  drainUnfinished: false,
};

/** One that has let go of everything. */
export const atRest: ConsoleView['machine'] = {
  ...machine,
  authority: 'reading',
  inForce: {
    mode: 'standby',
    heaterEnable: false,
    pumpEnable: false,
    flowMlPerMin: { value: 0, missing: null },
  },
  doing: 'stood-down',
  alarmSystem: calmRun.alarmSystem,
};
/** One that was never heard. */
export const unheard: ConsoleView['machine'] = {
  ...atRest,
  inForce: null,
  probesCelsius: null,
  doing: 'unknown',
};

export const base: ConsoleView = {
  host: 'electron',
  consoleVersion: '0.1.0',
  wallMs,
  stage: 'run',
  rig,
  machine,
  recovery: null,
  fluid: null,
  storage: { freeMegabytes: 96_000, neededMegabytes: 200 },
  setup: {
    presets: [
      preset,
      { ...preset, name: '43.0 °C × 60 min', targetCelsius: 43, version: 1 },
      { ...preset, name: '42.0 °C × 90 min', targetCelsius: 42, minutes: 90, version: 1 },
      { ...preset, name: '43.0 °C × 30 min', targetCelsius: 43, minutes: 30, version: 1 },
    ],
    templates: [],
    presetProblems: [],
    draftCase: null,
    draftPresetName: null,
    site: theatreView,
  },
  run: calmRun,
  access: somebodySignedIn,
  worklistRevision: 0,
};

export const calmStory: TrendStory = { seconds: calmSeconds, t3Open: [2010, 2100] };
export const calmTrend = sampleTrend(calmStory);

export const inRun = (
  name: string,
  run: Partial<RunView>,
  trend = calmTrend,
  view: Partial<ConsoleView> = {},
): Sample => ({
  name,
  view: { ...base, ...view, run: { ...calmRun, holds: holdsOf(run), ...run } },
  trend,
});

/** What is held is in force, but for a lost link. */
const holdsOf = ({ heatHeld, flowHeld, mode }: Partial<RunView>): RunView['holds'] => {
  const stands = mode?.inForce === null ? 'not-sent' : 'in-force';
  return { heat: heatHeld ? stands : null, flow: flowHeld ? stands : null };
};

const noVolumes: RunView['balance'] = {
  filledMl: 0,
  addedMl: 0,
  drainedMl: 0,
  circulationMl: 0,
  byHandInMl: 0,
  byHandOutMl: 0,
  drainMeasuredMl: null,
  notRecoveredMl: 0,
  notRecoveredByMeasureMl: null,
  inCavityMl: 0,
  inCavity: { ml: 0, uncertaintyMl: 0 },
  beforeMl: 0,
};

/** Nothing has been held yet. */
export const notJudged: RunView['precision'] = {
  control: {
    elapsedSeconds: null,
    inBandSeconds: null,
    inBandShare: null,
    meanCelsius: null,
    sdCelsius: null,
    minCelsius: null,
    maxCelsius: null,
    worstDeviationCelsius: null,
    worstAtSeconds: null,
  },
  flow: { meanMlPerMin: null, sdMlPerMin: null, inBandShare: null, worstDeviationShare: null },
};

/** A run in an earlier phase, `seconds` after it began. */
export function early(name: string, phase: RunView['phase'], seconds: number, run: Partial<RunView>): Sample {
  const before: Partial<RunView> = {
    phase,
    sessionSeconds: seconds,
    steps: steps(phase, null),
    marks: marksUntil(seconds),
    clocks: {
      plannedSeconds: 3600,
      ruling: 'in-band',
      elapsedSeconds: null,
      inBandSeconds: null,
      drugInCavitySeconds: null,
      leftSeconds: 3600,
      inBandStopped: 'not-started',
    },
    precision: notJudged,
    setFlow: { ...calmRun.setFlow, mayChange: false },
    plan: { ...calmRun.plan, target: { ...calmRun.plan.target, mayChange: false }, mayExtend: false },
    drugNeedsTwo: true,
    balance: noVolumes,
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
export const late = (name: string, phase: RunView['phase'], round: number, run: Partial<RunView>): Sample =>
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
        ruling: 'in-band',
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
export const withReadings = (readings: Readonly<Record<string, Reading>>): ProbeView[] =>
  calmRun.probes.map((probe) => ({ ...probe, celsius: readings[probe.id] ?? probe.celsius }));

export const unheated: Partial<RunView> = {
  heater: { ...calmRun.heater, requested: false, inForce: false, powerPercent: measured(0) },
};
export const standing: Partial<RunView> = {
  ...unheated,
  flow: { ...calmRun.flow, mlPerMin: measured(0), requestedMlPerMin: 0, inForceMlPerMin: 0 },
};
export const stopped = { ...calmRun.clocks, inBandStopped: 'not-circulating' as const };
export const lostReading = missing('link-lost');
export const unseen: Partial<RunView> = {
  control: { ...calmRun.control, celsius: lostReading, state: 'unknown' },
  probes: calmRun.probes.map((probe) => ({ ...probe, celsius: lostReading })),
  coreCelsius: lostReading,
  flow: { ...calmRun.flow, mlPerMin: lostReading, inForceMlPerMin: null },
  inflowLinePressureMmHg: lostReading,
  heater: { ...calmRun.heater, inForce: null, powerPercent: lostReading, setpointInForceCelsius: null },
  mode: { requested: 'circulate', inForce: null },
  clocks: { ...calmRun.clocks, inBandStopped: 'link-lost' },
};
export const linkLost = alarm({
  code: 'link-lost',
  priority: 'high',
  kind: 'technical',
  unit: 'seconds',
  value: 1.2,
  limit: 1,
});
