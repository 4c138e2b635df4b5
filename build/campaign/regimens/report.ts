import type { PresetControlSite } from '../../../electron/domain/preset.ts';
import type { CohortName } from '../../../native-bridge/simulator/population/index.ts';
import type { PatientResult } from '../judge/judge-patient.ts';
import { type DrawnCounts, drawnOf, notTreated } from '../report.ts';
import type { UrgentAlarm } from '../treatment/treatment.ts';
import { type RegimenFigures, regimenFigures } from './figures.ts';
import { goalsOf, judged } from './goals.ts';
import { cardOf, siteOf } from './regimen-patient.ts';
import { type RegimenName, regimens } from './regimens.ts';
import { isTrueAlarm } from './true-alarms.ts';

/** What one regimen came to. */
export interface RegimenReport {
  readonly card: { readonly name: string; readonly version: number; readonly file: string };
  /** Whom it was judged on (docs/plant.md, "Cohorts"). */
  readonly population: CohortName;
  readonly seed: number;
  /** Judged: those whose target is reachable. */
  readonly patients: number;
  readonly drawn: DrawnCounts;
  readonly site: string;
  readonly controlSite: PresetControlSite;
  readonly targetCelsius: number;
  readonly figures: RegimenFigures;
  readonly notTreated: number;
  readonly notCompleted: number;
  /** Of medium and high priority; `true`: what it says was so. */
  readonly alarms: readonly (UrgentAlarm & { readonly patient: number; readonly isTrue: boolean })[];
  readonly goalsMissed: readonly string[];
}

/** A campaign over regimens. Written as JSON as it is. */
export interface RegimensReport {
  readonly date: string;
  readonly seed: number;
  /** Asked for of each. */
  readonly patients: number;
  readonly disturbed: false;
  readonly regimens: Readonly<Partial<Record<RegimenName, RegimenReport>>>;
  /** "regimen: figure"; decides the exit code. */
  readonly goalsMissed: readonly string[];
  readonly threads: number;
  readonly wallSeconds: number;
}

export function regimenReport(
  name: RegimenName,
  seed: number,
  results: readonly PatientResult[],
): RegimenReport {
  const card = cardOf(name);
  const { file, cohort } = regimens[name];
  const figures = regimenFigures(results);
  const drawn = drawnOf(results);
  return {
    card: { name: card.name, version: card.version, file },
    population: cohort,
    seed,
    patients: drawn.reachable,
    drawn,
    site: siteOf(card).name,
    controlSite: card.controlSite,
    targetCelsius: card.targetCelsius,
    figures,
    notTreated: notTreated(results.map(({ ours }) => ours)),
    notCompleted: results.filter(({ run }) => run !== null && !run.completed).length,
    alarms: results.flatMap(({ index, run }) =>
      (run?.alarms ?? []).map((alarm) => ({ patient: index, ...alarm, isTrue: isTrueAlarm(alarm) })),
    ),
    goalsMissed: goalsOf(name)
      .filter((goal) => judged(goal, figures) === 'MISSED')
      .map(({ figure }) => figure),
  };
}

export function regimensReport(
  facts: Pick<RegimensReport, 'date' | 'seed' | 'patients' | 'threads' | 'wallSeconds'>,
  done: ReadonlyMap<RegimenName, RegimenReport>,
): RegimensReport {
  const { date, seed, patients, threads, wallSeconds } = facts;
  return {
    date,
    seed,
    patients,
    disturbed: false,
    regimens: Object.fromEntries(done),
    goalsMissed: [...done].flatMap(([name, { goalsMissed }]) =>
      goalsMissed.map((figure) => `${name}: ${figure}`),
    ),
    threads,
    wallSeconds,
  };
}
