import { actorOfText } from '../domain/actor.ts';
import type { SiteLimits } from '../domain/alarm-limits.ts';
import { runStateFromJson, runStateToJson } from '../protocol/checkpoint.ts';
import type { RunState } from '../protocol/state.ts';
import { AlarmDesk } from './alarm-desk.ts';

/** Of this text; another shape is another version. Each part has one of its own beside it. 1: people were bare texts. */
const checkpointVersion = 2;

/** All that a run needs to be gone on with, as JSON text for the record. Clocks are in the state. */
export const checkpointText = (state: RunState, alarms: AlarmDesk): string =>
  JSON.stringify({ version: checkpointVersion, run: runStateToJson(state), alarms: alarms.checkpoint() });

export type RestoredCheckpoint =
  | { readonly ok: true; readonly state: RunState; readonly alarms: AlarmDesk }
  | { readonly ok: false; readonly problem: string };

/** What a checkpoint holds, whole or not at all. `limits`: of the site it was begun at. `monotonicMs`: now, by the clock of this console. Never throws. */
export function restoreCheckpoint(json: string, limits: SiteLimits, monotonicMs: number): RestoredCheckpoint {
  try {
    const parsed: unknown = JSON.parse(json);
    if (!isSaved(parsed)) return failed('it is of another version');
    const { version, run } = parsed;
    if (version !== 1 && version !== checkpointVersion) return failed('it is of another version');
    const alarms = version === 1 ? (withActors(parsed.alarms) as Saved['alarms']) : parsed.alarms;
    const restored = runStateFromJson(run);
    if (!restored.ok) return restored;
    return { ok: true, state: restored.state, alarms: AlarmDesk.resume(alarms, limits, monotonicMs) };
  } catch (error) {
    return failed((error as Error).message);
  }
}

/** Version 1 kept who acknowledged, paused or changed a limit as the text that was typed. */
function withActors(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withActors);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) =>
      (key === 'by' || key === 'acknowledgedBy') && typeof one === 'string'
        ? [key, actorOfText(one)]
        : [key, withActors(one)],
    ),
  );
}

interface Saved {
  readonly version: unknown;
  readonly run: unknown;
  readonly alarms: Parameters<typeof AlarmDesk.resume>[0];
}
const isSaved = (value: unknown): value is Saved =>
  typeof value === 'object' && value !== null && 'version' in value;

const failed = (why: string): RestoredCheckpoint => ({
  ok: false,
  problem: `The checkpoint of the run cannot be read: ${why}.`,
});
