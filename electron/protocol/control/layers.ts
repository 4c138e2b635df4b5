/**
 * Layers: a cavity that mixes badly is warmer where the inflow enters, in proportion to what the inflow is above the
 * outflow, the gap. So what two cavity probes differ by is known as a share of the gap, which shrinks in heat-up
 * (docs/control.md).
 */

/** Layers form and mix within this, s (chosen: a minute or two of the flow through a cavity). */
const layerSeconds = 60;
/** The most that layers explain, as a share of the gap (chosen: 0.25 in the population). */
const mostLayered = 0.3;
/** A smaller gap than this tells little of layers, K (chosen: differences of offset, up to 0.2 K, are no layers). */
const littleGapKelvin = 1;

/** Inflow above outflow, averaged, K; without an inflow what it was. */
export function gapNow(
  before: number | null,
  inflowCelsius: number | null,
  outflowCelsius: number,
  dtSeconds: number,
): number | null {
  if (inflowCelsius === null) return before;
  const gap = inflowCelsius - outflowCelsius;
  return before === null ? gap : before + (gap - before) * Math.min(1, dtSeconds / layerSeconds);
}

/** How far apart layers alone can put two probes, K. */
export const mostLayeredKelvin = (gapKelvin: number | null): number => mostLayered * Math.abs(gapKelvin ?? 0);

/** The share that explains `kelvin` more than `share` does at this gap. */
export function shareWith(share: number, kelvin: number, gapKelvin: number | null): number {
  const gap = gapKelvin ?? 0;
  return share + (kelvin * gap) / (gap * gap + littleGapKelvin ** 2);
}
