import type { Alarm } from '../../electron/domain/alarm.ts';
import { branchOf } from '../campaign/judge/judge-patient.ts';
import { reachOf } from '../campaign/judge/reachability.ts';
import { campaignPatient } from '../campaign/patient.ts';
import { Treatment } from '../campaign/treatment/treatment.ts';

/** The treated population: another seed than gains were tuned on. */
export const nominalSeed = 2027;
export const nominalPatients = 200;
/** May come at most once in so many hours of treatment, medium ones. */
export const hoursPerMedium = 50;
/** A run that does not end within this is given up, s of session time. */
const patienceSeconds = 4 * 3600;

/** A treatment in which nothing went wrong, and what was alarmed in it. Plain data. */
export interface NominalRun {
  readonly index: number;
  /** Its target can be reached with its flow, heater and volume; others are not judged. */
  readonly reachable: boolean;
  readonly hours: number;
  readonly completed: boolean;
  /** Medium and high ones. */
  readonly alarms: readonly Pick<Alarm, 'code' | 'subject' | 'priority' | 'raisedMs'>[];
}

/** Treats patient `index` from the self-test to the end, where the target is reachable. */
export function runNominal(index: number): NominalRun {
  const treatment = Treatment.begin(campaignPatient(nominalSeed, index, false));
  let reachable: boolean | null = null;
  while (treatment.phase !== 'complete' && treatment.nowMs < patienceSeconds * 1000) {
    treatment.tick();
    if (treatment.heatUpTick === null || reachable !== null) continue;
    reachable = isReachable(treatment);
    if (!reachable) break;
  }
  return {
    index,
    reachable: reachable ?? true,
    hours: treatment.nowMs / 3_600_000,
    completed: treatment.phase === 'complete',
    alarms: [...treatment.urgent.values()].map(({ code, subject, priority, raisedMs }) => ({
      code,
      subject,
      priority,
      raisedMs,
    })),
  };
}

const isReachable = (treatment: Treatment): boolean =>
  reachOf(branchOf(treatment, treatment.log.ticks), treatment.patient.preset.targetCelsius).reachability ===
  'reachable';
