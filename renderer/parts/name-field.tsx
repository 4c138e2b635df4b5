import { useId } from 'react';
import { fieldLimits, textProblem } from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';
import { Button } from './button.tsx';
import '../setup/field.css';
import './name-field.css';

interface NameFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (name: string) => void;
  /** Somebody who is likely, to be taken by touch. */
  readonly offer?: string;
}

/** Is this a name that may stand in the record? */
export const isName = (typed: string): boolean =>
  typed.trim() !== '' && textProblem(typed, fieldLimits.name) === null;

/** Who decides it. */
export function NameField({ label, value, onChange, offer = '' }: NameFieldProps) {
  const { entry } = useText();
  const id = useId();
  const wrong = textProblem(value, fieldLimits.name);
  return (
    <div className="name-field field" data-invalid={wrong !== null}>
      <label htmlFor={id}>{wrong === null ? label : entry.text(wrong)}</label>
      <div>
        <input
          id={id}
          name="by"
          value={value}
          autoComplete="off"
          aria-invalid={wrong !== null}
          onChange={(event) => onChange(event.target.value)}
        />
        {offer.trim() !== '' && value === '' && (
          <Button
            data-action="take-name"
            title={<span className="typed">{offer.trim()}</span>}
            onClick={() => onChange(offer.trim())}
          />
        )}
      </div>
    </div>
  );
}
