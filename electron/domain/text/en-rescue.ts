import type { RescueHeader } from '../run-event.ts';

/** How a drain outside a run ended, by the `summary` of the record's end; shown as it is where there is no word for it. */
const ends: Readonly<Partial<Record<string, string>>> = {
  dry: 'nothing came any more',
  blocked: 'nothing came, and the cavity is not known to be empty',
  person: 'a person ended the drain',
  machine: 'the machine stopped the drain',
};

/** What the machine was found doing, by the word in the record. */
const found: Readonly<Partial<Record<string, string>>> = {
  'stood-down': 'The machine stood',
  circulating: 'The machine was circulating',
  filling: 'The machine was pumping into the patient',
  draining: 'The machine was draining the patient',
  'pumping-other': 'The machine was pumping in standby',
  standing: 'Nothing flowed, but the machine had not stood down',
  unknown: 'What the machine did was not known',
};

/** As it was written where there is no word for it. */
export function rescueWhy({ why }: Pick<RescueHeader, 'why' | 'afterRunId'>): string {
  const doing = /^The machine was found: ([a-z-]+)\.$/.exec(why)?.[1];
  return found[doing ?? ''] ?? why;
}

export const rescueEnd = (summary: string): string => ends[summary] ?? summary;
