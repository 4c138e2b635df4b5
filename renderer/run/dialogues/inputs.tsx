import { type Ref, useCallback, useId } from 'react';
import { fieldLimits, textProblem } from '../../../electron/contract/words.ts';
import { Button } from '../../parts/button.tsx';
import { NumberInput } from '../../parts/number-input.tsx';
import { useText } from '../../text/text.ts';
import type { NumberRule } from '../../text/typed-number.ts';

/** Put on the first field of a dialogue: typing may begin at once. */
export const useFocus = () => useCallback((field: HTMLElement | null) => field?.focus(), []);

interface TypedProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Likely answers, to be taken by touch. */
  readonly offers?: readonly string[];
  readonly long?: boolean;
  /** A number: what it may be, and its unit. */
  readonly numeric?: { readonly rule: NumberRule; readonly unit: string };
  /** How many characters main takes; what is beyond is said while it is typed, and nothing is cut. */
  readonly most?: number;
  /** How it is written, where it stands empty. */
  readonly hint?: string;
  readonly problem?: string | null;
  readonly focus?: Ref<HTMLTextAreaElement & HTMLInputElement> | undefined;
}

/** A field to type into, with what is likely below it. */
export function Typed(props: TypedProps) {
  const { label, value, onChange, offers = [], long = false, numeric, most, hint, focus } = props;
  const { entry } = useText();
  const id = useId();
  const wrong = most === undefined ? null : textProblem(value, most);
  const problem = wrong === null ? (props.problem ?? null) : entry.text(wrong);
  return (
    <div className="dialogue-typed">
      <label htmlFor={id}>{label}</label>
      {long ? (
        <textarea
          id={id}
          ref={focus}
          value={value}
          aria-invalid={problem !== null}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : numeric !== undefined ? (
        <NumberInput
          {...numeric}
          id={id}
          focus={focus}
          value={value}
          aria-invalid={problem !== null}
          onType={onChange}
        />
      ) : (
        <input
          id={id}
          ref={focus}
          value={value}
          placeholder={hint}
          autoComplete="off"
          aria-invalid={problem !== null}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {problem !== null && <p className="dialogue-problem">{problem}</p>}
      {offers.length > 0 && (
        <div className="dialogue-chips">
          {offers.map((one) => (
            <Button key={one} title={one} aria-pressed={value === one} onClick={() => onChange(one)} />
          ))}
        </div>
      )}
    </div>
  );
}

type Names = readonly [string, string];
export const nobodyYet: Names = ['', ''];

interface TwoPeopleProps {
  /** What they stand for. */
  readonly legend: string;
  readonly names: Names;
  readonly team: readonly string[];
  readonly onChange: (names: Names) => void;
}

/** Two different people, of the team by touch, or typed. */
export function TwoPeople({ legend, names, team, onChange }: TwoPeopleProps) {
  const text = useText().actions.dialogue;
  const [one, other] = names;
  const touch = (name: string) => {
    if (one === name) onChange(['', other]);
    else if (other === name) onChange([one, '']);
    else if (one.trim() === '') onChange([name, other]);
    else onChange([one, name]);
  };
  return (
    <fieldset className="drug-check">
      <legend>{legend}</legend>
      <div className="dialogue-fields">
        <Typed
          label={text.checkedFirst}
          value={one}
          onChange={(name) => onChange([name, other])}
          most={fieldLimits.name}
        />
        <Typed
          label={text.checkedSecond}
          value={other}
          onChange={(name) => onChange([one, name])}
          most={fieldLimits.name}
        />
      </div>
      <div className="dialogue-chips">
        {team.map((name) => (
          <Button
            key={name}
            data-person={name}
            title={<span className="typed">{name}</span>}
            aria-pressed={name === one || name === other}
            onClick={() => touch(name)}
          />
        ))}
      </div>
    </fieldset>
  );
}
