import { useId } from 'react';
import { NumberInput } from '../parts/number-input.tsx';
import { useText } from '../text/text.ts';
import {
  type ChosenField,
  type EditedField,
  type Hint,
  isNumeric,
  mayBeNone,
  numberRuleOf,
} from './preset-form.ts';

interface PresetFieldProps {
  readonly field: EditedField;
  readonly value: string;
  /** What the preset holds; "" where the site has to enter it. */
  readonly was: string;
  readonly problem: Hint | null;
  readonly onChange: (value: string) => void;
}

/** A value of a preset: what it was stands beside it once it is another. */
export function PresetInput({ field, value, was, problem, onChange }: PresetFieldProps) {
  const text = useText().setup.editor;
  const id = useId();
  const changed = value.trim() !== was;
  const shared = {
    id,
    name: `preset-${field}`,
    value,
    placeholder: mayBeNone(field) ? text.none : was === '' ? text.siteEnters : '',
    'aria-invalid': problem !== null,
  };
  return (
    <div
      className="field preset-field"
      data-field={field}
      data-changed={changed}
      data-invalid={problem !== null}
    >
      <label htmlFor={id}>
        {text.field[field]} <small>{text.unit(field)}</small>
      </label>
      {isNumeric(field) ? (
        <NumberInput {...shared} rule={numberRuleOf(field)} unit={text.unit(field)} onType={onChange} />
      ) : (
        <input {...shared} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      )}
      <p className="field-problem">
        {problem !== null ? text.problem(problem) : changed ? text.was(was) : ''}
      </p>
    </div>
  );
}

interface PresetChoiceProps extends PresetFieldProps {
  readonly field: ChosenField;
  readonly values: readonly string[];
}

export function PresetChoice({ field, values, value, was, problem, onChange }: PresetChoiceProps) {
  const text = useText().setup.editor;
  return (
    <fieldset className="field preset-field" data-field={field} data-changed={value !== was}>
      <legend>{text.field[field]}</legend>
      <div className="choice">
        {values.map((one) => (
          <button
            key={one}
            type="button"
            className="choice-button"
            data-value={one}
            aria-pressed={one === value}
            onClick={() => onChange(one)}
          >
            {text.value(field, one)}
          </button>
        ))}
      </div>
      <p className="field-problem">
        {problem !== null ? text.problem(problem) : value !== was ? text.was(text.value(field, was)) : ''}
      </p>
    </fieldset>
  );
}
