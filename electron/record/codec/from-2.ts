import { actorOfText, consoleActor, unknownActor } from '../../domain/actor.ts';
import { roles } from '../../domain/role.ts';
import { type Json, type Upgrade, within } from './json.ts';

/**
 * Version 2 named who acted by a bare text, and said neither time zone nor console. What it did not say stays unknown.
 */
export const from2: Upgrade = { header: headerFrom2, event: eventFrom2 };

function headerFrom2(header: Json): Json {
  const added = { console: null, timeZone: null, startedBy: unknownActor };
  // Absent, it began with an empty cavity: a run on fluid had it in its header.
  return 'case' in header ? { ...added, fluidInCavityMl: 0, ...header } : { ...added, ...header };
}

function eventFrom2(event: Json): Json {
  if ('alarm' in event) return { ...event, alarm: within(event.alarm, alarmFrom2) };
  switch (event.type) {
    case 'run-started':
    case 'rescue-started':
      return { ...event, header: within(event.header, headerFrom2) };
    case 'action':
    case 'audio-paused':
    case 'taken-up':
    case 'fluid-answered':
      return { ...event, by: actorFrom2(event.by) };
    case 'alarm-limit-changed':
      return { ...event, by: actorFrom2(event.by, event.role) };
    case 'audio-on':
      // "" was the console's own doing.
      return { ...event, by: event.by === '' ? consoleActor : actorFrom2(event.by) };
    case 'clock-stepped':
      return { clock: 'unknown', ...event };
    default:
      return event;
  }
}

const alarmFrom2 = (alarm: Json): Json => ({
  ...alarm,
  acknowledgedBy: alarm.acknowledgedBy === null ? null : actorFrom2(alarm.acknowledgedBy),
});

/** What is no text stays, for the schema to refuse. */
const actorFrom2 = (by: unknown, role: unknown = null): unknown =>
  typeof by === 'string' ? actorOfText(by, roles.find((one) => one === role) ?? null) : by;
