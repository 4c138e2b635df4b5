import type { PlannedDrug } from './drug.ts';
import type { OtherTreatment, Patient } from './patient.ts';
import type { Catheter } from './places.ts';

/** What a probe measures. Probe 1 is `inflow`, always. */
export const probeSites = ['inflow', 'outflow', 'cavity-upper', 'cavity-lower', 'not-used'] as const;
export type ProbeSite = (typeof probeSites)[number];
/** Called by the wire and by the console. */
export const probeIds = ['T1', 'T2', 'T3', 'T4'] as const;
export type ProbeId = (typeof probeIds)[number];
export type ProbeSites = readonly [ProbeSite, ProbeSite, ProbeSite, ProbeSite];
/** Where in the body each probe lies: id of the site's list, as typed, or "" where it is not said. */
export type ProbePlaces = readonly [string, string, string, string];

export const defaultProbeSites: ProbeSites = ['inflow', 'outflow', 'cavity-upper', 'cavity-lower'];
export const noProbePlaces: ProbePlaces = ['', '', '', ''];
export const isCavity = (site: ProbeSite): boolean => site === 'cavity-upper' || site === 'cavity-lower';

export const cavities = ['peritoneal', 'pleural', 'bladder'] as const;
export const techniques = ['open', 'closed'] as const;
export const settings = ['intra-operative', 'post-operative', 'percutaneous'] as const;
export const sides = ['not-applicable', 'left', 'right', 'both'] as const;
export type Side = (typeof sides)[number];

/** Sessions of one course. */
export const sessionBounds = [1, 99] as const;
/** Before a treatment a body temperature outside was typed wrongly, °C. */
export const bodyTemperatureBounds = [30, 43] as const;

/** Of the case file; one without a version is of 1. */
export const caseVersion = 2;

/** Who is treated, by whom, for what. Free text is kept as typed by the team. */
export interface TreatmentCase {
  readonly patient: Patient;
  readonly diagnosis: string;
  readonly indication: string;
  readonly procedure: string;
  readonly side: Side;
  readonly sessionNumber: number;
  /** Of so many; `null`: not said. */
  readonly sessionsPlanned: number | null;
  /** Of the tumour, besides this one. */
  readonly otherTreatments: readonly OtherTreatment[];
  readonly cavity: (typeof cavities)[number];
  readonly technique: (typeof techniques)[number];
  readonly setting: (typeof settings)[number];
  readonly bodyTemperatureBeforeCelsius: number | null;
  readonly drugs: readonly PlannedDrug[];
  readonly prescriber: string;
  readonly surgeon: string;
  readonly anaesthetist: string;
  readonly perfusionist: string;
  readonly disposablesLot: string;
  /** YYYY-MM-DD, or empty */
  readonly disposablesExpiry: string;
  readonly probeSites: ProbeSites;
  readonly probePlaces: ProbePlaces;
  readonly coreSite: string;
  readonly catheters: readonly Catheter[];
  readonly checks: Checks;
}

/** Above this body temperature before treatment somebody has to decide to go on (brief: case). */
export const feverCelsius = 38;

export const checklistAnswers = ['done', 'not-applicable', 'not-done'] as const;
/** One item of the site's checklist. */
export interface ChecklistAnswer {
  readonly id: string;
  readonly answer: (typeof checklistAnswers)[number];
  /** Who said so, and when; "" and `null` where it is not known, as from an old case file. */
  readonly by: string;
  readonly atWallMs: number | null;
  /** Why it is not done; "" otherwise. */
  readonly reason: string;
}

export const contraindicationAnswers = ['no', 'yes', 'unknown'] as const;
/** One item of the site's list; a yes or unknown has a reason to go on and the clinician who decided it. */
export interface ContraindicationAnswer {
  readonly id: string;
  readonly answer: (typeof contraindicationAnswers)[number];
  readonly reason: string;
  readonly clinician: string;
}
/** What older cases asked: all of them at once. */
export const anyContraindication = 'any';

/** All probes in one vessel before they are placed. */
export interface DipCheck {
  readonly by: string;
  readonly atWallMs: number;
  /** By probe; `null`: not fitted, or it gave nothing. */
  readonly meansCelsius: readonly (number | null)[];
  /** Highest less lowest mean, K. */
  readonly spreadKelvin: number;
}
/** Probes that differ by more in one vessel do not agree, K (findings: first precision). */
export const dipToleranceKelvin = 0.2;

export interface Checks {
  readonly checklist: readonly ChecklistAnswer[];
  readonly contraindications: readonly ContraindicationAnswer[];
  /** Who decided to go on with a body temperature above `feverCelsius`; "" where it is not above. */
  readonly feverAcceptedBy: string;
  /** `null`: the probes were not compared. */
  readonly dipCheck: DipCheck | null;
}

/** A case as a record keeps it; `checks` `null`: its console recorded none. */
export interface RecordedCase extends Omit<TreatmentCase, 'checks'> {
  readonly checks: Checks | null;
}
