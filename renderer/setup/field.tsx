import { type ReactNode, useId } from 'react';
import { NumberInput } from '../parts/number-input.tsx';
import { useText } from '../text/text.ts';
import { asDate } from '../text/typed-date.ts';
import type { NumberRule } from '../text/typed-number.ts';
import type { Draft } from './draft.ts';
import { type NumberField as NumberFieldName, numberFields } from './draft-numbers.ts';
import { fieldNames } from './field-names.ts';
import type { Field } from './finder.ts';
import { useForm, useProblem } from './form-context.ts';
import './field.css';

interface TypedFieldProps {
  readonly field: Field;
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly wide?: boolean | undefined;
  readonly kind?: 'text' | 'date' | (NumberRule & { readonly unit: string });
  /** What is likely, to be taken by touch instead of typed. */
  readonly offers?: readonly string[];
}

/** One line to type into, its name above and its problem below; what is likely is there to be touched. */
export function TypedField(props: TypedFieldProps) {
  const { field, name, value, onChange, hint, wide = false, kind = 'text', offers = [] } = props;
  const { touch } = useForm();
  const problem = useProblem(field);
  const id = useId();
  const shared = { id, name: field, value, placeholder: hint, 'aria-invalid': problem !== null };
  const take = (offer: string) => {
    onChange(offer);
    touch(field);
  };
  return (
    <div className="field" data-wide={wide} data-invalid={problem !== null}>
      <label htmlFor={id}>{name}</label>
      {typeof kind === 'object' ? (
        <NumberInput {...shared} rule={kind} unit={kind.unit} onType={onChange} onBlur={() => touch(field)} />
      ) : (
        <input
          {...shared}
          autoComplete="off"
          inputMode={kind === 'date' ? 'numeric' : 'text'}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => {
            // As it is understood, before it counts.
            if (kind === 'date' && asDate(value) !== value) onChange(asDate(value));
            touch(field);
          }}
        />
      )}
      <p className="field-problem">{problem}</p>
      {offers.length > 0 && <Offers {...{ name, offers, value }} onTake={take} />}
    </div>
  );
}

interface OffersProps {
  readonly name: string;
  readonly offers: readonly string[];
  readonly value: string;
  readonly onTake: (offer: string) => void;
}

/** Taken once more it is let go. */
function Offers({ name, offers, value, onTake }: OffersProps) {
  return (
    <fieldset className="offers" aria-label={name}>
      {offers.map((offer) => (
        <button
          key={offer}
          type="button"
          className="offer"
          aria-pressed={offer === value}
          onClick={() => onTake(offer === value ? '' : offer)}
        >
          {offer}
        </button>
      ))}
    </fieldset>
  );
}

type TextField = { [K in keyof Draft]: string extends Draft[K] ? K : never }[keyof Draft] &
  keyof ReturnType<typeof useText>['setup']['fields'];

interface TextInputProps extends Pick<TypedFieldProps, 'hint' | 'wide' | 'offers'> {
  readonly field: TextField;
  readonly kind?: 'text' | 'date';
}

/** A text of the draft. */
export function TextInput({ field, ...rest }: TextInputProps) {
  const text = useText();
  const { draft, change } = useForm();
  return (
    <TypedField
      {...rest}
      field={field}
      name={fieldNames(text, draft)[field]}
      value={draft[field]}
      onChange={(value) => change({ [field]: value })}
    />
  );
}

/** A number of the draft. */
export function NumberField({ field }: { readonly field: NumberFieldName }) {
  const text = useText().setup;
  const { draft, change } = useForm();
  return (
    <TypedField
      field={field}
      name={text.fields[field]}
      value={draft[field]}
      kind={numberFields[field]}
      onChange={(value) => change({ [field]: value })}
    />
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
