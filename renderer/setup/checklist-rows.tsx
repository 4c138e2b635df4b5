import { type ChecklistAnswer, type ChecklistItem, checklistAnswers } from '../../electron/contract/words.ts';
import { withPeople } from '../access/asking.ts';
import { useSound } from '../sound/trial.ts';
import { useText } from '../text/text.ts';
import { type AnswerRow, AnswerRows } from './answer-rows.tsx';
import { cannotBeDone } from './checks-problems.ts';
import { TypedField } from './field.tsx';
import { useForm } from './form-context.ts';

/** Each item with who answered it and when; what is not done has a reason. */
export function ChecklistRows() {
  const words = useText();
  const { setup: text, domain } = words;
  const { draft, change, site } = useForm();
  const { audio } = useSound();
  const answered = draft.checklist;
  const put = (one: ChecklistAnswer) =>
    change((now) => ({ checklist: [...now.checklist.filter(({ id }) => id !== one.id), one] }));
  // Who it was and when, main says.
  const tell = async (id: string, answer: ChecklistAnswer['answer'], reason: string) => {
    const reply = await withPeople(
      () => window.isotherm.invoke('answerCheck', { id, answer, reason }),
      (told) => (told.ok ? null : told.why),
    ).catch(() => null);
    if (reply?.ok) put(reply.answer);
  };
  const rowOf = (item: ChecklistItem): AnswerRow<ChecklistAnswer['answer']> => {
    const one = answered.find(({ id }) => id === item.id);
    const bar = cannotBeDone(item, audio, words);
    const notes = [
      ...(item.mustBeDone && one?.answer !== 'done' ? [text.form.mustBeDone] : []),
      ...(one === undefined ? [] : [text.form.answered(one.by, one.atWallMs)]),
      // Said as its problem where it stands as done.
      ...(bar === null || one?.answer === 'done' ? [] : [bar]),
    ];
    return {
      id: item.id,
      title: item[domain.spoken],
      note: notes.filter((note) => note !== '').join(' · '),
      value: one?.answer ?? null,
      barred: bar === null ? [] : ['done'],
      details:
        one?.answer !== 'not-done' ? null : (
          <TypedField
            field={`checklist.${item.id}.reason`}
            name={text.form.whyNot}
            value={one.reason}
            onChange={(typed) => put({ ...one, reason: typed })}
          />
        ),
    };
  };
  return (
    <AnswerRows
      list="checklist"
      name={text.form.checklist}
      rows={site.lists.checklist.map(rowOf)}
      answers={checklistAnswers}
      label={(answer) => domain.checklistAnswer[answer]}
      onAnswer={(id, answer) => {
        const reason = answered.find((one) => one.id === id)?.reason ?? '';
        void tell(id, answer, reason);
      }}
    />
  );
}
