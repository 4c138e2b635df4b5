import type { KeptEvent, RunHeader } from '../../domain/run-event.ts';
import type { Placement, Words } from '../../domain/text/dictionary.ts';
import type { WallTime } from '../wall-time.ts';
import type { ReportWords } from '../words/report-words.ts';

interface TimeInput {
  readonly events: readonly KeptEvent[];
  readonly words: ReportWords;
  readonly time: WallTime;
}

/** The zone of all times in a document, and what became of it until `endWallMs`. */
export function zoneText({ words, time }: Omit<TimeInput, 'events'>, endWallMs: number): string {
  const changes = time.changes(endWallMs).map(({ at, offset }) => words.times.change(at, offset));
  return [words.times.zone(time.zone), ...changes].join(words.comma);
}

/** Whether somebody set the clock that the times of day are of. */
export const clockWasSet = ({ events }: Pick<TimeInput, 'events'>): boolean =>
  events.some(({ event }) => event.type === 'clock-stepped' && event.clock !== 'rig');

/** What a line of an event needs to know of the run. */
export const placementOf = ({ case: { probeSites, coreSite }, site }: RunHeader): Placement => ({
  probeSites,
  coreSite,
  vitalSigns: site.lists.vitalSigns,
});

/** An event as one line, with why somebody acted without a permission; where the wall clock was set with the old time and the new. */
export function eventText(
  { names, words, time }: Omit<TimeInput, 'events'> & { readonly names: Words },
  { event, wallMs }: KeptEvent,
  placement: Placement,
): string {
  const line = names.eventLine(event, placement);
  if (event.type === 'action' && event.breakGlass !== null)
    return `${line.replace(/[.。]$/, '')}${words.semicolon}${words.people.breakGlass(event.breakGlass)}`;
  if (event.type !== 'clock-stepped' || event.clock !== 'wall') return line;
  const before = wallMs - 1000 * event.bySeconds;
  return `${line}${words.semicolon}${words.times.clockSet(time.time(before), time.time(wallMs))}`;
}
