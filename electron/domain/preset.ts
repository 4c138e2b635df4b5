/** A named, versioned protocol. `null` marks what the site has to enter. Bounds: `protocol/preset-file.ts`. */
export interface Preset {
  readonly name: string;
  readonly version: number;
  readonly source: string;
  readonly cavity: 'peritoneal' | 'pleural' | 'bladder';
  readonly setting: 'intra-operative' | 'post-operative' | 'percutaneous';
  readonly targetCelsius: number;
  readonly minutes: number;
  readonly flowMlPerMin: number;
  readonly fillVolumeMl: number;
  readonly largestCavityVolumeMl: number;
  readonly fillFlowMlPerMin: number;
  readonly drainFlowMlPerMin: number;
  readonly carrier: string;
  readonly controlSite: 'cavity' | 'outflow';
  readonly rinses: { readonly count: number; readonly volumeMl: number };
}

/** Half-width of the band around target, °C (the promise ±0.5 °C of temperature control). */
export const bandCelsius = 0.5;
/** Half-width of the flow promise, share of the set flow (±5 %). */
export const flowBandShare = 0.05;
