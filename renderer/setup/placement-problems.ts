import {
  fieldLimits,
  type ListItem,
  type SiteLists,
  type TreatmentCase,
} from '../../electron/contract/words.ts';
import type { Text } from '../text/text.ts';
import { catheterProblems } from './catheter-problems.ts';
import { type Draft, placeFields, placeOf, type SiteField, siteFields, sitesOf } from './draft.ts';
import type { Finder, Problem } from './finder.ts';
import type { Judged } from './problems.ts';
import { textLimits } from './text-limits.ts';

/** What is wrong with where probes and catheters lie. */
export function placementProblems(
  finder: Finder,
  draft: Draft,
  { machine, setup }: Pick<Judged, 'machine' | 'setup'>,
  words: Text,
): Problem[] {
  const { fields, one, fieldProblems: say } = words.setup;
  const { probePlaces, catheterPlaces } = setup.site.lists;
  const twice = sitesTwice(draft, words);
  siteFields.forEach((field, index) => {
    const misplaced = fittedProblem(draft, field, index + 1, machine.probesFitted, words);
    finder.add(field, fields[field], (field === 'site2' ? twice : null) ?? misplaced);
    const place = placeOf(draft, field);
    finder.text(placeFields[field], one.place(fields[field]), place, fieldLimits.line);
    if (isElsewhere(probePlaces, draft.cavity, place))
      finder.add(placeFields[field], one.place(fields[field]), say.otherCavity, { atOnce: true });
  });
  finder.text('coreSite', fields.coreSite, draft.coreSite, textLimits.coreSite);
  const found = catheterProblems(draft.catheters);
  for (const { number, place } of draft.catheters) {
    const problem = found.find((each) => each.number === number);
    const elsewhere = isElsewhere(catheterPlaces, draft.cavity, place) ? say.otherCavity : null;
    const wrong = problem === undefined ? elsewhere : say.catheter(problem);
    finder.add(`catheters.${number}`, one.catheter(number), wrong);
  }
  return finder.found;
}

type Cavity = TreatmentCase['cavity'];

/** Of another cavity, as it was before that was changed. */
function isElsewhere(lists: SiteLists['probePlaces'], cavity: Cavity, place: string): boolean {
  const holds = (list: readonly ListItem[]) => list.some(({ id }) => id === place);
  return !holds(lists[cavity]) && Object.values(lists).some(holds);
}

/** Against what the rig has: a probe that is not there, or one that is and is used for nothing. */
function fittedProblem(
  { leftOut, ...draft }: Draft,
  field: SiteField,
  probe: number,
  fitted: readonly boolean[] | null,
  { setup, domain }: Text,
): string | null {
  const isFitted = fitted?.[probe];
  if (isFitted === undefined) return null;
  const isUsed = draft[field] !== 'not-used';
  if (isUsed && !isFitted) return domain.siteRefusal({ kind: 'probe-not-fitted', probe: probe + 1 });
  return isUsed || !isFitted || leftOut.includes(field) ? null : setup.fieldProblems.fittedNotUsed(probe + 1);
}

function sitesTwice(draft: Draft, { setup }: Text): string | null {
  const sites = sitesOf(draft);
  const twice = sites.find((site, index) => site !== 'not-used' && sites.indexOf(site) !== index);
  return twice === undefined ? null : setup.fieldProblems.sitesTwice(twice);
}
