import { alarmLimitNames, type SiteLimits } from '../domain/alarm-limits.ts';
import { fromExactJson, type Json, toExactJson } from './exact-json.ts';
import { newSpells } from './spells.ts';
import type { AlarmState } from './state.ts';
import { slots } from './watch.ts';

/** Slots and limits are kept by name: places in the tables are another console's tomorrow. */
type SavedState = Omit<AlarmState, 'pending' | 'due' | 'limits' | 'siteLimits'> & {
  readonly pending: ReadonlyMap<string, number>;
  readonly due: ReadonlySet<string>;
  readonly limits: ReadonlyMap<string, number>;
};

/** The alarms of a run as plain JSON, for `alarmStateFromJson`: stepped on, it does what this one would. */
export function alarmStateToJson(state: AlarmState): Json {
  const { siteLimits: _, ...plain } = state;
  const saved: SavedState = {
    ...plain,
    pending: new Map([...state.pending].map(([slot, ms]) => [slotName(slot), ms])),
    due: new Set([...state.due].map(slotName)),
    limits: new Map(alarmLimitNames.map((name, at) => [name, state.limits[at] ?? Number.NaN])),
  };
  return toExactJson(saved);
}

/** Throws on what no console wrote. A condition that is no more is left out; a new limit is as the site sets it. */
export function alarmStateFromJson(json: Json, siteLimits: SiteLimits): AlarmState {
  const saved = fromExactJson(json) as SavedState;
  if (!isSavedState(saved)) throw new TypeError('no state of alarms');
  const { pending, due, limits } = saved;
  const knownSlots = [...due].map((name) => slotOf.get(name)).filter((slot) => slot !== undefined);
  return {
    ...saved,
    // An older console did not keep them; what comes and goes shows itself within seconds.
    spells: saved.spells ?? newSpells,
    pending: new Map(
      [...pending].flatMap(([name, ms]) => {
        const slot = slotOf.get(name);
        return slot === undefined ? [] : [[slot, ms] as const];
      }),
    ),
    due: new Set(knownSlots),
    limits: alarmLimitNames.map((name) => limits.get(name) ?? siteLimits[name].initial),
    siteLimits,
  };
}

function isSavedState(saved: Partial<SavedState> | null): boolean {
  const maps = [saved?.pending, saved?.notes, saved?.gone, saved?.limits];
  const paused = saved?.pause === null || saved?.pause?.known instanceof Set;
  return (
    maps.every((map) => map instanceof Map) &&
    saved?.due instanceof Set &&
    Array.isArray(saved.shown) &&
    typeof saved.count === 'number' &&
    typeof saved.reminders === 'number' &&
    typeof saved.trends?.atMs === 'number' &&
    paused
  );
}

/** Which row of its code and which subject: "cavity-temperature-high/1/2". */
const slotNames: readonly string[] = slots.map(({ condition, subject }, slot) => {
  const before = slots.slice(0, slot).filter((other) => other.condition.code === condition.code);
  const row = new Set(before.map((other) => other.condition));
  row.delete(condition);
  return `${condition.code}/${row.size}/${subject}`;
});
const slotName = (slot: number): string => slotNames[slot] as string;
const slotOf: ReadonlyMap<string, number> = new Map(slotNames.map((name, slot) => [name, slot]));
