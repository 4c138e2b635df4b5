import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { NumberInput } from '../../parts/number-input.tsx';
import { useText } from '../../text/text.ts';
import type { NumberRule } from '../../text/typed-number.ts';
import { useFocus } from './inputs.tsx';
import './number-pad.css';

interface NumberPadProps {
  readonly label: string;
  readonly rule: NumberRule;
  readonly unit: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** It may be entered as it stands. */
  readonly ready: boolean;
  readonly onEnter: () => void;
  /** What is wrong with it, or where it is understood. */
  readonly note: ReactNode;
}

const digits = ['7', '8', '9', '4', '5', '6', '1', '2', '3'] as const;

/** A number by gloves or by keys; Enter is the second touch. */
export function NumberPad({ label, rule, unit, typed, onType, ready, onEnter, note }: NumberPadProps) {
  const text = useText().records.vitals;
  const focus = useFocus();
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.repeat) return;
    event.preventDefault();
    if (ready) onEnter();
  };
  const digit = (one: string) => (
    <Button key={one} data-digit={one} title={one} onClick={() => onType(`${typed}${one}`)} />
  );
  return (
    <div className="number-pad">
      <NumberInput
        aria-label={label}
        rule={rule}
        unit={unit}
        value={typed}
        onType={onType}
        focus={focus}
        onKeyDown={onKey}
      />
      <div className="number-keys">
        {digits.map(digit)}
        <Button
          data-digit="."
          title="."
          aria-disabled={rule.whole === true}
          onClick={() => rule.whole !== true && onType(`${typed}.`)}
        />
        {digit('0')}
        <Button
          data-digit="back"
          aria-label={text.back}
          title="⌫"
          onClick={() => onType(typed.slice(0, -1))}
        />
        <Button
          look="primary"
          data-action="enter"
          title={text.enter}
          caption={note}
          aria-disabled={!ready}
          onClick={() => ready && onEnter()}
        />
      </div>
    </div>
  );
}
