/** What a document is divided into, in order; each is one of our codes. */
export const sectionCodes = [
  'section-case',
  'section-plan',
  'section-outcome',
  'section-temperatures',
  'section-fluid',
  'section-drugs',
  'section-readings',
  'section-alarms',
  'section-said',
  'section-curves',
  'section-report',
] as const;
export type SectionCode = (typeof sectionCodes)[number];
