/** What a site sets at commissioning. These are the defaults of the simulated rig. */
export interface SiteSettings {
  /** Inflow line pressure above which heater and pump go off, mmHg. */
  readonly inflowLinePressureLimitMmHg: number;
}

export const simulatedSite: SiteSettings = { inflowLinePressureLimitMmHg: 150 };
