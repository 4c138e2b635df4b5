import type { Text } from '../text/text.ts';
import type { Draft } from './draft.ts';
import { drugNumbers } from './draft-numbers.ts';
import type { Finder, Problem } from './finder.ts';
import type { Chosen } from './preset-form.ts';
import { drugTextLimits } from './text-limits.ts';

/** What is wrong or missing of the planned drugs. None is planned only where somebody has said so. */
export function drugsProblems(
  finder: Finder,
  { drugs, noDrug }: Draft,
  protocol: Chosen | null,
  { setup }: Text,
): Problem[] {
  const { one, drugFields: names, fields, fieldProblems: say } = setup;
  if (drugs.length === 0 && !noDrug) finder.add('drugs', fields.drugs, say.drugs);
  const most = protocol?.additions.length ?? 0;
  drugs.forEach((drug, index) => {
    const at = (field: keyof typeof names) =>
      [`drugs.${index}.${field}`, one.drug(index + 1, names[field])] as const;
    finder.text(...at('name'), drug.name, drugTextLimits.name, 'needed');
    for (const field of ['doseMg', 'volumeMl'] as const)
      finder.add(...at(field), finder.numberProblem(drug[field], drugNumbers[field]));
    for (const field of ['diluent', 'lot', 'preparedBy'] as const)
      finder.text(...at(field), drug[field], drugTextLimits[field]);
    finder.date(...at('expiry'), drug.expiry, 'past');
    const isGone = protocol !== null && drug.addition !== null && drug.addition >= most;
    finder.add(...at('addition'), isGone ? say.noSuchAddition : null);
  });
  return finder.found;
}
