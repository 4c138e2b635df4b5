import { type BodySurfaceFormula, bodySurfaceAreaM2, feverCelsius } from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';
import { draftNumber } from './draft.ts';
import { Choice, NumberField, TextInput, Tick, useForm } from './field.tsx';
import { FluidQuestion } from './fluid-question.tsx';

/** Who is treated, and what he weighs, measures and shows before. */
export function PatientSection({ formula }: { readonly formula: BodySurfaceFormula }) {
  const { setup: text, domain } = useText();
  const { draft, change } = useForm();
  const height = draftNumber(draft, 'heightCm');
  const weight = draftNumber(draft, 'weightKg');
  const surface =
    height !== null && weight !== null ? bodySurfaceAreaM2(height, weight, formula) : Number.NaN;
  const body = draftNumber(draft, 'bodyTemperature');
  return (
    <div className="form-grid">
      <TextInput field="name" />
      <TextInput field="birthDate" hint={text.fieldHints.date} />
      <Choice
        field="sex"
        name={text.fields.sex}
        values={['female', 'male', 'other', 'unknown']}
        value={draft.sex}
        label={text.choices.sex}
        onChoose={(sex) => change({ sex })}
      />
      <TextInput field="hospitalNumber" />
      <TextInput field="visitNumber" />
      <TextInput field="bed" />
      <NumberField field="heightCm" />
      <NumberField field="weightKg" />
      <p className="form-note">
        {text.bodySurface(Number.isFinite(surface) ? surface : null, domain.bodySurfaceFormula[formula])}
      </p>
      <TextInput field="diagnosis" />
      <TextInput field="indication" />
      <TextInput field="allergies" />
      <NumberField field="sessionNumber" />
      <NumberField field="bodyTemperature" />
      {body !== null && body > feverCelsius && (
        <Tick
          field="feverAccepted"
          label={text.checks.feverTick(body)}
          checked={draft.feverAccepted}
          onChange={(feverAccepted) => change({ feverAccepted })}
        />
      )}
      <FluidQuestion />
    </div>
  );
}
