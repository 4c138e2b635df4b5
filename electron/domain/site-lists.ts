import type { TreatmentCase } from './case.ts';

type Cavity = TreatmentCase['cavity'];

/** What a site writes in both languages of the console. */
export interface SiteText {
  readonly en: string;
  readonly zh: string;
}

/** How often a vital sign can be asked for, minutes; with how many decimals it is kept; how long its unit is. Both included. */
export const vitalSignBounds = { everyMinutes: [1, 240], decimals: [0, 3], unitCharacters: 20 } as const;

/** One line of a list; `id` is what a case and a record name it by, and never changes its meaning. */
export interface ListItem extends SiteText {
  readonly id: string;
}

/** What has to be seen to before a run. */
export interface ChecklistItem extends ListItem {
  /** No run starts unless it is done. Otherwise it can be not applicable, or not done with a reason. */
  readonly mustBeDone: boolean;
  /** It can be done only while the console can be heard. */
  readonly needsSound: boolean;
}

/** What is read off the patient or a device, by hand, and how often. */
export interface VitalSign extends ListItem {
  /** As printed behind the value; "" for a score. */
  readonly unit: string;
  /** What is outside was typed wrongly; both included. */
  readonly lowest: number;
  readonly highest: number;
  readonly decimals: number;
  /** A quiet reminder comes that long after the last one; `null`: never. */
  readonly everyMinutes: number | null;
}

/** What a site asks and names, besides its rules (docs/site.md). */
export interface SiteLists {
  readonly checklist: readonly ChecklistItem[];
  readonly contraindications: readonly ListItem[];
  readonly indications: readonly ListItem[];
  /** Where catheters and probes lie. Ids of `places.ts` are drawn in the map, others stand beside it. */
  readonly catheterPlaces: Readonly<Record<Cavity, readonly ListItem[]>>;
  readonly probePlaces: Readonly<Record<Cavity, readonly ListItem[]>>;
  readonly vitalSigns: readonly VitalSign[];
  /** Names a team picks from instead of typing them. None is shipped. */
  readonly drugNames: readonly string[];
}
