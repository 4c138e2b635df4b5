/*
 * Lumped heat balances (docs/plant.md). Each part is stepped implicitly in its own temperature, with its neighbours
 * as they were: the new temperature lies between the old one and what the neighbours pull towards, at any step.
 */

/** Temperature of a part of `jPerK` after `seconds`: `wPerK` is all that ties it to others, `inW` what they send, Σ conductance × their °C + power. */
export const settled = (
  celsius: number,
  jPerK: number,
  wPerK: number,
  inW: number,
  seconds: number,
): number => (jPerK * celsius + seconds * inW) / (jPerK + seconds * wPerK);
