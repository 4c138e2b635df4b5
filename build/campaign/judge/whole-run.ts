import type { Treatment, UrgentAlarm } from '../treatment/treatment.ts';

/** A treatment from the self-test to the end: what was alarmed, and what it left. Plain data. */
export interface WholeRun {
  readonly hours: number;
  readonly completed: boolean;
  /** Of medium or high priority. */
  readonly alarms: readonly UrgentAlarm[];
  readonly fluid: FluidLeft;
}

export interface FluidLeft {
  readonly fillMl: number;
  /** In the cavity as the run ended, truly, mL. */
  readonly leftMl: number;
  /** Of it what no drain reaches, mL. */
  readonly pocketMl: number;
  /** The console let the last drain be left on a person's word only. */
  readonly said: boolean;
}

/** A run that does not end within this is given up, s of session time. */
const patienceSeconds = 4 * 3600;

/** Goes on to the end of the run. */
export function endOf(treatment: Treatment): WholeRun {
  while (treatment.phase !== 'complete' && treatment.nowMs < patienceSeconds * 1000) treatment.tick();
  const { patient, rig } = treatment;
  return {
    hours: treatment.nowMs / 3_600_000,
    completed: treatment.phase === 'complete',
    alarms: [...treatment.urgent.values()],
    fluid: {
      fillMl: patient.preset.fillVolumeMl,
      leftMl: rig.plant.volumes.cavityMl,
      pocketMl: patient.scenario.plant.retainedMl,
      said: treatment.leftOnWord,
    },
  };
}
