import { allergyAnswers, feverCelsius, mostIdentifiers, sexes } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { bodySurfaceOf, draftNumber } from './draft-numbers.ts';
import { Choice, NumberField, TextInput, TypedField } from './field.tsx';
import { FluidQuestion } from './fluid-question.tsx';
import { cliniciansOf, useForm } from './form-context.ts';
import { OtherTreatments } from './other-treatments.tsx';

/** Who is treated, where he or she belongs, and what is to be known of the body before. */
export function PatientSection() {
  const text = useText().setup.form;
  return (
    <>
      <h3 className="form-heading">{text.person}</h3>
      <Identity />
      <h3 className="form-heading">{text.stay}</h3>
      <Stay />
      <h3 className="form-heading">{text.body}</h3>
      <Body />
      <OtherTreatments />
      <h3 className="form-heading">{text.before}</h3>
      <Before />
    </>
  );
}

function Identity() {
  const { setup: text, domain } = useText();
  const { draft, change } = useForm();
  const { identifiers } = draft;
  const replace = (index: number, changed: Partial<(typeof identifiers)[number]>) =>
    change({
      identifiers: identifiers.map((other, at) => (at === index ? { ...other, ...changed } : other)),
    });
  return (
    <div className="form-grid">
      <TextInput field="familyName" />
      <TextInput field="givenName" />
      <TextInput field="birthDate" kind="date" hint={text.fieldHints.date} />
      <div className="form-row">
        <Choice
          field="sex"
          name={text.fields.sex}
          values={sexes}
          value={draft.sex}
          label={(value) => domain.sex[value]}
          onChoose={(sex) => change({ sex })}
        />
      </div>
      {identifiers.map(({ value, issuer }, index) => {
        const first = index === 0;
        const name = first ? text.fields.hospitalNumber : text.one.identifier(index + 1);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a number has no name but its place
          <div className="form-row identifier" key={index}>
            <TypedField
              field={`identifiers.${index}.value`}
              name={name}
              value={value}
              onChange={(typed) => replace(index, { value: typed })}
            />
            <TypedField
              field={`identifiers.${index}.issuer`}
              name={text.fields.issuer}
              value={issuer}
              onChange={(typed) => replace(index, { issuer: typed })}
            />
            {first ? (
              identifiers.length < mostIdentifiers && (
                <Button
                  data-action="add-identifier"
                  title={text.form.addNumber}
                  onClick={() => change({ identifiers: [...identifiers, { value: '', issuer: '' }] })}
                />
              )
            ) : (
              <Button
                title={text.form.remove}
                aria-label={text.form.removeOf(name)}
                onClick={() => change({ identifiers: identifiers.filter((_, at) => at !== index) })}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

function Stay() {
  const { form } = useText().setup;
  const { draft, change } = useForm();
  return (
    <div className="form-grid">
      <TextInput field="visitNumber" />
      <TextInput field="orderNumber" />
      <TextInput field="bed" />
      <TextInput field="referringWard" />
      <TextInput field="returnWard" />
      <Button
        className="beside-field"
        data-action="same-ward"
        title={form.sameWard}
        aria-disabled={draft.referringWard.trim() === ''}
        onClick={() => draft.referringWard.trim() !== '' && change({ returnWard: draft.referringWard })}
      />
    </div>
  );
}

function Body() {
  const { setup: text, domain } = useText();
  const { draft, change, site } = useForm();
  const surface = bodySurfaceOf(draft, site);
  return (
    <div className="form-grid">
      <NumberField field="heightCm" />
      <NumberField field="weightKg" />
      <p className="form-note">
        {text.bodySurface(surface, domain.bodySurfaceFormula[site.bodySurfaceFormula])}
      </p>
      <div className="form-row allergies">
        <Choice
          field="allergyAnswer"
          name={text.fields.allergyAnswer}
          values={allergyAnswers}
          value={draft.allergyAnswer}
          label={(value) => domain.allergyAnswer[value]}
          onChoose={(allergyAnswer) => change({ allergyAnswer })}
        />
        {draft.allergyAnswer !== 'none-known' && <TextInput field="allergyText" />}
      </div>
    </div>
  );
}

function Before() {
  const { draft } = useForm();
  const body = draftNumber(draft, 'bodyTemperature');
  return (
    <div className="form-grid">
      <NumberField field="bodyTemperature" />
      {body !== null && body > feverCelsius && (
        <div className="form-rest">
          <TextInput field="feverAcceptedBy" offers={cliniciansOf(draft)} />
        </div>
      )}
      <FluidQuestion />
    </div>
  );
}
