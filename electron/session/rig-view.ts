import type { RigLink } from '../../native-bridge/rig/link.ts';
import type { RigView } from '../contract/view.ts';
import type { Telemetry } from '../domain/telemetry.ts';
import type { Clock } from '../domain/time.ts';

/** What a person may see of the rig and the line to it. `telemetry`: the last one, `null` with the link lost. */
export function rigView(
  { link, clock }: { link: RigLink; clock: Clock },
  telemetry: Telemetry | null,
): RigView {
  const nowMs = clock.monotonicMs();
  const ageMs = link.ageMs(nowMs);
  return {
    link: link.state(nowMs),
    port: link.portName,
    ageMs: ageMs === null ? null : Math.round(ageMs),
    counters: { ...link.counters },
    identity: link.identity,
    state: telemetry?.rigState ?? null,
    interlockBits: telemetry?.interlockBits ?? null,
    problem: link.problem,
  };
}
