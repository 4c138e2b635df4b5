import { linkLostAfterMs } from '../domain/link.ts';
import type { RigDriver } from '../domain/rig-driver.ts';

/** Age of what was heard last, s, to a tenth; `null`: nothing was heard yet, or the loss it stands for is over already. */
export function linkAgeSeconds(
  link: Pick<RigDriver, 'ageMs'>,
  nowMs: number,
  linkLost: boolean,
): number | null {
  const ageMs = link.ageMs(nowMs);
  return ageMs === null || (linkLost && ageMs <= linkLostAfterMs) ? null : Math.round(ageMs / 100) / 10;
}
