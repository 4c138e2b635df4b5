import type { ProbeSites } from '../../domain/case.ts';
import type { Phase } from '../../domain/phase.ts';
import type { PresetControlSite } from '../../domain/preset.ts';
import { measured, missing, type Reading } from '../../domain/reading.ts';
import type { ProbeReadings } from '../../domain/telemetry.ts';
import { cavityProbe, readingAt } from './probe-judge.ts';

export type ControlSite = PresetControlSite;

/** Until the cavity is filled the inflow is what can be held. */
const beforeCavity: readonly Phase[] = ['self-test', 'prime', 'machine-test', 'preheat', 'fill'];

/**
 * The site the control temperature is taken from: the inflow until the cavity is filled,
 * then what the preset says, unless a named person chose the outflow.
 */
export function controlSite(phase: Phase, presetSite: PresetControlSite, byOutflow: boolean): ControlSite {
  if (beforeCavity.includes(phase)) return 'inflow';
  return byOutflow ? 'outflow' : presetSite;
}

/**
 * The control temperature in °C: the mean of the valid cavity probes, or the one probe of the site.
 * `aboveMeanCelsius`: what the valid cavity probes are known to read above the mean of all of them, so that the
 * level does not jump when one leaves or comes back (`witness.ts`).
 */
export function controlCelsius(
  site: ControlSite,
  readings: ProbeReadings,
  sites: ProbeSites,
  aboveMeanCelsius: number,
): Reading {
  if (site !== 'cavity') return readingAt(site, readings, sites);
  let sum = 0;
  let valid = 0;
  for (let probe = cavityProbe(sites, 0); probe >= 0; probe = cavityProbe(sites, probe + 1)) {
    const value = readings[probe]?.value ?? null;
    if (value === null) continue;
    sum += value;
    valid += 1;
  }
  return valid === 0 ? missing('no-value') : measured(sum / valid - aboveMeanCelsius);
}
