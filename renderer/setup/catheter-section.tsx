import { useState } from 'react';
import { type Catheter, frenchBounds, type ListItem, mostCatheters } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { NumberInput } from '../parts/number-input.tsx';
import { useText } from '../text/text.ts';
import { asTyped, typedNumber } from '../text/typed-number.ts';
import { type CatheterProblem, withCatheterAt } from './catheter-problems.ts';
import { PlaceField } from './place-field.tsx';

interface CatheterSectionProps {
  /** A size that was typed and is no number is NaN (`catheterProblems`). */
  readonly value: readonly Catheter[];
  readonly onChange: (value: readonly Catheter[]) => void;
  readonly places: readonly ListItem[];
  readonly problems: readonly CatheterProblem[];
}

/** The catheters as a list. None has to be entered. */
export function CatheterSection({ value, onChange, places, problems }: CatheterSectionProps) {
  const { form: text, fields } = useText().setup;
  const replace = (changed: Catheter) =>
    onChange(value.map((other) => (other.number === changed.number ? changed : other)));
  return (
    <>
      <div className="form-heading list-heading">
        <h3>
          {fields.catheters}
          {value.length === 0 && <small> {text.noCatheters}</small>}
        </h3>
        {value.length < mostCatheters && (
          <Button
            data-action="add-catheter"
            title={text.addCatheter}
            onClick={() => onChange(withCatheterAt(value, ''))}
          />
        )}
      </div>
      {value.map((catheter) => (
        <Row
          key={catheter.number}
          catheter={catheter}
          places={places}
          invalid={problems.find(({ number }) => number === catheter.number)?.what.kind === 'french'}
          onChange={replace}
          onRemove={() => onChange(value.filter((other) => other !== catheter))}
        />
      ))}
    </>
  );
}

interface RowProps {
  readonly catheter: Catheter;
  readonly places: readonly ListItem[];
  /** Its size is no size. */
  readonly invalid: boolean;
  readonly onChange: (catheter: Catheter) => void;
  readonly onRemove: () => void;
}

function Row({ catheter, places, invalid, onChange, onRemove }: RowProps) {
  const { setup, domain } = useText();
  const { form: text, one } = setup;
  const { number, place, direction, frenchSize } = catheter;
  const name = one.catheter(number);
  return (
    <div className="catheter-entry list-entry">
      <PlaceField
        field={`catheters.${number}`}
        name={name}
        places={places}
        value={place}
        onChange={(typed) => onChange({ ...catheter, place: typed })}
      />
      <div className="catheter-rest">
        <fieldset className="choice" aria-label={text.direction(number)}>
          {(['in', 'out'] as const).map((way) => (
            <button
              key={way}
              type="button"
              className="choice-button"
              data-value={way}
              aria-pressed={way === direction}
              onClick={() => onChange({ ...catheter, direction: way })}
            >
              {domain.catheterDirection[way]}
            </button>
          ))}
        </fieldset>
        <Size
          name={`${name}: ${text.french}`}
          size={frenchSize}
          invalid={invalid}
          onChange={(size) => onChange({ ...catheter, frenchSize: size })}
        />
        <Button title={text.remove} aria-label={text.removeOf(name)} onClick={onRemove} />
      </div>
    </div>
  );
}

interface SizeProps {
  readonly name: string;
  readonly size: number | null;
  readonly invalid: boolean;
  readonly onChange: (size: number | null) => void;
}

/** What is typed stays as typed while it is no number yet. */
function Size({ name, size, invalid, onChange }: SizeProps) {
  const { form } = useText().setup;
  const rule = { bounds: frenchBounds };
  const [typed, setTyped] = useState(Number.isNaN(size) ? '' : asTyped(size));
  return (
    <div className="field" data-invalid={invalid}>
      <NumberInput
        aria-label={name}
        aria-invalid={invalid}
        placeholder={form.french}
        value={typed}
        rule={rule}
        unit="Fr"
        onType={(value) => {
          setTyped(value);
          onChange(typedNumber(value, rule));
        }}
      />
    </div>
  );
}
