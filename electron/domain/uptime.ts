/** The rig counts its uptime in 32 bits of ms: after 49.7 days it starts over. */
const wrapMs = 2 ** 32;
/** So close to the end before, and so close to the start now, and the counter started over, ms. */
const closeMs = 60_000;

/** What passed on the rig between two of its uptimes, ms; `null`: it restarted, and nobody knows. */
export function uptimePassedMs(beforeMs: number, nowMs: number): number | null {
  if (nowMs >= beforeMs) return nowMs - beforeMs;
  const wrapped = wrapMs - beforeMs < closeMs && nowMs < closeMs;
  return wrapped ? wrapMs - beforeMs + nowMs : null;
}

/** The rig restarted: its uptime went back, and not because the counter started over. */
export const uptimeWentBack = (beforeMs: number, nowMs: number): boolean =>
  uptimePassedMs(beforeMs, nowMs) === null;
