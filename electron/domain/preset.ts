/** What circulates, or what is filled once, stands, and is drained again. */
export const treatmentModes = ['circulation', 'single-instillation'] as const;
export type TreatmentMode = (typeof treatmentModes)[number];

/** An addition of drug planned at a minute of treatment, named as the site entered it. The console suggests none. */
export interface PlannedAddition {
  /** Minutes elapsed since treatment started. */
  readonly atMinutes: number;
  readonly label: string;
}

/** What of a preset the site has to enter where it is blank: flows in mL/min, volumes in mL. */
export interface PresetAmounts {
  readonly flowMlPerMin: number;
  readonly fillVolumeMl: number;
  readonly largestCavityVolumeMl: number;
  readonly fillFlowMlPerMin: number;
  readonly drainFlowMlPerMin: number;
}

/** Where the control temperature is taken, from heat-up on; `inflow`: the perfusate is what is prescribed. */
export const controlSites = ['inflow', 'outflow', 'cavity'] as const;
export type PresetControlSite = (typeof controlSites)[number];
/** Which clock the minutes of the plan are counted by. */
export const rulingClocks = ['in-band', 'elapsed'] as const;
export type RulingClock = (typeof rulingClocks)[number];
/** What has to be there before treatment starts: the control temperature in band, the inflow at target, a drug. */
export const clockStarts = ['in-band', 'inflow', 'first-drug'] as const;
export type ClockStart = (typeof clockStarts)[number];

interface PresetPlan {
  readonly name: string;
  readonly version: number;
  readonly source: string;
  readonly cavity: 'peritoneal' | 'pleural' | 'bladder';
  readonly setting: 'intra-operative' | 'post-operative' | 'percutaneous';
  readonly mode: TreatmentMode;
  readonly targetCelsius: number;
  /** Minutes to complete the treatment, by the ruling clock; in a single instillation, minutes of dwell. */
  readonly minutes: number;
  readonly rulingClock: RulingClock;
  readonly clockStartsOn: ClockStart;
  readonly carrier: string;
  readonly controlSite: PresetControlSite;
  /** The fill by the body of the patient, mL/m² of body surface or mL/kg; at most one of them, `null`: as a volume. */
  readonly fillMlPerM2: number | null;
  readonly fillMlPerKg: number | null;
  readonly additions: readonly PlannedAddition[];
  readonly rinses: { readonly count: number; readonly volumeMl: number };
  /** What it was copied from and every value changed since; `null`: it is no copy. */
  readonly basedOn: PresetBasis | null;
}

/** A named, versioned protocol, complete, as a run goes by it. Bounds and fields: `preset-fields.ts`. */
export interface Preset extends PresetPlan, PresetAmounts {}

/** A preset as a site enters it, complete: its fill may wait for the body of the patient (`preset-fill.ts`). */
export interface EnteredPreset extends PresetPlan, Omit<PresetAmounts, 'fillVolumeMl'> {
  readonly fillVolumeMl: number | null;
}

/** A preset that may hold blanks: `null` marks what the site enters before a run can start. */
export interface PresetTemplate extends PresetPlan, Blank<PresetAmounts> {}
type Blank<T> = { readonly [K in keyof T]: T[K] | null };

/** Where a copy comes from. */
export interface PresetBasis {
  readonly name: string;
  readonly version: number;
  /** Who made the copy. */
  readonly by: string;
  readonly changes: readonly PresetChange[];
}

/** One changed value. `field` as in `preset-fields.ts`; additions as text, one after the other. */
export interface PresetChange {
  readonly field: string;
  readonly from: PresetValue;
  readonly to: PresetValue;
}
export type PresetValue = string | number | null;

/** What shipped presets have for a carrier: nobody has named one. */
export const carrierPlaceholder = 'as entered by the team';

/** Half-width of the band around target, °C (the promise ±0.5 °C of temperature control). */
export const bandCelsius = 0.5;
/** Where the perfusate is controlled the cavity has a limit of its own, °C (docs/safety/limits.md; "cavity not above 43–44 °C"). */
export const cavityBesidePerfusateCelsius = 43.5;
/** Half-width of the flow promise, share of the set flow (±5 %). */
export const flowBandShare = 0.05;

/** A planned addition that is this long past its minute and not recorded is late, min (proposal). */
export const additionLateMinutes = 5;
