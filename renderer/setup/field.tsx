import { createContext, type ReactNode, useContext, useId } from 'react';
import { NumberInput } from '../parts/number-input.tsx';
import { type Text, useText } from '../text/text.ts';
import { type Draft, type NumberField as NumberFieldName, numberFields } from './draft.ts';
import type { Field, Problem } from './problems.ts';
import './field.css';

/** The form as its fields see it: values, problems, and which fields have been touched. */
export interface Form {
  readonly draft: Draft;
  readonly change: (changes: Partial<Draft>) => void;
  readonly problems: readonly Problem[];
  /** Problems of untouched fields are shown in the summary only, not in red beside an empty form. */
  readonly touched: ReadonlySet<Field>;
  readonly touch: (field: Field) => void;
}

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (form === null) throw new Error('a form field outside the setup form: put it inside FormContext');
  return form;
}

/** What each field is called, in this case. */
export function fieldNames({ setup, domain }: Text, { setting }: Pick<Draft, 'setting'>) {
  return { ...setup.fields, ...domain.teamIn(setting) };
}

/** The problem of a field, once somebody has been there; what can be told while it is typed, at once. */
export function useProblem(field: Field): string | null {
  const { problems, touched } = useForm();
  const problem = problems.find((one) => one.field === field);
  return problem !== undefined && (touched.has(field) || problem.atOnce) ? problem.text : null;
}

type TextField = { [K in keyof Draft]: string extends Draft[K] ? K : never }[keyof Draft] &
  keyof ReturnType<typeof useText>['setup']['fields'];

interface TextInputProps {
  readonly field: TextField;
  readonly hint?: string;
  readonly wide?: boolean;
}

/** One line of text with its name above and its problem below. */
export function TextInput({ field, hint, wide = false }: TextInputProps) {
  const text = useText();
  const { draft, change, touch } = useForm();
  const problem = useProblem(field);
  const id = useId();
  return (
    <div className="field" data-wide={wide} data-invalid={problem !== null}>
      <label htmlFor={id}>{fieldNames(text, draft)[field]}</label>
      <input
        id={id}
        name={field}
        value={draft[field]}
        placeholder={hint}
        aria-invalid={problem !== null}
        autoComplete="off"
        onChange={(event) => change({ [field]: event.target.value })}
        onBlur={() => touch(field)}
      />
      <p className="field-problem">{problem}</p>
    </div>
  );
}

/** A number with its name above and its problem below. */
export function NumberField({ field }: { readonly field: NumberFieldName }) {
  const text = useText().setup;
  const { draft, change, touch } = useForm();
  const problem = useProblem(field);
  const id = useId();
  return (
    <div className="field" data-invalid={problem !== null}>
      <label htmlFor={id}>{text.fields[field]}</label>
      <NumberInput
        id={id}
        name={field}
        value={draft[field]}
        rule={numberFields[field]}
        unit={numberFields[field].unit}
        aria-invalid={problem !== null}
        onType={(typed) => change({ [field]: typed })}
        onBlur={() => touch(field)}
      />
      <p className="field-problem">{problem}</p>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly field: Field;
  readonly name: string;
  readonly values: readonly T[];
  readonly value: T | null;
  readonly label: (value: T) => string;
  readonly onChoose: (value: T) => void;
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

/** A choice among few: all of them in sight, each a button for a glove. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { field, name, values, value, label, onChoose, wide = false, children } = props;
  const { touch } = useForm();
  const problem = useProblem(field);
  return (
    <fieldset className="field" data-wide={wide} data-invalid={problem !== null} name={field}>
      <legend>{name}</legend>
      <div className="choice">
        {values.map((one) => (
          <button
            key={one}
            type="button"
            className="choice-button"
            data-value={one}
            aria-pressed={one === value}
            onClick={() => {
              onChoose(one);
              touch(field);
            }}
          >
            {label(one)}
          </button>
        ))}
      </div>
      {children}
      <p className="field-problem">{problem}</p>
    </fieldset>
  );
}

interface TickProps {
  readonly field: Field;
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Something the team confirms. */
export function Tick({ field, label, checked, onChange }: TickProps) {
  const { touch } = useForm();
  const problem = useProblem(field);
  return (
    <label className="tick" data-checked={checked} data-invalid={problem !== null}>
      <input
        type="checkbox"
        name={field}
        checked={checked}
        onChange={(event) => {
          onChange(event.target.checked);
          touch(field);
        }}
      />
      <i aria-hidden="true" />
      <span>{label}</span>
    </label>
  );
}
