import type { Text } from '../text/text.ts';
import { type Draft, hasSides } from './draft.ts';
import { draftNumber, numberFields } from './draft-numbers.ts';
import { fieldNames } from './field-names.ts';
import type { Finder, Problem } from './finder.ts';
import { textLimits } from './text-limits.ts';

/** What is wrong or missing of what is done, why, by whom, with what. */
export function treatmentProblems(finder: Finder, draft: Draft, words: Text): Problem[] {
  const { fieldProblems: say } = words.setup;
  const names = fieldNames(words, draft);
  if (hasSides(draft) && draft.side === null) finder.add('side', names.side, say.unanswered);
  for (const field of ['diagnosis', 'indication', 'procedure'] as const)
    finder.text(field, names[field], draft[field], textLimits[field]);
  const { sessionNumber, sessionsPlanned } = draft;
  const wrong = finder.wholeProblem(sessionNumber, numberFields.sessionNumber, 'needed');
  const plannedWrong = finder.wholeProblem(sessionsPlanned, numberFields.sessionsPlanned);
  const session = draftNumber(draft, 'sessionNumber');
  const planned = draftNumber(draft, 'sessionsPlanned');
  const isBeyond = session !== null && planned !== null && session > planned;
  const beyond = isBeyond && plannedWrong === null ? say.notSoMany(planned) : null;
  finder.add('sessionNumber', names.sessionNumber, wrong ?? beyond);
  finder.add('sessionsPlanned', names.sessionsPlanned, plannedWrong);
  finder.text('prescriber', names.prescriber, draft.prescriber, textLimits.prescriber, 'needed');
  finder.text('surgeon', names.surgeon, draft.surgeon, textLimits.surgeon);
  finder.text('anaesthetist', names.anaesthetist, draft.anaesthetist, textLimits.anaesthetist);
  finder.text('perfusionist', names.perfusionist, draft.perfusionist, textLimits.perfusionist, 'needed');
  finder.text('disposablesLot', names.disposablesLot, draft.disposablesLot, textLimits.disposablesLot);
  finder.date('disposablesExpiry', names.disposablesExpiry, draft.disposablesExpiry, 'past');
  return finder.found;
}
