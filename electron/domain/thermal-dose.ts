/**
 * Cumulative equivalent minutes at 43 °C of one step, in minutes.
 * CEM43 = Δt · R^(43 − T), R = 0.25 below 43 °C and 0.5 at or above (Sapareto and Dewey 1984,
 * Int J Radiat Oncol Biol Phys 10:787). Below `floorCelsius` nothing is accumulated.
 */
export function cem43Minutes(celsius: number, minutes: number, floorCelsius = 39): number {
  if (celsius < floorCelsius) return 0;
  return minutes * (celsius >= 43 ? 0.5 : 0.25) ** (43 - celsius);
}
