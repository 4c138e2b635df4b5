/** Where a probe lies. Probe 1 is `inflow`, always. */
export const probeSites = ['inflow', 'outflow', 'cavity-upper', 'cavity-lower', 'not-used'] as const;
export type ProbeSite = (typeof probeSites)[number];
/** Called by the wire and by the console. */
export const probeIds = ['T1', 'T2', 'T3', 'T4'] as const;
export type ProbeId = (typeof probeIds)[number];
export type ProbeSites = readonly [ProbeSite, ProbeSite, ProbeSite, ProbeSite];

export const defaultProbeSites: ProbeSites = ['inflow', 'outflow', 'cavity-upper', 'cavity-lower'];
export const isCavity = (site: ProbeSite): boolean => site === 'cavity-upper' || site === 'cavity-lower';

/** Who is treated, by whom, for what. Free text is kept as typed by the team. */
export interface TreatmentCase {
  readonly patient: {
    readonly name: string;
    readonly sex: 'female' | 'male' | 'other' | 'unknown';
    /** YYYY-MM-DD */
    readonly birthDate: string;
    readonly hospitalNumber: string;
    readonly visitNumber: string;
    readonly bed: string;
    readonly heightCm: number | null;
    readonly weightKg: number | null;
    readonly allergies: string;
  };
  readonly diagnosis: string;
  readonly indication: string;
  readonly sessionNumber: number;
  readonly cavity: 'peritoneal' | 'pleural' | 'bladder';
  readonly technique: 'open' | 'closed';
  readonly setting: 'intra-operative' | 'post-operative' | 'percutaneous';
  readonly bodyTemperatureBeforeCelsius: number | null;
  readonly drugAsEntered: string;
  readonly prescriber: string;
  readonly surgeon: string;
  readonly anaesthetist: string;
  readonly perfusionist: string;
  readonly disposablesLot: string;
  /** YYYY-MM-DD, or empty */
  readonly disposablesExpiry: string;
  readonly probeSites: ProbeSites;
  readonly coreSite: string;
  readonly checks: Checks;
}

/** Above this body temperature before treatment somebody has to decide to go on (brief: case). */
export const feverCelsius = 38;

/** The set-up checklist and the contraindications: each answered; a "yes" below needs a reason and a name. */
export const setUpChecks = [
  'consent-seen',
  'identity-checked',
  'circuit-fitted',
  'catheters-placed',
  'probes-placed',
  'drug-prepared',
  'alarms-tried',
] as const;
export type SetUpCheck = (typeof setUpChecks)[number];

export interface Checks {
  readonly setUp: Readonly<Record<SetUpCheck, boolean>>;
  /** Any contraindication present? If so, why the team goes on, and who decided. */
  readonly contraindication: null | { readonly reason: string; readonly clinician: string };
  /** Who decided to go on with a body temperature above `feverCelsius`; "" where it is not above. */
  readonly feverAcceptedBy: string;
}

/** The checks as a record keeps them: what an older console did not ask is not there. */
export interface RecordedChecks extends Omit<Checks, 'setUp'> {
  readonly setUp: Readonly<Partial<Record<SetUpCheck, boolean>>>;
}

/** A case as a record keeps it; `checks` `null`: its console recorded none. */
export interface RecordedCase extends Omit<TreatmentCase, 'checks'> {
  readonly checks: RecordedChecks | null;
}
