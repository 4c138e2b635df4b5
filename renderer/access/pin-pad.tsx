import { useState } from 'react';
import { pinLength } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';

interface PinPadProps {
  readonly label: string;
  readonly busy: boolean;
  readonly problem: string | null;
  readonly onEnter: (pin: string) => void;
}

/** One more than any PIN has: what is longer is not cut to something that could be one. */
const mostFigures = pinLength[1] + 1;
const figures = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Figures for a glove, and the keyboard; nothing of it is shown but how many. */
export function PinPad({ label, busy, problem, onEnter }: PinPadProps) {
  const text = useText().access;
  const [pin, setPin] = useState('');
  const add = (figure: string) => setPin((typed) => (typed + figure).slice(0, mostFigures));
  const enter = () => {
    if (busy || pin === '') return;
    setPin('');
    onEnter(pin);
  };
  return (
    <form
      className="pin-pad"
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <label>
        {/* What is wrong stands in the place of what is asked. */}
        <span className="access-problem" role={problem === null || busy ? undefined : 'alert'}>
          {busy ? text.checking : (problem ?? label)}
        </span>
        <input
          type="password"
          name="pin"
          aria-label={label}
          inputMode="numeric"
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: the panel was asked for, and this is all it asks
          autoFocus
          value={pin}
          onChange={(event) => setPin(event.target.value.replaceAll(/\D/g, '').slice(0, mostFigures))}
        />
      </label>
      <div className="pin-figures">
        {figures.map((figure) => (
          <Button key={figure} data-figure={figure} title={figure} onClick={() => add(figure)} />
        ))}
        <Button data-action="pin-back" title={text.back} onClick={() => setPin(pin.slice(0, -1))} />
        <Button data-figure="0" title="0" onClick={() => add('0')} />
        <Button look="primary" data-action="pin-enter" title={text.enter} onClick={enter} />
      </div>
    </form>
  );
}
