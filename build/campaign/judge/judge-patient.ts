import type { PidGains } from '../baseline/pid.ts';
import { campaignPatient } from '../patient.ts';
import { type PatientName, patientNamed } from '../patient-named.ts';
import { Treatment } from '../treatment/treatment.ts';
import { type Reachability, reachOf } from './reachability.ts';
import { recoveriesOf } from './recoveries.ts';
import type { Branch } from './shortest.ts';
import { type TreatmentFigures, treatmentFigures } from './treatment-figures.ts';
import { endOf, type WholeRun } from './whole-run.ts';

/** One patient to be treated and judged. Plain data: it crosses to a worker thread. */
export interface PatientTask extends PatientName {
  /** Of the fixed PID to treat with as well; `null`: ours alone. */
  readonly gains: PidGains | null;
}

export interface PatientResult {
  readonly index: number;
  /** Of the undisturbed patient. */
  readonly reachability: Reachability;
  /** The highest the control site truly came to within an hour of the inflow at its ceiling, or the target, °C. */
  readonly reachCelsius: number;
  /** `null` where the target is not reachable: nothing is judged but the estimate. */
  readonly ours: TreatmentFigures | null;
  readonly baseline: TreatmentFigures | null;
  /** The console says "unreachable": six minutes after the start of heat-up, and at any moment of heat-up. */
  readonly namedUnreachable: { readonly atSixMinutes: boolean; readonly ever: boolean };
  /** From the self-test to the end; `null`: it was not gone on with, or its target cannot be reached. */
  readonly run: WholeRun | null;
  /** Of treatments with rig, protocol and alarms: what they lasted, and what they took of one core. */
  readonly simulatedSeconds: number;
  readonly cpuSeconds: number;
}

const namedWithinSeconds = 360;
/** Heat-up that has not led to treatment by then is given up, s. */
const heatUpPatienceSeconds = 5400;
/** Self-test, priming and filling take minutes; by then something is wrong with the campaign itself, s. */
const preparedWithinSeconds = 5400;

export function judgePatient(task: PatientTask): PatientResult {
  const stopwatch = new Stopwatch();
  const ours = prepared(task);
  const { preset } = ours.patient;
  const undisturbed = task.disturbed
    ? campaignPatient(task.seed, task.index, false).scenario
    : ours.patient.scenario;
  stopwatch.stop(ours.nowMs);
  const start = branchOf(ours, ours.log.ticks);
  const reach = reachOf({ ...start, scenario: undisturbed }, preset.targetCelsius);
  const judged = reach.reachability === 'reachable';
  const other = judged && task.gains !== null ? ours.withPid(task.gains) : null;

  stopwatch.start(ours.nowMs);
  const namedUnreachable = heatUp(ours, judged ? heatUpPatienceSeconds : namedWithinSeconds);
  if (judged) treat(ours);
  const run = judged && task.regimen !== null ? endOf(ours) : null;
  stopwatch.stop(ours.nowMs);
  if (other !== null) {
    stopwatch.start(other.nowMs);
    heatUp(other, heatUpPatienceSeconds);
    treat(other);
    stopwatch.stop(other.nowMs);
  }
  const shortest = task.disturbed ? reachOf(start, preset.targetCelsius).secondsToBand : reach.secondsToBand;
  const figures = (treatment: Treatment) => figuresOf(treatment, shortest, task.disturbed);
  return {
    index: task.index,
    reachability: reach.reachability,
    reachCelsius: reach.highestCelsius,
    ours: judged ? figures(ours) : null,
    baseline: other === null ? null : figures(other),
    namedUnreachable,
    run,
    simulatedSeconds: stopwatch.simulatedSeconds,
    cpuSeconds: stopwatch.cpuSeconds,
  };
}

/** The treatment at the moment its cavity is full. */
export function prepared(name: PatientName): Treatment {
  const treatment = Treatment.begin(patientNamed(name));
  while (treatment.heatUpTick === null) {
    treatment.tick();
    if (treatment.nowMs > preparedWithinSeconds * 1000 || treatment.phase === 'complete') {
      throw new Error(
        `${treatment.patient.scenario.description} never came to heat-up; it stayed in ${treatment.phase}.`,
      );
    }
  }
  return treatment;
}

/** Until treatment begins, for `seconds` at most. */
export function heatUp(treatment: Treatment, seconds: number): PatientResult['namedUnreachable'] {
  let atSixMinutes = false;
  let ever = false;
  while (treatment.phase === 'heat-up' && treatment.circulatedSeconds < seconds) {
    treatment.tick();
    const named = treatment.phase === 'heat-up' && treatment.state.estimate.state === 'unreachable';
    ever ||= named;
    if (treatment.circulatedSeconds <= namedWithinSeconds) atSixMinutes = named;
  }
  return { atSixMinutes, ever };
}

export function treat(treatment: Treatment): void {
  while (treatment.phase === 'treatment') treatment.tick();
}

function figuresOf(
  treatment: Treatment,
  shortestToBand: number | null,
  disturbed: boolean,
): TreatmentFigures {
  const trace = treatment.trace();
  const first = treatment.heatUpTick ?? 0;
  const recoveries = disturbed ? recoveriesOf(trace, (sample) => branchOf(treatment, first + sample)) : [];
  return treatmentFigures(trace, shortestToBand, recoveries);
}

export const branchOf = ({ patient, log }: Treatment, fromTick: number): Branch => ({
  scenario: patient.scenario,
  log,
  fromTick,
  flowMlPerMin: patient.preset.flowMlPerMin,
  controlSite: patient.preset.controlSite,
});

/** Session time of treatments, and the time of this thread that they took. */
class Stopwatch {
  simulatedSeconds = 0;
  cpuSeconds = 0;
  #fromCpuSeconds = cpuNowSeconds();
  #fromMs = 0;

  start(nowMs: number): void {
    this.#fromCpuSeconds = cpuNowSeconds();
    this.#fromMs = nowMs;
  }

  stop(nowMs: number): void {
    this.cpuSeconds += cpuNowSeconds() - this.#fromCpuSeconds;
    this.simulatedSeconds += (nowMs - this.#fromMs) / 1000;
  }
}

function cpuNowSeconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}
