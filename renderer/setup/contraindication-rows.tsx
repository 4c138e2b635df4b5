import { type ContraindicationAnswer, contraindicationAnswers } from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';
import { AnswerRows } from './answer-rows.tsx';
import { TypedField } from './field.tsx';
import { cliniciansOf, useForm } from './form-context.ts';

/** Each by itself; a yes or unknown asks why the team goes on, and who decided it. */
export function ContraindicationRows() {
  const { setup: text, domain } = useText();
  const { draft, change, site } = useForm();
  const answered = draft.contraindications;
  const put = (one: ContraindicationAnswer) =>
    change({ contraindications: [...answered.filter(({ id }) => id !== one.id), one] });
  const rows = site.lists.contraindications.map((item) => {
    const one = answered.find(({ id }) => id === item.id);
    const asksWhy = one !== undefined && one.answer !== 'no';
    return {
      id: item.id,
      title: item[domain.spoken],
      note: null,
      value: one?.answer ?? null,
      barred: [],
      details: asksWhy ? <Why answered={one} onChange={put} /> : null,
    };
  });
  return (
    <AnswerRows
      list="contraindications"
      name={text.form.contraindications}
      rows={rows}
      answers={contraindicationAnswers}
      label={(answer) => domain.contraindicationAnswer[answer]}
      onAnswer={(id, answer) => {
        const before = answered.find((one) => one.id === id);
        put({ reason: '', clinician: '', ...before, id, answer });
      }}
    />
  );
}

interface WhyProps {
  readonly answered: ContraindicationAnswer;
  readonly onChange: (answered: ContraindicationAnswer) => void;
}

function Why({ answered, onChange }: WhyProps) {
  const { form: text } = useText().setup;
  const { draft } = useForm();
  const { id, reason, clinician } = answered;
  return (
    <>
      <TypedField
        field={`contraindications.${id}.reason`}
        name={text.reason}
        value={reason}
        onChange={(typed) => onChange({ ...answered, reason: typed })}
      />
      <TypedField
        field={`contraindications.${id}.clinician`}
        name={text.clinician}
        value={clinician}
        offers={cliniciansOf(draft)}
        onChange={(typed) => onChange({ ...answered, clinician: typed })}
      />
    </>
  );
}
