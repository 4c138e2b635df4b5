import type { AudioState } from '../../electron/contract/view.ts';
import { type ChecklistItem, fieldLimits, type SiteLists } from '../../electron/contract/words.ts';
import type { Text } from '../text/text.ts';
import type { Draft } from './draft.ts';
import type { Finder, Problem } from './finder.ts';

export interface CheckedBy {
  readonly lists: Pick<SiteLists, 'contraindications' | 'checklist'>;
  readonly audio: AudioState | null;
}

/** What is wrong or missing of what the site asks before every run. */
export function checksProblems(finder: Finder, draft: Draft, by: CheckedBy, words: Text): Problem[] {
  const { one, fieldProblems: say } = words.setup;
  const { spoken } = words.domain;
  for (const item of by.lists.contraindications) {
    const field = `contraindications.${item.id}`;
    const name = item[spoken];
    const answered = draft.contraindications.find(({ id }) => id === item.id);
    if (answered === undefined) finder.add(field, name, say.unanswered, { of: 'contraindications' });
    else if (answered.answer !== 'no') {
      finder.text(`${field}.reason`, one.reason(name), answered.reason, fieldLimits.line, 'needed');
      finder.text(`${field}.clinician`, one.clinician(name), answered.clinician, fieldLimits.name, 'needed');
    }
  }
  for (const item of by.lists.checklist) {
    const field = `checklist.${item.id}`;
    const name = item[spoken];
    const answered = draft.checklist.find(({ id }) => id === item.id);
    if (answered === undefined) finder.add(field, name, say.unanswered, { of: 'checklist' });
    else {
      finder.add(field, name, answerProblem(item, answered.answer, by.audio, words), { atOnce: true });
      if (answered.answer === 'not-done')
        finder.text(`${field}.reason`, one.notDone(name), answered.reason, fieldLimits.line, 'needed');
    }
  }
  return finder.found;
}

/** Why an item cannot be done now; `null`: it can. */
export const cannotBeDone = (
  { needsSound }: Pick<ChecklistItem, 'needsSound'>,
  audio: AudioState | null,
  { setup, trial }: Text,
): string | null =>
  !needsSound || audio === 'working'
    ? null
    : setup.fieldProblems.noSound(audio === null ? trial.testing : trial.audio[audio]);

function answerProblem(
  item: ChecklistItem,
  answer: Draft['checklist'][number]['answer'],
  audio: AudioState | null,
  words: Text,
): string | null {
  if (answer === 'done') return cannotBeDone(item, audio, words);
  return item.mustBeDone ? words.setup.fieldProblems.mustBeDone : null;
}
