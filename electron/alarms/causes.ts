import type { Alarm, AlarmCode } from '../domain/alarm.ts';
import { explains } from './conditions/explains.ts';
import { isOn, level } from './state.ts';

/**
 * One cause, one alarm: what an alarm that is on explains is listed under it. Never under a less urgent one, and
 * never under one that is itself listed under another: that other one explains both. Answers the same list when
 * nothing moved.
 */
export function underCauses(alarms: readonly Alarm[]): readonly Alarm[] {
  let moved = false;
  const placed = alarms.map((alarm) => {
    const under = isOn(alarm) ? (causeOf(alarm, alarms)?.id ?? null) : null;
    if (under === alarm.under) return alarm;
    moved = true;
    return { ...alarm, under };
  });
  return moved ? placed : alarms;
}

/** The alarm at the root of it; `null`: none explains it. */
function causeOf(alarm: Alarm, alarms: readonly Alarm[]): Alarm | null {
  const cause = alarms.find(
    (other) => isOn(other) && level(other) >= level(alarm) && explainsCode(other.code, alarm.code),
  );
  return cause === undefined ? null : (causeOf(cause, alarms) ?? cause);
}

const explainsCode = (cause: AlarmCode, effect: AlarmCode): boolean =>
  explains[cause]?.includes(effect) ?? false;
