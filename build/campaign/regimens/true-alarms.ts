import type { UrgentAlarm } from '../treatment/treatment.ts';

/** A probe is right to so much, °C (the promise of ±0.1 °C), and its noise. */
const probeCelsius = 0.15;

/** What the meters of a whole drain may be off by, a share. */
const meterShare = 0.05;

/** No machine went wrong, and yet it is no false alarm: the core truly is as hot, or as much is truly left, as it says. */
export function isTrueAlarm({ code, limit, coreCelsius, cavityMl }: UrgentAlarm): boolean {
  if (limit === null) return false;
  if (code === 'drain-blocked') return cavityMl >= limit * (1 - meterShare);
  return code.startsWith('core-temperature-') && coreCelsius >= limit - probeCelsius;
}
