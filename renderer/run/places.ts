import type { RunView } from '../../electron/contract/view.ts';
import { type ListItem, probeIds } from '../../electron/contract/words.ts';
import type { Text } from '../text/text.ts';

/** A place by its name in the site's list; one that was typed as it was typed; "" where none was said. */
export const placeName = (items: readonly ListItem[], place: string, language: 'en' | 'zh'): string =>
  items.find(({ id }) => id === place)?.[language] ?? place;

export interface PlaceRow {
  /** What lies there, and by which size. */
  readonly what: string;
  readonly where: string;
}

/** Where catheters and probes lie, in the order of their numbers; probes that are not used are left out. */
export function placeRows({ case: of, lists }: Pick<RunView, 'case' | 'lists'>, words: Text): PlaceRow[] {
  const text = words.records.places;
  const { spoken, catheterDirection, probeSite } = words.domain;
  const said = (where: string): string => (where === '' ? text.notSaid : where);
  const catheters = [...of.catheters].sort((a, b) => a.number - b.number);
  return [
    ...catheters.map(({ number, place, direction, frenchSize }) => ({
      what: text.catheter(number, catheterDirection[direction], frenchSize),
      where: said(placeName(lists.catheterPlaces[of.cavity], place, spoken)),
    })),
    ...probeIds.flatMap((id, index) => {
      const site = of.probeSites[index];
      const place = placeName(lists.probePlaces[of.cavity], of.probePlaces[index] ?? '', spoken);
      // In the machine's own lines: there is no place in the body to say.
      const inLine = site === 'inflow' || site === 'outflow';
      return site === undefined || site === 'not-used' || (inLine && place === '')
        ? []
        : [{ what: `${id} ${probeSite[site]}`, where: said(place) }];
    }),
    ...(of.coreSite === '' ? [] : [{ what: text.core, where: of.coreSite }]),
  ];
}
