import { useText } from '../text/text.ts';
import { Choice, TextInput, useForm } from './field.tsx';

/** What kind of treatment, by whom, with which drug and disposables. */
export function TeamSection() {
  const text = useText().setup;
  const { draft, change } = useForm();
  return (
    <div className="form-grid">
      <Choice
        field="cavity"
        name={text.fields.cavity}
        values={['peritoneal', 'pleural', 'bladder']}
        value={draft.cavity}
        label={text.choices.cavity}
        onChoose={(cavity) => change({ cavity })}
      />
      <Choice
        field="technique"
        name={text.fields.technique}
        values={['open', 'closed']}
        value={draft.technique}
        label={text.choices.technique}
        onChoose={(technique) => change({ technique })}
      />
      <Choice
        field="setting"
        name={text.fields.setting}
        values={['intra-operative', 'post-operative', 'percutaneous']}
        value={draft.setting}
        label={text.choices.setting}
        onChoose={(setting) => change({ setting })}
      />
      <TextInput field="drugAsEntered" wide />
      <TextInput field="perfusionist" hint={text.fieldHints.perfusionist} />
      <TextInput field="surgeon" />
      <TextInput field="anaesthetist" />
      <TextInput field="prescriber" />
      <TextInput field="disposablesLot" />
      <TextInput field="disposablesExpiry" hint={text.fieldHints.date} />
    </div>
  );
}
