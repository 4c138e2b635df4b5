import { fieldLimits } from './field-limits.ts';
import { clockStarts, controlSites, rulingClocks } from './preset.ts';

/** Every field of a preset with its bounds: what files, the editor and a change of flow in a run are held to. */

/** Hard bounds no preset can pass (docs/safety/limits.md); flows are bounded by the rig as well. */
export const presetBounds = {
  targetCelsius: [40.0, 43.5],
  minutes: [15, 120],
  flowMlPerMin: [100, 5000],
  fillVolumeMl: [50, 8000],
  fillMlPerM2: [200, 3000],
  fillMlPerKg: [2, 100],
} as const;

/** The perfusate may be prescribed hotter than a cavity, or what comes out of it, is held, °C. */
export const perfusateTargetCelsius = [40.0, 44.5] as const;
export const targetBounds = (controlSite: unknown): readonly [low: number, high: number] =>
  controlSite === 'inflow' ? perfusateTargetCelsius : presetBounds.targetCelsius;

/** A treatment is made longer by so many whole minutes at once, both included. */
export const extensionMinutes = [1, 30] as const;

/** More planned additions than this are a mistake of typing. */
export const mostAdditions = 20;
/** Of what the team calls an addition. */
export const labelLength = [1, fieldLimits.line] as const;

export type FieldRule =
  | {
      readonly kind: 'number';
      readonly what: string;
      readonly unit: string;
      readonly bounds: readonly [low: number, high: number];
      readonly whole?: true;
      /** May be left blank for the site to enter. */
      readonly blank?: true;
      /** May be none: `null` is a value of its own. */
      readonly none?: true;
      /** A flow: bounded by what the rig can pump as well. */
      readonly flow?: true;
    }
  | { readonly kind: 'text'; readonly what: string; readonly length: readonly [low: number, high: number] }
  | { readonly kind: 'choice'; readonly what: string; readonly of: readonly string[] };

const flow = (what: string): FieldRule => ({
  kind: 'number',
  what,
  unit: 'mL/min',
  bounds: presetBounds.flowMlPerMin,
  blank: true,
  flow: true,
});
const volume = (what: string): FieldRule => ({
  kind: 'number',
  what,
  unit: 'mL',
  bounds: presetBounds.fillVolumeMl,
  blank: true,
});
/** A fill by the body is one of its own, and may be none. */
const byBody = (unit: string, bounds: readonly [number, number]): FieldRule => ({
  kind: 'number',
  what: 'fill volume',
  unit,
  bounds,
  none: true,
});

/** In the order a form asks for them. `additions`, `rinses.volumeMl` and `basedOn` have rules of their own. */
export const presetFields = {
  name: { kind: 'text', what: 'name', length: [1, fieldLimits.presetName] },
  version: { kind: 'number', what: 'version', unit: '', bounds: [1, 9999], whole: true },
  source: { kind: 'text', what: 'source', length: [0, fieldLimits.presetSource] },
  cavity: { kind: 'choice', what: 'cavity', of: ['peritoneal', 'pleural', 'bladder'] },
  setting: { kind: 'choice', what: 'setting', of: ['intra-operative', 'post-operative', 'percutaneous'] },
  mode: { kind: 'choice', what: 'mode', of: ['circulation', 'single-instillation'] },
  targetCelsius: { kind: 'number', what: 'target', unit: '°C', bounds: perfusateTargetCelsius },
  minutes: { kind: 'number', what: 'treatment time', unit: 'min', bounds: presetBounds.minutes },
  rulingClock: { kind: 'choice', what: 'ruling clock', of: rulingClocks },
  clockStartsOn: { kind: 'choice', what: 'start of the clock', of: clockStarts },
  flowMlPerMin: flow('flow'),
  fillVolumeMl: volume('fill volume'),
  fillMlPerM2: byBody('mL/m²', presetBounds.fillMlPerM2),
  fillMlPerKg: byBody('mL/kg', presetBounds.fillMlPerKg),
  largestCavityVolumeMl: volume('largest cavity volume'),
  fillFlowMlPerMin: flow('fill flow'),
  drainFlowMlPerMin: flow('drain flow'),
  carrier: { kind: 'text', what: 'carrier', length: [1, fieldLimits.line] },
  controlSite: { kind: 'choice', what: 'control site', of: controlSites },
  'rinses.count': { kind: 'number', what: 'number of rinses', unit: '', bounds: [0, 10], whole: true },
} as const satisfies Record<string, FieldRule>;
export type PresetField = keyof typeof presetFields | 'rinses.volumeMl' | 'additions';
