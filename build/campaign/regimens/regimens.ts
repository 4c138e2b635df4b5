import type { CohortName } from '../../../native-bridge/simulator/population/index.ts';

/** A way teams treat: by which plan, and whom. */
export interface Regimen {
  /** File of its card, from the root. */
  readonly file: string;
  readonly cohort: CohortName;
  /** What the team sets otherwise than the card says; `nothing`: all is as shipped. */
  readonly sets: 'nothing' | 'flow' | 'amounts';
  /** Where that flow comes from: a number of mL/min, or the patient. */
  readonly flowMlPerMin: number | 'of-patient' | 'of-card';
}

const card = (file: string, cohort: CohortName): Regimen => ({
  file: `assets/presets/${file}.json`,
  cohort,
  sets: 'nothing',
  flowMlPerMin: 'of-card',
});

/** Every shipped card, and children, for whom none is shipped. */
export const regimens = {
  '42.5x60': card('42.5-celsius-60-min', 'closed'),
  '43x60': card('43.0-celsius-60-min', 'closed'),
  // The card says 2 L/min; teams go up to 2.5.
  '43x30': { ...card('43.0-celsius-30-min', 'closed'), sets: 'flow', flowMlPerMin: 2500 },
  '42x90': card('42.0-celsius-90-min', 'open'),
  '40x90': card('40.0-celsius-90-min', 'open'),
  dutch: card('41.5-celsius-90-min-inflow', 'open'),
  ward: { ...card('43.0-celsius-60-min-ward', 'ward'), sets: 'flow', flowMlPerMin: 'of-patient' },
  pleural: card('42.0-celsius-60-min-pleural', 'pleural'),
  bladder: card('43.0-celsius-60-min-bladder', 'bladder'),
  children: {
    file: 'build/campaign/regimens/children.json',
    cohort: 'children',
    sets: 'amounts',
    flowMlPerMin: 'of-patient',
  },
} as const satisfies Record<string, Regimen>;

export type RegimenName = keyof typeof regimens;
export const regimenNames = Object.keys(regimens) as RegimenName[];
export const isRegimen = (name: string): name is RegimenName => Object.hasOwn(regimens, name);
