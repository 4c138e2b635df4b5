import type { PhaseStep, RigView, RunView, TrendMark } from '../../../electron/contract/view.ts';
import { alone, typedActor } from '../../../electron/domain/actor.ts';
import type { Alarm } from '../../../electron/domain/alarm.ts';
import type { TreatmentCase } from '../../../electron/domain/case.ts';
import { noDrug } from '../../../electron/domain/drug.ts';
import { newLinkCounters } from '../../../electron/domain/link.ts';
import { type Phase, phases } from '../../../electron/domain/phase.ts';
import type { Preset } from '../../../electron/domain/preset.ts';
import { measured, missing } from '../../../electron/domain/reading.ts';
import type { KeptEvent, RunEvent } from '../../../electron/domain/run-event.ts';
import type { RigIdentity } from '../../../electron/domain/telemetry.ts';
import { alarmOf } from '../../support/alarm.ts';
import { shownLimits, theatre } from '../../support/site.ts';
import { sampleStarts } from './sample-trend.ts';

/** 14:32 on a day in local time, so that pictures do not depend on the time zone. */
export const wallMs = new Date(2026, 2, 2, 14, 32, 10).getTime();

export const preset: Preset = {
  name: '42.5 °C × 60 min',
  version: 3,
  source:
    'Hospital protocol 42.5 °C for 60 min of circulation; flow and volume are a proposal of this project',
  cavity: 'peritoneal',
  setting: 'intra-operative',
  targetCelsius: 42.5,
  minutes: 60,
  flowMlPerMin: 1500,
  fillVolumeMl: 3000,
  largestCavityVolumeMl: 4000,
  fillFlowMlPerMin: 1000,
  drainFlowMlPerMin: 1000,
  carrier: 'as entered by the team',
  mode: 'circulation',
  controlSite: 'cavity',
  rulingClock: 'in-band',
  clockStartsOn: 'in-band',
  fillMlPerM2: null,
  fillMlPerKg: null,
  additions: [],
  rinses: { count: 2, volumeMl: 1000 },
  basedOn: null,
};

export const treatmentCase: TreatmentCase = {
  patient: {
    familyName: 'DEMO',
    givenName: 'PATIENT',
    sex: 'female',
    birthDate: '1968-04-12',
    identifiers: [{ value: '20488317', issuer: 'Demonstration hospital' }],
    visitNumber: 'V-2207',
    orderNumber: '',
    bed: 'OR 4',
    referringWard: 'Demonstration ward',
    returnWard: 'Demonstration ward',
    heightCm: 168,
    weightKg: 71,
    allergies: { answer: 'none-known', text: '' },
  },
  diagnosis: 'Peritoneal metastases of gastric cancer',
  indication: 'adjuvant, after gastrectomy',
  procedure: 'Gastrectomy with HIPEC',
  side: 'not-applicable',
  sessionNumber: 2,
  sessionsPlanned: 3,
  otherTreatments: [],
  cavity: 'peritoneal',
  technique: 'closed',
  setting: 'intra-operative',
  bodyTemperatureBeforeCelsius: 36.6,
  drugs: [{ ...noDrug, name: 'as prepared by the pharmacy, label 7731', addition: null }],
  prescriber: 'Dr. D. Prescriber',
  surgeon: 'Dr. B. Clinician',
  anaesthetist: 'Dr. C. Anaesthetist',
  perfusionist: 'A. Perfusionist',
  disposablesLot: 'LOT 44A-901',
  disposablesExpiry: '2027-11-30',
  probeSites: ['inflow', 'outflow', 'cavity-upper', 'cavity-lower'],
  probePlaces: ['', '', 'right-subdiaphragm', 'pelvis'],
  coreSite: 'oesophagus',
  catheters: [
    { number: 1, place: 'right-subdiaphragm', direction: 'in', frenchSize: 28 },
    { number: 2, place: 'pelvis-left', direction: 'out', frenchSize: 28 },
  ],
  checks: {
    checklist: theatre.lists.checklist.map(({ id }) => ({
      id,
      answer: 'done',
      by: 'A. Perfusionist',
      atWallMs: wallMs - 6_000_000,
      reason: '',
    })),
    contraindications: theatre.lists.contraindications.map(({ id }) => ({
      id,
      answer: 'no',
      reason: '',
      clinician: '',
    })),
    dipCheck: null,
    feverAcceptedBy: '',
  },
};

export const identity: RigIdentity = {
  mapVersion: 1,
  features: {
    core: true,
    inflowLinePressure: true,
    battery: true,
    reservoirLevel: true,
    cavityPressure: false,
    outflowMeter: false,
    simulated: true,
  },
  serialNumber: 'HX-0477',
  firmware: '1.4.2',
  calibrationDates: ['2026-01-10', '2026-01-10', '2026-01-10', null],
  lowestFlowMlPerMin: 100,
  highestFlowMlPerMin: 3000,
  heaterRatingW: 1800,
  timeScale: 1,
};

export const rig: RigView = {
  link: 'up',
  port: 'simulator',
  ageMs: 60,
  counters: { ...newLinkCounters(), exchanges: 27_610, timeouts: 2, crcErrors: 1 },
  identity,
  state: 'running',
  interlockBits: 0,
  problem: null,
};

/** The strip of a run in `current`, with as many rinses as the preset has. */
export function steps(current: Phase, progress: number | null, round = 1): PhaseStep[] {
  const rinses = [1, 2].flatMap((n) => [['rinse', n] as const, ['rinse-drain', n] as const]);
  const before = phases
    .slice(0, phases.indexOf('rinse'))
    .filter((phase) =>
      current === 'dwell' ? phase !== 'heat-up' && phase !== 'treatment' : phase !== 'dwell',
    )
    .map((phase) => [phase, 1] as const);
  const all = [...before, ...rinses, ['disconnect', 1] as const, ['complete', 1] as const];
  const at = all.findIndex(([phase, n]) => phase === current && n === round);
  const starts: Readonly<Record<string, number>> = sampleStarts;
  return all.map(([phase, n], index) => ({
    phase,
    round: n,
    state: index < at ? 'done' : index === at ? 'current' : 'ahead',
    startSeconds:
      index <= at ? (starts[phase === 'dwell' ? 'treatment' : phase] ?? 4800 + 300 * (index - 6)) : null,
    progress: index === at ? progress : null,
  }));
}

export const marksUntil = (seconds: number): TrendMark[] => [
  ...Object.entries(sampleStarts)
    .filter(([, start]) => start <= seconds)
    .map(([label, start]) => ({ seconds: start, kind: 'phase' as const, label })),
  ...(seconds > 1500 ? [{ seconds: 1500, kind: 'drug' as const, label: '' }] : []),
];

/** Events one after another, five seconds apart, up to the wall time of the samples. */
export function kept(sessionSeconds: number, events: readonly RunEvent[]): KeptEvent[] {
  return events.map((event, index) => {
    const before = (events.length - 1 - index) * 95_000;
    return { seq: index + 1, sessionMs: sessionSeconds * 1000 - before, wallMs: wallMs - before, event };
  });
}

/** A run in calm treatment, 22:31 after its clock started. Every other sample differs from it. */
/** A probe like most: not ignored, and nobody would. */
const counted = { ignored: null, mayIgnore: false } as const;

export const calmSeconds = sampleStarts.treatment + 1351;
export const calmRun: RunView = {
  runId: '2026-03-02-0012',
  simulation: true,
  timeScale: 1,
  case: treatmentCase,
  lists: theatre.lists,
  vitals: theatre.lists.vitalSigns.map(({ id }) => ({ sign: id, value: null, secondsAgo: null, due: false })),
  bodySurfaceFormula: theatre.bodySurfaceFormula,
  needsSecond: { heat: false, drugs: false },
  timeOut: ['A. Perfusionist', 'Dr. B. Clinician'],
  carrier: { name: 'Sodium chloride 0.9 %', volumeMl: 5000 },
  preset,
  startedWallMs: wallMs - calmSeconds * 1000,
  sessionSeconds: calmSeconds,
  phase: 'treatment',
  steps: steps('treatment', 0.37),
  heatHeld: null,
  flowHeld: null,
  stopped: false,
  holds: { heat: null, flow: null },
  advice: {
    now: { key: 'holding', values: {} },
    next: { key: 'next-drain-confirm', values: { minutes: 60 } },
  },
  primary: null,
  offered: [{ action: 'end-treatment', needsName: true }],
  interventions: { 'heat-off': true, 'pause-flow': true, 'stop-run': true, 'drain-now': true },
  control: {
    celsius: measured(42.48),
    site: 'cavity',
    targetCelsius: 42.5,
    state: 'in-band',
    sinceWallMs: wallMs - 22 * 60_000,
    alone: null,
  },
  estimate: { state: 'none', why: 'not-heating-up' },
  probes: [
    { id: 'T1', site: 'inflow', celsius: measured(44.31), cem43Minutes: 61.2, ...counted },
    { id: 'T2', site: 'outflow', celsius: measured(42.2), cem43Minutes: 7.4, ...counted },
    { id: 'T3', site: 'cavity-upper', celsius: measured(42.51), cem43Minutes: 11.4, ...counted },
    { id: 'T4', site: 'cavity-lower', celsius: measured(42.45), cem43Minutes: 10.5, ...counted },
  ],
  coreJudged: 'probe',
  coreHoldCelsius: 40,
  coreCelsius: measured(37.1),
  flow: {
    mlPerMin: measured(1498),
    outflowMlPerMin: missing('not-fitted'),
    requestedMlPerMin: 1500,
    inForceMlPerMin: 1500,
  },
  inflowLinePressureMmHg: measured(58),
  inflowLinePressureLimitMmHg: 150,
  calibrationIntervalMonths: 12,
  flowMeter: { state: 'not-known' },
  cavityPressureMmHg: missing('not-fitted'),
  heater: {
    requested: true,
    inForce: true,
    powerPercent: measured(9.6),
    setpointRequestedCelsius: 44.32,
    setpointInForceCelsius: 44.3,
  },
  mode: { requested: 'circulate', inForce: 'circulate' },
  volume: {
    inCavityMl: 3010,
    planMl: 3000,
    largestMl: 4000,
    inMl: 3010,
    outMl: 0,
    reservoirMl: measured(1450),
  },
  clocks: {
    plannedSeconds: 3600,
    ruling: 'in-band',
    elapsedSeconds: 1351,
    inBandSeconds: 1338,
    drugInCavitySeconds: 1351,
    leftSeconds: 2262,
    inBandStopped: null,
  },
  clockStops: { elapsed: null, inBand: null, drug: null },
  planQuestion: false,
  setFlow: {
    plannedMlPerMin: 1500,
    mlPerMin: 1500,
    lowestMlPerMin: 100,
    highestMlPerMin: 3000,
    mayChange: true,
  },
  plan: {
    target: { plannedCelsius: 42.5, lowestCelsius: 40, highestCelsius: 43.5, mayChange: true },
    extendedMinutes: 0,
    mayExtend: true,
  },
  additions: [],
  drugNeedsTwo: false,
  balance: {
    filledMl: 3010,
    addedMl: 0,
    drainedMl: 0,
    circulationMl: 0,
    byHandInMl: 0,
    byHandOutMl: 0,
    drainMeasuredMl: null,
    notRecoveredMl: 3010,
    notRecoveredByMeasureMl: null,
    inCavityMl: 3010,
    inCavity: { ml: 3010, uncertaintyMl: 0 },
    beforeMl: 0,
  },
  coreByHand: { celsius: null, secondsAgo: null, due: false },
  precision: {
    control: {
      elapsedSeconds: 1351,
      inBandSeconds: 1338,
      inBandShare: 1338 / 1351,
      meanCelsius: 42.47,
      sdCelsius: 0.06,
      minCelsius: 41.94,
      maxCelsius: 42.62,
      worstDeviationCelsius: -0.56,
      worstAtSeconds: 1544,
    },
    flow: { meanMlPerMin: 1499, sdMlPerMin: 8, inBandShare: 0.9991, worstDeviationShare: -0.061 },
  },
  selfTest: [],
  probesAtRest: { passed: true, detail: 'cavity probes differ by 0.05 °C' },
  alarms: [],
  alarmSystem: {
    sound: { state: 'none', priority: null, sinceMs: null, secondsLeft: 0, reminders: 0 },
    history: [],
    figures: [],
    limits: shownLimits,
  },
  events: kept(calmSeconds, [
    { type: 'phase', from: 'fill', to: 'heat-up', cause: 'volume reached' },
    {
      type: 'action',
      by: typedActor('A. Perfusionist'),
      ...alone,
      action: {
        type: 'start-treatment',
        drug: { ...noDrug, name: 'as prepared by the pharmacy, label 7731' },
        early: null,
        checkedBy: ['A. Perfusionist', 'Dr. B. Clinician'],
      },
      refused: null,
    },
    { type: 'phase', from: 'heat-up', to: 'treatment', cause: 'start treatment' },
    { type: 'in-band-clock', running: true, why: '' },
    {
      type: 'action',
      by: typedActor('A. Perfusionist'),
      ...alone,
      action: { type: 'record-note', text: 'Table tilted left' },
      refused: null,
    },
  ]),
  durableSeq: 4,
  marks: [...marksUntil(calmSeconds), { seconds: 5143, kind: 'planned-end', label: '' }],
  outcome: null,
  files: null,
};

export const alarm = (of: Pick<Alarm, 'code' | 'priority'> & Partial<Alarm>): Alarm =>
  alarmOf({ raisedMs: calmSeconds * 1000 - 12_000, ...of });

export const hotCavity = alarm({
  code: 'cavity-temperature-high',
  subject: 'T3',
  priority: 'high',
  unit: 'celsius',
  value: 43.52,
  limit: 43.5,
  worst: 43.52,
  reaction: 'heater-off',
});
