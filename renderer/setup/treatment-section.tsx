import { cavities, settings, techniques } from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';
import { hasSides } from './draft.ts';
import { Choice, NumberField, TextInput } from './field.tsx';
import { useForm } from './form-context.ts';

/** What kind of treatment, where, why, by whom, with which disposables. */
export function TreatmentSection() {
  const { setup: text, domain } = useText();
  const { draft, change, site } = useForm();
  return (
    <>
      <h3 className="form-heading">{text.form.what}</h3>
      <div className="form-grid">
        <Choice
          field="cavity"
          name={text.fields.cavity}
          values={cavities}
          value={draft.cavity}
          label={(value) => domain.cavity[value]}
          onChoose={(cavity) => change({ cavity })}
        />
        <p className="form-note form-rest">{text.form.cavitiesOnly}</p>
        {hasSides(draft) && (
          <Choice
            field="side"
            name={text.fields.side}
            values={['left', 'right', 'both']}
            value={draft.side}
            label={(value) => domain.side[value]}
            onChoose={(side) => change({ side })}
          />
        )}
        <Choice
          field="technique"
          name={text.fields.technique}
          values={techniques}
          value={draft.technique}
          label={(value) => domain.technique[value]}
          onChoose={(technique) => change({ technique })}
        />
        <div className={hasSides(draft) ? undefined : 'form-rest'}>
          <Choice
            field="setting"
            name={text.fields.setting}
            values={settings}
            value={draft.setting}
            label={(value) => domain.setting[value]}
            onChoose={(setting) => change({ setting })}
          />
        </div>
      </div>
      <h3 className="form-heading">{text.form.why}</h3>
      <div className="form-grid">
        <TextInput field="diagnosis" />
        <TextInput field="procedure" />
        <div className="form-pair">
          <NumberField field="sessionNumber" />
          <NumberField field="sessionsPlanned" />
        </div>
        <TextInput
          field="indication"
          wide
          offers={site.lists.indications.map((item) => item[domain.spoken])}
        />
      </div>
      <h3 className="form-heading">{text.form.people}</h3>
      <div className="form-grid">
        <TextInput field="prescriber" />
        <TextInput field="surgeon" />
        <TextInput field="anaesthetist" />
        <TextInput field="perfusionist" hint={text.fieldHints.perfusionist} />
        <TextInput field="disposablesLot" />
        <TextInput field="disposablesExpiry" kind="date" hint={text.fieldHints.date} />
      </div>
    </>
  );
}
