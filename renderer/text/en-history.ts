import { minutesSeconds } from '../../electron/contract/text.ts';
import type { Presence } from '../history/occurrences.ts';

/** The alarms of the run as a list. */
export const history = {
  tab: 'History',
  all: 'All',
  stillOn: 'Still on',
  none: 'No alarm in this run.',
  nothingLike: (count: number) =>
    count === 1
      ? 'There is no such alarm; the run has 1 of another sort.'
      : `There is no such alarm among the ${count} of this run.`,
  showAll: 'Show all',
  presence: { on: 'on', latched: 'latched', over: 'over' } satisfies Readonly<Record<Presence, string>>,
  onAtEnd: 'on at the end',
  lasted: (seconds: number) => `lasted ${minutesSeconds(seconds)}`,
  soFar: (seconds: number) => `for ${minutesSeconds(seconds)}`,
  under: (cause: string) => `explained by: ${cause}`,
  worst: (value: string) => `worst ${value}`,
  escalated: (seconds: number) => `priority raised ${minutesSeconds(seconds)}`,
  acknowledged: (person: string | null, seconds: number) =>
    `acknowledged${person === null ? '' : ` by ${person}`} ${minutesSeconds(seconds)}`,
  notAcknowledged: 'not acknowledged',
};
