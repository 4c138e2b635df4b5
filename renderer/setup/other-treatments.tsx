import {
  mostOtherTreatments,
  type OtherTreatment,
  otherTreatmentKinds,
} from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { Choice, TypedField } from './field.tsx';
import { useForm } from './form-context.ts';

const blank: OtherTreatment = { kind: 'systemic', text: '', on: '' };

/** Of the tumour, besides this one: drug exposures add up. */
export function OtherTreatments() {
  const { setup: text, domain } = useText();
  const { draft, change } = useForm();
  const { otherTreatments } = draft;
  const set = (all: readonly OtherTreatment[]) => change({ otherTreatments: all });
  const replace = (index: number, changed: Partial<OtherTreatment>) =>
    set(otherTreatments.map((other, at) => (at === index ? { ...other, ...changed } : other)));
  return (
    <>
      <div className="form-heading list-heading">
        <h3>
          {text.fields.otherTreatments}
          {otherTreatments.length === 0 && <small> {text.form.noTreatments}</small>}
        </h3>
        {otherTreatments.length < mostOtherTreatments && (
          <Button
            data-action="add-treatment"
            title={text.form.addTreatment}
            onClick={() => set([...otherTreatments, blank])}
          />
        )}
      </div>
      {otherTreatments.map(({ kind, text: what, on }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a treatment has no name but its place
        <div className="form-grid list-entry" key={index}>
          <Choice
            field={`otherTreatments.${index}.kind`}
            name={text.form.kind}
            values={otherTreatmentKinds}
            value={kind}
            label={(value) => domain.otherTreatment[value]}
            onChoose={(chosen) => replace(index, { kind: chosen })}
            wide
          />
          <TypedField
            field={`otherTreatments.${index}.text`}
            name={text.form.treatmentText}
            value={what}
            onChange={(typed) => replace(index, { text: typed })}
          />
          <TypedField
            field={`otherTreatments.${index}.on`}
            name={text.form.treatmentDate}
            value={on}
            kind="date"
            hint={text.fieldHints.date}
            onChange={(typed) => replace(index, { on: typed })}
          />
          <Button
            className="beside-field"
            title={text.form.remove}
            aria-label={text.form.removeOf(text.one.otherTreatment(index + 1))}
            onClick={() => set(otherTreatments.filter((_, at) => at !== index))}
          />
        </div>
      ))}
    </>
  );
}
