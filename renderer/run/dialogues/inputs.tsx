import { type Ref, useCallback, useId } from 'react';
import { Button } from '../../parts/button.tsx';
import { useText } from '../../text/text.ts';
import type { Answers } from './form.ts';

/** Put on the first field of a dialogue: typing may begin at once. */
export const useFocus = () => useCallback((field: HTMLElement | null) => field?.focus(), []);

interface TypedProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Likely answers, to be taken by touch. */
  readonly offers?: readonly string[];
  readonly long?: boolean;
  readonly numeric?: boolean;
  readonly problem?: string | null;
  readonly focus?: Ref<HTMLTextAreaElement & HTMLInputElement> | undefined;
}

/** A field to type into, with what is likely below it. */
export function Typed(props: TypedProps) {
  const { label, value, onChange, offers = [], long = false, numeric = false, problem = null, focus } = props;
  const id = useId();
  return (
    <div className="dialogue-typed">
      <label htmlFor={id}>{label}</label>
      {long ? (
        <textarea id={id} ref={focus} value={value} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          id={id}
          ref={focus}
          value={value}
          inputMode={numeric ? 'decimal' : 'text'}
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

interface DrugCheckProps {
  readonly names: Answers['checkedBy'];
  readonly team: readonly string[];
  readonly onChange: (names: Answers['checkedBy']) => void;
}

/** The first drug of a run: two people have checked patient, drug, dose, volume and expiry. */
export function DrugCheckFields({ names, team, onChange }: DrugCheckProps) {
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
      <legend>{text.checkedBy}</legend>
      <div className="dialogue-fields">
        <Typed label={text.checkedFirst} value={one} onChange={(name) => onChange([name, other])} />
        <Typed label={text.checkedSecond} value={other} onChange={(name) => onChange([one, name])} />
      </div>
      <div className="dialogue-chips">
        {team.map((name) => (
          <Button
            key={name}
            title={name}
            aria-pressed={name === one || name === other}
            onClick={() => touch(name)}
          />
        ))}
      </div>
    </fieldset>
  );
}
