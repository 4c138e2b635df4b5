import type { PidGains } from './baseline/pid.ts';
import { baselineFigures, type Figures, ourFigures } from './judge/figures.ts';
import { goals, judgeGoal, speedGoal, thousandPatientsSeconds } from './judge/goals.ts';
import type { PatientResult } from './judge/judge-patient.ts';
import type { Reachability } from './judge/reachability.ts';
import { median, notBelow } from './judge/statistics.ts';
import type { TreatmentFigures } from './judge/treatment-figures.ts';

export type DrawnCounts = Readonly<Record<Reachability, number>>;

/** All that a campaign came to. Written as JSON as it is. */
export interface CampaignReport {
  /** Date of the campaign, YYYY-MM-DD. */
  readonly date: string;
  /** Judged: those whose target is reachable. */
  readonly patients: number;
  readonly seed: number;
  readonly disturbed: boolean;
  readonly figures: Figures;
  /** The fixed PID on the same patients; `null`: it was not asked for. */
  readonly baseline: {
    readonly figures: Figures;
    readonly gains: PidGains;
    readonly tuningSeed: number;
  } | null;
  readonly drawn: DrawnCounts;
  /** Ours, had every operator started treatment the moment it might begin. */
  readonly startedAtOnce: {
    readonly inBandShareP1: number | null;
    readonly within02ShareMedian: number | null;
  };
  readonly notTreated: { readonly ours: number; readonly baseline: number | null };
  readonly recoveries: { readonly judged: number; readonly impossible: number };
  /** Of the patients; decides the exit code. */
  readonly goalsMissed: readonly string[];
  /** Of this machine, at this time. */
  readonly speed: {
    /** Simulated time of treatments ÷ the time one core took for them. */
    readonly timesRealTimePerCore: number | null;
    readonly threads: number;
    readonly wallSeconds: number;
    /** Goals of speed that this machine missed this time. */
    readonly missed: readonly string[];
  };
}

export interface CampaignFacts {
  readonly date: string;
  readonly seed: number;
  readonly disturbed: boolean;
  readonly results: readonly PatientResult[];
  readonly gains: PidGains | null;
  readonly tuningSeed: number;
  readonly threads: number;
  readonly wallSeconds: number;
}

export function campaignReport(facts: CampaignFacts): CampaignReport {
  const { results, gains, disturbed, tuningSeed } = facts;
  const figures = ourFigures(results);
  const drawn = drawnOf(results);
  const patients = drawn.reachable;
  return {
    date: facts.date,
    patients,
    seed: facts.seed,
    disturbed,
    figures,
    baseline: gains === null ? null : { figures: baselineFigures(results), gains, tuningSeed },
    drawn,
    startedAtOnce: startedAtOnce(results),
    notTreated: {
      ours: notTreated(results.map(({ ours }) => ours)),
      baseline: gains === null ? null : notTreated(results.map(({ baseline }) => baseline)),
    },
    recoveries: recoveriesOf(results),
    goalsMissed: goals
      .filter((goal) => judgeGoal(goal, figures, disturbed) === 'MISSED')
      .map(({ figure }) => figure),
    speed: speedOf(facts, patients),
  };
}

export const drawnOf = (results: readonly PatientResult[]): DrawnCounts => ({
  reachable: count(results, 'reachable'),
  marginal: count(results, 'marginal'),
  unreachable: count(results, 'unreachable'),
});

/** Those in whom treatment never began. */
export const notTreated = (figures: readonly (TreatmentFigures | null)[]): number =>
  figures.filter((of) => of !== null && of.meanErrorCelsius === null).length;

const count = (results: readonly PatientResult[], of: Reachability): number =>
  results.filter(({ reachability }) => reachability === of).length;

function startedAtOnce(results: readonly PatientResult[]): CampaignReport['startedAtOnce'] {
  const shares = results.flatMap(({ ours }) => ours?.startedAtOnce ?? []);
  return {
    inBandShareP1: notBelow(
      shares.map(({ inBandShare }) => inBandShare),
      0.99,
    ),
    within02ShareMedian: median(shares.map(({ within02Share }) => within02Share)),
  };
}

function recoveriesOf(results: readonly PatientResult[]): CampaignReport['recoveries'] {
  const all = results.flatMap(({ ours }) => ours?.recoveries ?? []);
  const judged = all.filter(({ ratio }) => ratio !== null).length;
  return { judged, impossible: all.length - judged };
}

function timesRealTime(results: readonly PatientResult[]): number | null {
  const simulated = results.reduce((sum, { simulatedSeconds }) => sum + simulatedSeconds, 0);
  const cpu = results.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
  return cpu === 0 ? null : simulated / cpu;
}

function speedOf(
  { results, threads, wallSeconds, disturbed }: CampaignFacts,
  patients: number,
): CampaignReport['speed'] {
  const timesRealTimePerCore = timesRealTime(results);
  const missed: string[] = [];
  if (timesRealTimePerCore !== null && timesRealTimePerCore < speedGoal) missed.push('timesRealTimePerCore');
  const thousandOnTwo = patients === 1000 && !disturbed && threads === 2;
  if (thousandOnTwo && wallSeconds >= thousandPatientsSeconds) missed.push('wallSeconds');
  return { timesRealTimePerCore, threads, wallSeconds, missed };
}
