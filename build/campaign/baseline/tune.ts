import { branchOf, heatUp, prepared, treat } from '../judge/judge-patient.ts';
import { type Reach, reachOf } from '../judge/reachability.ts';
import { type TreatmentFigures, treatmentFigures } from '../judge/treatment-figures.ts';
import type { Treatment } from '../treatment/treatment.ts';
import type { PidGains } from './pid.ts';

/** One patient of the tuning seed, treated with one set of gains. */
export interface TuningTask {
  readonly seed: number;
  readonly index: number;
  readonly gains: PidGains;
  /** Which set of gains of its round. */
  readonly candidate: number;
}
/** `figures` is `null` where the target is not reachable. */
export interface TuningResult extends TuningTask {
  readonly figures: TreatmentFigures | null;
}

const heatUpPatienceSeconds = 5400;

interface Ready {
  readonly treatment: Treatment;
  readonly reach: Reach;
}
/** Until heat-up no gains matter: each patient is brought there once. */
const ready = new Map<string, Ready>();

export function tune(task: TuningTask): TuningResult {
  const { treatment, reach } = readyFor(task);
  if (reach.reachability !== 'reachable') return { ...task, figures: null };
  const withGains = treatment.withPid(task.gains);
  heatUp(withGains, heatUpPatienceSeconds);
  treat(withGains);
  return { ...task, figures: treatmentFigures(withGains.trace(), reach.secondsToBand, []) };
}

function readyFor({ seed, index }: TuningTask): Ready {
  const key = `${seed}:${index}`;
  const kept = ready.get(key);
  if (kept !== undefined) return kept;
  const treatment = prepared({ seed, index, disturbed: false, regimen: null });
  const branch = branchOf(treatment, treatment.log.ticks);
  const made = { treatment, reach: reachOf(branch, treatment.patient.preset.targetCelsius) };
  ready.set(key, made);
  return made;
}
