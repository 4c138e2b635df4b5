import { useText } from '../text/text.ts';
import { Choice, NumberField } from './field.tsx';
import { useForm } from './form-context.ts';

/** A run that fills an abdomen that is full already is what this question is for: nobody starts without an answer. */
export function FluidQuestion() {
  const text = useText().setup;
  const { draft, change } = useForm();
  return (
    <div className="form-row fluid-question">
      <Choice
        field="fluidBefore"
        name={text.fields.fluidBefore}
        values={['no', 'about', 'unknown']}
        value={draft.fluidBefore === 'unanswered' ? null : draft.fluidBefore}
        label={(value) => text.fluidAnswers[value]}
        onChoose={(fluidBefore) => change({ fluidBefore })}
      />
      {draft.fluidBefore === 'about' && <NumberField field="fluidMl" />}
    </div>
  );
}
