import { type ProbeSite, probeSites, setUpChecks } from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';
import { AlarmTrial } from './alarm-trial.tsx';
import { type Draft, type SiteField, siteFields } from './draft.ts';
import { Choice, TextInput, Tick, useForm } from './field.tsx';

/** "Not used" pressed once more is the answer to whether a fitted probe stays out. */
function placed(draft: Draft, field: SiteField, site: ProbeSite): Partial<Draft> {
  const others = draft.leftOut.filter((one) => one !== field);
  const again = site === 'not-used' && draft[field] === 'not-used';
  return { [field]: site, leftOut: again ? [...others, field] : others };
}

/** Where the probes lie, what the team has checked, and what speaks against it. */
export function ChecksSection() {
  const { setup: text, domain } = useText();
  const { draft, change } = useForm();
  const sites = probeSites.filter((site) => site !== 'inflow');
  return (
    <>
      <h3 className="form-heading">
        {text.checks.sitesHeading}. {text.checks.t1}
      </h3>
      <div className="form-grid two">
        {siteFields.map((field) => (
          <Choice
            key={field}
            field={field}
            name={text.fields[field]}
            values={sites}
            value={draft[field]}
            label={text.choices.site}
            onChoose={(site) => change(placed(draft, field, site))}
          />
        ))}
        <TextInput field="coreSite" hint={text.fieldHints.coreSite} />
      </div>
      <h3 className="form-heading">{text.checks.heading}</h3>
      <div className="form-grid tight">
        {setUpChecks.map((check) => (
          <Tick
            key={check}
            field={check}
            label={domain.setUpCheck[check]}
            checked={draft.ticked[check]}
            onChange={(checked) => change({ ticked: { ...draft.ticked, [check]: checked } })}
          />
        ))}
        <AlarmTrial />
      </div>
      <div className="form-grid">
        <Choice
          field="contraindication"
          name={text.fields.contraindication}
          values={['no', 'yes']}
          value={draft.contraindication === 'unanswered' ? null : draft.contraindication}
          label={(value) => text.checks[value]}
          onChoose={(contraindication) => change({ contraindication })}
        />
        {draft.contraindication === 'yes' && (
          <>
            <TextInput field="contraindicationReason" />
            <TextInput field="contraindicationClinician" />
          </>
        )}
      </div>
    </>
  );
}
