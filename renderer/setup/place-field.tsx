import { useId, useState } from 'react';
import type { ListItem } from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';
import { useForm, useProblem } from './form-context.ts';

interface PlaceFieldProps {
  readonly field: string;
  readonly name: string;
  readonly places: readonly ListItem[];
  /** Id of a place, or as typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Where something lies: one of the site's places by touch, or any other typed. */
export function PlaceField({ field, name, places, value, onChange }: PlaceFieldProps) {
  const { setup, domain } = useText();
  const { touch } = useForm();
  const problem = useProblem(field);
  const id = useId();
  // While it is typed a word that is an id by chance stays as it is typed.
  const [typing, setTyping] = useState<string | null>(null);
  const isListed = places.some((place) => place.id === value);
  return (
    <fieldset className="field place-field" name={field} data-invalid={problem !== null}>
      <legend>{name}</legend>
      <div className="offers">
        {places.map((place) => (
          <button
            key={place.id}
            type="button"
            className="offer"
            data-value={place.id}
            aria-pressed={place.id === value}
            onClick={() => {
              setTyping(null);
              onChange(place.id === value ? '' : place.id);
              touch(field);
            }}
          >
            {place[domain.spoken]}
          </button>
        ))}
        <input
          id={id}
          name={`${field}-typed`}
          aria-label={`${name}: ${setup.form.otherPlace}`}
          placeholder={setup.form.otherPlace}
          autoComplete="off"
          aria-invalid={problem !== null}
          value={typing ?? (isListed ? '' : value)}
          onChange={(event) => {
            setTyping(event.target.value);
            onChange(event.target.value);
          }}
          onBlur={() => {
            setTyping(null);
            touch(field);
          }}
        />
      </div>
      <p className="field-problem">{problem}</p>
    </fieldset>
  );
}
